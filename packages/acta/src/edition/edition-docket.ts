import { bookAt, caseLawOf, openPetitions } from "../dispute/index.js";
import type { CaseBook, CaseLaw, OpenPetitions } from "../dispute/index.js";
import type { EditionState } from "./edition-state.js";

/** The cases of a contest at an edition, under the law that the record holds. */
export interface EditionDocket {
  /** Null where the record holds no law: then nothing is said about terms. */
  readonly law: CaseLaw | null;
  readonly book: CaseBook;
  readonly open: OpenPetitions;
}

/** Reads the cases of a contest out of the acts of an edition; terms are looked at as of its moment, never by the clock of whoever publishes. */
export function docketOf({ acts, election, edition, laws }: EditionState, contest: string): EditionDocket {
  const newest = laws.at(-1);
  const found = newest === undefined ? null : caseLawOf(newest.law, election);
  const law = found?.ok === true ? found.value : null;
  const own = acts.filter(({ header }) => header.scope === "" || header.scope === contest);
  const book = bookAt(own, election.id, law, edition.asOf ?? edition.sealedAt);
  return { law, book, open: openPetitions(book) };
}
