import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { editionsInOrder } from "acta/record";
import { FINDING_CODES, checkTable } from "acta/sheet";
import { diffOf } from "acta/tabulation";
import type { Language } from "../../language/index.js";
import type { ParametersOf } from "../../serve/index.js";
import { definitionIn } from "../../store/index.js";
import { checkDocument } from "../count/check.js";
import { choosePair, diffDocument } from "../count/diff.js";
import { editionsDocument } from "../count/editions.js";
import { historyDocument } from "../count/history-text.js";
import { codeIn, versionsOf } from "../count/history.js";
import { legalDocument, legalView } from "../count/legal-view.js";
import { contestIn, timelineDocument, timelineOf } from "../count/margin.js";
import { atOf, choosePolicy, openContest } from "../desk/opened.js";
import type { OpenedContest, OpenedElection } from "../desk/opened.js";
import { resultsFor } from "../count/result-areas.js";
import { resultsDocument } from "../count/results.js";
import { joinFindings, rollDrift } from "../count/roll-drift.js";
import { stationDocument, viewOf } from "../count/station.js";

/** A documented JSON document (docs/json.md). */
export type Document = Readonly<Record<string, unknown>>;

/** `acta-editions/1` of an election. */
export function editionsIn(opened: OpenedElection): Result<Document> {
  const definition = definitionIn(opened.folder, opened.indexed);
  if (!definition.ok) return definition;
  const editions = editionsInOrder(opened.indexed.editions);
  return succeed({ ...editionsDocument(definition.value, editions), ...atOf(opened) });
}

/** `acta-results/1` of an edition. */
export function resultsIn(opened: OpenedContest, asked: ParametersOf<"results">, language: Language): Result<Document> {
  const policy = choosePolicy(opened.open, asked.policy ?? "counted");
  if (!policy.ok) return policy;
  const found = resultsFor(opened, policy.value, asked, language);
  if (!found.ok) return found;
  return succeed(resultsDocument(opened, policy.value, found.value.single, found.value.results));
}

/** `acta-station/1` of an edition. @param now the moment at which terms are asked for. */
export function stationIn(
  opened: OpenedContest,
  asked: ParametersOf<"station">,
  language: Language,
  now: Instant,
): Result<Document> {
  const view = viewOf(opened, asked.station);
  if (!view.ok) return view;
  const upTo = asked.edition === undefined ? opened.index.size : opened.open.edition.size;
  const legal = legalView(language, opened, view.value.code, upTo, now);
  if (!legal.ok) return legal;
  return succeed({ ...stationDocument(opened, view.value), legal: legalDocument(legal.value) });
}

/** `acta-history/1` of a station. @param now the moment at which terms are asked for. */
export function historyOf(opened: OpenedContest, code: string, language: Language, now: Instant): Result<Document> {
  const station = codeIn(opened, code);
  if (!station.ok) return station;
  const versions = versionsOf(opened, station.value);
  if (!versions.ok) return versions;
  const legal = legalView(language, opened, station.value, opened.index.size, now);
  if (!legal.ok) return legal;
  return succeed({ ...historyDocument(opened, station.value, versions.value), legal: legalDocument(legal.value) });
}

/** `acta-diff/1` of two editions. */
export function diffIn(opened: OpenedElection, asked: ParametersOf<"diff">): Result<Document> {
  const pair = choosePair(opened, asked);
  if (!pair.ok) return pair;
  const before = openContest(opened, pair.value[0], asked.contest);
  if (!before.ok) return before;
  const after = openContest(opened, pair.value[1], asked.contest);
  if (!after.ok) return after;
  const { open, contest, table } = after.value;
  const earlier = { roll: before.value.open.roll, table: before.value.table };
  const diff = diffOf(open.election, contest, earlier, { roll: open.roll, table });
  return succeed(diffDocument(before.value, after.value, diff));
}

/** `acta-check/1` of an edition. @param code only findings of this code */
export function findingsIn(opened: OpenedContest, code: string | undefined): Result<Document> {
  if (code !== undefined && !FINDING_CODES.some((known) => known === code))
    return fail({ code: "command.unknownCode", context: { code: code.slice(0, 40) } });
  const drift = rollDrift(opened);
  if (!drift.ok) return drift;
  const { election, roll } = opened.open;
  const list = joinFindings(checkTable(election, opened.contest, roll, opened.table), drift.value);
  const findings = code === undefined ? list.findings : list.findings.filter((finding) => finding.code === code);
  return succeed(checkDocument(opened, list, findings));
}

/** `acta-timeline/1` of a contest. */
export function timelineIn(opened: OpenedElection, contestId: string | undefined): Result<Document> {
  const definition = definitionIn(opened.folder, opened.indexed);
  if (!definition.ok) return definition;
  const contest = contestIn(definition.value, contestId);
  if (!contest.ok) return contest;
  const timeline = timelineOf(opened, definition.value, contest.value);
  return timeline.ok ? succeed({ ...timelineDocument(definition.value, timeline.value), ...atOf(opened) }) : timeline;
}
