import type { Backtest, LevelScores, MarginScores } from "acta/projection";
import type { Language } from "../../language/index.js";
import type { BacktestSize } from "./backtest-flags.js";

/** The documented JSON shape `acta-backtest/1`. */
export interface BacktestDocument extends Backtest {
  readonly schema: "acta-backtest/1";
  readonly provenance: string;
  readonly election: string;
  readonly contest: string;
  readonly edition: { readonly id: string; readonly number: number; readonly asOf: string | null };
  readonly settings: BacktestSize;
  readonly seed: number;
  /** Points of the real curve that the orders were compared with. */
  readonly curvePoints: number;
  /** Names of the domains that have scores of their own. */
  readonly domains: readonly { readonly code: string; readonly name: { readonly es: string; readonly en: string } }[];
}

const FAMILIES = ["accepted", "worlds", "stress", "leaning"] as const;

/** The scores as Markdown: for each family of orders its errors, its intervals and calls, and its domains. */
export function backtestTables(language: Language, document: BacktestDocument): string {
  const about = language.say("backtest.about", {
    seed: document.seed,
    tried: document.tried,
    points: document.curvePoints,
  });
  const parts = FAMILIES.flatMap((family) => {
    const scores = document[family];
    const [first] = scores;
    return first === undefined
      ? []
      : [
          "",
          language.say(`backtest.${family}`, { runs: first.runs }),
          "",
          ...tableOf(
            language,
            ERRORS,
            scores.map((each) => [percent(each.level), ...errorCells(each)]),
          ),
          "",
          ...tableOf(
            language,
            INTERVALS,
            scores.map((each) => [percent(each.level), ...intervalCells(each)]),
          ),
          ...domainTable(language, document, scores),
        ];
  });
  return [about, language.say("backtest.aboutScores"), ...parts].join("\n");
}

const ERRORS = [
  "counted",
  "naive",
  "fill",
  "projection",
  "bias",
  "median",
  "p90",
  "crps",
  "nearer",
  "nearerNaive",
] as const;
const INTERVALS = [
  "counted",
  "covers",
  "width",
  "alone",
  "lambda",
  "interval",
  "brier",
  "right",
  "wrong",
  "none",
] as const;
const DOMAINS = ["counted", "domain", "naive", "fill", "projection", "bias", "crps", "covers90", "width90"] as const;

function tableOf(
  language: Language,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map((column) => language.say(`backtest.column.${column}`))),
    line(columns.map((_, at) => (at === 0 ? "---" : "--:"))),
    ...rows.map(line),
  ];
}

function errorCells(scores: MarginScores): readonly string[] {
  const { projection, fill, naive, against } = scores;
  const nearer = ({ nearer: part, difference, standardError }: MarginScores["against"]["fill"]): string =>
    `${percent(part)} (${points(difference)} ± ${points(standardError)})`;
  return [
    points(naive.rmse),
    points(fill.rmse),
    points(projection.rmse),
    points(projection.bias),
    points(projection.median),
    points(projection.p90),
    crpsCell(scores),
    nearer(against.fill),
    nearer(against.naive),
  ];
}

function crpsCell({ projection, fill, naive }: MarginScores): string {
  return [projection, fill, naive].map(({ crps }) => points(crps)).join(" / ");
}

function intervalCells(scores: LevelScores): readonly string[] {
  const { covers, width, calls } = scores;
  const part = (value: number): string => fixed(value, 3);
  const call = (kind: "right" | "wrong" | "none"): string =>
    `${percent(calls.p995[kind])} (${percent(calls.p990[kind])})`;
  return [
    [covers.p50, covers.p90, covers.p95, covers.p99].map(part).join(" "),
    [width.p50, width.p90, width.p95, width.p99].map(points).join(" "),
    part(scores.aloneCovers90),
    fixed(scores.lambda, 2),
    points(scores.weightedInterval),
    fixed(scores.brier, 4),
    call("right"),
    call("wrong"),
    call("none"),
  ];
}

function domainTable(
  language: Language,
  { domains }: BacktestDocument,
  scores: readonly LevelScores[],
): readonly string[] {
  if (domains.length === 0) return [];
  const rows = scores.flatMap((level) =>
    level.domains.map((each) => [
      percent(level.level),
      language.pick(domains.find(({ code }) => code === each.code)?.name ?? { es: each.code, en: each.code }),
      points(each.naive.rmse),
      points(each.fill.rmse),
      points(each.projection.rmse),
      points(each.projection.bias),
      crpsCell(each),
      fixed(each.covers.p90, 3),
      points(each.width.p90),
    ]),
  );
  return ["", ...tableOf(language, DOMAINS, rows)];
}

/** Points of the margin: more digits where the figures are small. */
function points(value: number): string {
  const size = Math.abs(value);
  return fixed(value, size >= 1 ? 2 : size >= 0.1 ? 3 : 4);
}

function percent(part: number): string {
  const value = Math.round(part * 1000) / 10;
  return `${fixed(value, Number.isInteger(value) ? 0 : 1)} %`;
}

/** A point stands before the decimals in both languages' locales; what rounds to 0 has no sign. */
function fixed(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(/^-(?=0\.?0*$)/, "");
}
