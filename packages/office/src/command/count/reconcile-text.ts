import { BULLETIN_FIGURES } from "acta/election";
import { PRESET_POLICIES } from "acta/tabulation";
import type { AreaComparison, FigureComparison } from "acta/tabulation";
import { drawTable } from "../../language/index.js";
import type { Column, Language } from "../../language/index.js";
import { figureName, signed } from "./bulletin-text.js";
import type { OpenedContest } from "../desk/opened.js";
import type { SeriesComparison } from "./reconcile-series.js";
import { headText } from "./result-text.js";

/** Areas that differ are listed up to this many; a reader of more takes the JSON. */
const MOST_AREAS = 20;

/** Published totals beside the sheets, in words. */
export function reconcileText(language: Language, opened: OpenedContest, series: readonly SeriesComparison[]): string {
  const policy = PRESET_POLICIES.find((each) => each.id === "counted");
  const head = policy === undefined ? "" : headText(language, opened, policy);
  const parts = series.map((each) => seriesText(language, opened, each));
  return [head, language.say("bulletin.policy"), ...parts.flatMap((part) => ["", ...part])].join("\n");
}

function seriesText(
  language: Language,
  opened: OpenedContest,
  { series, compared, findings }: SeriesComparison,
): readonly string[] {
  if (compared === null) return [language.say("bulletin.none", { series: language.pick(series.title) })];
  const moment = language.moment(compared.bulletin.asOf, opened.open.election.timeZone);
  const lines = [language.say("bulletin.of", { title: language.pick(series.title), moment })];
  const apart = compared.bulletin.asOf !== compared.edition.asOf && compared.summary.differ > 0;
  if (apart) lines.push(language.say("bulletin.apart"));
  const [first] = compared.areas;
  if (first !== undefined && compared.areas.length === 1) lines.push(...oneArea(language, opened, first));
  else lines.push(...manyAreas(language, opened, compared));
  if (compared.unknownAreas.length > 0)
    lines.push(language.say("bulletin.unknownAreas", { areas: compared.unknownAreas.slice(0, MOST_AREAS).join(", ") }));
  if (compared.alsoSaid > 0) lines.push(language.say("bulletin.alsoSaid", { count: compared.alsoSaid }));
  if (compared.tornLeftOut > 0) lines.push(language.say("bulletin.tornLeftOut", { count: compared.tornLeftOut }));
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  if (counts.size === 0) return lines;
  const codes = [...counts].map(
    ([code, count]) => `  [${code}] ${language.say(`finding.${code}.title`)}: ${language.number(count)}`,
  );
  return [...lines, language.say("bulletin.findings"), ...codes];
}

/** Every figure of one area: published, computed, and where the next bulletin stands. */
function oneArea(language: Language, opened: OpenedContest, area: AreaComparison): readonly string[] {
  const { election } = opened.open;
  const agree = area.figures.filter((each) => each.difference === 0).length;
  const columns: Column[] = ["published", "computed", "difference"].map((name) => ({
    title: language.say(`column.${name}`),
    align: "right",
  }));
  const next =
    area.nextAsOf === null
      ? null
      : `${language.say("column.next")}, ${language.moment(area.nextAsOf, election.timeZone)}`;
  const rows = inOrder(area.figures).map((each) => [
    figureName(language, election, each.figure),
    language.number(each.published),
    language.number(each.computed),
    each.difference === 0 ? "=" : signed(language, each.difference),
    ...(next === null ? [] : [each.next === null ? "" : language.number(each.next)]),
  ]);
  const titles: Column[] = [
    { title: `${area.area.name} (${area.area.code})` },
    ...columns,
    ...(next === null ? [] : [{ title: next, align: "right" } as const]),
  ];
  return [language.say("bulletin.figures", { agree, figures: area.figures.length }), "", drawTable(titles, rows)];
}

/** Sheets first, then voters and ballots, then options: the order of the list of figures. */
function inOrder(figures: readonly FigureComparison[]): readonly FigureComparison[] {
  const order = new Map<string, number>(BULLETIN_FIGURES.map((figure, at) => [figure, at]));
  const place = ({ figure }: FigureComparison): number =>
    order.get(figure) ?? order.get(figure.split(".")[0] ?? "") ?? BULLETIN_FIGURES.length;
  return figures.toSorted((a, b) => place(a) - place(b));
}

function manyAreas(
  language: Language,
  opened: OpenedContest,
  { areas, summary }: NonNullable<SeriesComparison["compared"]>,
): readonly string[] {
  const { agree, differ, incomplete } = summary;
  const lines = [language.say("bulletin.agree", { agree, differ, incomplete, areas: areas.length })];
  const differing = areas.filter((each) => !each.agrees);
  if (differing.length === 0) return lines;
  const columns = ["code", "area", "lacking", "differing", "largest"];
  const right = new Set(["lacking", "differing"]);
  const rows = differing
    .slice(0, MOST_AREAS)
    .map((each) => [
      each.area.code,
      each.area.name.slice(0, 40),
      language.number(each.lacking),
      language.number(each.figures.filter((figure) => figure.difference !== 0).length),
      largestOf(language, opened, each),
    ]);
  lines.push(
    "",
    drawTable(
      columns.map((name) => ({ title: language.say(`column.${name}`), align: right.has(name) ? "right" : "left" })),
      rows,
    ),
  );
  if (differing.length > MOST_AREAS)
    lines.push(language.say("bulletin.more", { count: differing.length - MOST_AREAS }));
  return lines;
}

function largestOf(language: Language, opened: OpenedContest, area: AreaComparison): string {
  // The roll of a counted station is larger than any of its votes, and says less.
  const figures = area.figures.filter((each) => !each.figure.startsWith("registered"));
  let largest = figures[0];
  for (const each of figures) if (Math.abs(each.difference) > Math.abs(largest?.difference ?? 0)) largest = each;
  if (largest === undefined) return "";
  return `${figureName(language, opened.open.election, largest.figure)} ${signed(language, largest.difference)}`;
}
