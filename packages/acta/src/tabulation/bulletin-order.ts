import type { BulletinFindings } from "./bulletin-finding.js";
import type { MergedBulletin } from "./bulletin-merge.js";

/** The same area and moment with two values of a figure, in one series or in two, torn bulletins included. */
export function checkAgain(findings: BulletinFindings, bulletins: readonly MergedBulletin[]): void {
  const seen = new Map<string, Map<string, number>>();
  for (const bulletin of bulletins) {
    for (const row of bulletin.rows) {
      const moment = row.asOf ?? bulletin.asOf;
      if (moment === null) continue;
      const key = `${moment}\u0000${row.tree}\u0000${row.area}`;
      let figures = seen.get(key);
      if (figures === undefined) seen.set(key, (figures = new Map()));
      for (const [figure, other] of Object.entries(row.figures)) {
        const one = figures.get(figure);
        if (one === undefined) figures.set(figure, other);
        else if (one !== other) findings.add("B104", bulletin, row.area, { figure, one, other });
      }
    }
  }
}

/** Figures that can only grow while a count goes on, unless something was taken out of it again. */
function grows(figure: string): boolean {
  return figure === "processed" || figure === "counted" || figure === "ballotsCast" || figure.startsWith("votes.");
}

/** Figures that were higher in the bulletin before, area by area within a series. */
export function checkBackwards(findings: BulletinFindings, bulletins: readonly MergedBulletin[]): void {
  const last = new Map<string, Map<string, { readonly value: number; readonly asOf: string }>>();
  for (const bulletin of bulletins) {
    const { asOf } = bulletin;
    if (bulletin.torn || asOf === null) continue;
    for (const row of bulletin.rows) {
      const key = `${bulletin.series}\u0000${row.tree}\u0000${row.area}`;
      let figures = last.get(key);
      if (figures === undefined) last.set(key, (figures = new Map()));
      for (const [figure, later] of Object.entries(row.figures)) {
        if (!grows(figure)) continue;
        const before = figures.get(figure);
        // A second bulletin of the same moment is another finding.
        if (before?.asOf === asOf) continue;
        if (before !== undefined && later < before.value)
          findings.add("B105", bulletin, row.area, { figure, earlier: before.value, later }, before.value - later);
        figures.set(figure, { value: later, asOf });
      }
    }
  }
}
