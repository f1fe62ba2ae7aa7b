import type { Flag } from "../election/index.js";
import { allHold } from "./condition.js";
import type { FiledSheet } from "./filed-sheet.js";
import type { ComparisonRule } from "./law.js";
import type { ComparedCopy } from "./proposal.js";

/** What comparing the originals of a sheet gave. */
export type ComparisonStage =
  | { readonly kind: "notNeeded" }
  | { readonly kind: "notMade" }
  | { readonly kind: "notCured" }
  | { readonly kind: "cured"; readonly holder: string; readonly sheet: FiledSheet }
  | { readonly kind: "disagree"; readonly holders: readonly string[] };

/** Flags of the paper itself: its figures may be in order and it still needs another original. */
const OF_THE_PAPER: readonly Flag[] = ["unsigned", "illegible", "noData", "lost", "destroyed"];

/**
 * Compares the originals: a signed copy that is consistent in itself cures the sheet. Consistent copies that differ among themselves
 * are for the body to weigh, never chosen by order.
 * @param prepare brings a copy's figures to the same stage of the work as the sheet's.
 */
export function comparisonStage(
  sheet: FiledSheet,
  flags: readonly Flag[],
  copies: readonly ComparedCopy[],
  rule: ComparisonRule,
  prepare: (copy: FiledSheet) => FiledSheet,
): ComparisonStage {
  const ofThePaper = flags.some((flag) => OF_THE_PAPER.includes(flag));
  if (!ofThePaper && allHold(rule.consistent, sheet) === true) return { kind: "notNeeded" };
  const admitted = copies.filter(({ holder }) => rule.holders.includes(holder));
  if (admitted.length === 0) return { kind: "notMade" };
  const curing = inOrder(admitted, rule.holders).flatMap((copy) => {
    const prepared = prepare({ ...sheet, cells: copy.cells });
    const cures = copy.signed !== false && allHold(rule.consistent, prepared) === true;
    return cures ? [{ holder: copy.holder, sheet: prepared }] : [];
  });
  const [first, ...others] = curing;
  if (first === undefined) return { kind: "notCured" };
  if (others.some((other) => other.sheet.cells.join() !== first.sheet.cells.join()))
    return { kind: "disagree", holders: curing.map(({ holder }) => holder) };
  return { kind: "cured", ...first };
}

function inOrder(copies: readonly ComparedCopy[], holders: readonly string[]): readonly ComparedCopy[] {
  return copies.toSorted((a, b) => holders.indexOf(a.holder) - holders.indexOf(b.holder));
}
