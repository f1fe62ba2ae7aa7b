import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Contest, Election, Policy, Roll } from "../election/index.js";
import type { SheetTable } from "../sheet/index.js";
import type { GateMateriality } from "./gate-materiality.js";
import { gainerOf, gatesOf, slackOf, stakesOf } from "./gate.js";
import type { Gate } from "./gate.js";
import { optionBounds } from "./option-bounds.js";
import type { OptionBounds } from "./option-bounds.js";
import { openRows, openWorking } from "./open-sheets.js";
import type { OpenRange, OpenRows, OpenSheets } from "./open-sheets.js";
import { boundOfCount, countOf, petitionedRows, petitionsBy, planCount } from "./petition.js";
import type { CountPlan, Petitions } from "./petition.js";
import { ballotsOf, recountOfAny, recountSize } from "./recount-size.js";
import { figuresOf, rowVotes, totalsOf } from "./row-votes.js";
import type { RowTotals, RowVotes } from "./row-votes.js";
import { largestRows, mostTaken, smallestFlip, tiersOf } from "./smallest-flip.js";
import { verdictOf } from "./verdict.js";
import type { Verdict } from "./verdict.js";

/** What is asked: the count of one contest at one moment, under a policy, with what is known of petitions. */
export interface MaterialityRequest {
  readonly election: Election;
  readonly contest: Contest;
  readonly roll: Roll;
  readonly table: SheetTable;
  readonly policy: Policy;
  /** Marks the rows of a group of areas; null for the whole contest. Of a group it is asked who is first in it. */
  readonly scope: Uint8Array | null;
  readonly petitions: Petitions;
  /** Only the petitions of this filer; null for all. */
  readonly filer: string | null;
  /** Marks the sheets whose annulment is looked at (an area, a ground); null for all that are in the count. */
  readonly among: Uint8Array | null;
  /** Numbers of stations of which it is asked what any so many could take at most. */
  readonly any: readonly number[];
}

/** Whether what is open can still change the outcome, with the working. Holds sizes only, never a list of stations. */
export interface Materiality {
  readonly contest: string;
  readonly policy: string;
  /** `outcome`: the rule of the contest; `first`: who has most votes, in a group or where seats decide. */
  readonly question: "outcome" | "first";
  readonly votes: readonly { readonly option: string; readonly votes: number }[];
  /** The conditions on which the answer stands; it changes if and only if one of them falls. */
  readonly gates: readonly GateMateriality[];
  /** Each option's lead over the best of the others (negative when behind): how far open sheets can move it. */
  readonly bounds: readonly OptionBounds[];
  readonly petitions: PetitionTotals;
  readonly verdict: Verdict;
}

/** The petitions that were looked at. */
export type PetitionTotals =
  | { readonly kind: "notLoaded" }
  | { readonly kind: "loaded"; readonly located: number; readonly unlocated: number; readonly wider: number };

/**
 * Works out whether what is open can change the outcome. Exact in whole numbers.
 * @returns problems: `materiality.shareTooFine`, and for petitions `unknownStation`, `unknownArea`, `areasOverlap`, `areaTooSmall` and
 * `moreThanThereAre`.
 */
export function materialityOf(request: MaterialityRequest): Result<Materiality> {
  const desk = deskOf(request);
  if (!desk.ok) return desk;
  const { gates, totals, settled, open, sheets, petitions } = desk.value;
  const worked = gates.map((gate) => workGate(request, desk.value, gate));
  return succeed({
    contest: request.contest.id,
    policy: request.policy.id,
    question: questionOf(request),
    votes: request.contest.options.map((option) => ({ option, votes: totals.votes.get(option) ?? 0 })),
    gates: worked,
    bounds: optionBounds(request.contest, settled, open, sheets),
    petitions:
      petitions === null
        ? { kind: "notLoaded" }
        : {
            kind: "loaded",
            located: petitions.rows.size,
            unlocated: petitions.plan.count.stations,
            wider: petitions.wider,
          },
    verdict: verdictOf(worked, totals.validVotes, {
      oneFiler: request.filer !== null,
      among: request.among !== null,
      wider: petitions?.wider ?? 0,
    }),
  });
}

/**
 * The stations of a smallest set that brings down one of the conditions of `materialityOf`. For those who may see it: what is
 * published shows sizes only, so that nobody is handed a list of whom to accuse.
 */
export function flippingStations(request: MaterialityRequest, gate: Gate): Result<readonly string[]> {
  const desk = deskOf(request);
  if (!desk.ok) return desk;
  const stakes = stakesOf(gate, desk.value.addends, request.policy);
  const flip = smallestFlip(slackOf(gate, desk.value.totals), tiersOf(stakes, request.among));
  const rows = flip.kind === "possible" ? largestRows(stakes, request.among, flip.stations) : [];
  return succeed(rows.map((row) => request.roll.codes[row] ?? ""));
}

function questionOf({ scope, contest }: MaterialityRequest): Materiality["question"] {
  return scope === null && contest.outcome.kind !== "none" ? "outcome" : "first";
}

interface MaterialityDesk {
  readonly gates: readonly Gate[];
  readonly addends: RowVotes;
  /** All ballots of each sheet. */
  readonly ballots: Float64Array;
  readonly totals: RowTotals;
  /** Totals without the open sheets. */
  readonly settled: RowTotals;
  readonly open: OpenRows;
  readonly sheets: OpenSheets;
  readonly petitions: LoadedPetitions | null;
}

interface LoadedPetitions {
  readonly rows: ReadonlySet<number>;
  /** Marks the sheets that are not open. */
  readonly closed: Uint8Array;
  readonly plan: CountPlan;
  /** How many ask for more than stations. */
  readonly wider: number;
  /** Where stations that nobody has named may lie: sheets in the count that are neither open nor named. */
  readonly unnamed: Uint8Array;
}

function deskOf(request: MaterialityRequest): Result<MaterialityDesk> {
  const { election, contest, roll, table, policy, scope } = request;
  const addends = rowVotes(election, table, policy, scope);
  const open = openRows(table, scope);
  const closed = new Uint8Array(table.size).fill(1);
  for (const rows of [open.flagged, open.pending]) for (const row of rows) closed[row] = 0;
  const totals = totalsOf(addends, roll.registered, table, scope, null);
  const settled = totalsOf(addends, roll.registered, table, scope, closed);
  const gates = gatesOf(contest, totals, scope === null);
  if (!gates.ok) return gates;
  const sheets = { form: table.form, figures: figuresOf(table, policy), registered: roll.registered };
  const petitions = loadPetitions(request, closed);
  if (!petitions.ok) return fail(petitions.problem);
  return succeed({
    gates: gates.value,
    addends,
    ballots: ballotsOf(addends),
    totals,
    settled,
    open,
    sheets,
    petitions: petitions.value,
  });
}

function loadPetitions(request: MaterialityRequest, closed: Uint8Array): Result<LoadedPetitions | null> {
  const asked = request.filer === null ? request.petitions : petitionsBy(request.petitions, request.filer);
  if (asked.kind === "notLoaded") return succeed(null);
  const rows = petitionedRows(request.roll, asked.located);
  if (!rows.ok) return rows;
  const plan = planCount(request.roll, countOf(asked.unlocated));
  if (!plan.ok) return plan;
  const unnamed = closed.slice();
  for (const row of rows.value) unnamed[row] = 0;
  return succeed({ rows: rows.value, closed, plan: plan.value, wider: asked.wider.length, unnamed });
}

function workGate(request: MaterialityRequest, desk: MaterialityDesk, gate: Gate): GateMateriality {
  const stakes = stakesOf(gate, desk.addends, request.policy);
  const tiers = tiersOf(stakes, request.among);
  const slack = slackOf(gate, desk.totals);
  const settled = slackOf(gate, desk.settled);
  const recounts = recountOfAny(gate, slack, desk.addends, request.any);
  const flagged = openWorking(gate, desk.sheets, desk.open.flagged, "filed");
  const pending = openWorking(gate, desk.sheets, desk.open.pending, "missing");
  return {
    gate,
    gains: gainerOf(gate),
    slack,
    settled,
    flagged,
    pending,
    bounds: {
      arithmetic: together(settled, flagged.arithmetic, pending.arithmetic),
      asFiledOrAnnulled: together(settled, flagged.asFiledOrAnnulled, pending.asFiledOrAnnulled),
    },
    flip: smallestFlip(slack, tiers),
    any: request.any.map((stations, at) => {
      const takes = mostTaken(tiers, stations);
      return { stations, takes, enough: takes >= slack, recount: recounts[at] ?? null };
    }),
    petitions: desk.petitions === null ? null : petitionWorking(stakes, desk.petitions),
    recount: recountSize(gate, slack, desk.addends, desk.totals, desk.ballots),
  };
}

function together(settled: number, a: OpenRange | null, b: OpenRange | null): OpenRange | null {
  return a === null || b === null ? null : { least: settled + a.least + b.least, most: settled + a.most + b.most };
}

/** Petitions against sheets that are open add nothing: those sheets may be annulled already in the bounds of what is open. */
function petitionWorking(stakes: Float64Array, petitions: LoadedPetitions): NonNullable<GateMateriality["petitions"]> {
  let located = 0;
  for (const row of petitions.rows) if (petitions.closed[row] === 1) located += Math.max(stakes[row] ?? 0, 0);
  const unlocated = boundOfCount(stakes, petitions.unnamed, petitions.plan);
  return { located, unlocated, takes: located + unlocated.takes };
}
