import type { AreaTree } from "acta/election";

/** Finds areas by the names that lead to them from the top level down. */
export class AreaResolver {
  readonly #exact = new Map<string, string>();
  readonly #folded = new Map<string, string | null>();

  /** Learns the names of an area; a name that means two areas once accents and case are dropped is only found as written. */
  learn(names: readonly string[], code: string): void {
    const exact = names.join("\u0000");
    if (this.#exact.has(exact)) return;
    this.#exact.set(exact, code);
    const folded = fold(names);
    const other = this.#folded.get(folded);
    this.#folded.set(folded, other === undefined || other === code ? code : null);
  }

  /** Learns every area of a tree. */
  learnTree(tree: AreaTree): void {
    const paths: (readonly string[])[] = [];
    for (const area of tree.areas) {
      const above = paths[area.parent];
      const path = above === undefined ? [] : [...above, area.name];
      paths.push(path);
      if (path.length > 0) this.learn(path, area.code);
    }
  }

  /** The code of the area with these names; undefined when there is none, or more than one. */
  find(names: readonly string[]): string | undefined {
    return this.#exact.get(names.join("\u0000")) ?? this.#folded.get(fold(names)) ?? undefined;
  }
}

/** Sources differ in accents, case and kinds of space; they are not a different name. */
function fold(names: readonly string[]): string {
  return names
    .map((name) => name.normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase().replaceAll(/\s+/gu, " ").trim())
    .join("\u0000");
}
