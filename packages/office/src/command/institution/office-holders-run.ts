import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { ALL, holdersAt, isTold, officeGaps, reasonsOf, replayEvents } from "acta/procedure";
import type { HistoryEvent, HoldersAt, Holding, OfficeGap, ReplayedHistory, Span } from "acta/procedure";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { provenanceText } from "../count/result-text.js";
import { momentGiven, readEvents } from "./procedure-file.js";
import type { FoundHistory, HistoryFlags } from "./procedure-file.js";
import { nameOf } from "./procedure-words.js";
import type { Reader } from "./procedure-words.js";

/** Flags of `acta office-holders`. */
export interface HoldersFlags extends HistoryFlags {
  readonly office?: string;
  readonly at?: string;
}

/** Runs `acta office-holders`: the holders of every office in time, or at an instant, with gaps, disputes and reasons. */
export async function runOfficeHolders(desk: Desk, flags: HoldersFlags): Promise<Result<null, readonly Problem[]>> {
  const found = await readEvents(desk, flags);
  if (!found.ok) return found;
  const at = momentGiven(found.value.laws, flags.at);
  if (!at.ok) return fail([at.problem]);
  const replayed = replayEvents(found.value.laws, found.value.events, ALL);
  if (!replayed.ok) return fail([replayed.problem]);
  const known = knownOffices(found.value);
  if (flags.office !== undefined && !known.includes(flags.office))
    return fail([
      { code: "procedures.unknownOffice", context: { office: flags.office.slice(0, 60), known: known.join(", ") } },
    ]);
  const offices = known.filter((each) => flags.office === undefined || each === flags.office);
  const reader = { language: desk.language, laws: found.value.laws };
  if (flags.json) printJson(desk, holdersDocument(found.value, replayed.value, offices, at.value));
  else desk.print(holdersText(reader, found.value, replayed.value, offices, at.value).join("\n"));
  return succeed(null);
}

/** Offices of the law, in its order. */
export function knownOffices({ laws }: FoundHistory): readonly string[] {
  return [...new Set(laws.procedures.rules.flatMap((rule) => (rule.kind === "office" ? [rule.office] : [])))];
}

function foundAt({ laws, history }: FoundHistory, { state }: ReplayedHistory, office: string, at: Span): HoldersAt {
  return holdersAt(state, office, at, history !== null && isTold(history, laws.procedures, office, at));
}

/** Times between two holders of an office, by what the history tells. */
export function gapsOf(
  { laws, history }: FoundHistory,
  state: ReplayedHistory["state"],
  office: string,
): readonly OfficeGap[] {
  return officeGaps(state, office, (between) => history !== null && isTold(history, laws.procedures, office, between));
}

function holdersText(
  reader: Reader,
  found: FoundHistory,
  replayed: ReplayedHistory,
  offices: readonly string[],
  at: Span | null,
): readonly string[] {
  const { language } = reader;
  const { history, laws } = found;
  const mark = provenanceText(language, history?.provenance ?? laws.procedures.provenance);
  const title = language.pick(history?.name ?? laws.procedures.name);
  const head = [...(mark === "" ? [] : [mark]), at === null ? title : `${title} · ${at.written}`];
  return [
    ...head,
    ...offices.flatMap((office) =>
      at === null
        ? timelineLines(reader, found, replayed, office)
        : instantLines(reader, replayed, foundAt(found, replayed, office, at)),
    ),
  ];
}

/** All holders of an office in the order of time, with the gaps between them. */
function timelineLines(
  reader: Reader,
  found: FoundHistory,
  { state }: ReplayedHistory,
  office: string,
): readonly string[] {
  const { language } = reader;
  const holdings = state.holdings.filter((each) => each.office === office);
  if (holdings.length === 0) return [];
  const gaps = gapsOf(found, state, office);
  return [
    "",
    nameOf(reader, office),
    ...holdings.flatMap((holding) => {
      const gap = gaps.find(({ before }) => before === holding);
      const empty =
        gap === undefined
          ? []
          : [
              `  ${span(gap.after.ended?.at.written ?? "", holding.from.written)} ${language.say(gap.told ? "procedures.vacant" : "procedures.untold")}`,
            ];
      return [...empty, `  ${holdingText(reader, holding)}`];
    }),
  ];
}

function span(from: string, to: string): string {
  return `${from} – ${to}`.padEnd(25);
}

function holdingText(reader: Reader, { holder, state, from, cause, follows, ended }: Holding): string {
  const { language } = reader;
  const why = language.say("procedures.holding", {
    holder,
    state,
    cause: nameOf(reader, cause),
    follows: follows === "" ? "none" : nameOf(reader, follows),
    end: ended === null ? "none" : nameOf(reader, ended.cause),
  });
  return `${span(from.written, ended?.at.written ?? "…")} ${why}`;
}

/** Who held an office at an instant, and the chain of reasons. */
function instantLines(reader: Reader, replayed: ReplayedHistory, held: HoldersAt): readonly string[] {
  const { language } = reader;
  const { certain, possible, disputed, vacant } = held;
  if (vacant === "untold" && disputed.length === 0)
    return ["", `${nameOf(reader, held.office)}: ${language.say("procedures.untold")}`];
  return [
    "",
    nameOf(reader, held.office),
    ...certain.flatMap((each) => [`  ${holdingText(reader, each)}`, ...reasonLines(reader, replayed, each)]),
    ...(possible.length === 0 ? [] : [`  ${language.say("procedures.possible")}`]),
    ...possible.map((each) => `    ${holdingText(reader, each)}`),
    ...(vacant === "yes" ? [`  ${language.say("procedures.vacant")}`] : []),
    ...disputed.map((each) => `  ${holdingText(reader, each)}`),
  ];
}

function reasonLines(reader: Reader, replayed: ReplayedHistory, holding: Holding): readonly string[] {
  return reasonsOf(replayed, holding).map(
    (event) => `    ← ${event.at.written} ${reasonText(reader, replayed, event)}`,
  );
}

/** An event as a reason of a holding: who took what, or which step came out how. */
export function reasonText(reader: Reader, replayed: ReplayedHistory, event: HistoryEvent): string {
  const { language } = reader;
  if (event.kind === "office")
    return language.say(`procedures.office.${event.state}`, {
      holder: event.holder,
      office: nameOf(reader, event.office),
      cause: nameOf(reader, event.cause),
    });
  const said = replayed.events.find((each) => each.event.id === event.id)?.judgement;
  if (said === null || said === undefined) return event.id;
  const came = said.outcome === null || said.step.vote === null ? "" : ` (${nameOf(reader, said.outcome.outcome)})`;
  return `${language.pick(said.rule.name)}: ${language.pick(said.step.name)}${came}`;
}

/** The documented JSON shape `acta-office-holders/1`. */
function holdersDocument(found: FoundHistory, replayed: ReplayedHistory, offices: readonly string[], at: Span | null) {
  const { laws, sha256, history, historySha256, leftOut } = found;
  const written = (holding: Holding) => ({
    holder: holding.holder,
    state: holding.state,
    from: holding.from.written,
    cause: holding.cause,
    follows: holding.follows === "" ? null : holding.follows,
    to: holding.ended?.at.written ?? null,
    endedBy: holding.ended?.cause ?? null,
    reasons: reasonsOf(replayed, holding).map(({ id, at: when, sources }) => ({
      event: id,
      at: when.written,
      sources,
    })),
  });
  return {
    schema: "acta-office-holders/1",
    provenance: history?.provenance ?? laws.procedures.provenance,
    law: { id: laws.procedures.id, sha256 },
    history: history === null ? null : { id: history.id, sha256: historySha256 },
    at: at?.written ?? null,
    leftOut,
    offices: offices.map((office) => {
      if (at === null)
        return {
          office,
          holders: replayed.state.holdings.filter((each) => each.office === office).map(written),
          gaps: gapsOf(found, replayed.state, office).map(({ told, after, before }) => ({
            told,
            from: after.ended?.at.written ?? null,
            to: before.from.written,
          })),
        };
      const { certain, possible, disputed, vacant } = foundAt(found, replayed, office, at);
      return {
        office,
        vacant,
        holders: certain.map(written),
        possible: possible.map(written),
        disputed: disputed.map(written),
      };
    }),
  };
}
