import type { Contest, Election, Policy, Roll } from "../election/index.js";
import { hasFigures, stateOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { rowVotes } from "./row-votes.js";

/** Classes of turnout and of share: two percentage points each; the last one holds 100 %. */
export const SPREAD_CLASSES = 50;
/** Votes in one class of leads and of differences. */
export const LEAD_CLASS = 10;

/** Stations of one class of turnout: their sums, and how many of them gave the option each class of share. */
export interface TurnoutClass {
  /** 0 is turnout from 0 % to under 2 %. */
  readonly at: number;
  readonly stations: number;
  readonly registeredVoters: number;
  readonly ballotsCast: number;
  readonly validVotes: number;
  /** Votes of the option and of its rival. */
  readonly votes: number;
  readonly rivalVotes: number;
  /** Stations by class of the option's share of valid votes, `SPREAD_CLASSES` of them. */
  readonly shares: readonly number[];
}

/** Sheets whose lead (or whose change of it) lies in one class; class 0 is 0 to 9 votes, class -1 is -10 to -1. */
export interface LeadClass {
  readonly at: number;
  readonly sheets: number;
  /** Sum of the leads or changes. */
  readonly sum: number;
}

/** How the stations of a contest are spread: counts in classes, no station is named. Exact whole numbers. */
export interface StationSpread {
  /** The two options with the most votes. */
  readonly option: string;
  readonly rival: string;
  readonly turnout: readonly TurnoutClass[];
  readonly leads: readonly LeadClass[];
  /** On how many of those sheets each of the two is ahead of the other, and on how many neither. */
  readonly ahead: { readonly option: number; readonly rival: number; readonly neither: number };
  /** Changes of the lead on sheets whose figures in force differ from those first filed; null where no sheet was superseded. */
  readonly changes: { readonly same: number; readonly lacking: number; readonly classes: readonly LeadClass[] } | null;
  /** Counted stations that stand in no class of turnout: without a valid vote, without a roll, with more ballots than voters. */
  readonly leftOut: { readonly noValid: number; readonly noRoll: number; readonly overRoll: number };
}

/** Spreads the stations that a policy counts. @returns null for a contest of fewer than two options. */
export function stationSpread(
  election: Election,
  contest: Contest,
  { roll, table }: { readonly roll: Roll; readonly table: SheetTable },
  policy: Policy,
): StationSpread | null {
  const { votes, otherBallots } = rowVotes(election, table, policy, null);
  const total = (option: string): number => (votes.get(option) ?? NONE).reduce((sum, each) => sum + each, 0);
  const totals = new Map(contest.options.map((option) => [option, total(option)]));
  const [option, rival] = contest.options.toSorted((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0));
  if (option === undefined || rival === undefined) return null;
  const columns = [...votes.values()];
  const turnout = new Map<number, TurnoutDraft>();
  const leads = new Map<number, LeadClass>();
  const ahead = { option: 0, rival: 0, neither: 0 };
  const leftOut = { noValid: 0, noRoll: 0, overRoll: 0 };
  for (let row = 0; row < table.size; row++) {
    if (stateOf(table, row) !== "counted") continue;
    const valid = columns.reduce((sum, column) => sum + (column[row] ?? 0), 0);
    const own = votes.get(option)?.[row] ?? 0;
    const other = votes.get(rival)?.[row] ?? 0;
    const station = { registered: roll.registered[row] ?? -1, ballots: valid + (otherBallots[row] ?? 0), valid };
    addLead(leads, own - other);
    ahead[own > other ? "option" : own < other ? "rival" : "neither"]++;
    if (valid === 0) leftOut.noValid++;
    else if (station.registered <= 0) leftOut.noRoll++;
    else if (station.ballots > station.registered) leftOut.overRoll++;
    else addStation(turnout, station, own, other);
  }
  return {
    option,
    rival,
    turnout: [...turnout.values()].toSorted((a, b) => a.at - b.at),
    leads: inOrder(leads),
    ahead,
    changes: changesOf(table, option, rival),
    leftOut,
  };
}

const NONE = new Int32Array(0);

type TurnoutDraft = { -readonly [K in keyof Omit<TurnoutClass, "shares">]: TurnoutClass[K] } & { shares: number[] };

interface CountedStation {
  readonly registered: number;
  readonly ballots: number;
  readonly valid: number;
}

function addStation(
  classes: Map<number, TurnoutDraft>,
  { registered, ballots, valid }: CountedStation,
  own: number,
  other: number,
): void {
  const at = classOf(ballots, registered);
  let found = classes.get(at);
  if (found === undefined) {
    const shares = Array.from({ length: SPREAD_CLASSES }, () => 0);
    found = { at, stations: 0, registeredVoters: 0, ballotsCast: 0, validVotes: 0, votes: 0, rivalVotes: 0, shares };
    classes.set(at, found);
  }
  found.stations++;
  found.registeredVoters += registered;
  found.ballotsCast += ballots;
  found.validVotes += valid;
  found.votes += own;
  found.rivalVotes += other;
  const share = classOf(own, valid);
  found.shares[share] = (found.shares[share] ?? 0) + 1;
}

/** The class of a share of a whole: exact, since both are whole numbers far below 2^53 / 50. */
function classOf(part: number, whole: number): number {
  return Math.min(Math.floor((part * SPREAD_CLASSES) / whole), SPREAD_CLASSES - 1);
}

function addLead(classes: Map<number, LeadClass>, lead: number): void {
  const at = Math.floor(lead / LEAD_CLASS);
  const found = classes.get(at) ?? { at, sheets: 0, sum: 0 };
  classes.set(at, { at, sheets: found.sheets + 1, sum: found.sum + lead });
}

function inOrder(classes: ReadonlyMap<number, LeadClass>): readonly LeadClass[] {
  return [...classes.values()].toSorted((a, b) => a.at - b.at);
}

/** What became of the lead on sheets that were superseded after they had figures: as written on both versions, counted or not. */
function changesOf(table: SheetTable, option: string, rival: string): StationSpread["changes"] {
  const columnAt = (id: string): number =>
    table.form.cells.findIndex((cell) => cell.role === "option" && cell.option === id);
  const [a, b] = [columnAt(option), columnAt(rival)];
  const classes = new Map<number, LeadClass>();
  let [same, lacking, seen] = [0, 0, 0];
  for (const [row, first] of table.first) {
    if (!hasFigures(stateOf(table, row))) continue;
    seen++;
    const [a0 = -1, b0 = -1] = [first.cells[a], first.cells[b]];
    const [a1 = -1, b1 = -1] = [table.cells[a]?.[row], table.cells[b]?.[row]];
    if (a0 < 0 || b0 < 0 || a1 < 0 || b1 < 0) lacking++;
    else if (a0 === a1 && b0 === b1) same++;
    else addLead(classes, a1 - b1 - (a0 - b0));
  }
  return seen === 0 ? null : { same, lacking, classes: inOrder(classes) };
}
