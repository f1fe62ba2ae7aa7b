import { parseInstant } from "acta/basics";
import type { Instant } from "acta/basics";
import type { BulletinPart, Election } from "acta/election";
import type { Row } from "../files/index.js";
import type { AreaResolver } from "./area-resolver.js";
import { figureReader } from "./figure-text.js";
import type { RefusalReason } from "./row-refusal.js";
import { textReader } from "./text-from.js";

/** One figure of a row, with the position of its column. */
export interface RowFigure {
  readonly figure: string;
  readonly value: number;
  readonly column: number;
}

/** What a row of a bulletin file says. */
export type MappedRow =
  | {
      readonly kind: "figures";
      readonly moment: Instant | null;
      readonly area: string;
      readonly figures: readonly RowFigure[];
    }
  | { readonly kind: "leftOut" }
  | { readonly kind: "refused"; readonly reason: RefusalReason; readonly column: number; readonly seen: string };

/** Maps the rows of one file. */
export type RowMapper = (row: Row) => MappedRow;

/**
 * Compiles a part for a file with this header. `fixedMoment` holds where the part has no clock; `areas` resolves names and learns
 * them from parts that give codes too.
 */
export function rowMapper(
  election: Election,
  part: BulletinPart,
  columns: readonly string[],
  fixedMoment: Instant | null,
  areas: AreaResolver,
): RowMapper {
  const header = new Map(columns.map((name, at) => [name, at]));
  const momentOf = momentReader(part, header, fixedMoment);
  const areaOf = areaReader(part, header, areas);
  const figuresOf = figuresReader(election, part, header);
  return (row) => {
    const area = areaOf(row);
    if (area.kind !== "area") return area;
    const moment = momentOf(row);
    if (moment === undefined) {
      const column = header.get(part.clock?.columns[0] ?? "") ?? -1;
      return { kind: "refused", reason: "badMoment", column, seen: row.text(column) };
    }
    const figures = figuresOf(row);
    if (figures.kind !== "figures") return figures;
    return { kind: "figures", moment, area: area.code, figures: figures.figures };
  };
}

/** Undefined: the row's clock cannot be read. */
function momentReader(
  part: BulletinPart,
  header: ReadonlyMap<string, number>,
  fixed: Instant | null,
): (row: Row) => Instant | null | undefined {
  const { clock } = part;
  if (clock === null) return () => fixed;
  const columns = clock.columns.map((column) => header.get(column) ?? 0);
  let lastText = "";
  let last: Instant | undefined;
  return (row) => {
    const text = columns.map((column) => row.text(column)).join("T") + clock.offset;
    if (text !== lastText) {
      lastText = text;
      last = parseInstant(text);
    }
    return last;
  };
}

type AreaRead = { readonly kind: "area"; readonly code: string } | Exclude<MappedRow, { kind: "figures" }>;

function areaReader(
  part: BulletinPart,
  header: ReadonlyMap<string, number>,
  areas: AreaResolver,
): (row: Row) => AreaRead {
  const { code, names } = part.area;
  const readCode = code === null ? null : textReader(code, header, part.values);
  const nameColumns = names.map((name) => header.get(name) ?? 0);
  const areaColumn = header.get(code?.column ?? names.at(-1) ?? "") ?? -1;
  const scoped = scopeReader(part, header);
  return (row) => {
    const scope = scoped(row);
    if (scope !== null) return scope;
    const named = nameColumns.map((column) => row.text(column));
    const found = readCode === null ? areas.find(named) : readCode(row);
    if (found === undefined || found === "")
      return { kind: "refused", reason: "unknownArea", column: areaColumn, seen: named.join(" / ") };
    if (readCode !== null && named.length > 0) areas.learn(named, found);
    return { kind: "area", code: found };
  };
}

/** Null: the row's own area holds. */
function scopeReader(part: BulletinPart, header: ReadonlyMap<string, number>): (row: Row) => AreaRead | null {
  const { scope } = part;
  if (scope === null) return () => null;
  const column = header.get(scope.column) ?? 0;
  const words = new Map(scope.words.map((each) => [each.word, each.area]));
  return (row) => {
    const area = words.get(row.text(column));
    if (area === undefined) return { kind: "refused", reason: "unknownWord", column, seen: row.text(column) };
    return area === "" ? { kind: "leftOut" } : { kind: "area", code: area };
  };
}

type FiguresRead =
  | { readonly kind: "figures"; readonly figures: readonly RowFigure[] }
  | Exclude<MappedRow, { kind: "figures" }>;

function figuresReader(
  election: Election,
  part: BulletinPart,
  header: ReadonlyMap<string, number>,
): (row: Row) => FiguresRead {
  const read = figureReader(part.values);
  const wide = part.figures.map(({ figure, column }) => ({ figure, column: header.get(column) ?? 0 }));
  const long = longReader(election, part, header);
  return (row) => {
    const more = long(row);
    if (!Array.isArray(more)) return more;
    const figures: RowFigure[] = [];
    for (const { figure, column } of [...wide, ...more]) {
      const value = read(figure, row.text(column));
      if (value === "unreadable") return { kind: "refused", reason: "notACount", column, seen: row.text(column) };
      if (value !== "missing") figures.push({ figure, value, column });
    }
    return { kind: "figures", figures };
  };
}

type FigureColumn = { readonly figure: string; readonly column: number };

/** Which figures the columns of a long row hold. */
function longReader(
  election: Election,
  part: BulletinPart,
  header: ReadonlyMap<string, number>,
): (row: Row) => FigureColumn[] | Exclude<MappedRow, { kind: "figures" }> {
  const { long } = part;
  if (long === null) return () => [];
  const wordColumn = header.get(long.column) ?? 0;
  const valueColumn = header.get(long.value) ?? 0;
  const shares = long.shares.map(({ share, column }) => ({ share, column: header.get(column) ?? 0 }));
  const options = election.options.flatMap((option) =>
    [option.id, ...option.aliases].map((word): readonly [string, string] => [word, `votes.${option.id}`]),
  );
  const words = new Map([...options, ...long.words.map((each) => [each.word, each.figure] as const)]);
  return (row) => {
    const figure = words.get(row.text(wordColumn));
    if (figure === undefined)
      return { kind: "refused", reason: "unknownWord", column: wordColumn, seen: row.text(wordColumn) };
    if (figure === "") return { kind: "leftOut" };
    return [
      { figure, column: valueColumn },
      ...shares.map(({ share, column }) => ({ figure: `${share}.${figure}`, column })),
    ];
  };
}
