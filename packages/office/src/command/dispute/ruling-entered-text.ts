import { votersAdded } from "acta/dispute";
import type { LawReference } from "acta/record";
import type { Language } from "../../language/index.js";
import type { ProposedSheet, RulingBench } from "./ruling-bench.js";
import { figuresTable } from "./ruling-proposal-text.js";

/** Outcomes of a ruling on a flagged sheet. */
export const RULING_OUTCOMES = ["keptAsFiled", "corrected", "annulled", "recount"] as const;

/** An outcome of a ruling on a flagged sheet. */
export type RulingOutcome = (typeof RULING_OUTCOMES)[number];

/** What a body decided about a sheet. */
export interface DecidedSheet {
  readonly sheet: ProposedSheet;
  readonly outcome: RulingOutcome;
  readonly cells: readonly number[];
  readonly law: readonly LawReference[];
  readonly proposal: "adopted" | "departed";
  readonly departure: string;
}

/** A ruling as it was entered, in words. */
export function enteredRulingText(
  language: Language,
  flags: { readonly ruling: string; readonly body: string; readonly data: string },
  bench: RulingBench,
  decided: DecidedSheet,
  entry: number,
): string {
  const { sheet, outcome, cells, law, proposal } = decided;
  const added = votersAdded(sheet.matter.sheet, cells);
  const articles = law.map(({ rule, article }) =>
    article === "" ? `${rule} (${language.say("law.noArticle")})` : `${rule} (${article})`,
  );
  return [
    language.say("ruling.entered", {
      ruling: flags.ruling,
      body: flags.body,
      station: sheet.station,
      outcome: language.say(`proposal.${outcome}`),
      entry,
    }),
    `  ${language.say(`ruling.${proposal}`, { proposal: language.say(`proposal.${sheet.proposal.outcome}`) })}`,
    `  ${language.say("ruling.under", { articles: articles.join("; ") })}`,
    ...(sheet.proposal.dependsOnComparison && proposal === "adopted" ? [`  ${language.say("ruling.noCopy")}`] : []),
    ...(added === 0 ? [] : [`  ${language.say("ruling.added", { added })}`]),
    ...figuresTable(language, bench, sheet.matter.sheet.cells, cells),
    language.say("enter.sealNext", { data: flags.data }),
  ].join("\n");
}
