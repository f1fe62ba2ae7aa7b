import { UNKNOWN_AREA } from "acta/election";
import type { AreaMark, Election, RollBuilder, SourcePart } from "acta/election";
import type { Row } from "../files/index.js";
import { cellReader, UNREADABLE } from "./cell-text.js";
import { textReader } from "./text-from.js";

/** What a row says about a station, ready for the roll. */
interface TreeReader {
  readonly codes: readonly ((row: Row) => string)[];
  readonly names: readonly ((row: Row) => string)[];
  /** The codes and the area of the row before. */
  readonly lastCodes: string[];
  last: AreaMark | null;
}

/** Sets a station in the roll from a row. Returns the column of a registered number that cannot be read, else -1. */
export type RollReader = (row: Row, position: number) => number;

/** Compiles the roll mapping of a part. With `gaps` only stations whose area is not known yet are filled. */
export function rollReader(
  part: SourcePart,
  election: Election,
  header: ReadonlyMap<string, number>,
  builder: RollBuilder,
): RollReader | null {
  const from = part.roll;
  if (from === null) return null;
  const trees = election.trees.map((tree): TreeReader => {
    const levels = from.trees.find((each) => each.tree === tree.id)?.levels ?? [];
    return {
      codes: levels.map((level) => textReader(level.code, header, part.values)),
      names: levels.map((level) => textReader(level.name ?? level.code, header, part.values)),
      lastCodes: [],
      last: null,
    };
  });
  const leaves: AreaMark[] = [];
  const read = cellReader(part.values);
  const registeredAt = from.registered === "" ? -1 : (header.get(from.registered) ?? -1);
  const text = (column: string): ((row: Row) => string) =>
    textReader({ column, take: 0, padTo: 0, fixed: "" }, header, part.values);
  const name = from.place === null ? null : text(from.place.name);
  const address = from.place === null || from.place.address === "" ? null : text(from.place.address);
  return (row, position) => {
    if (part.rollUse === "gaps" && !(builder.has(position) && !builder.located(position))) return -1;
    const registered = registeredAt < 0 ? -1 : read(row, registeredAt);
    if (registered === UNREADABLE) return registeredAt;
    for (let at = 0; at < trees.length; at++) {
      const tree = trees[at];
      if (tree !== undefined) leaves[at] = areaOf(tree, at, row, builder);
    }
    if (part.rollUse === "gaps") builder.locate(position, leaves, name?.(row) ?? "", address?.(row) ?? "");
    else builder.set(position, leaves, name?.(row) ?? "", address?.(row) ?? "", Math.max(registered, -1));
    return -1;
  };
}

/** Rows of one area usually follow each other: the last one is tried first. */
function areaOf(tree: TreeReader, at: number, row: Row, builder: RollBuilder): AreaMark {
  const { codes, lastCodes } = tree;
  let same = tree.last !== null;
  for (let level = 0; level < codes.length; level++) {
    const code = codes[level]?.(row) ?? "";
    if (code === lastCodes[level]) continue;
    lastCodes[level] = code;
    same = false;
  }
  if (!same || tree.last === null) tree.last = newArea(tree, at, row, builder);
  return tree.last;
}

function newArea({ lastCodes, names }: TreeReader, at: number, row: Row, builder: RollBuilder): AreaMark {
  const unknown = lastCodes.length === 0 || lastCodes.some((code) => code === "" || code === UNKNOWN_AREA);
  if (unknown) return builder.unknown(at);
  return builder.area(
    at,
    lastCodes,
    names.map((read) => read(row)),
  );
}
