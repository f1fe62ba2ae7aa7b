import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Language } from "../../language/index.js";
import type { AnswerDesk } from "../../serve/index.js";
import { diffIn, editionsIn, findingsIn, historyOf, resultsIn, stationIn, timelineIn } from "./api-documents.js";
import type { Document } from "./api-documents.js";
import type { Desk } from "../desk/desk.js";
import { disputesDocument, findDisputes } from "../dispute/disputes-run.js";
import type { DataFlags } from "../desk/flags.js";
import { chooseEdition, openContest, withElection } from "../desk/opened.js";
import type { OpenedContest, OpenedElection } from "../desk/opened.js";
import { holdOf } from "../desk/publish-hold.js";
import { reconcileDocument } from "../count/reconcile-run.js";
import { compareSeries } from "../count/reconcile-series.js";

/** What a question names, as every question may. */
interface Named {
  readonly election?: string;
  readonly contest?: string;
  readonly at?: string;
  readonly edition?: string;
}

/** Answers the questions of the API from a data folder, with the code that prints `--json`. Nothing is said before it may be published. */
export function answersFrom(desk: Desk, data: string): AnswerDesk {
  const onElection = electionWork(desk, data);
  const onContest = contestWork(desk, data);
  return {
    revision: () => ledgerMark(resolve(desk.cwd, data)),
    clock: () => Date.parse(desk.now()),
    answers: {
      editions: (asked, language) => onElection(asked, language, editionsIn),
      results: (asked, language) => onContest(asked, language, (opened) => resultsIn(opened, asked, language)),
      station: (asked, language) =>
        onContest(asked, language, (opened) => stationIn(opened, asked, language, desk.now())),
      history: (asked, language) =>
        onContest(asked, language, (opened) => historyOf(opened, asked.station, language, desk.now())),
      diff: (asked, language) => onElection(asked, language, (opened) => diffIn(opened, asked)),
      findings: (asked, language) => onContest(asked, language, (opened) => findingsIn(opened, asked.code)),
      disputes: (asked, language) =>
        onContest(asked, language, (opened) => {
          const { policy = "counted", any, edition, group } = asked;
          const optional = { ...(edition === undefined ? {} : { edition }), ...(group === undefined ? {} : { group }) };
          const flags = { ...flagsOf(data, asked), ...optional, policy, any: any === undefined ? [] : [any] };
          const answered = findDisputes(quiet(desk, language), opened, flags);
          return answered.ok ? succeed(disputesDocument(opened, answered.value.found, null)) : answered;
        }),
      bulletins: (asked, language) =>
        onContest(asked, language, (opened) => {
          const compared = compareSeries(opened, { ...flagsOf(data, asked), ...asked });
          return compared.ok ? succeed(reconcileDocument(opened, compared.value)) : compared;
        }),
      timeline: (asked, language) => onElection(asked, language, (opened) => timelineIn(opened, asked.contest)),
    },
  };
}

/** What has changed when the ledger has grown: its checkpoint is signed at every append. */
export function ledgerMark(path: string): string {
  try {
    const { mtimeNs, size } = statSync(join(path, "ledger", "checkpoint"), { bigint: true });
    return `${mtimeNs}-${size}`;
  } catch {
    // There is none yet.
    return "";
  }
}

type Work<Opened> = (
  asked: Named,
  language: Language,
  work: (opened: Opened) => Result<Document>,
) => Promise<Result<Document>>;

function electionWork(desk: Desk, data: string): Work<OpenedElection> {
  return async (asked, language, work) => {
    let document: Document = {};
    const done = await withElection(quiet(desk, language), flagsOf(data, asked), (opened) => {
      const held = holdOf(opened, "results", desk.now());
      if (!held.ok) return held;
      const made = work(opened);
      if (made.ok) document = made.value;
      return made.ok ? succeed(null) : made;
    });
    return done.ok ? succeed(document) : done;
  };
}

/** Without a choice of edition the newest, by the source's clock. */
function contestWork(desk: Desk, data: string): Work<OpenedContest> {
  const onElection = electionWork(desk, data);
  return (asked, language, work) =>
    onElection(asked, language, (opened) => {
      const edition = chooseEdition(opened, asked.edition);
      if (!edition.ok) return edition;
      const contest = openContest(opened, edition.value, asked.contest);
      return contest.ok ? work(contest.value) : contest;
    });
}

/** Warnings of a request are nobody's at the desk; whoever asked gets the problem itself. */
function quiet(desk: Desk, language: Language): Desk {
  return { ...desk, language, warn: () => undefined, progress: () => undefined, print: () => undefined };
}

function flagsOf(data: string, { election, contest, at }: Named): DataFlags {
  return {
    data,
    json: true,
    ...(election === undefined ? {} : { election }),
    ...(contest === undefined ? {} : { contest }),
    ...(at === undefined ? {} : { at }),
  };
}
