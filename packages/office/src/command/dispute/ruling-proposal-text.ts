import { rulesBehind, votersAdded } from "acta/dispute";
import type { RulingStep } from "acta/dispute";
import { cellOf, cellToJson, stateOf } from "acta/sheet";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { cellText } from "../desk/finding-text.js";
import type { ProposedSheet, RulingBench } from "./ruling-bench.js";
import { nameOfCell } from "./ruling-cells.js";

/** A proposal as JSON: `acta-ruling-proposals/1` has a list of them. */
export function proposalDocument(bench: RulingBench, each: ProposedSheet): Readonly<Record<string, unknown>> {
  const { matter, proposal, station } = each;
  const { seen, sheet } = matter;
  const figures = (cells: readonly number[]): Readonly<Record<string, unknown>> =>
    Object.fromEntries(bench.contest.form.cells.map(({ id }, at) => [id, cellToJson(cells[at] ?? 0, undefined)]));
  return {
    station,
    state: stateOf(bench.table, each.row),
    registeredVoters: sheet.registeredVoters,
    flags: seen.flags,
    letters: seen.letters,
    reasons: seen.reasons,
    written: figures(sheet.cells),
    sum: seen.figures.sum,
    outcome: proposal.outcome,
    needs: proposal.needs,
    dependsOnComparison: proposal.dependsOnComparison,
    copies: matter.copies.map(({ holder, cells }) => ({ holder, figures: figures(cells) })),
    decidedBy: proposal.decidedBy,
    rules: rulesBehind(proposal, bench.recorded.set.blob.sha256),
    steps: proposal.steps.map(({ cells, ...step }) => ({ ...step, figures: figures(cells) })),
    figures: figures(proposal.cells),
    votersReported: proposal.votersReported,
    votersImputed: proposal.votersImputed,
    votersAdded: votersAdded(sheet, proposal.cells),
  };
}

/** A proposal in full: reasons, steps with their articles, and the figures before and after. */
export function proposalText(language: Language, bench: RulingBench, each: ProposedSheet): string {
  const { matter, proposal, station } = each;
  const { seen, sheet } = matter;
  const registered = sheet.registeredVoters === null ? "–" : language.number(sheet.registeredVoters);
  const lines = [
    language.say("ruling.sheet", { station, registered }),
    ...notReferred(language, bench, each),
    `  ${language.say("ruling.flags", { flags: flagsText(language, each) })}`,
    ...seen.reasons.map(
      ({ flag, letter, basis, rule, article }) =>
        `    ${[language.say(`cause.${flag}`), letter].join(" ").trim()}: ${language.say(`ruling.basis.${basis}`, {
          rule,
          article: articleText(language, article),
        })}`,
    ),
    ...(seen.figures.sum === null ? [] : [`  ${language.say("ruling.sum", { sum: seen.figures.sum })}`]),
    ...proposal.steps.map((step, at) => `  ${at + 1}. ${stepText(language, step)}`),
    `  → ${language.say(`proposal.${proposal.outcome}`)}`,
    ...(proposal.outcome === "needsBody"
      ? proposal.needs.map((need) => `    ${language.say("ruling.needs", { need: language.say(`need.${need}`) })}`)
      : []),
    ...(proposal.dependsOnComparison ? [`    ${language.say("ruling.noCopy")}`] : []),
    ...votersLines(language, each),
    ...figuresTable(language, bench, sheet.cells, proposal.cells),
  ];
  return lines.join("\n");
}

/** A sheet that was not referred, or is resolved already, is before nobody: what the law would give for its figures decides nothing. */
function notReferred(language: Language, bench: RulingBench, { row }: ProposedSheet): readonly string[] {
  const state = stateOf(bench.table, row);
  return state === "referred" || state === null
    ? []
    : [`  ${language.say("ruling.notReferred", { state: language.say(`state.${state}`) })}`];
}

/** Flags with their letters, as people call them. */
export function flagsText(language: Language, { matter: { seen } }: ProposedSheet): string {
  if (seen.flags.length === 0) return language.say("ruling.noFlags");
  const flags = seen.flags.map((flag) => language.say(`cause.${flag}`)).join(", ");
  return seen.letters === "" ? flags : `${flags} (${seen.letters})`;
}

function articleText(language: Language, article: string): string {
  return article === "" ? language.say("law.noArticle") : article;
}

function stepText(language: Language, step: RulingStep): string {
  const { did, rule, article, confidence } = step;
  const source = `[${rule}; ${articleText(language, article)}${confidence === "high" ? "" : `; ${language.say("law.confidenceIs", { confidence: language.say(`law.confidence.${confidence}`) })}`}]`;
  return `${didText(language, did)} ${source}`;
}

function didText(language: Language, did: RulingStep["did"]): string {
  switch (did.do) {
    case "need":
      return language.say("ruling.needs", { need: language.say(`need.${did.need}`) });
    case "takeCopy":
      return language.say("did.takeCopy", { holder: did.holder });
    case "setVoters":
      return language.say(`did.setVoters.${did.to}`);
    case "annul":
      return language.say(`did.annul.${did.as}`);
    case "addShortfall":
    case "moveChallenged":
      return language.say(`did.${did.do}.${did.to}`);
    case "zero":
      return language.say(`did.zero.${did.cells}`);
    case "askBody":
      return language.say(`did.askBody.${did.about}`);
    default:
      return language.say(`did.${did.do}`);
  }
}

function votersLines(language: Language, { matter, proposal }: ProposedSheet): readonly string[] {
  const { votersReported, votersImputed, cells } = proposal;
  if (votersImputed === null) return [];
  const reported = votersReported === null ? language.say("ruling.noTotal") : language.number(votersReported);
  return [
    `    ${language.say("ruling.imputed", {
      reported,
      imputed: votersImputed,
      added: votersAdded(matter.sheet, cells),
    })}`,
  ];
}

/** The figures of a sheet before and after, in one table. */
export function figuresTable(
  language: Language,
  bench: RulingBench,
  before: readonly number[],
  after: readonly number[],
): readonly string[] {
  const { cells } = bench.contest.form;
  const text = (values: readonly number[], at: number): string =>
    cellText(language, cellOf(values[at] ?? 0, undefined));
  const rows = cells.map((cell, at) => [
    nameOfCell(language, bench, cell),
    text(before, at),
    text(after, at) === text(before, at) ? "" : text(after, at),
  ]);
  const table = drawTable(
    [
      { title: language.say("column.cell") },
      { title: language.say("column.written"), align: "right" },
      { title: language.say("ruling.column.after"), align: "right" },
    ],
    rows,
  );
  return table.split("\n").map((line) => `  ${line}`);
}
