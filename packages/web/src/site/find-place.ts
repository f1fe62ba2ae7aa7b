import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { childrenOf } from "./area-children.js";
import { findArea } from "./area-result.js";
import type { PageContext } from "./page-kind.js";
import type { PlaceFile } from "./published-forms.js";
import { areaIndexForm, indexPath, stationIndexForm, stationPageForm } from "./search-index.js";
import type { AreaIndex } from "./search-index.js";

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

/** A station and its polling place. */
export interface FoundStation {
  readonly code: string;
  readonly place: PlaceFile;
}

/** A station as people call it: they leave out the zeros in front. */
export async function findStationCalled(context: PageContext, text: string): Promise<Result<FoundStation | null>> {
  for (const code of new Set([text.padStart(6, "0"), text])) {
    const place = await findStation(context, code);
    if (!place.ok) return place;
    if (place.value !== null) return succeed({ code, place: place.value });
  }
  return succeed(null);
}

/** The polling place of a station in the shown edition; null when no station has this code. */
async function findStation(context: PageContext, code: string): Promise<Result<PlaceFile | null>> {
  const named = await placeCode(context, code);
  if (!named.ok) return named;
  if (named.value === null) return succeed(null);
  const found = await findArea(context, context.edition, named.value);
  if (!found.ok) return found;
  if (found.value?.kind === "place") {
    const place = await placeWith(context, found.value.hash, code);
    if (!place.ok || place.value !== null) return place;
  }
  // The index is that of the newest edition; in an earlier one the station may stand in another place of the same area.
  const area = await findArea(context, context.edition, named.value.slice(0, named.value.lastIndexOf("/")));
  if (!area.ok) return area;
  if (area.value?.kind !== "area") return succeed(null);
  const places = await childrenOf(context.data, area.value.file);
  if (!places.ok) return places;
  for (const { file } of places.value) {
    const place = await placeWith(context, file, code);
    if (!place.ok || place.value !== null) return place;
  }
  return succeed(null);
}

/** The code of the place of a station, by the index; null when its code stands before all others. */
async function placeCode({ data, home }: PageContext, code: string): Promise<Result<string | null>> {
  const index = await data.json(indexPath(home, "stations"), stationIndexForm);
  if (!index.ok) return index;
  const at = index.value.pages.findLastIndex((first) => first <= code);
  if (at < 0) return succeed(null);
  const page = await data.json(indexPath(home, `stations.${at}`), stationPageForm);
  return page.ok ? succeed(page.value.runs.findLast(([first]) => first <= code)?.[1] ?? null) : page;
}

async function placeWith(context: PageContext, hash: string, station: string): Promise<Result<PlaceFile | null>> {
  const place = await context.data.place(hash);
  const stations = place.ok ? await context.data.rows(place.value.stations) : place;
  if (!place.ok) return place;
  if (!stations.ok) return stations;
  const at = stations.value.columns.indexOf("station");
  return succeed(stations.value.rows.some((row) => row[at] === station) ? place.value : null);
}
