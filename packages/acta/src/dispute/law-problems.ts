import type { Problem } from "../basics/index.js";
import type { disputeEn } from "./messages/en.js";

/** Collects the problems of a law file, so that all are reported at once; every code has a message. */
export class LawProblems {
  readonly list: Problem[] = [];

  /** Adds one problem. */
  add(code: keyof typeof disputeEn, where: string, context: Readonly<Record<string, string | number>> = {}): void {
    this.list.push({ code, where, context });
  }

  /** Adds: something of this kind is named but not there. */
  unknown(kind: string, where: string, name: string): void {
    this.add("law.unknownReference", where, { kind, name });
  }
}
