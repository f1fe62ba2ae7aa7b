import type { Flag } from "../election/index.js";
import { allHold } from "./condition.js";
import { figuresOf } from "./filed-sheet.js";
import type { FiledSheet, SheetFigures } from "./filed-sheet.js";
import { rulesOf } from "./law-in-force.js";
import type { LawInForce } from "./law-in-force.js";

/** One reason for which a sheet is flagged, with the rule behind it. */
export interface FlagReason {
  readonly flag: Flag;
  /** The letter by which the country calls it; empty when it has none. */
  readonly letter: string;
  /** Who saw it: the arithmetic of the sheet, or somebody who looked at the paper. */
  readonly basis: "arithmetic" | "person";
  /** Rule and article; empty for what a person saw. */
  readonly rule: string;
  readonly article: string;
}

/** The flags of a sheet. */
export interface SheetFlags {
  /** Every flag once, in the order in which rules and persons gave them. */
  readonly flags: readonly Flag[];
  /** Letters of the arithmetic, in alphabetical order, for example `EF`; empty when there are none. */
  readonly letters: string;
  readonly reasons: readonly FlagReason[];
  /** The figures that the reasons speak of. */
  readonly figures: SheetFigures;
}

/**
 * The flags of a sheet: those that its arithmetic gives, and those that a person gives who saw the paper (unsigned, illegible, no
 * data, lost, destroyed, challenged votes, nullity noted). A blank total of voters is incomplete, never 0.
 */
export function flagsOf(sheet: FiledSheet, law: LawInForce, given: readonly Flag[] = []): SheetFlags {
  const reasons: FlagReason[] = [];
  const figures = figuresOf(sheet);
  for (const { id, article, flag, letter, when } of rulesOf(law, "flag"))
    if (allHold(when, sheet, figures) === true) reasons.push({ flag, letter, basis: "arithmetic", rule: id, article });
  for (const flag of given) reasons.push({ flag, letter: "", basis: "person", rule: "", article: "" });
  const letters = new Set(reasons.map(({ letter }) => letter));
  return {
    flags: [...new Set(reasons.map(({ flag }) => flag))],
    letters: [...letters].toSorted().join(""),
    reasons,
    figures,
  };
}
