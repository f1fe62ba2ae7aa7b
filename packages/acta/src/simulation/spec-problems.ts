import type { Problem } from "../basics/index.js";
import type { en } from "./messages/en.js";

/** Collects the problems of a simulation file, so that all are reported at once; every code has a message. */
export class SpecProblems {
  readonly list: Problem[] = [];

  /** Adds one problem. */
  add(code: keyof typeof en, where: string, context: Readonly<Record<string, string | number>> = {}): void {
    this.list.push({ code, where, context });
  }

  /** Adds a problem for every id that stands twice. */
  uniqueIds(where: string, items: readonly { readonly id: string }[]): void {
    const seen = new Set<string>();
    items.forEach((item, at) => {
      if (seen.has(item.id)) this.add("simulation.sameId", `${where}.${at}.id`, { id: item.id });
      seen.add(item.id);
    });
  }
}
