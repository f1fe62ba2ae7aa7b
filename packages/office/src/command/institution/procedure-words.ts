import type { Bounds, InstitutionRuleFacts, LevelFinding } from "acta/institution";
import { START, nameIn } from "acta/procedure";
import type {
  ConditionFinding,
  ConditionWorking,
  Laws,
  Mark,
  NextStep,
  StepJudgement,
  Verdict,
  WindowFinding,
} from "acta/procedure";
import type { Language } from "../../language/index.js";

/** In whose language, and with whose names, findings are written. */
export interface Reader {
  readonly language: Language;
  readonly laws: Laws;
}

/** Whoever reads, by language. */
export interface Readers {
  readonly es: Reader;
  readonly en: Reader;
}

/** Something said to each reader. */
export function toBoth<Said>({ es, en }: Readers, say: (reader: Reader) => Said) {
  return { es: say(es), en: say(en) };
}

/** The name of an id of the law. */
export function nameOf({ language, laws }: Reader, id: string): string {
  return id === START ? language.say("procedures.start") : language.pick(nameIn(laws, id, null));
}

/** A text, or the word by which messages tell that there is none. */
export function orNone(text: string): string {
  return text === "" ? "none" : text;
}

/** An article, or that nobody has read it. */
export function articleOf({ language }: Reader, article: string): string {
  return article === "" ? language.say("seats.unread") : article;
}

/** A rule by its id, article and text, with its note and how sure it is. */
export function ruleLines(
  reader: Reader,
  rule: Pick<InstitutionRuleFacts, "id" | "article" | "text" | "note">,
  confidence: InstitutionRuleFacts["confidence"],
): readonly string[] {
  const { language } = reader;
  return [
    `${rule.id} (${articleOf(reader, rule.article)}): ${language.pick(rule.text)}`,
    ...(rule.note === null ? [] : [language.say("seats.note", { note: language.pick(rule.note) })]),
    ...(confidence === "high" ? [] : [language.say(`seats.confidence.${confidence}`)]),
  ];
}

const MARKS: Readonly<Record<WrittenFinding["verdict"], string>> = {
  met: "✓",
  unmet: "✗",
  undetermined: "?",
  notReached: "·",
};

/** One thing that a judgement rests on, in words, with what stands below it. A threshold that a vote did not reach is no breach of law. */
export interface WrittenFinding {
  readonly verdict: Verdict | "notReached";
  readonly text: string;
  readonly below: readonly string[];
}

/** What a judgement rests on: state, vote, window, conditions, ruling. */
export function judgementFindings(reader: Reader, judgement: StepJudgement): readonly WrittenFinding[] {
  const { language } = reader;
  const { state, step, window, conditions, ruling } = judgement;
  const needs = step.from.map((each) => nameOf(reader, each)).join(" / ");
  const wrongState = language.say("procedures.state", { was: nameOf(reader, state.was), needs });
  return [
    ...(state.verdict === "unmet" ? [plain("unmet", wrongState)] : []),
    ...voteFindings(reader, judgement),
    ...(step.window === null ? [] : [windowFinding(reader, window)]),
    ...conditions.map((each) => conditionFinding(reader, each)),
    ...(ruling === null
      ? []
      : [
          ruling.upholds
            ? plain("met", language.say("procedures.upheld", { event: ruling.event }))
            : plain("unmet", language.say("procedures.annulled", { event: ruling.event })),
        ]),
  ];
}

/** The same, a line for each. */
export function judgementLines(reader: Reader, judgement: StepJudgement): readonly string[] {
  return judgementFindings(reader, judgement).flatMap(findingLines);
}

function findingLines({ verdict, text, below }: WrittenFinding): readonly string[] {
  return [`${MARKS[verdict]} ${text}`, ...below.map((each) => `    ${each}`)];
}

function plain(verdict: WrittenFinding["verdict"], text: string): WrittenFinding {
  return { verdict, text, below: [] };
}

function voteFindings(reader: Reader, { step, vote }: StepJudgement): readonly WrittenFinding[] {
  const { language } = reader;
  if (step.vote === null) return [];
  if (vote === null) return [plain("undetermined", language.say("procedures.noMajority"))];
  const { rule, result } = vote;
  if (result === null) {
    const names = { rule: rule.id, article: articleOf(reader, rule.article), text: language.pick(rule.text) };
    return [plain("undetermined", language.say("procedures.noFigures", names))];
  }
  return result.levels.map((level) => {
    const verdict = ({ yes: "met", no: "notReached", undetermined: "undetermined" } as const)[level.reached];
    return plain(verdict, levelText(reader, level));
  });
}

/** A threshold and what it has. */
function levelText(reader: Reader, level: LevelFinding): string {
  const { language } = reader;
  return language.say("vote.level", {
    outcome: nameOf(reader, level.outcome),
    needed: boundsText(language, level.needed),
    relation: level.relation,
    share: `${level.share.numerator}/${level.share.denominator}`,
    base: boundsText(language, level.base),
    of: language.say(`vote.base.${level.of}`),
    who: level.votes,
    has: level.has === null ? "?" : language.number(level.has),
  });
}

function boundsText(language: Language, { least, most }: Bounds): string {
  return least === most ? language.number(least) : `${language.number(least)}–${language.number(most)}`;
}

/** What a step needs that has not been taken: its threshold, on the base that is known or at most so many. */
export function neededLines(reader: Reader, { step, majority }: NextStep): readonly string[] {
  const { language } = reader;
  if (step.vote === null) return [];
  if (majority === null) return [language.say("procedures.noMajority")];
  const { rule, levels } = majority;
  return levels.map((level) =>
    language.say("procedures.needs", {
      outcome: nameOf(reader, level.outcome),
      isKnown: level.base.least === level.base.most ? "yes" : "no",
      needed: language.number(level.needed.most),
      relation: level.relation,
      share: `${level.share.numerator}/${level.share.denominator}`,
      base: language.number(level.base.most),
      of: language.say(`vote.base.${level.of}`),
      who: level.votes,
      rule: rule.id,
      article: articleOf(reader, rule.article),
    }),
  );
}

/** A window with its first and last day, and how the act stands to it. */
function windowFinding(reader: Reader, window: WindowFinding | null): WrittenFinding {
  return window === null
    ? plain("undetermined", reader.language.say("procedures.windowUnknown"))
    : plain(window.verdict, windowText(reader, window));
}

/** A window in words. */
export function windowText({ language }: Reader, window: WindowFinding): string {
  return language.say("procedures.window", {
    from: window.from,
    hasEnd: window.to === null ? "no" : "yes",
    to: window.to ?? 0,
    unit: language.say(`procedures.unit.${window.unit}`),
    since: window.since.written,
    opens: window.opens.day,
    closes: window.closes?.day ?? "",
  });
}

/** A condition with what it was found with. */
export function conditionFinding(reader: Reader, { condition, verdict, working }: ConditionFinding): WrittenFinding {
  const article = articleOf(reader, condition.article);
  return {
    verdict,
    text: `${reader.language.pick(condition.text)} (${article}): ${workingText(reader, working)}`,
    below: working.kind === "marked" ? working.marks.map((each) => markText(reader, each)) : [],
  };
}

/** The same, as lines. */
export function conditionLines(reader: Reader, found: ConditionFinding): readonly string[] {
  return findingLines(conditionFinding(reader, found));
}

function markText(reader: Reader, { event, at, standing, claimedBy }: Mark): string {
  const by = claimedBy === "" ? "" : nameOf(reader, claimedBy);
  return reader.language.say(`procedures.mark.${standing}`, { event, at: at.written, by });
}

function workingText(reader: Reader, working: ConditionWorking): string {
  const { language } = reader;
  switch (working.kind) {
    case "marked":
      return language.say("procedures.working.marked", {
        certain: working.certain,
        claimed: working.possible - working.certain,
        needed: working.needed,
      });
    case "notInLast":
      return working.lastBegins === null
        ? language.say("procedures.working.noTerm")
        : language.say("procedures.working.notInLast", { begins: working.lastBegins, ends: working.ends ?? "" });
    case "notDuring": {
      const others = working.others.map((each) => nameOf(reader, each)).join(", ");
      return working.since === null
        ? language.say("procedures.working.notDuring", { others: orNone(others) })
        : language.say("procedures.working.during", { since: working.since });
    }
    case "dateWithin":
      return working.date === null
        ? language.say("procedures.working.noDate", { last: working.last })
        : language.say("procedures.working.dateWithin", {
            date: working.date,
            last: working.last,
            days: working.days ?? 0,
          });
    case "says":
      return working.said === null
        ? language.say("procedures.working.notSaid")
        : language.say("procedures.working.says", { said: nameOf(reader, working.said) });
    case "nextPeriod":
      return language.say("procedures.working.nextPeriod", {
        before: working.before?.id ?? "?",
        now: working.now?.id ?? "?",
      });
    case "withinYearsOfLeaving":
      return working.last === null
        ? language.say("procedures.working.notLeft")
        : language.say("procedures.working.left", { left: working.left ?? "", last: working.last });
  }
}
