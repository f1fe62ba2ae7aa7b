import { fail } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { MOST_GEOGRAPHY_BYTES } from "acta/election";
import type { Geography, GeographyFile, OutlineSource } from "acta/election";
import { flatDrawing } from "./flat-drawing.js";
import type { PlacedPoint } from "./flat-drawing.js";
import { mapOf, mapParts } from "./map-file.js";
import type { MapFile } from "./map-file.js";
import { isPosition } from "./outline.js";
import type { Outline } from "./outline.js";
import { readOutlines } from "./read-outlines.js";
import { tableRows } from "./table-rows.js";

/** Longer side of a map in its units: about two for each pixel of a page. */
const SIDE = 800;
/** Of the map of all areas of the lowest level. */
const WIDE_SIDE = 900;
/** What the map of an area takes as it is sent: with the area's own file it stays under 20 kB. */
const MAP_BYTES = 8000;
const WIDE_BYTES = 200_000;
const PART_BYTES = 16_000;

/** An area of the tree: as the roll has them, from the top down. */
export interface AtlasArea {
  readonly code: string;
  readonly level: string;
  /** Position of the area that it lies in; -1 for the whole. */
  readonly parent: number;
  /** It lies elsewhere and is drawn beside the map, as is all that lies in it. */
  readonly isApart: boolean;
}

/** What atlases are made from. */
export interface AtlasRequest {
  readonly geography: Geography;
  readonly areas: readonly AtlasArea[];
  /** The bytes of a file that the geography names. */
  readonly read: (file: GeographyFile) => Result<Uint8Array>;
}

/** How much of a level could be drawn. */
export interface LevelCoverage {
  readonly level: string;
  readonly areas: number;
  /** Those that are drawn beside the map. */
  readonly apart: number;
  readonly outlined: number;
  /** By a point, for want of an outline. */
  readonly placed: number;
  /** Outlines whose code is that of no area. */
  readonly unused: number;
}

/** The maps of a tree. What could not be read is told and missing; everything else is there. */
export interface Atlas {
  /** By the code of the area whose parts a map shows. */
  readonly maps: ReadonlyMap<string, MapFile>;
  /** All areas of the lowest level in one drawing, in parts. */
  readonly lowest: readonly MapFile[];
  readonly coverage: readonly LevelCoverage[];
  readonly problems: readonly Problem[];
}

interface LevelPlaces {
  readonly outlines: ReadonlyMap<string, Outline>;
  readonly points: ReadonlyMap<string, PlacedPoint>;
}

/** Draws the maps of all areas whose parts have outlines. */
export function makeAtlas({ geography, areas, read }: AtlasRequest): Atlas {
  const desk = new AtlasDesk(geography, read);
  const levels = [...new Set(areas.slice(1).map(({ level }) => level))];
  const places = new Map(levels.map((level) => [level, desk.placesOf(level)]));
  const codes = new Map(
    levels.map((level) => [level, areas.flatMap((area) => (area.level === level ? [area.code] : []))]),
  );
  const maps = new Map<string, MapFile>();
  for (const [parent, parts] of partsByParent(areas)) {
    const at = places.get(areas[parts[0] ?? -1]?.level ?? "");
    const map =
      at === undefined
        ? null
        : drawn(
            at,
            parts.map((part) => areas[part]?.code ?? ""),
            SIDE,
            MAP_BYTES,
          );
    const code = areas[parent]?.code;
    if (map !== null && code !== undefined) maps.set(code, map);
  }
  for (const level of levels) desk.checkMatch(level, codes.get(level) ?? [], places.get(level));
  const last = levels.at(-1) ?? "";
  const lowestPlaces = levels.length > 1 ? places.get(last) : undefined;
  const lowest = lowestPlaces === undefined ? null : drawn(lowestPlaces, codes.get(last) ?? [], WIDE_SIDE, WIDE_BYTES);
  return {
    maps,
    lowest: lowest === null ? [] : mapParts(lowest, PART_BYTES),
    coverage: levels.map((level) => coverageOf(level, areas, places.get(level))),
    problems: desk.problems,
  };
}

function partsByParent(areas: readonly AtlasArea[]): ReadonlyMap<number, readonly number[]> {
  const parts = new Map<number, number[]>();
  for (const [at, { parent }] of areas.entries()) {
    const siblings = parts.get(parent) ?? [];
    siblings.push(at);
    parts.set(parent, siblings);
  }
  parts.delete(-1);
  return parts;
}

/** null when none of the areas has an outline: points alone say nothing about where they are. */
function drawn(places: LevelPlaces, codes: readonly string[], side: number, bytes: number): MapFile | null {
  const outlines = codes.flatMap((code) => places.outlines.get(code) ?? []);
  if (outlines.length === 0) return null;
  const points = codes.flatMap((code) => (places.outlines.has(code) ? [] : (places.points.get(code) ?? [])));
  return mapOf(flatDrawing(outlines, points, side), bytes);
}

function coverageOf(level: string, areas: readonly AtlasArea[], places: LevelPlaces | undefined): LevelCoverage {
  const own = areas.filter((area) => area.level === level);
  const codes = own.map(({ code }) => code);
  const apart = own.filter(({ isApart, code }) => isApart && places?.outlines.has(code) !== true).length;
  const known = new Set(codes);
  const outlined = codes.filter((code) => places?.outlines.has(code) === true).length;
  const placed = codes.filter((code) => places?.outlines.has(code) !== true && places?.points.has(code) === true);
  const unused = [...(places?.outlines.keys() ?? [])].filter((code) => !known.has(code)).length;
  return { level, areas: codes.length, apart, outlined, placed: placed.length, unused };
}

/** Reads the files of a geography, each once, and keeps what was wrong with them. */
class AtlasDesk {
  readonly problems: Problem[] = [];
  readonly #geography: Geography;
  readonly #read: AtlasRequest["read"];
  readonly #texts = new Map<string, string | null>();

  constructor(geography: Geography, read: AtlasRequest["read"]) {
    this.#geography = geography;
    this.#read = read;
  }

  placesOf(level: string): LevelPlaces {
    const { outlines: sources, points } = this.#geography;
    const outlines = sources.filter((source) => source.level === level).flatMap((source) => this.#outlines(source));
    const placed = points.filter((source) => source.level === level).flatMap((source) => this.#points(source));
    // Of two with one code the first holds: a file may repeat an area that another one has drawn better.
    return {
      outlines: new Map(outlines.toReversed().map((outline) => [outline.code, outline])),
      points: new Map(placed.toReversed().map((point) => [point.code, point])),
    };
  }

  /** Codes of another system look just like ours: a file that matches nothing is told. */
  checkMatch(level: string, codes: readonly string[], places: LevelPlaces | undefined): void {
    const outlines = places?.outlines.size ?? 0;
    if (outlines === 0 || codes.some((code) => places?.outlines.has(code) === true)) return;
    const where = this.#geography.outlines.find((source) => source.level === level)?.file ?? "";
    this.problems.push({ code: "map.noMatch", where, context: { outlines, level } });
  }

  #outlines({ file, object, code: property, crosswalk }: OutlineSource): readonly Outline[] {
    const text = this.#text(file);
    const table = crosswalk === null ? null : this.#text(crosswalk.file);
    if (text === null || (crosswalk !== null && table === null)) return [];
    const codes = crosswalk === null || table === null ? null : codesOf(table, crosswalk);
    if (crosswalk !== null && codes?.size === 0) {
      const { from, to } = crosswalk;
      this.problems.push({ code: "map.noColumns", where: crosswalk.file, context: { columns: `${from}, ${to}` } });
    }
    const read = readOutlines(text, file, { object, property, crosswalk: codes });
    if (!read.ok) {
      this.problems.push(read.problem);
      return [];
    }
    const { outlines, withoutGeometry } = read.value;
    if (outlines.length === 0)
      this.problems.push({ code: "map.noShapes", where: file, context: { features: withoutGeometry.length } });
    return outlines;
  }

  #points({ file, code, latitude, longitude }: Geography["points"][number]): readonly PlacedPoint[] {
    const text = this.#text(file);
    if (text === null) return [];
    const points = tableRows(text).flatMap((row): readonly PlacedPoint[] => {
      const [x, y] = [degreesOf(row.get(longitude)), degreesOf(row.get(latitude))];
      const own = row.get(code) ?? "";
      return own !== "" && isPosition(x, y) ? [{ code: own, position: [x, y] }] : [];
    });
    if (points.length === 0)
      this.problems.push({
        code: "map.noColumns",
        where: file,
        context: { columns: [code, latitude, longitude].join(", ") },
      });
    return points;
  }

  /** The text of a file; null, and a problem once, when it cannot be read. */
  #text(name: string): string | null {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const file = this.#geography.files.find((each) => each.name === name);
    const bytes = file === undefined ? fail({ code: "map.missing", where: name }) : this.#bytes(file);
    if (!bytes.ok) this.problems.push(bytes.problem);
    const text = bytes.ok ? new TextDecoder().decode(bytes.value) : null;
    this.#texts.set(name, text);
    return text;
  }

  #bytes(file: GeographyFile): Result<Uint8Array> {
    const read = this.#read(file);
    if (!read.ok || read.value.length <= MOST_GEOGRAPHY_BYTES) return read;
    return fail({
      code: "map.tooLarge",
      where: file.name,
      context: { bytes: read.value.length, most: MOST_GEOGRAPHY_BYTES },
    });
  }
}

function codesOf(
  table: string,
  { from, to }: { readonly from: string; readonly to: string },
): ReadonlyMap<string, string> {
  return new Map(
    tableRows(table).flatMap((row): readonly (readonly [string, string])[] => {
      const [own = "", other = ""] = [row.get(from), row.get(to)];
      return own === "" || other === "" ? [] : [[own, other]];
    }),
  );
}

/** Degrees as a decimal number; not a number for everything else, the empty field too. */
function degreesOf(text: string | undefined): number {
  return text !== undefined && /^\s*[-+]?\d{1,3}(?:\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}
