import type { Flag } from "../election/index.js";
import type { PredictedOutcome, RealOutcome } from "./real-outcome.js";
import type { PredictionRow } from "./ruling-measurement.js";

/** One line of the confusion table of a class: what was predicted, against how the sheets ended. */
export interface ConfusionRow {
  readonly given: Flag;
  readonly predicted: PredictedOutcome;
  readonly ended: Readonly<Record<RealOutcome, number>>;
  readonly sheets: number;
  /** Those that ended with the predicted figures, cell by cell. */
  readonly sameFigures: number;
}

/** How far the law alone decides the sheets of a class and letter. */
export interface LawAlone {
  readonly given: Flag;
  readonly letters: string;
  readonly sheets: number;
  readonly sameFigures: number;
  /** True when the law gives figures from each sheet itself, without a body, and every one ended with them. */
  readonly decides: boolean;
}

/** The prediction as one confusion table for each class. */
export function confusionByClass(rows: readonly PredictionRow[]): readonly ConfusionRow[] {
  const table = new Map<string, ConfusionRow>();
  for (const { given, predicted, real, sheets, sameFigures } of rows) {
    const key = `${given} ${predicted}`;
    const row = table.get(key) ?? { given, predicted, ended: NOBODY, sheets: 0, sameFigures: 0 };
    table.set(key, {
      ...row,
      ended: { ...row.ended, [real]: row.ended[real] + sheets },
      sheets: row.sheets + sheets,
      sameFigures: row.sameFigures + sameFigures,
    });
  }
  return [...table.values()].toSorted((a, b) => order(a.given, b.given) || b.sheets - a.sheets);
}

/** Which classes the law alone decides, by class and letter. */
export function decidedByLaw(rows: readonly PredictionRow[]): readonly LawAlone[] {
  const table = new Map<string, LawAlone>();
  for (const { given, letters, predicted, sheets, sameFigures } of rows) {
    const key = `${given} ${letters}`;
    const row = table.get(key) ?? { given, letters, sheets: 0, sameFigures: 0, decides: true };
    table.set(key, {
      ...row,
      sheets: row.sheets + sheets,
      sameFigures: row.sameFigures + sameFigures,
      decides: row.decides && sheets === sameFigures && predicted !== "needsBody" && predicted !== "recount",
    });
  }
  return [...table.values()].toSorted((a, b) => order(a.given, b.given) || order(a.letters, b.letters));
}

const NOBODY: Readonly<Record<RealOutcome, number>> = {
  keptAsFiled: 0,
  corrected: 0,
  annulledAsVoters: 0,
  annulledAsRegistered: 0,
  annulledOtherwise: 0,
};

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
