import type { LawRule } from "acta/dispute";
import type { RecordedLaw } from "../../act/index.js";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";

/** The rules of a law set as a table, in the order of the file. */
export function lawText(language: Language, { law, set }: RecordedLaw, rules: readonly LawRule[]): string {
  const low = rules.filter(({ confidence }) => confidence === "low").length;
  return [
    language.pick(law.name),
    language.say("law.from", { entry: set.index, name: set.blob.name, sha256: set.blob.sha256.slice(0, 12) }),
    "",
    drawTable(
      ["rule", "kind", "article", "validity", "chosenBy", "confidence"].map((title) => ({
        title: language.say(`law.column.${title}`),
      })),
      rules.map((rule) => [
        rule.id,
        language.say(`law.kind.${rule.kind}`),
        articleOf(language, rule),
        validityOf(language, rule),
        language.say(`law.chosenBy.${rule.chosenBy}`),
        language.say(`law.confidence.${rule.confidence}`),
      ]),
    ),
    "",
    language.say("law.shown", { rules: rules.length, low }),
  ].join("\n");
}

/** One version of one rule in full. */
export function ruleText(language: Language, rule: LawRule): string {
  return [
    `${rule.id} · ${language.say(`law.kind.${rule.kind}`)} · ${articleOf(language, rule)}`,
    `  ${language.pick(rule.text)}`,
    ...(rule.note === null ? [] : [`  ${language.say("law.note", { note: language.pick(rule.note) })}`]),
    `  ${validityOf(language, rule)}; ${language.say(`law.chosenBy.${rule.chosenBy}`)}; ${language.say(
      "law.confidenceIs",
      {
        confidence: language.say(`law.confidence.${rule.confidence}`),
      },
    )}`,
  ].join("\n");
}

function articleOf(language: Language, { article }: LawRule): string {
  return article === "" ? language.say("law.noArticle") : article;
}

function validityOf(language: Language, { validFrom, validTo, published }: LawRule): string {
  if (!published) return language.say("law.neverInForce");
  return validTo === null
    ? language.say("law.since", { from: validFrom })
    : language.say("law.between", { from: validFrom, to: validTo });
}
