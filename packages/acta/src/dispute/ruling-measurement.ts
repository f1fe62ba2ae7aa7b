import type { Problem, Result } from "../basics/index.js";
import { fail, succeed } from "../basics/index.js";
import type { Flag } from "../election/index.js";
import { allHold } from "./condition.js";
import type { FiledSheet } from "./filed-sheet.js";
import { rulesOf } from "./law-in-force.js";
import type { LawInForce } from "./law-in-force.js";
import type { Proposal } from "./proposal.js";
import { proposeRuling } from "./propose-ruling.js";
import { onlyAssigned, predictedOutcomeOf, realOutcomeOf } from "./real-outcome.js";
import type { PredictedOutcome, RealOutcome } from "./real-outcome.js";
import { flagsOf } from "./sheet-flags.js";

/** A flagged sheet whose end is known. */
export interface MeasuredSheet {
  readonly station: string;
  readonly sheet: FiledSheet;
  /** The class that the authority gave it. */
  readonly given: Flag;
  readonly after: { readonly annulled: boolean; readonly cells: readonly number[] };
}

/** A sheet that ended otherwise than the table and than comparison could have cured it. */
export interface Departure {
  readonly station: string;
  readonly predicted: PredictedOutcome;
  readonly real: RealOutcome;
}

/**
 * Sheets with a single cause under one rule of the table. `cured` is inferred from the end (counted, with other figures than the
 * rule gives), so that agreement on the rest is nearly circular: read it beside the prediction.
 */
export interface AgreementRow {
  readonly given: Flag;
  readonly letters: string;
  readonly rule: string;
  readonly sheets: number;
  readonly asRule: number;
  readonly cured: number;
  readonly departures: readonly Departure[];
}

/** Sheets of a class that were predicted alike and ended alike; predicted from what stood on the sheet before and nothing else. */
export interface PredictionRow {
  readonly given: Flag;
  readonly letters: string;
  readonly rule: string;
  readonly predicted: PredictedOutcome;
  readonly real: RealOutcome;
  readonly sheets: number;
  /** Those among them whose figures afterwards are the predicted ones, cell by cell. */
  readonly sameFigures: number;
}

/** The table of the law beside what bodies really decided. */
export interface RulingMeasurement {
  readonly sheets: number;
  readonly agreement: readonly AgreementRow[];
  readonly prediction: readonly PredictionRow[];
  /** Stations whose figures afterwards break the condition that every resolved sheet must meet. */
  readonly broken: readonly string[];
}

/** Measures the proposals of a law on sheets whose end is known. No copy is compared and no envelope opened beforehand. */
export function measureRulings(cases: Iterable<MeasuredSheet>, law: LawInForce): Result<RulingMeasurement, Problem> {
  const agreement = new Map<string, AgreementRow>();
  const prediction = new Map<string, PredictionRow>();
  const broken: string[] = [];
  let sheets = 0;
  for (const each of cases) {
    const found = caseOf(each, law);
    if (!found.ok) return fail({ ...found.problem, where: each.station });
    sheets += 1;
    if (!meetsPostcondition({ ...each.sheet, cells: each.after.cells }, law)) broken.push(each.station);
    addPrediction(prediction, each, found.value);
    if (found.value.singleCause) addAgreement(agreement, each, found.value);
  }
  return succeed({ sheets, agreement: inOrder(agreement), prediction: inOrder(prediction), broken });
}

/** Whether a sheet meets what every resolved sheet must. */
export function meetsPostcondition(sheet: FiledSheet, law: LawInForce): boolean {
  return rulesOf(law, "postcondition").every((rule) => allHold(rule.holds, sheet) === true);
}

interface MeasuredCase {
  readonly letters: string;
  readonly singleCause: boolean;
  readonly proposal: Proposal;
  readonly rule: string;
  readonly predicted: PredictedOutcome;
  readonly real: RealOutcome;
  readonly sameFigures: boolean;
}

function caseOf({ sheet, given, after }: MeasuredSheet, law: LawInForce): Result<MeasuredCase> {
  const { flags, letters } = flagsOf(sheet, law, [given]);
  const proposed = proposeRuling({ sheet, flags, copies: [], challenged: { kind: "unopened" } }, law);
  if (!proposed.ok) return proposed;
  const proposal = proposed.value;
  return succeed({
    letters,
    // The class `other` mixes causes; as a further remark on a sheet of another class it names none of its own.
    singleCause: given !== "other" && flags.filter((flag) => flag !== "other").length === 1 && letters.length < 2,
    proposal,
    rule: proposal.decidedBy ?? proposal.steps.at(-1)?.rule ?? "",
    predicted: predictedOutcomeOf(sheet, proposal),
    real: realOutcomeOf(sheet, after.cells, after.annulled),
    sameFigures: proposal.cells.every((cell, at) => cell === after.cells[at]),
  });
}

function addPrediction(rows: Map<string, PredictionRow>, { given }: MeasuredSheet, each: MeasuredCase): void {
  const { letters, rule, predicted, real } = each;
  const key = [given, letters, rule, predicted, real].join(" ");
  const row = rows.get(key) ?? { given, letters, rule, predicted, real, sheets: 0, sameFigures: 0 };
  rows.set(key, { ...row, sheets: row.sheets + 1, sameFigures: row.sameFigures + (each.sameFigures ? 1 : 0) });
}

function addAgreement(rows: Map<string, AgreementRow>, measured: MeasuredSheet, each: MeasuredCase): void {
  const { letters, rule, predicted, real } = each;
  const key = [measured.given, letters, rule].join(" ");
  const row = rows.get(key) ?? { given: measured.given, letters, rule, sheets: 0, asRule: 0, cured: 0, departures: [] };
  const asRule = each.sameFigures || isAssigned(measured, each.proposal);
  const cured = !asRule && !measured.after.annulled;
  const departure = { station: measured.station, predicted, real };
  rows.set(key, {
    ...row,
    sheets: row.sheets + 1,
    asRule: row.asRule + (asRule ? 1 : 0),
    cured: row.cured + (cured ? 1 : 0),
    departures: asRule || cured ? row.departures : [...row.departures, departure],
  });
}

/** Where the law leaves challenged votes to the body, any way of assigning them is as the rule says. */
function isAssigned({ sheet, after }: MeasuredSheet, { needs }: Proposal): boolean {
  return needs.join() === "challengedVotes" && !after.annulled && onlyAssigned(sheet, after.cells);
}

function inOrder<Row extends { readonly given: Flag; readonly letters: string; readonly sheets: number }>(
  rows: ReadonlyMap<string, Row>,
): readonly Row[] {
  const name = ({ given, letters }: Row): string => `${given} ${letters}`;
  return [...rows.values()].toSorted((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : b.sheets - a.sheets));
}
