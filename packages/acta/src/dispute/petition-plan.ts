import type { Instant } from "../basics/index.js";
import type { Contest, Roll } from "../election/index.js";
import { compareCopies, hasFigures, stateOf, statusOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import type { CaseLaw } from "./case-law.js";
import type { CaseBook, CaseStateKind } from "./case-record.js";
import { civilDateOf } from "./civil-time.js";
import { feeFor } from "./fee.js";
import type { Fee } from "./fee.js";
import { electionStart } from "./filing-time.js";
import { rulesOf } from "./law-in-force.js";
import type { GroundRule } from "./law.js";

/** Why a station is in a plan. */
export type PlanReason = "copyDiffers" | "notedOnSheet" | "petitioned";

/** A station where a side has something to go on, seen from that side. */
export interface PlannedStation {
  readonly station: string;
  readonly reasons: readonly PlanReason[];
  /** Cells in which its own copy differs from the authority's. */
  readonly differing: readonly string[];
  /** What the side's lead over its rival gains if the authority's figures become those of its own copy; null without such a copy. */
  readonly byCopy: number | null;
  /** The same if the station is annulled; negative when the side would lose by it. */
  readonly byAnnulment: number;
  /** State of the side's own case on it; null when it has none. */
  readonly state: CaseStateKind | null;
}

/** What a ground needs now. */
export interface GroundNeeds {
  readonly rule: GroundRule;
  readonly deadline: Instant | null;
  readonly inTime: boolean;
  readonly fee: Fee | null;
}

/** The stations at which one side has a ground or a copy that differs. The rules are the same for every side. */
export interface PetitionPlan {
  readonly side: string;
  /** The option with most votes beside it: whose lead is counted. */
  readonly rival: string;
  /** Copies of this side in the record: stations that have one. They are no random sample. */
  readonly copies: number;
  readonly stations: readonly PlannedStation[];
  /** Empty without a law. */
  readonly grounds: readonly GroundNeeds[];
}

/** What a plan looks at. */
export interface PlanInput {
  readonly contest: Contest;
  readonly roll: Roll;
  readonly table: SheetTable;
  /** Copies of the contest by holder and number, `agent:PARTY/1`. */
  readonly copies: ReadonlyMap<string, SheetTable>;
  readonly book: CaseBook;
  readonly law: CaseLaw | null;
}

/**
 * Finds the stations where a side's own copies differ from the authority's, a petition is noted on the sheet, or it has filed. It never
 * names a station only because its votes would help: without a ground there is nothing to file.
 */
export function planPetitions(input: PlanInput, side: string): PetitionPlan {
  const { roll, table, copies, book } = input;
  const rival = rivalOf(input, side);
  const own = [...copies].flatMap(([name, copy]) => (name.startsWith(`agent:${side}/`) ? copy : []));
  const filed = new Map<string, CaseStateKind>();
  for (const { petitions, stations, state } of book.cases)
    if (petitions.some(({ entry }) => entry.filer.party === side))
      stations.forEach((each) => filed.set(each, state.kind));
  const stations: PlannedStation[] = [];
  let withCopy = 0;
  for (let row = 0; row < table.size; row++) {
    const code = roll.codes[row] ?? "";
    const copy = own.find((each) => hasFigures(stateOf(each, row)));
    if (copy !== undefined) withCopy++;
    const differing = copy === undefined ? [] : differingCells(table, copy, row);
    const state = filed.get(code) ?? null;
    const reasons: PlanReason[] = [
      ...(differing.length > 0 ? (["copyDiffers"] as const) : []),
      ...(statusOf(table, row)?.flags.includes("nullityRequested") === true ? (["notedOnSheet"] as const) : []),
      ...(state === null ? [] : (["petitioned"] as const)),
    ];
    if (reasons.length === 0) continue;
    const lead = leadAt(table, row, side, rival);
    const byCopy = copy === undefined || differing.length === 0 ? null : leadAt(copy, row, side, rival) - lead;
    stations.push({ station: code, reasons, differing, byCopy, byAnnulment: lead === 0 ? 0 : -lead, state });
  }
  const most = (each: PlannedStation): number => Math.max(each.byAnnulment, each.byCopy ?? each.byAnnulment);
  const sorted = stations.toSorted((a, b) => most(b) - most(a) || (a.station < b.station ? -1 : 1));
  return { side, rival, copies: withCopy, stations: sorted, grounds: needsNow(input) };
}

function differingCells({ form, cells, raw }: SheetTable, copy: SheetTable, row: number): readonly string[] {
  const at = (table: Pick<SheetTable, "cells" | "raw">) => ({
    cells: table.cells.map((column) => column[row] ?? 0),
    raw: new Map(form.cells.flatMap((_, cell) => textAt(table.raw.get(row * form.cells.length + cell), cell))),
  });
  const { differing } = compareCopies(form, at({ cells, raw }), at(copy));
  return differing.map((cell) => form.cells[cell]?.id ?? "");
}

function textAt(text: string | undefined, cell: number): readonly (readonly [number, string])[] {
  return text === undefined ? [] : [[cell, text]];
}

/** What counts of a sheet now: an annulled one has nothing to take away. */
function leadAt(table: SheetTable, row: number, side: string, rival: string): number {
  const votes = (option: string): number => {
    let sum = 0;
    table.form.cells.forEach((cell, at) => {
      if (cell.role === "option" && cell.option === option) sum += Math.max(0, table.cells[at]?.[row] ?? 0);
    });
    return sum;
  };
  const state = stateOf(table, row);
  return state === "counted" || state === "referred" ? votes(side) - votes(rival) : 0;
}

function rivalOf({ contest, table }: PlanInput, side: string): string {
  const sums = new Map<string, number>();
  table.form.cells.forEach(({ role, option }, at) => {
    if (role !== "option" || option === side) return;
    let sum = sums.get(option) ?? 0;
    for (const value of table.cells[at] ?? []) sum += Math.max(0, value);
    sums.set(option, sum);
  });
  const others = contest.options.filter((option) => option !== side);
  return others.toSorted((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0))[0] ?? "";
}

function needsNow({ law, book }: PlanInput): readonly GroundNeeds[] {
  if (law === null) return [];
  const day = civilDateOf(law.law.calendar, book.now);
  return rulesOf(law.on(null), "ground").map((rule) => {
    const term = law.termOf(day, rule.term, electionStart(law));
    // After its validity the term is that of election day: what is over is told with its day.
    const known = term.ok ? term : law.termOf(null, rule.term, electionStart(law));
    const deadline = known.ok ? known.value.deadline : null;
    const fee = feeFor(law.on(null), rule.fee, law.election.date);
    return { rule, deadline, inTime: deadline !== null && book.now <= deadline, fee: fee.ok ? fee.value : null };
  });
}
