import { isBulletinFigure } from "./bulletin-figures.js";
import type { WrittenDefinition } from "./definition-schema.js";
import type { BulletinPart, BulletinSeries, LongFigures } from "./bulletin-series.js";
import type { TextFrom } from "./source.js";
import { fractionOf, knownFilesOf } from "./known-files.js";
import type { ProblemList } from "./problem-list.js";
import { notationOf } from "./source-definition.js";

type WrittenSeries = WrittenDefinition["bulletins"][number];
type WrittenPart = WrittenSeries["parts"][number];

/** Resolves the series of published totals. */
export function bulletinsOf(written: WrittenDefinition, problems: ProblemList): readonly BulletinSeries[] {
  return written.bulletins.map((series, at) => {
    const where = `bulletins.${at}`;
    problems.uniqueIds(`${where}.parts`, series.parts);
    if (!written.contests.some((contest) => contest.id === series.contest))
      problems.unknown("contest", `${where}.contest`, series.contest);
    checkFigures(written, series, where, problems);
    return {
      ...series,
      refusedLimit: fractionOf(series.refusedLimit),
      parts: series.parts.map((part, partAt) => partOf(part, written, `${where}.parts.${partAt}`, problems)),
      files: knownFilesOf(series.files, new Set(series.parts.map((part) => part.id)), where, problems),
      identities: Object.entries(series.identities).map(([id, sides]) => ({ id, ...sides })),
      shares: Object.entries(series.shares).map(([share, rule]) => ({ share, ...rule })),
    };
  });
}

/** A slip in the name of a figure would make a check pass over it in silence. */
function checkFigures(written: WrittenDefinition, series: WrittenSeries, where: string, problems: ProblemList): void {
  const check = (figure: string, path: string): void => {
    if (figure !== "" && !isBulletinFigure(figure, written.options))
      problems.unknown("figure", `${where}.${path}`, figure);
  };
  series.parts.forEach((part, at) => {
    for (const figure of Object.keys(part.figures)) check(figure, `parts.${at}.figures.${figure}`);
    for (const [word, figure] of Object.entries(part.long?.words ?? {}))
      check(figure, `parts.${at}.long.words.${word}`);
  });
  for (const [id, { left, right }] of Object.entries(series.identities))
    for (const figure of [left, ...right]) check(figure, `identities.${id}`);
  for (const [share, { part, base }] of Object.entries(series.shares))
    for (const figure of [part, ...base]) check(figure, `shares.${share}`);
}

function partOf(part: WrittenPart, written: WrittenDefinition, where: string, problems: ProblemList): BulletinPart {
  if (part.tree !== "" && !written.trees.some((tree) => tree.id === part.tree))
    problems.unknown("tree", `${where}.tree`, part.tree);
  if (Object.keys(part.figures).length === 0 && part.long === undefined) problems.add("definition.noFigures", where);
  for (const [word, area] of Object.entries(part.scope?.words ?? {}))
    if (area.startsWith("group:") && !written.groups.some((group) => `group:${group.id}` === area))
      problems.unknown("group", `${where}.scope.words.${word}`, area);
  return {
    id: part.id,
    dialect: part.dialect,
    values: notationOf(part.values),
    clock: part.asOf ?? null,
    oneMoment: part.oneMoment,
    tree: part.tree !== "" ? part.tree : (written.trees[0]?.id ?? ""),
    area: { code: areaCodeOf(part.area), names: "names" in part.area ? part.area.names : [] },
    scope:
      part.scope === undefined
        ? null
        : {
            column: part.scope.column,
            words: Object.entries(part.scope.words).map(([word, area]) => ({ word, area })),
          },
    figures: Object.entries(part.figures).map(([figure, column]) => ({ figure, column })),
    long: longOf(part.long),
  };
}

function areaCodeOf(area: WrittenPart["area"]): TextFrom | null {
  if ("code" in area) return area.code;
  if ("fixed" in area) return { column: "", take: 0, padTo: 0, fixed: area.fixed };
  return null;
}

function longOf(long: WrittenPart["long"]): LongFigures | null {
  if (long === undefined) return null;
  return {
    ...long,
    words: Object.entries(long.words).map(([word, figure]) => ({ word, figure })),
    shares: Object.entries(long.shares).map(([share, column]) => ({ share, column })),
  };
}
