import { isOpen } from "acta/dispute";
import type { CaseBook, CaseLaw, CaseRecord, CaseTime, InstanceSpan } from "acta/dispute";
import type { Election } from "acta/election";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { whenText } from "../desk/opened-cases.js";
import type { OpenedCases } from "../desk/opened-cases.js";

/** Cases that are printed without `--all`. */
const SHOWN = 40;

/** A case as JSON. */
export function caseDocument(record: CaseRecord): Readonly<Record<string, unknown>> {
  const { key, case: number, body, role, matter, stations, unlocated, area, state, spans, problems } = record;
  return {
    case: number === "" ? null : number,
    key,
    body,
    role,
    matter,
    stations,
    unlocated,
    area,
    state,
    petitions: record.petitions.map(({ index, entry, review }) => ({
      entry: index,
      petition: entry.petition,
      filer: entry.filer,
      asks: entry.asks,
      ground: entry.ground,
      filed: entry.at,
      noted: entry.noted,
      fee: entry.fee,
      time: review?.time ?? null,
      requisites: review?.requisites ?? [],
      feeDue: review?.fee ?? null,
      outlook: review?.outlook ?? null,
    })),
    hearings: record.hearings.map(({ entry }) => ({ at: entry.at, state: entry.state, body: entry.body })),
    rulings: record.rulings.map(({ index, entry, notified, appealUntil, review, stands }) => ({
      entry: index,
      ruling: entry.ruling,
      instance: entry.instance,
      body: entry.body,
      outcome: entry.outcome,
      word: entry.word,
      at: entry.at,
      notified: notified?.entry.at ?? null,
      appealUntil,
      stands,
      votes: review?.decision ?? null,
      present: review?.sitting?.present ?? null,
      assumed: review?.assumed ?? [],
    })),
    appeals: record.appeals.map(({ index, entry, time }) => ({
      entry: index,
      appeal: entry.appeal,
      at: entry.at,
      time,
    })),
    spans,
    problems,
  };
}

/** Whether the petitions of a case came in time; `unknown` where they differ. */
function timeOfCase({ petitions }: CaseRecord): CaseTime {
  const kinds = petitions.map(({ review }) => review?.time.kind ?? "unknown");
  const [first = "unknown"] = kinds;
  return kinds.every((kind) => kind === first) ? first : "unknown";
}

/** Days of each instance beside those that the law allows: `4 of 3 · 15 of 3`. */
export function daysText({ say }: Language, spans: readonly InstanceSpan[]): string {
  return spans
    .map(({ days, allowed, end }) =>
      say(allowed === null ? "case.days" : "case.daysOf", {
        days,
        allowed: allowed?.days ?? 0,
        running: end === null ? "yes" : "no",
      }),
    )
    .join(" · ");
}

/** A body as its country calls it, `JEE Lima Centro 1`; its id where the law does not name it. */
export function bodyText({ pick }: Language, law: CaseLaw | null, id: string): string {
  const [first = "", place = ""] = id.split(":");
  const role = law?.law.roles.find((each) => each.id === first);
  if (role === undefined) return id;
  const called = role.words[0] ?? pick(role.name);
  const words = place.split("-").map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
  return [called, ...words].join(" ").trim();
}

/** The state of a case in a few words, with its outcome. */
export function stateText({ say }: Language, { state }: CaseRecord): string {
  const kind = say(`case.state.${state.kind}`);
  if (state.kind === "joined") return `${kind} ${state.into}`;
  const outcome = "outcome" in state ? state.outcome : null;
  return outcome === null ? kind : `${kind}: ${say(`case.outcome.${outcome}`)}`;
}

/** The stations of a case in short: two codes and how many more, and those that nobody names. */
export function stationsText({ say }: Language, { stations, unlocated }: CaseRecord): string {
  const named = stations.slice(0, 2).join(" ");
  const more = stations.length > 2 ? ` +${stations.length - 2}` : "";
  const without = unlocated > 0 ? say("case.unlocated", { unlocated }) : "";
  return [`${named}${more}`, without].filter((text) => text !== "").join(", ");
}

/** The list of cases with what is open, counted first. */
export function caseListText(
  language: Language,
  { book, election, law }: OpenedCases,
  chosen: readonly CaseRecord[],
  all: boolean,
): string {
  const { say } = language;
  if (book.petitions === "notLoaded") return say("petition.notLoaded");
  if (book.petitions === "none")
    return say("petition.saidNone", { moment: whenText(language, book.asOf, election.timeZone) });
  const shown = all ? chosen : chosen.slice(0, SHOWN);
  return [
    ...summary(language, book, election, chosen),
    ...(law === null ? [say("petition.noLaw")] : []),
    "",
    caseTable(language, election, law, shown),
    ...(shown.length < chosen.length ? [say("case.more", { count: chosen.length - shown.length })] : []),
    ...problemLines(language, chosen),
  ].join("\n");
}

function summary(language: Language, book: CaseBook, election: Election, chosen: readonly CaseRecord[]): string[] {
  const { say } = language;
  const stationsOf = (cases: readonly CaseRecord[]): number =>
    cases.reduce((sum, each) => sum + each.stations.length + each.unlocated, 0);
  const timed = (time: CaseTime): number => stationsOf(chosen.filter((each) => timeOfCase(each) === time));
  const open = chosen.filter((each) => isOpen(book, each));
  return [
    say("case.summary", {
      cases: chosen.length,
      stations: stationsOf(chosen),
      open: open.length,
      openStations: stationsOf(open),
    }),
    say("case.times", { inTime: timed("inTime"), late: timed("late"), unknown: timed("unknown") }),
    say("case.moment", {
      now: whenText(language, book.now, election.timeZone),
      asOf: book.asOf === null ? "" : whenText(language, book.asOf, election.timeZone),
    }),
  ];
}

function caseTable(language: Language, election: Election, law: CaseLaw | null, cases: readonly CaseRecord[]): string {
  const { say } = language;
  const columns = ["case", "body", "filer", "ground", "stations", "filed", "time", "state", "days"] as const;
  return drawTable(
    columns.map((column) => ({ title: say(`case.column.${column}`) })),
    cases.map((record) => {
      const first = record.petitions[0]?.entry;
      return [
        record.case === "" ? (first?.petition ?? "") : record.case,
        bodyText(language, law, record.body),
        first?.filer.party ?? "",
        first?.ground ?? "",
        stationsText(language, record),
        whenText(language, first?.at ?? null, election.timeZone),
        say(`case.time.${timeOfCase(record)}`),
        stateText(language, record),
        daysText(language, record.spans),
      ];
    }),
  );
}

function problemLines({ say }: Language, cases: readonly CaseRecord[]): readonly string[] {
  const problems = cases.flatMap((record) => record.problems.map((problem) => ({ record, problem })));
  return problems.length === 0
    ? []
    : [
        "",
        say("case.problems"),
        ...problems.map(({ record, problem }) => `  ${record.key}: ${say(problem.code, { ...problem.context })}`),
      ];
}
