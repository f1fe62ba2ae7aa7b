import type { Election } from "acta/election";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import { bulletinsEn } from "../messages/bulletins-en.js";
import { bulletinsEs } from "../messages/bulletins-es.js";

/** Adds the texts about published totals. */
export function learnBulletins(desk: Desk): void {
  desk.language.learn({ es: bulletinsEs, en: bulletinsEn });
}

/** A figure of a bulletin as people call it: "sheets counted", an option's label. */
export function figureName(language: Language, election: Election, figure: string): string {
  if (figure.startsWith("votes.")) return optionLabel(language, election, figure.slice("votes.".length));
  return language.has(`figure.${figure}`) ? language.say(`figure.${figure}`) : figure;
}

/** The short name of an option. */
export function optionLabel(language: Language, election: Election, id: string): string {
  const option = election.options.find((each) => each.id === id);
  return option === undefined ? id : language.pick(option.label);
}

/** A whole number with its sign. */
export function signed(language: Language, value: number): string {
  return value > 0 ? `+${language.number(value)}` : language.number(value);
}
