import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import {
  classedSheets,
  confusionByClass,
  decidedByLaw,
  flagAgreement,
  legalFrame,
  measureRulings,
  measuredSheets,
} from "acta/dispute";
import type { LawInForce } from "acta/dispute";
import { heldLaws, recordedLaw } from "../../act/index.js";
import type { RecordedLaw } from "../../act/index.js";
import { replayFolder } from "../../store/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { DataFlags } from "../desk/flags.js";
import { learnLaw } from "./law-run.js";
import { atOf, chooseEdition, openContest, withElection } from "../desk/opened.js";
import type { OpenedContest, OpenedElection } from "../desk/opened.js";
import { measurementText } from "./ruling-measure-text.js";
import type { Measured } from "./ruling-measure-text.js";

/** Flags of `acta ruling measure`. */
export type MeasureFlags = DataFlags;

/** Runs `acta ruling measure`. */
export async function runMeasure(desk: Desk, flags: MeasureFlags, before: string, after: string): Promise<void> {
  learnLaw(desk);
  const done = await withElection(desk, flags, (opened) => {
    const measured = measure(opened, flags, before, after);
    if (!measured.ok) return measured;
    if (flags.json) printJson(desk, documentOf(measured.value));
    else desk.print(measurementText(desk.language, measured.value));
    return succeed(null);
  });
  if (!done.ok) tell(desk, done.problem);
}

function measure(opened: OpenedElection, flags: MeasureFlags, from: string, to: string): Result<Measured> {
  const before = contestAt(opened, flags, from);
  if (!before.ok) return before;
  const after = contestAt(opened, flags, to);
  if (!after.ok) return after;
  const law = lawOf(opened, flags, after.value);
  if (!law.ok) return law;
  const { recorded, inForce } = law.value;
  const roll = before.value.open.roll;
  const cases = measuredSheets(roll, before.value.table, after.value.table, after.value.open.roll);
  const measurement = measureRulings(cases, inForce);
  if (!measurement.ok) return measurement;
  return succeed({
    before: before.value,
    after: after.value,
    recorded,
    measurement: measurement.value,
    confusion: confusionByClass(measurement.value.prediction),
    alone: decidedByLaw(measurement.value.prediction),
    flags: flagAgreement(classedSheets(roll, before.value.table), inForce),
  });
}

function contestAt(opened: OpenedElection, flags: MeasureFlags, text: string): Result<OpenedContest> {
  const edition = chooseEdition(opened, text);
  return edition.ok ? openContest(opened, edition.value, flags.contest) : edition;
}

/** The law set of the record, as it was in force when the later edition was the state of the count. */
function lawOf(
  { folder, index, indexed }: OpenedElection,
  { data }: MeasureFlags,
  { open }: OpenedContest,
): Result<{ readonly recorded: RecordedLaw; readonly inForce: LawInForce }> {
  const replayed = replayFolder(folder, index.size);
  if (!replayed.ok) return replayed;
  const recorded = recordedLaw(folder, replayed.value.state().acts, indexed.id);
  if (!recorded.ok) return recorded;
  const none = { code: "law.none", context: { data } };
  if (recorded.value === null) return fail(none);
  const frame = legalFrame(heldLaws([recorded.value]), open.election);
  if (!frame.ok) return frame;
  const inForce = frame.value.lawOn(open.edition.asOf ?? open.election.date);
  return inForce === null ? fail(none) : succeed({ recorded: recorded.value, inForce });
}

/** The documented JSON shape `acta-ruling-measure/1`. */
function documentOf({ before, after, recorded, measurement, ...tables }: Measured): Readonly<Record<string, unknown>> {
  const { election } = after.open;
  const edition = ({ open }: OpenedContest) => ({
    id: open.edition.id,
    number: open.edition.number,
    asOf: open.edition.asOf,
  });
  return {
    schema: "acta-ruling-measure/1",
    provenance: election.provenance,
    election: election.id,
    contest: after.contest.id,
    ...atOf(after),
    before: edition(before),
    after: edition(after),
    law: { id: recorded.law.id, sha256: recorded.set.blob.sha256, entry: recorded.set.index },
    sheets: measurement.sheets,
    postconditionBroken: measurement.broken,
    agreement: measurement.agreement,
    prediction: tables.confusion,
    decidedByLawAlone: tables.alone,
    flags: tables.flags,
  };
}
