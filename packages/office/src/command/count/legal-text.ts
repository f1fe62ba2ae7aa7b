import { parseInstant } from "acta/basics";
import type { LegalEvent, LegalState, OpenAct } from "acta/dispute";
import type { Language } from "../../language/index.js";
import type { LegalView } from "./legal-view.js";

/** The legal state of a sheet in words: what it is, on what it rests, and who may still act until when. */
export function legalLines(language: Language, view: LegalView, zone: string): readonly string[] {
  const { position, open } = view;
  const { state, basis, ruling, before, reported } = position;
  const event = position.events.findLast(({ kind }) => kind === "taken");
  const lines = [language.say("legal.state", { state: stateText(language, state) })];
  if (basis === "reported")
    lines.push(`  ${language.say(state?.kind === "ruled" ? "legal.reportedRuled" : "legal.reported")}`);
  else if (event !== undefined) lines.push(`  ${language.say("legal.by", eventValues(language, event, zone))}`);
  if (before !== "") lines.push(`  ${language.say("legal.before", { body: before, case: position.case })}`);
  const odd = basis === "recorded" && reported !== null && ruling !== null && reported.entry > ruling.entry;
  if (odd)
    lines.push(
      `  ${language.say("legal.sourceSays", { status: language.pick(reported.status.name), entry: reported.entry })}`,
    );
  if (view.recorded === null) return [...lines, `  ${language.say("legal.noLaw")}`];
  return [...lines, ...open.map((act) => `  ${openText(language, view, act, zone)}`)];
}

/** Every entry in the legal life of a sheet, oldest first. */
export function legalHistoryLines(language: Language, view: LegalView, zone: string): readonly string[] {
  const { events } = view.position;
  return [
    language.say("legal.title", { count: events.length }),
    ...events.flatMap((event) => {
      const line = language.say(`legal.event.${event.kind}`, eventValues(language, event, zone));
      const why = event.problem === null ? [] : [`    ${language.problem(event.problem)}`];
      return [`  ${line}`, ...why];
    }),
    "",
    ...legalLines(language, view, zone),
  ];
}

function eventValues(language: Language, event: LegalEvent, zone: string): Readonly<Record<string, string | number>> {
  const { entry, by, body, state, rule, article, at, number } = event;
  const cited = rule === "" ? "" : ` [${rule}; ${article === "" ? language.say("law.noArticle") : article}]`;
  const moment = at === null ? null : momentText(language, at, zone);
  return {
    entry,
    what: [language.say(`legal.kind.${by}`), number].join(" ").trim(),
    body,
    state: stateText(language, state),
    cited,
    on: moment === null ? "" : `, ${moment}`,
  };
}

/** A day stays a day. */
function momentText(language: Language, at: NonNullable<LegalEvent["at"]>, zone: string): string {
  const moment = parseInstant(at);
  return moment === undefined ? language.day(at) : language.moment(moment, zone);
}

/** A legal state with what it holds: reasons, effect, or how it became final. */
function stateText(language: Language, state: LegalState | null): string {
  if (state === null) return language.say("legal.none");
  const name = language.say(`legalState.${state.kind}`);
  switch (state.kind) {
    case "flagged":
    case "referred": {
      const reasons = state.reasons.map((flag) => language.say(`cause.${flag}`)).join(", ");
      return reasons === "" ? name : `${name} (${reasons})`;
    }
    case "ruled":
    case "appealed":
      return `${name}: ${language.say(`legal.effect.${state.effect}`)}`;
    case "final":
      return `${name} (${language.say(`legal.how.${state.how}`)}): ${language.say(`legal.effect.${state.effect}`)}`;
    default:
      return name;
  }
}

function openText(language: Language, { recorded }: LegalView, open: OpenAct, zone: string): string {
  const role = recorded?.law.roles.find(({ id }) => id === open.by);
  return language.say("legal.open", {
    act: language.say(`legalAct.${open.act}`),
    by: role === undefined ? open.by : language.pick(role.name),
    rule: open.rule,
    article: open.article === "" ? language.say("law.noArticle") : open.article,
    until: language.say(`legal.term.${open.term}`, {
      until: open.until === null ? "" : language.moment(open.until, zone),
      rule: open.termRule,
    }),
  });
}
