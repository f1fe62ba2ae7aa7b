import type { Policy } from "acta/election";
import type { AreaResult, OverrideReport, Scenario, ScenarioOutcome } from "acta/tabulation";
import { signed } from "../count/bulletin-text.js";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import type { OpenedContest } from "../desk/opened.js";
import { headText, labelOf } from "../count/result-text.js";

const MOST_OPTIONS = 8;

/** A scenario beside today, in words. */
export function whatifText(
  language: Language,
  opened: OpenedContest,
  policy: Policy,
  scenario: Scenario,
  outcome: ScenarioOutcome,
  saved: string | null,
): string {
  const { today, supposed } = outcome;
  return [
    headText(language, opened, policy),
    language.say("whatif.title", { name: language.pick(scenario.name), area: today.area.name }),
    "",
    ...outcome.overrides.map((report, at) => overrideLine(language, report, at + 1)),
    "",
    optionTable(language, opened, outcome),
    "",
    leaderLine(language, opened, outcome),
    ...outcomeLines(language, opened, today, supposed),
    "",
    language.say("whatif.note"),
    ...(saved === null ? [] : [language.say("whatif.saved", { name: saved })]),
  ].join("\n");
}

function overrideLine(language: Language, { selected, changed, unchanged }: OverrideReport, number: number): string {
  const why = Object.entries(unchanged)
    .filter(([, sheets]) => sheets > 0)
    .map(([code, sheets]) => language.say(`whatif.unchanged.${code}`, { sheets }));
  const line = language.say("whatif.override", { number, selected, changed });
  return `  ${why.length === 0 ? line : `${line} (${why.join("; ")})`}`;
}

function optionTable(language: Language, opened: OpenedContest, { today, supposed }: ScenarioOutcome): string {
  const n = language.number;
  const order = today.options
    .map((option, at) => ({ id: option.id, before: option.votes, after: supposed.options[at]?.votes ?? 0 }))
    .toSorted((a, b) => b.before - a.before)
    .slice(0, MOST_OPTIONS);
  const line = (name: string, before: number, after: number): readonly string[] => [
    name,
    n(before),
    n(after),
    signed(language, after - before),
  ];
  const right = { align: "right" } as const;
  return drawTable(
    [
      { title: "" },
      { title: language.say("whatif.column.today"), ...right },
      { title: language.say("whatif.column.supposed"), ...right },
      { title: language.say("whatif.column.change"), ...right },
    ],
    [
      ...order.map(({ id, before, after }) => line(labelOf(language, opened, id), before, after)),
      line(language.say("whatif.valid"), today.validVotes, supposed.validVotes),
      line(language.say("cell.null"), today.nullVotes, supposed.nullVotes),
    ],
  );
}

function leaderLine(language: Language, opened: OpenedContest, outcome: ScenarioOutcome): string {
  const who = ({ leader, margin }: AreaResult): string =>
    leader.id === null
      ? language.say("whatif.nobody")
      : language.say("whatif.leads", { option: labelOf(language, opened, leader.id), votes: margin.votes });
  return language.say(outcome.changesLeader ? "whatif.leaderChanges" : "whatif.leaderStays", {
    today: who(outcome.today),
    supposed: who(outcome.supposed),
  });
}

function outcomeLines(
  language: Language,
  opened: OpenedContest,
  today: AreaResult,
  supposed: AreaResult,
): readonly string[] {
  if (today.outcome.kind === "notApplicable") return [];
  const said = ({ outcome, open }: AreaResult): string =>
    language.say(`result.outcome.${outcome.kind}`, {
      between: outcome.between.map((id) => labelOf(language, opened, id)).join(", "),
      why: language.say(outcome.why, { open: open.stations }),
    });
  return [
    language.say("whatif.outcomeToday", { said: said(today) }),
    language.say("whatif.outcomeSupposed", { said: said(supposed) }),
  ];
}
