import type { VoteFigures } from "acta/institution";
import type { PlayedScenario, ScenarioWorking } from "acta/procedure";
import { dueText } from "./procedure-replay-text.js";
import { judgementLines, nameOf, ruleLines } from "./procedure-words.js";
import type { Reader } from "./procedure-words.js";

/** A scenario: what is asked, the answer, the rule and the working. */
export function scenarioLines(reader: Reader, { scenario, verdict, rule, confidence, working }: PlayedScenario) {
  const { language } = reader;
  const answer = language.say(`procedures.verdict.${verdict}`);
  return [
    `${scenario.id} · ${language.pick(scenario.name)}`,
    `${language.pick(scenario.asks)} ${answer.toLocaleUpperCase(language.code)}`,
    ...ruleLines(reader, rule, confidence),
    ...workingLines(reader, working).map((line) => `  ${line}`),
  ];
}

function workingLines(reader: Reader, working: ScenarioWorking): readonly string[] {
  const { language } = reader;
  switch (working.kind) {
    case "step":
      return judgementLines(reader, working.judgement);
    case "termEnds":
      return [
        language.say("procedures.scenario.termEnds"),
        ...(working.reading === null
          ? []
          : [language.say("procedures.scenario.reading", { due: dueText(reader, working.reading) })]),
      ];
    case "round": {
      const { kind, between, why, places } = working.result;
      return [
        language.say("procedures.scenario.round", { kind, between: between.join(", "), gap: places.gap ?? 0 }),
        language.say(why),
      ];
    }
    case "vote":
      // Where nobody votes otherwise the same votes are held against another question.
      return (isSame(working) ? (["after"] as const) : (["before", "after"] as const)).map((when) => {
        const { figures, result } = working[when];
        const level = result.levels[0];
        return language.say(`procedures.scenario.${when}`, {
          figures: figuresText(figures),
          outcome: result.outcome === null ? "?" : nameOf(reader, result.outcome),
          needed: level === undefined ? "?" : language.number(level.needed.most),
        });
      });
    case "barrier":
      return working.lists.map(({ list, verdict }) => `${list}: ${language.say(`seats.barrier.${verdict}`)}`);
  }
}

function isSame({ before, after }: Extract<ScenarioWorking, { kind: "vote" }>): boolean {
  return figuresText(before.figures) === figuresText(after.figures);
}

function figuresText({ inFavour, against, abstentions }: VoteFigures): string {
  return [inFavour, against, abstentions].map((each) => each ?? "?").join("–");
}
