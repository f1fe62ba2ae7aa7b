import type { Problem } from "../basics/index.js";

/** Collects the problems of a document, so that all are reported at once. */
export class ProblemList {
  readonly list: Problem[] = [];

  /** Adds one problem. */
  add(code: string, where: string, context: Readonly<Record<string, string | number>> = {}): void {
    this.list.push({ code, where, context });
  }

  /** Adds: something of this kind is named but not defined. */
  unknown(kind: string, where: string, name: string): void {
    this.add("definition.unknownReference", where, { kind, name });
  }

  /** Adds a problem for every id that stands twice. */
  uniqueIds(where: string, items: readonly { readonly id: string }[]): void {
    const seen = new Set<string>();
    items.forEach((item, at) => {
      if (seen.has(item.id)) this.add("definition.sameId", `${where}.${at}.id`, { id: item.id });
      seen.add(item.id);
    });
  }
}
