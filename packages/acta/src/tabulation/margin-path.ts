import { byCode } from "../election/index.js";
import type { Contest, Election, Policy, SheetState } from "../election/index.js";
import { stateOf, statusOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import type { Counted } from "./diff.js";
import { rowVotes } from "./row-votes.js";
import type { RowVotes } from "./row-votes.js";

/** Where a sheet stands in the explanation of a margin: decided without a flag, after one, not decided, or not come. */
export type PathStand = "neverFlagged" | "resolved" | "flagged" | "pending" | "absent";

/** A part of a margin: so many sheets, and the lead of one option over another on them. */
export interface PathPart {
  readonly stand: PathStand;
  readonly sheets: number;
  readonly lead: number;
}

/** What the sheets that went one way between two editions did to the lead. */
export interface PathStep {
  readonly from: PathStand;
  readonly to: PathStand;
  readonly sheets: number;
  readonly change: number;
}

/** A margin taken apart: by where its sheets stand now, and by the way that they went since an earlier edition. */
export interface MarginPath {
  readonly option: string;
  readonly rival: string;
  readonly lead: number;
  readonly parts: readonly PathPart[];
  /** Null without an earlier edition. The changes add up to the difference of the two leads. */
  readonly since: { readonly lead: number; readonly steps: readonly PathStep[] } | null;
}

/**
 * Takes the lead of the first over the second option of the later edition apart. Null for a contest of fewer than two options. A sheet
 * counts as resolved when its status says so, and when it was flagged in the earlier edition.
 */
export function marginPath(
  election: Election,
  contest: Contest,
  policy: Policy,
  before: Counted | null,
  after: Counted,
): MarginPath | null {
  const now = rowVotes(election, after.table, policy, null);
  const votes = (option: string): number => (now.votes.get(option) ?? new Int32Array(0)).reduce(plus, 0);
  const [option, rival] = contest.options.toSorted((a, b) => votes(b) - votes(a));
  if (option === undefined || rival === undefined) return null;
  const leads = leadsOf(now, option, rival);
  const ways = before === null ? withoutBefore(after) : waysBetween(before, after);
  const parts = new Map<PathStand, PathPart>();
  for (const { to, rowAfter } of ways) {
    if (rowAfter < 0) continue;
    const part = parts.get(to) ?? { stand: to, sheets: 0, lead: 0 };
    parts.set(to, { stand: to, sheets: part.sheets + 1, lead: part.lead + (leads[rowAfter] ?? 0) });
  }
  const then = before === null ? null : leadsOf(rowVotes(election, before.table, policy, null), option, rival);
  return {
    option,
    rival,
    lead: leads.reduce(plus, 0),
    parts: [...parts.values()].toSorted((a, b) => ORDER.indexOf(a.stand) - ORDER.indexOf(b.stand)),
    since: then === null ? null : { lead: then.reduce(plus, 0), steps: stepsOf(ways, then, leads) },
  };
}

const ORDER: readonly PathStand[] = ["neverFlagged", "resolved", "flagged", "pending", "absent"];

const plus = (a: number, b: number): number => a + b;

/** The way of one station from the earlier to the later edition; -1 for a row that is not there. */
interface Way {
  readonly rowBefore: number;
  readonly rowAfter: number;
  readonly from: PathStand;
  readonly to: PathStand;
}

function leadsOf({ votes }: RowVotes, option: string, rival: string): Int32Array {
  const other = votes.get(rival);
  return (votes.get(option) ?? new Int32Array(0)).map((own, row) => own - (other?.[row] ?? 0));
}

/** Null for a station that does not vote in the contest. */
function standOf(table: SheetTable, row: number): PathStand | null {
  const state: SheetState | null = row < 0 ? "notCollected" : stateOf(table, row);
  switch (state) {
    case null:
      return null;
    case "counted":
    case "annulled":
    case "notInstalled":
      return statusOf(table, row)?.resolved === true ? "resolved" : "neverFlagged";
    case "referred":
      return "flagged";
    case "pending":
      return "pending";
    case "notCollected":
      return "absent";
  }
}

function withoutBefore({ table }: Counted): readonly Way[] {
  const ways: Way[] = [];
  for (let row = 0; row < table.size; row++) {
    const to = standOf(table, row);
    if (to !== null) ways.push({ rowBefore: -1, rowAfter: row, from: "absent", to });
  }
  return ways;
}

/** Walks two sorted rolls side by side. */
function waysBetween(before: Counted, after: Counted): readonly Way[] {
  const ways: Way[] = [];
  const [left, right] = [before.roll.codes, after.roll.codes];
  let [a, b] = [0, 0];
  while (a < left.length || b < right.length) {
    const order = orderOf(left[a], right[b]);
    const rowBefore = order <= 0 ? a++ : -1;
    const rowAfter = order >= 0 ? b++ : -1;
    const [from, to] = [standOf(before.table, rowBefore), standOf(after.table, rowAfter)];
    if (from === null && to === null) continue;
    const wasFlagged = from === "flagged" || from === "resolved";
    ways.push({
      rowBefore,
      // A station that no longer votes in the contest is as one that left the roll.
      rowAfter: to === null ? -1 : rowAfter,
      from: from ?? "absent",
      to: to === "neverFlagged" && wasFlagged ? "resolved" : (to ?? "absent"),
    });
  }
  return ways;
}

function stepsOf(ways: readonly Way[], then: Int32Array, now: Int32Array): readonly PathStep[] {
  const steps = new Map<string, PathStep>();
  for (const { from, to, rowBefore, rowAfter } of ways) {
    const change = (now[rowAfter] ?? 0) - (then[rowBefore] ?? 0);
    if (from === to && change === 0) continue;
    const key = `${from} ${to}`;
    const step = steps.get(key) ?? { from, to, sheets: 0, change: 0 };
    steps.set(key, { from, to, sheets: step.sheets + 1, change: step.change + change });
  }
  return [...steps.values()].toSorted(
    (x, y) => ORDER.indexOf(x.from) - ORDER.indexOf(y.from) || ORDER.indexOf(x.to) - ORDER.indexOf(y.to),
  );
}

/** Orders two stations of sorted rolls; the end of a roll comes after everything. */
function orderOf(a: string | undefined, b: string | undefined): number {
  if (a === undefined) return 1;
  return b === undefined ? -1 : byCode(a, b);
}
