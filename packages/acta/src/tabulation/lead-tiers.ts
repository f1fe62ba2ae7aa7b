import type { Contest, Policy } from "../election/index.js";
import type { SheetTable } from "../sheet/index.js";
import { stateOf } from "../sheet/index.js";
import { stakesOf } from "./gate.js";
import type { Gate } from "./gate.js";
import type { RowVotes } from "./row-votes.js";
import { figuresOf, rowVotes } from "./row-votes.js";
import { tiersOf } from "./smallest-flip.js";
import type { StakeTiers } from "./smallest-flip.js";
import type { Election } from "../election/index.js";

/** How much sheets of one kind can take from a lead, by amount: what a slider of a scenario moves along. Holds sizes, never a station. */
export interface LeadTiers {
  /** `counted`: annulling sheets in the count; `petitioned`: those that open petitions name; `flagged`: counting flagged sheets as written. */
  readonly set: "counted" | "petitioned" | "flagged";
  /** Sheets of this kind, also those that would take nothing. */
  readonly sheets: number;
  readonly tiers: StakeTiers;
}

/** What is asked of `leadTiers`: a lead, the sheets, and which of them petitions name. */
export interface LeadTiersRequest {
  readonly election: Election;
  readonly contest: Contest;
  readonly table: SheetTable;
  readonly policy: Policy;
  readonly gate: Extract<Gate, { kind: "ahead" }>;
  /** Rows that open petitions name; null while petitions are not loaded. */
  readonly petitioned: ReadonlySet<number> | null;
}

/**
 * The amounts that sheets can take from a lead, apart for annulments of any sheets, of those that petitions name, and for flagged sheets that are
 * counted as written. With `mostTaken` the worst case of any number of them follows, as `acta whatif` counts it sheet by sheet.
 */
export function leadTiers(request: LeadTiersRequest): readonly LeadTiers[] {
  const { election, table, policy, gate, petitioned } = request;
  const stakes = stakesOf(gate, rowVotes(election, table, policy, null), policy);
  const counted = marksOf(table, (row) => stateOf(table, row) === "counted");
  const flagged = marksOf(table, (row) => stateOf(table, row) === "referred");
  const sets: LeadTiers[] = [{ set: "counted", sheets: sumOf(counted), tiers: tiersOf(stakes, counted) }];
  if (petitioned !== null) {
    const named = marksOf(table, (row) => counted[row] === 1 && petitioned.has(row));
    sets.push({ set: "petitioned", sheets: sumOf(named), tiers: tiersOf(stakes, named) });
  }
  // A flagged sheet is not in the count: counted as written it takes what the rival is ahead by on it.
  const written = stakesOf(gate, writtenVotes(request), policy).map((stake) => 0 - stake);
  sets.push({ set: "flagged", sheets: sumOf(flagged), tiers: tiersOf(written, flagged) });
  return sets;
}

/** What is written on every sheet for the two options, whether it counts or not; a cell that is no number is nothing. */
function writtenVotes({ table, policy, gate }: LeadTiersRequest): RowVotes {
  const figures = figuresOf(table, policy);
  const columnOf = (option: string): Int32Array => {
    const at = table.form.cells.findIndex((cell) => cell.role === "option" && cell.option === option);
    return (figures[at] ?? new Int32Array(table.size)).map((value) => Math.max(value, 0));
  };
  return {
    votes: new Map([gate.option, gate.rival].map((option) => [option, columnOf(option)])),
    otherBallots: new Int32Array(table.size),
  };
}

function marksOf(table: SheetTable, isIn: (row: number) => boolean): Uint8Array {
  const marks = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row++) marks[row] = isIn(row) ? 1 : 0;
  return marks;
}

function sumOf(marks: Uint8Array): number {
  return marks.reduce((sum, mark) => sum + mark, 0);
}
