import { canonicalJson, fail, succeed, utf8 } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { disputeEn, disputeEs } from "acta/dispute";
import { ALL, daysOf, procedureEn, procedureEs, reasonsOf, replayEvents, spanOfDay } from "acta/procedure";
import type { HistoryEvent, Holding, ReplayedHistory } from "acta/procedure";
import { makeLanguage } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { catalogOf } from "../catalog.js";
import type { Desk } from "../desk/desk.js";
import { writtenCases } from "./history-page-cases.js";
import { gapsOf, knownOffices, reasonText } from "./office-holders-run.js";
import { readEvents } from "./procedure-file.js";
import type { FoundHistory } from "./procedure-file.js";
import { nameOf, toBoth } from "./procedure-words.js";
import type { Reader, Readers } from "./procedure-words.js";

/** A page beyond this is read by nobody, and by no telephone. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * A history as pages read it (`acta-history-page/1`): who held which office, and where each case stands on the last day that is told,
 * in the words of both languages, so that pages need no law of their own.
 * @returns the problems of the history; `procedures.pageTooLarge`.
 */
export async function historyPage(desk: Desk, path: string): Promise<Result<Uint8Array, readonly Problem[]>> {
  const found = await readEvents(desk, { history: path, json: false });
  if (!found.ok) return found;
  const { laws, sha256, history, historySha256, events } = found.value;
  const replayed = replayEvents(laws, events, ALL);
  if (!replayed.ok) return fail([replayed.problem]);
  const on = events
    .map(({ at }) => daysOf(laws.procedures.calendar, at)[1])
    .toSorted()
    .at(-1);
  const readers = { es: { language: spoken("es"), laws }, en: { language: spoken("en"), laws } };
  const bytes = utf8(
    canonicalJson({
      schema: "acta-history-page/1",
      provenance: history?.provenance ?? laws.procedures.provenance,
      name: { ...(history?.name ?? laws.procedures.name) },
      law: { id: laws.procedures.id, sha256 },
      history: history === null ? null : { id: history.id, sha256: historySha256 },
      on: on ?? null,
      offices: knownOffices(found.value).flatMap((office) =>
        writtenOffice(readers, found.value, replayed.value, office),
      ),
      cases: on === undefined ? [] : writtenCases(readers, found.value, replayed.value, on),
    }),
  );
  if (bytes.length > MOST_BYTES)
    return fail([{ code: "procedures.pageTooLarge", where: path, context: { bytes: bytes.length, most: MOST_BYTES } }]);
  return succeed(bytes);
}

function spoken(code: Language["code"]): Language {
  const language = makeLanguage(code, catalogOf(code));
  language.learn({ es: procedureEs, en: procedureEn });
  language.learn({ es: disputeEs, en: disputeEn });
  return language;
}

/** An office with its holdings and the times between them, in the order of time; nothing for one of which nothing is told. */
function writtenOffice(readers: Readers, found: FoundHistory, replayed: ReplayedHistory, office: string) {
  const holdings = replayed.state.holdings.filter((each) => each.office === office);
  if (holdings.length === 0) return [];
  const between = gapsOf(found, replayed.state, office).map(({ told, after, before }) => ({
    kind: told ? "vacant" : "untold",
    begins: after.ended?.at.latest ?? before.from.earliest,
    ends: before.from.earliest,
    from: after.ended?.at.written ?? before.from.written,
    to: before.from.written,
  }));
  const gaps = [...between, ...lastGap(found, holdings, office)].map((gap) => ({
    ...gap,
    holder: "",
    sources: [],
    reasons: [],
    ...toBoth(readers, () => ({ cause: "", ended: "" })),
  }));
  const spans = [...holdings.map((each) => writtenHolding(readers, replayed, each)), ...gaps];
  return [
    {
      office,
      ...toBoth(readers, (reader) => nameOf(reader, office)),
      spans: spans.toSorted((a, b) => (a.begins < b.begins ? -1 : a.begins > b.begins ? 1 : 0)),
    },
  ];
}

/** After its last holder nobody held an office for as long as the history tells its every change. */
function lastGap({ laws, history }: FoundHistory, holdings: readonly Holding[], office: string) {
  const { calendar } = laws.procedures;
  const end = holdings.findLast(({ state }) => state === "held")?.ended?.at;
  if (end === undefined) return [];
  const [, day] = daysOf(calendar, end);
  const told = history?.covers.find((each) => each.office === office && each.from <= day && day < each.to);
  return told === undefined
    ? []
    : [
        {
          kind: "vacant",
          begins: end.latest,
          ends: spanOfDay(calendar, told.to).latest,
          from: end.written,
          to: told.to,
        },
      ];
}

function writtenHolding(readers: Readers, replayed: ReplayedHistory, holding: Holding) {
  const { state, holder, from, cause, ended } = holding;
  return {
    kind: state,
    holder,
    begins: from.earliest,
    ends: ended?.at.earliest ?? null,
    from: from.written,
    to: ended?.at.written ?? null,
    sources: [...(replayed.events.find(({ event }) => event.id === holding.by)?.event.sources ?? [])],
    reasons: reasonsOf(replayed, holding).map((event) => ({
      event: event.id,
      at: event.at.written,
      article: articleIn(replayed, event),
      sources: [...event.sources],
      ...toBoth(readers, (reader) => reasonText(reader, replayed, event)),
    })),
    ...toBoth(readers, (reader) => ({
      cause: causeText(reader, cause, holding.follows),
      ended: ended === null ? "" : nameOf(reader, ended.cause),
    })),
  };
}

function causeText(reader: Reader, cause: string, follows: string): string {
  return follows === "" ? nameOf(reader, cause) : `${nameOf(reader, cause)} (${nameOf(reader, follows)})`;
}

/** The article of the step, or of the order by which somebody succeeded; "" where the event follows from no rule. */
function articleIn({ events }: ReplayedHistory, event: HistoryEvent): string {
  const found = events.find((each) => each.event.id === event.id);
  return found?.judgement?.step.article ?? found?.succession?.due.rule.article ?? "";
}
