import type { Backlog, CertificationPath, ElectionClock, EndOfTerm, OpenDeadline, OpenSheets } from "acta/dispute";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { bodyText, daysText, stateText } from "./case-text.js";
import { atOf } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { whenText } from "../desk/opened-cases.js";
import type { OpenedCases } from "../desk/opened-cases.js";

/** What the calendar of an election says. */
export interface ElectionCalendar {
  readonly sheets: OpenSheets;
  readonly path: CertificationPath | null;
  readonly clock: ElectionClock;
  readonly end: EndOfTerm | null;
  readonly deadlines: readonly OpenDeadline[];
  readonly backlog: readonly Backlog[];
}

/** Deadlines and cases that are printed without `--all`. */
const SHOWN = 20;

/** The documented JSON shape `acta-calendar/1`. */
export function calendarDocument(
  { election, opened, book }: OpenedCases,
  { open }: OpenedContest,
  { sheets, path, clock, end, deadlines, backlog }: ElectionCalendar,
): Readonly<Record<string, unknown>> {
  return {
    schema: "acta-calendar/1",
    provenance: election.provenance,
    election: election.id,
    edition: { id: open.edition.id, number: open.edition.number, asOf: open.edition.asOf },
    ...atOf(opened),
    now: book.now,
    petitions: book.petitions,
    sheets,
    certification:
      path === null ? null : { rule: path.rule.id, article: path.rule.article, steps: path.steps, blocks: path.blocks },
    days: clock,
    endOfTerm:
      end === null
        ? null
        : {
            rule: end.rule.id,
            article: end.rule.article,
            date: end.rule.date,
            daysLeft: end.daysLeft,
            flag: end.flag,
            terms: end.terms,
            uncounted: end.uncounted,
          },
    deadlines,
    backlog,
    instances: book.cases.flatMap(({ case: number, spans }) => (spans.length === 0 ? [] : { case: number, spans })),
  };
}

/** The calendar in words: what blocks, what is due, how long it has taken, and the end of the term. */
export function calendarText(
  language: Language,
  cases: OpenedCases,
  contest: OpenedContest,
  calendar: ElectionCalendar,
  all: boolean,
): string {
  const { say } = language;
  const zone = cases.election.timeZone;
  return [
    say("calendar.title", {
      election: language.pick(cases.election.name),
      now: whenText(language, cases.book.now, zone),
    }),
    say("calendar.edition", {
      number: contest.open.edition.number,
      asOf: whenText(language, contest.open.edition.asOf, zone),
    }),
    "",
    ...pathLines(language, calendar),
    "",
    ...clockLines(language, cases, calendar),
    "",
    ...deadlineLines(language, cases, calendar.deadlines, all),
    ...backlogLines(language, cases, calendar.backlog),
    ...instanceLines(language, cases, all),
  ].join("\n");
}

function pathLines({ say, number }: Language, { path }: ElectionCalendar): readonly string[] {
  if (path === null) return [say("calendar.noOrder")];
  const rows = path.steps.map(({ step, state, count }, at) => [
    `${at + 1}`,
    say(`calendar.step.${step}`),
    say(`calendar.stepState.${state}`),
    step === "certification" || (state === "unknown" && count === 0) ? "–" : number(count),
  ]);
  const { id, article } = path.rule;
  return [
    path.blocks.length === 0
      ? say("calendar.clear", { rule: id })
      : say("calendar.blocked", { steps: path.blocks.length, rule: article === "" ? id : `${id}, ${article}` }),
    drawTable(
      [
        { title: "" },
        { title: say("calendar.column.step") },
        { title: say("calendar.column.state") },
        { title: say("calendar.column.count"), align: "right" },
      ],
      rows,
    ),
  ];
}

function clockLines(language: Language, { law }: OpenedCases, { clock, end }: ElectionCalendar): readonly string[] {
  const { say } = language;
  const { certified, days, voted, earlier } = clock;
  const lines = [
    certified === null
      ? say("calendar.since", { days, voted: language.day(voted) })
      : say("calendar.took", { days, voted: language.day(voted), certified: language.day(certified) }),
    ...earlier.map(({ name, days: took, source }) =>
      say("calendar.earlier", { name: language.pick(name), days: took, source }),
    ),
  ];
  if (end === null) return lines;
  const { rule, daysLeft, flag, terms, uncounted } = end;
  const date = language.day(rule.date);
  lines.push(
    say(`calendar.end.${flag}`, {
      date,
      days: Math.abs(daysLeft),
      last: language.day(terms.at(-1)?.until ?? rule.date),
      rule: `${rule.id}, ${rule.article}`,
      terms: terms.length,
    }),
  );
  for (const { rule: of, until } of terms)
    lines.push(
      `  ${say("calendar.term", { matter: ruleText(language, law, of), rule: of, until: language.day(until) })}`,
    );
  if (uncounted.length > 0) lines.push(say("calendar.uncounted", { matters: uncounted.join(", ") }));
  return lines;
}

/** The rule in the words of the law set. */
function ruleText({ pick }: Language, law: OpenedCases["law"], id: string): string {
  const rule = law?.on(null).rules.find((each) => each.id === id);
  return rule === undefined ? id : pick(rule.text);
}

function deadlineLines(
  language: Language,
  { election, law }: OpenedCases,
  deadlines: readonly OpenDeadline[],
  all: boolean,
): readonly string[] {
  const { say } = language;
  const running = deadlines.filter(({ state }) => state === "running");
  const others = deadlines.filter(({ state }) => state !== "running");
  const shown = all ? [...running, ...others] : [...running, ...others].slice(0, SHOWN);
  const rows = shown.map(({ what, case: number, body, rule, due, days, workingDays, state }) => [
    say(`calendar.what.${what}`),
    number === "" ? say("calendar.everybody") : number,
    body === "" ? "–" : bodyText(language, law, body),
    whenText(language, due, election.timeZone),
    state === "running"
      ? say("calendar.left", { days, workingDays: workingDays === null ? "?" : language.number(workingDays) })
      : say(`calendar.due.${state}`),
    rule === "" ? "–" : rule,
  ]);
  const columns = ["what", "case", "body", "due", "clock", "rule"] as const;
  return [
    say("calendar.deadlines", { running: running.length, others: others.length }),
    drawTable(
      columns.map((column) => ({ title: say(`calendar.column.${column}`) })),
      rows,
    ),
    ...(shown.length < deadlines.length ? [say("case.more", { count: deadlines.length - shown.length })] : []),
  ];
}

function backlogLines(language: Language, { law }: OpenedCases, backlog: readonly Backlog[]): readonly string[] {
  const { say } = language;
  if (backlog.length === 0) return [];
  const columns = ["body", "open", "over", "oldest"] as const;
  return [
    "",
    say("calendar.backlog"),
    drawTable(
      columns.map((column) => ({
        title: say(`calendar.column.${column}`),
        ...(column === "body" ? {} : { align: "right" }),
      })),
      backlog.map(({ body, open, over, oldest }) => [
        bodyText(language, law, body),
        `${open}`,
        `${over}`,
        oldest === null ? "–" : `${oldest}`,
      ]),
    ),
  ];
}

function instanceLines(language: Language, { book }: OpenedCases, all: boolean): readonly string[] {
  const { say } = language;
  const timed = book.cases.filter(({ spans }) => spans.length > 0);
  if (timed.length === 0) return [];
  const shown = all ? timed : timed.slice(0, SHOWN);
  const columns = ["case", "stations", "daysTaken", "state"] as const;
  return [
    "",
    say("calendar.instances"),
    drawTable(
      columns.map((column) => ({ title: say(`calendar.column.${column}`) })),
      shown.map((record) => [
        record.key,
        record.stations.slice(0, 2).join(" "),
        daysText(language, record.spans),
        stateText(language, record),
      ]),
    ),
    ...(shown.length < timed.length ? [say("case.more", { count: timed.length - shown.length })] : []),
  ];
}
