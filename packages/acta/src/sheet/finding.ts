import { FINDING_CODES } from "./finding-codes.js";
import type { FindingCode, FindingSeverity, SheetCode } from "./finding-codes.js";

/** What a message needs to be written: counts, ids, bounded raw text. The names are listed with the code. */
export type FindingValues = Readonly<Record<string, number | string>>;

/** Receives a finding about one row: its code, the positions of the cells to highlight and the values of its message. */
export type FindingReport = (code: SheetCode, row: number, cells: readonly number[], values: FindingValues) => void;

/** A fact about one or more sheets that somebody should look at. Never an accusation. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** Rows of the table, or of the later roll, that it is about; empty when it concerns the whole. */
  readonly rows: readonly number[];
  /** Positions of the cells to highlight, in the order of the form. */
  readonly cells: readonly number[];
  readonly values: FindingValues;
}

/** Findings, with a bound on how many are kept whole: a broken file of five million sheets must not fill the memory. */
export interface FindingList {
  readonly findings: readonly Finding[];
  /** How often each code was raised, also beyond the bound; codes that were not raised are missing. */
  readonly counts: ReadonlyMap<FindingCode, number>;
  /** How many findings are only counted. */
  readonly leftOut: number;
}

/** How many findings are kept whole unless the caller says otherwise. */
export const MOST_FINDINGS = 100_000;

/** Collects findings up to a bound and counts all of them. */
export class FindingCollector {
  readonly #most: number;
  readonly #findings: Finding[] = [];
  readonly #counts = new Map<FindingCode, number>();
  #leftOut = 0;

  constructor(most: number = MOST_FINDINGS) {
    this.#most = most;
  }

  add(finding: Finding): void {
    this.#counts.set(finding.code, (this.#counts.get(finding.code) ?? 0) + 1);
    if (this.#findings.length < this.#most) this.#findings.push(finding);
    else this.#leftOut += 1;
  }

  /** What was collected so far; counts in the order of the registry. */
  list(): FindingList {
    const counts = new Map<FindingCode, number>();
    for (const code of FINDING_CODES) {
      const count = this.#counts.get(code);
      if (count !== undefined) counts.set(code, count);
    }
    return { findings: [...this.#findings], counts, leftOut: this.#leftOut };
  }
}
