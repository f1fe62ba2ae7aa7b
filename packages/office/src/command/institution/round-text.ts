import type { Language } from "../../language/index.js";
import { provenanceText } from "../count/result-text.js";
import type { FoundRound } from "./found-round.js";

/** A round in words: the rule, what it decides, who has a place and who still can, the gap, the last day of the runoff. */
export function roundText(language: Language, found: FoundRound): string {
  const { rule, on, result, lastDay, figures, open } = found;
  const article = rule.article === "" ? language.say("seats.unread") : rule.article;
  const mark = provenanceText(language, found.provenance);
  const { places } = result;
  const names = (options: readonly string[]): string => options.join(", ");
  const order = figures.options.toSorted((a, b) => b.votes - a.votes);
  return [
    ...(mark === "" ? [] : [mark]),
    `${rule.office} · ${language.day(on)}${found.edition === null ? "" : ` · ${found.edition}`}`,
    `${rule.id} (${article}): ${language.pick(rule.text)}`,
    ...(rule.note === null ? [] : [language.say("seats.note", { note: language.pick(rule.note) })]),
    ...(rule.confidence === "high" ? [] : [language.say(`seats.confidence.${rule.confidence}`)]),
    "",
    language.say(`round.kind.${result.kind}`, { between: names(result.between) }),
    `  ${language.say(result.why)}`,
    "",
    ...order
      .slice(0, Math.max(places.places + 2, 4))
      .map(({ option, votes }) => `  ${language.number(votes)}  ${option}`),
    language.say("round.places", {
      places: places.places,
      sure: places.sure.length === 0 ? "none" : names(places.sure),
      open: places.open.length === 0 ? "none" : names(places.open),
    }),
    ...(places.gap === null ? [] : [language.say("round.gap", { gap: places.gap, place: places.places })]),
    ...(found.unnamed === 0 ? [] : [language.say("round.unnamed", { votes: found.unnamed })]),
    ...(open.stations === 0
      ? []
      : [language.say("round.open", { stations: open.stations, votes: open.mostVotes ?? -1 })]),
    ...(lastDay === null ? [] : [language.say("round.lastDay", { day: language.day(lastDay) })]),
  ].join("\n");
}
