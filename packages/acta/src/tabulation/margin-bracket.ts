import { leadOfOption } from "./margin-timeline.js";
import type { MarginPoint, MarginTimeline } from "./margin-timeline.js";

/** Two points one after the other between which the lead of an option passed the margin that was asked for. */
export interface MarginBracket {
  /** The option that leads by the margin in between. */
  readonly option: string;
  readonly before: MarginPoint;
  readonly after: MarginPoint;
  /** The option's lead at both; negative where another option was ahead. */
  readonly leadBefore: number;
  readonly leadAfter: number;
  readonly direction: "growing" | "shrinking";
}

/** Where a printed margin belongs. */
export interface MarginAnswer {
  readonly margin: number;
  /** Points at which an option leads by exactly this margin. */
  readonly exact: readonly { readonly option: string; readonly point: MarginPoint }[];
  /** Every pair of neighbours whose leads enclose the margin, oldest first. */
  readonly brackets: readonly MarginBracket[];
}

/**
 * Finds every place of a timeline where an option led by a margin of this many votes: the points that say it exactly, and the
 * neighbours that enclose it. A margin has usually been passed more than once: all are named, none is chosen.
 */
export function bracketMargin(timeline: MarginTimeline, margin: number): MarginAnswer {
  const exact: { option: string; point: MarginPoint }[] = [];
  const brackets: MarginBracket[] = [];
  timeline.points.forEach((point, index) => {
    const next = timeline.points[index + 1];
    timeline.options.forEach((option, at) => {
      const lead = leadOfOption(point.votes, at);
      if (lead === margin) exact.push({ option, point });
      if (next === undefined) return;
      const later = leadOfOption(next.votes, at);
      if (!(Math.min(lead, later) < margin && margin < Math.max(lead, later))) return;
      // A margin of 0 is passed by two options at once, one up and one down: the one that takes the lead is named.
      if (margin === 0 && later < lead) return;
      const direction = later > lead ? "growing" : "shrinking";
      brackets.push({ option, before: point, after: next, leadBefore: lead, leadAfter: later, direction });
    });
  });
  return { margin, exact, brackets };
}
