import { fail, succeed } from "acta/basics";
import type { Instant, Json, Result } from "acta/basics";
import { changedFigures, competenceOf, rulesBehind, votersAdded } from "acta/dispute";
import type { Election } from "acta/election";
import type { RulingEntry } from "acta/record";
import { statusOf } from "acta/sheet";
import { enterActs } from "../../act/index.js";
import type { ActDraft, ActEntering } from "../../act/index.js";
import { momentOf } from "../../language/index.js";
import { replayFolder } from "../../store/index.js";
import { acting, told } from "../desk/acting.js";
import type { ActingFlags } from "../desk/acting.js";
import type { Desk } from "../desk/desk.js";
import { learnLaw } from "./law-run.js";
import { proposeFor, rowCalled, rulingBench } from "./ruling-bench.js";
import type { ProposedSheet, RulingBench } from "./ruling-bench.js";
import { challengedIn, figuresIn } from "./ruling-cells.js";
import { RULING_OUTCOMES, enteredRulingText } from "./ruling-entered-text.js";
import type { DecidedSheet, RulingOutcome } from "./ruling-entered-text.js";

/** Flags of `acta ruling adopt`. */
export interface AdoptFlags extends ActingFlags {
  readonly election?: string;
  readonly contest?: string;
  readonly body: string;
  readonly ruling: string;
  /** Day or time of the decision. */
  readonly at: string;
  readonly case?: string;
  readonly word?: string;
  readonly challenged?: string;
}

/** Flags of `acta ruling depart`. */
export interface DepartFlags extends AdoptFlags {
  readonly outcome: string;
  readonly figures?: string;
  readonly reason: string;
}

/** Runs `acta ruling adopt`: the proposal as the ruling of a body. */
export async function runAdopt(desk: Desk, flags: AdoptFlags, station: string): Promise<void> {
  await enterRuling(desk, flags, station, (sheet, bench) => {
    const { outcome, needs, cells } = sheet.proposal;
    if (outcome === "needsBody") {
      const list = needs.map((need) => desk.language.say(`need.${need}`)).join("; ");
      return fail({ code: "ruling.needsBody", where: sheet.station, context: { needs: list } });
    }
    const law = rulesBehind(sheet.proposal, bench.recorded.set.blob.sha256);
    const competence = competenceOf(bench.law, bench.recorded.set.blob.sha256);
    return succeed({
      sheet,
      outcome,
      cells,
      law: law.length > 0 ? law : competence,
      proposal: "adopted",
      departure: "",
    });
  });
}

/** Runs `acta ruling depart`: another decision than the proposal, with its reason. */
export async function runDepart(desk: Desk, flags: DepartFlags, station: string): Promise<void> {
  await enterRuling(desk, flags, station, (sheet, bench) => {
    const outcome = RULING_OUTCOMES.find((each) => each === flags.outcome);
    if (outcome === undefined)
      return fail({
        code: "ruling.badOutcome",
        context: { outcome: flags.outcome.slice(0, 40), known: RULING_OUTCOMES.join(", ") },
      });
    const figures = figuresIn(desk.language, bench, flags.figures);
    if (!figures.ok) return figures;
    const cells = bench.contest.form.cells.map(({ id }, at) => figures.value[id] ?? sheet.matter.sheet.cells[at] ?? 0);
    const changes = Object.keys(changedFigures(bench.contest.form, sheet.matter.sheet.cells, cells)).length > 0;
    if (changes !== (outcome === "corrected" || outcome === "annulled"))
      return fail({ code: changes ? "ruling.figuresKept" : "ruling.noFigures", where: sheet.station });
    const same = sheet.proposal.outcome === outcome && cells.every((cell, at) => cell === sheet.proposal.cells[at]);
    if (same) return fail({ code: "ruling.noDeparture", where: sheet.station });
    const law = competenceOf(bench.law, bench.recorded.set.blob.sha256);
    return succeed({ sheet, outcome, cells, law, proposal: "departed", departure: flags.reason });
  });
}

async function enterRuling(
  desk: Desk,
  flags: AdoptFlags,
  station: string,
  decide: (sheet: ProposedSheet, bench: RulingBench) => Result<DecidedSheet>,
): Promise<void> {
  learnLaw(desk);
  await acting(desk, flags, async (entering) => {
    const decided = decidedSheet(desk, flags, station, entering, decide);
    if (!decided.ok) return decided;
    const { bench, sheet } = decided.value;
    const draft = draftOf(flags, bench, sheet, entering);
    if (!draft.ok) return draft;
    const entered = await enterActs(entering, [draft.value]);
    if (!entered.ok) return entered;
    const entry = entered.value[0]?.first ?? 0;
    const document = {
      schema: "acta-ruling/1",
      station: sheet.sheet.station,
      entry,
      ruling: flags.ruling,
      body: flags.body,
      outcome: sheet.outcome,
      proposal: sheet.proposal,
      figures: changedFigures(bench.contest.form, sheet.sheet.matter.sheet.cells, sheet.cells),
      law: sheet.law,
      votersAdded: votersAdded(sheet.sheet.matter.sheet, sheet.cells),
      signer: entered.value[0]?.signer ?? "",
      size: entering.folder.ledger.size,
    };
    return told(flags, document, enteredRulingText(desk.language, flags, bench, sheet, entry));
  });
}

interface Decided {
  readonly bench: RulingBench;
  readonly sheet: DecidedSheet;
}

function decidedSheet(
  desk: Desk,
  flags: AdoptFlags,
  station: string,
  { folder, recordedAt }: ActEntering,
  decide: (sheet: ProposedSheet, bench: RulingBench) => Result<DecidedSheet>,
): Result<Decided> {
  const replayed = replayFolder(folder);
  if (!replayed.ok) return replayed;
  const named = { election: flags.election, contest: flags.contest, data: flags.data };
  const state = replayed.value.state();
  const today = rulingBench(folder, state, named, recordedAt);
  if (!today.ok) return today;
  // The law is the one in force on the day of the decision, in the election's zone.
  const at = momentOf(flags.at, today.value.election.timeZone);
  if (at === undefined) return fail({ code: "act.badMoment", context: { text: flags.at.slice(0, 40) } });
  const bench = rulingBench(folder, state, named, at);
  if (!bench.ok) return bench;
  const row = rowCalled(bench.value, station);
  if (!row.ok) return row;
  const challenged = challengedIn(desk.language, bench.value, flags.challenged);
  if (!challenged.ok) return challenged;
  const sheet = proposeFor(bench.value, row.value, challenged.value);
  if (!sheet.ok) return sheet;
  const decided = decide(sheet.value, bench.value);
  return decided.ok ? succeed({ bench: bench.value, sheet: decided.value }) : decided;
}

/** The batch with the ruling; a day stays a day. */
function draftOf(
  flags: AdoptFlags,
  bench: RulingBench,
  { sheet, outcome, cells, law, proposal, departure }: DecidedSheet,
  { signer }: ActEntering,
): Result<ActDraft> {
  const { election, contest } = bench;
  const status = statusFor(bench, sheet, outcome);
  if (status === undefined) return fail({ code: "ruling.noStatus", context: { outcome, election: election.id } });
  const moment: Instant | undefined = momentOf(flags.at, election.timeZone);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(flags.at);
  const filed = sheet.matter.sheet;
  const added = votersAdded(filed, cells);
  const figures = changedFigures(contest.form, filed.cells, cells);
  const actor = signer === null ? { role: "tribunal", name: flags.body } : { role: signer.role, name: signer.holder };
  const entry: Omit<RulingEntry, "effects" | "law" | "documents" | "at"> = {
    replaces: null,
    ruling: flags.ruling,
    case: flags.case ?? "",
    body: flags.body,
    instance: 1,
    outcome,
    word: flags.word ?? "",
    votersImputed: added === 0 ? {} : { [sheet.station]: added },
    proposal,
    departure,
    dissent: 0,
  };
  const references: readonly Json[] = law.map(({ rule, article, lawSet }) => ({ rule, article, lawSet }));
  const effects: readonly Json[] = [{ station: sheet.station, status, figures }];
  return succeed({
    kind: "ruling",
    election: election.id,
    contest: contest.id,
    copy: "",
    actor,
    source: "",
    asOf: null,
    reason: departure === "" ? "proposal adopted" : departure,
    entries: [{ ...entry, at: isDay ? flags.at : (moment ?? null), law: references, effects, documents: [] }],
  });
}

/** The status that the definition has for a sheet after such a ruling; a recount leaves it where it is. */
function statusFor(bench: RulingBench, sheet: ProposedSheet, outcome: RulingOutcome): string | undefined {
  if (outcome === "recount") return statusOf(bench.table, sheet.row)?.id;
  return statusAfter(bench.election, outcome === "annulled" ? "annulled" : "counted");
}

function statusAfter({ statuses }: Election, state: "annulled" | "counted"): string | undefined {
  const fitting = statuses.filter((status) => status.state === state);
  return (fitting.find(({ resolved }) => resolved) ?? fitting[0])?.id;
}
