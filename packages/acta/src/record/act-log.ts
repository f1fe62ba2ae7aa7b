import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Act, ActEntries } from "./act.js";
import { readAct } from "./act-form.js";
import type { BatchHeader } from "./batch-header.js";
import type { ActKind } from "./entry-kind.js";

/** The acts of a ledger in their order. It holds one rule: what an act replaces is of its kind and was not replaced before. */
export class ActLog {
  readonly #acts: Act[] = [];
  /** Kinds of the acts that still stand, by position. */
  readonly #standing = new Map<number, ActKind>();

  /** Reads an act and takes it in. */
  add(kind: ActKind, header: BatchHeader, leaf: unknown, index: number): Result<Act> {
    const read = actFrom(kind, header, leaf, index);
    if (!read.ok) return read;
    const replaces = replacedBy(read.value.entry);
    if (replaces !== null) {
      if (this.#standing.get(replaces) !== kind)
        return fail({ code: "record.badReplacement", context: { index, kind, replaces } });
      this.#standing.delete(replaces);
    }
    this.#standing.set(index, kind);
    this.#acts.push(read.value);
    return read;
  }

  /** All acts so far, also those that were replaced. */
  acts(): readonly Act[] {
    return [...this.#acts];
  }
}

function replacedBy(entry: ActEntries[ActKind]): number | null {
  return "replaces" in entry ? entry.replaces : null;
}

/** One case for each kind: so the compiler ties the kind to the form. */
function actFrom(kind: ActKind, header: BatchHeader, leaf: unknown, index: number): Result<Act> {
  const as = <K extends ActKind>(each: K, make: (entry: ActEntries[K]) => Act): Result<Act> => {
    const entry = readAct(each, leaf, index);
    return entry.ok ? succeed(make(entry.value)) : entry;
  };
  switch (kind) {
    case "lawSet":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "evidence":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "flag":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "case":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "petition":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "notification":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "hearing":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "vote":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "ruling":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "appeal":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "final":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "deadline":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "membership":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "motion":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "rollCall":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "office":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "observerReport":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "outsideEvent":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "certification":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "erratum":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "publication":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "key":
      return as(kind, (entry) => ({ kind, entry, index, header }));
    case "signature":
      return as(kind, (entry) => ({ kind, entry, index, header }));
  }
}
