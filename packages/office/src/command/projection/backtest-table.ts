import type { Backtest, LevelScores } from "acta/projection";
import type { Language } from "../../language/index.js";
import { titleLines } from "../count/result-text.js";
import type { OpenedContest } from "../desk/opened.js";

/** The scores as Markdown tables: accepted orders, altered truths, stress. */
export function backtestTable(language: Language, opened: OpenedContest, backtest: Backtest): string {
  const families = [
    { key: "accepted", scores: backtest.accepted },
    { key: "worlds", scores: backtest.worlds },
    { key: "stress", scores: backtest.stress },
  ];
  const head = titleLines(language, opened.open.election, opened.contest, opened.at).join(" · ");
  const about = language.say("backtest.about", {
    seed: backtest.seed,
    tried: backtest.tried,
    points: backtest.curvePoints,
  });
  const parts = families.flatMap(({ key, scores }) =>
    scores.length === 0
      ? []
      : ["", language.say(`backtest.${key}`, { runs: scores[0]?.runs ?? 0 }), "", ...rowsOf(language, scores)],
  );
  return [head, about, ...parts].join("\n");
}

const COLUMNS = [
  "counted",
  "naive",
  "fill",
  "projection",
  "bias",
  "crps",
  "width",
  "covers",
  "alone",
  "right",
  "wrong",
] as const;

function rowsOf(language: Language, scores: readonly LevelScores[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(COLUMNS.map((column) => language.say(`backtest.column.${column}`))),
    line(COLUMNS.map(() => "---")),
    ...scores.map((each) => line(cellsOf(each))),
  ];
}

function cellsOf(scores: LevelScores): readonly string[] {
  const { rmse, crps, covers, calls } = scores;
  const part = (value: number): string => value.toFixed(2);
  return [
    `${Math.round(scores.level * 1000) / 10} %`,
    rmse.naive.toFixed(2),
    rmse.fill.toFixed(3),
    rmse.projection.toFixed(3),
    scores.bias.toFixed(3),
    `${crps.projection.toFixed(4)} / ${crps.fill.toFixed(4)}`,
    scores.width90.toFixed(3),
    [covers.p50, covers.p90, covers.p95, covers.p99].map(part).join(" "),
    part(scores.aloneCovers90),
    `${(100 * calls.right).toFixed(1)} %`,
    `${(100 * calls.wrong).toFixed(1)} %`,
  ];
}
