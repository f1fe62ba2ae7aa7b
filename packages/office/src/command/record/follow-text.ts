import type { Problem } from "acta/basics";
import type { Election } from "acta/election";
import type { ContestNews, FollowEvent, Standing } from "../../follow/index.js";
import type { Language, MessageValues } from "../../language/index.js";
import { provenanceText } from "../count/result-text.js";

const MOST_NAMED = 12;

type EventOf<K extends FollowEvent["kind"]> = Extract<FollowEvent, { kind: K }>;
type Speaker = { readonly language: Language; readonly election: Election };

/** An event as a sentence; of what did not happen, with its mark, since a sentence travels alone. */
export function eventText(language: Language, election: Election, event: FollowEvent): string {
  const mark = provenanceText(language, election.provenance);
  const text = sentence({ language, election }, event);
  return mark === "" ? text : `${mark}. ${text}`;
}

function sentence(speaker: Speaker, event: FollowEvent): string {
  const { language, election } = speaker;
  const say = (values: MessageValues, more = ""): string => language.say(`event.${event.kind}${more}`, values);
  switch (event.kind) {
    case "started":
      return say({ sources: event.sources.join(", "), every: durationText(event.every) });
    case "edition":
      return editionText(speaker, event);
    case "bulletins":
      return say({
        series: event.series,
        written: event.written,
        moment: language.moment(event.until, election.timeZone),
      });
    case "seenAgain":
      return say({ file: event.file, number: event.edition?.number ?? 0, id: event.edition?.id ?? "" });
    case "leadChange":
      return say({
        contest: contestName(speaker, event.contest),
        before: leadText(speaker, event.before),
        after: leadText(speaker, event.after),
      });
    case "marginChange":
      return marginText(speaker, event);
    case "countedChanged":
      return say(
        stationValues(
          speaker,
          event,
          event.changes.map((change) => changeText(speaker, change)),
        ),
      );
    case "regression":
    case "annulled":
    case "restored":
      return say(stationValues(speaker, event, event.stations));
    case "findings":
      return say({ codes: event.codes.map((code) => language.say("event.findings.code", { ...code })).join(", ") });
    case "held":
      return say(
        { source: event.source, found: event.found, before: event.before, kept: event.kept },
        `.${event.reason}`,
      );
    case "refused":
      return say({ source: event.source, problem: language.problem(withoutFolders(event.problem)) });
    case "failed":
      return say({ problem: language.problem(event.problem) });
    case "silent":
      return say({ since: language.moment(event.since, election.timeZone), rounds: event.rounds });
    case "back":
      return say({ source: event.source === "" ? "none" : event.source });
    case "stopped":
      return say({ rounds: event.rounds, editions: event.editions });
  }
}

/** Files lie in the cache under long names: the last part says which one is meant. */
function withoutFolders(problem: Problem): Problem {
  return { ...problem, where: problem.where?.split(/[\\/]/).at(-1) ?? "" };
}

function editionText(speaker: Speaker, event: EventOf<"edition">): string {
  const { language, election } = speaker;
  const { id, number, asOf } = event.edition;
  const moment = language.moment(asOf, election.timeZone);
  const lines = [
    language.say("event.edition", { number, id, moment, shown: event.shown ? "yes" : "no" }),
    ...event.contests.map((contest) => contestText(speaker, contest)),
  ];
  if (asOf === null) lines.push(language.say("event.edition.unknown"));
  return lines.join(" ");
}

function contestText(speaker: Speaker, news: ContestNews): string {
  const { counted, total } = news;
  const values = { contest: contestName(speaker, news.contest), counted, total, lead: leadText(speaker, news) };
  return speaker.language.say("event.edition.contest", values);
}

function marginText(speaker: Speaker, event: EventOf<"marginChange">): string {
  const { language } = speaker;
  const change = event.after.margin - event.before.margin;
  return language.say("event.marginChange", {
    contest: contestName(speaker, event.contest),
    leader: optionLabel(speaker, event.after.leader ?? ""),
    direction: change > 0 ? "up" : "down",
    before: event.before.margin,
    after: event.after.margin,
    change: signed(language, change),
  });
}

function leadText(speaker: Speaker, { leader, tie, margin, votes }: Standing): string {
  const { language } = speaker;
  if (leader !== null) return language.say("event.lead", { leader: optionLabel(speaker, leader), margin });
  if (Object.values(votes).every((each) => each === 0)) return language.say("event.lead.none");
  return language.say("event.lead.tied", { options: tie.map((option) => optionLabel(speaker, option)).join(", ") });
}

type StationEvent = EventOf<"regression" | "annulled" | "restored" | "countedChanged">;

function stationValues(speaker: Speaker, event: StationEvent, named: readonly string[]): MessageValues {
  const shown = named.slice(0, MOST_NAMED);
  const more = event.count - shown.length;
  return { contest: contestName(speaker, event.contest), count: event.count, stations: shown.join(", "), more };
}

/** A station with what its change did to each option, so that a reader sees at once how much it matters. */
function changeText(speaker: Speaker, { station, votes }: EventOf<"countedChanged">["changes"][number]): string {
  const parts = Object.entries(votes)
    .filter(([, change]) => change !== 0)
    .slice(0, 4)
    .map(([option, change]) => `${optionLabel(speaker, option)} ${signed(speaker.language, change)}`);
  return parts.length === 0 ? station : `${station} (${parts.join("; ")})`;
}

function contestName({ language, election }: Speaker, id: string): string {
  const contest = election.contests.find((each) => each.id === id);
  return contest === undefined ? id : language.pick(contest.name);
}

function optionLabel({ language, election }: Speaker, id: string): string {
  const option = election.options.find((each) => each.id === id);
  return option === undefined ? id : language.pick(option.label);
}

function signed(language: Language, value: number): string {
  return value > 0 ? `+${language.number(value)}` : language.number(value);
}

/** Seconds in the largest unit that gives a whole number. */
export function durationText(seconds: number): string {
  if (seconds >= 3_600 && seconds % 3_600 === 0) return `${seconds / 3_600} h`;
  return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
