import type { Bounds, LevelFinding, VoteSwitch } from "acta/institution";
import type { Language } from "../../language/index.js";
import { provenanceText } from "../count/result-text.js";
import type { FoundVote } from "./found-vote.js";

/** A vote in words: the rule, the working, the outcome, and who could have turned it. */
export function voteText(language: Language, found: FoundVote): string {
  const { rule, chamber, on, whip, result } = found;
  const article = rule.article === "" ? language.say("seats.unread") : rule.article;
  const mark = provenanceText(language, found.provenance);
  const head = [
    ...(mark === "" ? [] : [mark]),
    `${language.pick(chamber.name)} · ${language.day(on)} · ${rule.question}`,
    `${rule.id} (${article}): ${language.pick(rule.text)}`,
    ...(rule.confidence === "high" ? [] : [language.say(`seats.confidence.${rule.confidence}`)]),
    ...(rule.note === null ? [] : [language.say("seats.note", { note: language.pick(rule.note) })]),
    "",
  ];
  const figures = figuresLine(language, found);
  if (whip !== null) return [...head, figures, "", ...whipLines(language, found)].join("\n");
  return [
    ...head,
    result.outcome === null
      ? language.say("vote.undetermined", { outcomes: outcomeNames(language, found, result.possible) })
      : language.say("vote.outcome", { outcome: outcomeName(language, found, result.outcome) }),
    "",
    figures,
    ...result.levels.map((level) => `  ${levelLine(language, found, level)}`),
    ...blockingLines(language, found),
    ...turningLines(language, found),
  ].join("\n");
}

function figuresLine(language: Language, { call, chamber }: FoundVote): string {
  const { inFavour, against, abstentions, present, eligible } = call.figures;
  const shown = (value: number | null): string => (value === null ? "?" : language.number(value));
  return language.say("vote.figures", {
    inFavour: shown(inFavour),
    against: shown(against),
    abstentions: shown(abstentions),
    present: shown(present),
    eligible: shown(eligible),
    legal: shown(chamber.legalNumber),
  });
}

function levelLine(language: Language, found: FoundVote, level: LevelFinding): string {
  const said = language.say("vote.level", {
    outcome: outcomeName(language, found, level.outcome),
    needed: range(language, level.needed),
    relation: level.relation,
    share: `${level.share.numerator}/${level.share.denominator}`,
    base: range(language, level.base),
    of: language.say(`vote.base.${level.of}`),
    who: level.votes,
    has: level.has === null ? "?" : language.number(level.has),
  });
  if (level.has === null || level.missing === null) return said;
  if (level.reached === "yes")
    return `${said}; ${language.say("vote.reached", { more: language.number(level.has - level.needed.most) })}`;
  return `${said}; ${language.say("vote.missing", { missing: range(language, level.missing) })}`;
}

function range(language: Language, { least, most }: Bounds): string {
  return least === most ? language.number(least) : `${language.number(least)}–${language.number(most)}`;
}

function outcomeName(language: Language, { law }: FoundVote, outcome: string): string {
  const name = law.law.outcomes.get(outcome);
  return name === undefined ? outcome : language.pick(name);
}

function outcomeNames(language: Language, found: FoundVote, outcomes: readonly string[]): string {
  return outcomes.map((each) => outcomeName(language, found, each)).join(" / ");
}

function blockingLines(language: Language, found: FoundVote): readonly string[] {
  const { blocking, levels } = found.result;
  const [first] = levels;
  if (blocking === null || first === undefined) return [];
  return [language.say("vote.blocking", { ...blocking, outcome: outcomeName(language, found, first.outcome) })];
}

function turningLines(language: Language, found: FoundVote): readonly string[] {
  const { switches, groups } = found.turning;
  if (switches.length === 0) return [];
  const turned = switches.filter(({ fewest }) => fewest !== null);
  const lines =
    turned.length === 0
      ? [language.say("vote.turningNone")]
      : [language.say("vote.turning"), ...turned.map((each) => `  ${switchLine(language, found, each)}`)];
  const able = groups.filter(({ outcome }) => outcome !== null);
  if (able.length > 0) lines.push(language.say("vote.turningGroups"));
  for (const { group, members, to, outcome } of able)
    lines.push(
      `  ${language.say("vote.turningGroup", { group, members, to, outcome: outcomeName(language, found, outcome ?? "") })}`,
    );
  return ["", ...lines];
}

function switchLine(language: Language, found: FoundVote, { from, to, members, fewest, outcome }: VoteSwitch): string {
  return language.say("vote.switch", {
    fewest: language.number(fewest ?? 0),
    members: language.number(members),
    from: language.say(`vote.switched.${from}`),
    to: language.say(`vote.switched.${to}`),
    outcome: outcomeName(language, found, outcome ?? ""),
  });
}

function whipLines(language: Language, found: FoundVote): readonly string[] {
  const { whip } = found;
  if (whip === null) return [];
  const outcome = outcomeName(language, found, whip.first.outcome);
  const lines = [
    language.say("vote.whip", { unknown: whip.unknown, least: whip.inFavour.least, most: whip.inFavour.most }),
    language.say("vote.whipPossible", { outcomes: outcomeNames(language, found, whip.possible) }),
  ];
  const { enough, fewest } = whip.first;
  if (fewest === null) return [...lines, language.say("vote.whipImpossible", { outcome })];
  if (enough !== null) lines.push(language.say("vote.whipEnough", { outcome, enough }));
  if (fewest !== enough) lines.push(language.say("vote.whipFewest", { fewest }));
  return lines;
}
