import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { childrenOf } from "./area-children.js";
import { findArea } from "./area-result.js";
import type { PageContext } from "./page-kind.js";
import type { PlaceFile } from "./published-forms.js";
import { areaIndexForm, indexPath, stationIndexForm } from "./search-index.js";
import type { AreaIndex, StationIndex } from "./search-index.js";

/** An area that a search has found, with the names of what it lies in, the nearest first. */
export interface FoundName {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly within: readonly string[];
}

/** As many as anybody reads. */
const MOST_FOUND = 60;

/** Areas whose name has words that begin as those that were typed, whatever the accents; exact names first, larger areas before smaller. */
export async function findNames(context: PageContext, text: string): Promise<Result<readonly FoundName[]>> {
  const index = await context.data.json(indexPath(context.home, "areas"), areaIndexForm);
  if (!index.ok) return index;
  const words = plain(text)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return succeed([]);
  const found = index.value.rows.flatMap((row, at) => {
    const name = plain(row[1]);
    const matches = words.every((word) => ` ${name}`.includes(` ${word}`));
    return matches ? [{ at, level: row[2], isExact: name === words.join(" ") }] : [];
  });
  found.sort((a, b) => Number(b.isExact) - Number(a.isExact) || a.level - b.level || a.at - b.at);
  return succeed(found.slice(0, MOST_FOUND).map(({ at }) => nameAt(index.value, at)));
}

function nameAt({ rows, levels }: AreaIndex, at: number): FoundName {
  const [code, name, level] = rows[at] ?? ["", "", 0, -1];
  const within: string[] = [];
  for (let up = rows[at]?.[3] ?? -1; up > 0; up = rows[up]?.[3] ?? -1) within.push(rows[up]?.[1] ?? "");
  return { code, name, level: levels[level] ?? "", within };
}

/** Small letters without accents; a tilde over n counts as none, as people type it. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** The polling place of a station in the shown edition; null when no station has this code. */
export async function findStation(context: PageContext, code: string): Promise<Result<PlaceFile | null>> {
  const index = await context.data.json(indexPath(context.home, "stations"), stationIndexForm);
  if (!index.ok) return index;
  const leaf = leafOf(index.value, code);
  const found = leaf === undefined ? succeed(null) : await findArea(context, context.edition, leaf);
  if (!found.ok) return found;
  if (found.value === null || found.value.kind === "place") return succeed(null);
  const places = await childrenOf(context.data, found.value.file);
  if (!places.ok) return places;
  // A place is coded by its first station, and mostly holds the next ones.
  const first = (place: string): string => place.split("/").at(-1) ?? "";
  const near = places.value
    .filter((place) => first(place.code) <= code)
    .toSorted((a, b) => (first(a.code) < first(b.code) ? 1 : -1));
  const others = places.value.filter((place) => first(place.code) > code);
  for (const { file } of [...near, ...others]) {
    const place = await context.data.place(file);
    const stations = place.ok ? await context.data.rows(place.value.stations) : place;
    if (!place.ok) return place;
    if (!stations.ok) return stations;
    const at = stations.value.columns.indexOf("station");
    if (stations.value.rows.some((row) => row[at] === code)) return succeed(place.value);
  }
  return succeed(null);
}

function leafOf({ areas, runs }: StationIndex, code: string): string | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.[0] ?? "") <= code) low = middle + 1;
    else high = middle;
  }
  return areas[runs[low - 1]?.[1] ?? -1];
}
