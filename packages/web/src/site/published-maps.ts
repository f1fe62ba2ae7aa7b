import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import * as v from "valibot";
import { mapForm } from "../map/index.js";
import type { MapFile } from "../map/index.js";
import type { ContestHome } from "./contest-home.js";
import type { PageContext } from "./page-kind.js";
import type { PublishedData } from "./published-data.js";

const name = v.pipe(v.string(), v.regex(/^[0-9a-f]{20}$/));

/** Which maps a contest has, and how its areas stand where it has none. */
export const mapIndexForm = v.object({
  schema: v.literal("acta-maps/1"),
  credit: v.string(),
  /** Groups that are drawn beside the map, with the codes of their areas. */
  panels: v.array(v.object({ group: v.string(), areas: v.array(v.string()) })),
  /** Rows of squares, "" for a gap. */
  tiles: v.array(v.array(v.string())),
  /** Map of an area's parts by the code of the area: the name of its file. */
  maps: v.record(v.string(), name),
  /** All areas of the lowest level, in parts. */
  lowest: v.array(name),
  /** Files with the figures of the lowest level, and the edition that they are of. */
  figures: v.object({ edition: v.string(), files: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
});

/** Which maps a contest has, as published. */
export type MapIndex = v.InferOutput<typeof mapIndexForm>;

/** A row of the figures of the lowest level: options by their position in the contest, -1 where nobody is first or second. */
export const lowestRow = v.tuple([
  v.string(),
  v.string(),
  v.number(),
  v.number(),
  v.number(),
  v.number(),
  v.number(),
  v.number(),
  v.number(),
]);

/** Figures of areas of the lowest level: code, name, stations, counted, valid votes, and first and second option with their votes. */
export const lowestForm = v.object({ schema: v.literal("acta-lowest/1"), rows: v.array(lowestRow) });

/** Where the list of maps of a contest stands. */
export function mapIndexPath({ words, contest }: ContestHome): string {
  return `assets/${words.id}.${contest.id}.maps.json`;
}

/** Where a map stands: named by what is in it, so that it never changes. */
export function mapPath(file: string): string {
  return `assets/maps/${file}.json`;
}

/** Where a part of the figures of the lowest level stands. */
export function lowestPath({ words, contest }: ContestHome, at: number): string {
  return `assets/${words.id}.${contest.id}.lowest.${at}.json`;
}

const NONE: MapIndex = {
  schema: "acta-maps/1",
  credit: "",
  panels: [],
  tiles: [],
  maps: {},
  lowest: [],
  figures: { edition: "", files: 0 },
};

/** The list of maps; an empty one where it cannot be read: then squares are drawn, and everything else stands. */
export async function mapIndexOf(data: PublishedData, home: ContestHome): Promise<MapIndex> {
  const index = await data.json(mapIndexPath(home), mapIndexForm);
  return index.ok ? index.value : NONE;
}

/** What an area's map is drawn from. */
export interface AreaMapSource {
  readonly index: MapIndex;
  /** null where there are no outlines: its parts are drawn as squares. */
  readonly map: MapFile | null;
}

/** The map of an area's parts. */
export async function areaMapOf({ data, home }: PageContext, code: string): Promise<AreaMapSource> {
  const index = await mapIndexOf(data, home);
  const file = Object.hasOwn(index.maps, code) ? index.maps[code] : undefined;
  const map = file === undefined ? null : await data.json(mapPath(file), mapForm);
  return { index, map: map?.ok === true ? map.value : null };
}

/** The map of all areas of the lowest level: its parts, each fetched by itself and put together. Empty where there is none. */
export async function lowestMapsOf(data: PublishedData, index: MapIndex): Promise<Result<readonly MapFile[]>> {
  const parts = await Promise.all(index.lowest.map((file) => data.json(mapPath(file), mapForm)));
  const maps: MapFile[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    maps.push(part.value);
  }
  return succeed(maps);
}
