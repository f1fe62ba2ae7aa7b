import type { Flag } from "../election/index.js";
import type { FiledSheet } from "./filed-sheet.js";
import type { LawInForce } from "./law-in-force.js";
import { flagsOf } from "./sheet-flags.js";

/** A sheet with the class that the authority gave it; null when it counted the sheet without a flag. */
export interface ClassedSheet {
  readonly sheet: FiledSheet;
  readonly given: Flag | null;
}

/** How many sheets of one class have the same flags and letters by arithmetic. */
export interface FlagAgreement {
  readonly given: Flag | null;
  readonly computed: readonly Flag[];
  readonly letters: string;
  readonly sheets: number;
  /** True when the arithmetic gives the authority's flag, or none where it gave none. */
  readonly agrees: boolean;
}

/**
 * Flags by arithmetic beside those of the authority, most frequent first within a class. Sheets that a person flagged for what only
 * the paper shows (signatures, legibility) appear with no computed flag: arithmetic cannot see it.
 */
export function flagAgreement(sheets: Iterable<ClassedSheet>, law: LawInForce): readonly FlagAgreement[] {
  const rows = new Map<string, FlagAgreement>();
  for (const { sheet, given } of sheets) {
    const { flags, letters } = flagsOf(sheet, law);
    const key = `${given ?? ""} ${flags.join()} ${letters}`;
    const agrees = given === null ? flags.length === 0 : flags.includes(given);
    const row = rows.get(key) ?? { given, computed: flags, letters, sheets: 0, agrees };
    rows.set(key, { ...row, sheets: row.sheets + 1 });
  }
  return [...rows.values()].toSorted((a, b) => compareText(a.given ?? "", b.given ?? "") || b.sheets - a.sheets);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
