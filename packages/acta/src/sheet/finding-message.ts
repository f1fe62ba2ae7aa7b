import type { FindingCode } from "./finding-codes.js";

/**
 * What people read about a finding. `rule` and `title` state facts, never a suspicion. Placeholders are ICU MessageFormat and
 * carry the names listed with the code; a `cell` or an `option` is an id that the reader's side replaces by its label.
 */
export interface FindingMessage {
  /** A few words, for lists. */
  readonly title: string;
  /** The rule in words, with the values. */
  readonly rule: string;
  /** What to do now. */
  readonly advice: string;
}

/** The texts of this room in one language: a code without a text does not compile. */
export interface SheetMessages {
  readonly findings: Readonly<Record<FindingCode, FindingMessage>>;
}
