import { succeed, utf8 } from "acta/basics";
import type { Result } from "acta/basics";
import { dataPath } from "acta/edition";
import * as v from "valibot";
import { childrenOf } from "./area-children.js";
import { areaName } from "./area-name.js";
import type { ContestHome } from "./contest-home.js";
import type { PublishedData } from "./published-data.js";
import type { AreaFile } from "./published-forms.js";

/** Names of all areas of a contest: code, name, position of the level, position of the area that it lies in (-1 for the whole). */
export const areaIndexForm = v.object({
  schema: v.literal("acta-areas/1"),
  levels: v.array(v.string()),
  rows: v.array(v.tuple([v.string(), v.string(), v.number(), v.number()])),
});

/** Pages of the station index: the first station of each. */
export const stationIndexForm = v.object({ schema: v.literal("acta-stations/1"), pages: v.array(v.string()) });

/** A page of it: the first station of every run of codes that vote in the same place, with the code of the place. */
export const stationPageForm = v.object({
  schema: v.literal("acta-stations-page/1"),
  runs: v.array(v.tuple([v.string(), v.string()])),
});

/** Runs in one page: a third of what all that a reader waits for may weigh, since the way to a station has many steps. */
const RUNS_IN_PAGE = 200;

/** Names of all areas, as published. */
export type AreaIndex = v.InferOutput<typeof areaIndexForm>;

/** Where the two indexes of a contest stand beside its pages: fetched when somebody searches, and not before. */
export function indexPath({ words, contest }: ContestHome, what: "areas" | "stations" | `stations.${number}`): string {
  return `assets/${words.id}.${contest.id}.${what}.json`;
}

const stationRows = v.object({
  columns: v.array(v.string()),
  rows: v.optional(v.array(v.array(v.unknown()))),
  pages: v.optional(v.array(v.object({ file: v.string() }))),
});
const placeStations = v.object({ stations: stationRows });
const pageStations = v.object({ columns: v.array(v.string()), rows: v.array(v.array(v.unknown())) });

/** Writes both indexes of a contest from the files of its newest edition. */
export async function putIndexes(
  data: PublishedData,
  home: ContestHome,
  put: (path: string, bytes: Uint8Array) => void,
): Promise<Result<AreaIndex | null>> {
  const newest = home.editions.at(-1);
  const edition = newest === undefined ? succeed(null) : await data.edition(newest.root);
  if (!edition.ok) return edition;
  const root = edition.value?.contests.find(({ contest }) => contest === home.contest.id)?.trees[0]?.root;
  if (root === undefined) return succeed(null);
  const index = new IndexDraft(data, home);
  const whole = await data.area(root);
  const walked = whole.ok ? await index.walk(whole.value, -1) : whole;
  if (!walked.ok) return walked;
  const areas = index.areas();
  put(indexPath(home, "areas"), utf8(JSON.stringify(areas)));
  const pages = index.stationPages();
  const first = pages.map((runs) => runs[0]?.[0] ?? "");
  put(indexPath(home, "stations"), utf8(JSON.stringify({ schema: "acta-stations/1", pages: first })));
  for (const [at, runs] of pages.entries())
    put(indexPath(home, `stations.${at}`), utf8(JSON.stringify({ schema: "acta-stations-page/1", runs })));
  return succeed(areas);
}

class IndexDraft {
  readonly #data: PublishedData;
  readonly #levels: readonly string[];
  readonly #rows: [string, string, number, number][] = [];
  readonly #stations: { readonly code: string; readonly place: string }[] = [];

  constructor(data: PublishedData, { words }: ContestHome) {
    const [tree] = words.trees;
    this.#data = data;
    this.#levels = [tree?.root.level ?? "", ...(tree?.levels ?? []).map(({ id }) => id)];
  }

  async walk(area: AreaFile, parent: number): Promise<Result<null>> {
    const level = this.#levels.indexOf(area.area.level);
    const at = this.#rows.push([area.area.code, areaName(area.area.name), level, parent]) - 1;
    const children = await childrenOf(this.#data, area);
    if (!children.ok) return children;
    const isLeaf = level === this.#levels.length - 1;
    for (const { file, code } of children.value) {
      const below = isLeaf ? await this.#place(file, code) : await this.#data.area(file);
      if (!below.ok) return below;
      const walked = below.value === null ? succeed(null) : await this.walk(below.value, at);
      if (!walked.ok) return walked;
    }
    return succeed(null);
  }

  /** Places are thousands: of each only the codes of its stations are read, and nothing is kept. */
  async #place(hash: string, place: string): Promise<Result<null>> {
    const file = await this.#data.json(dataPath(hash), placeStations);
    if (!file.ok) return file;
    const { columns, rows = [], pages = [] } = file.value.stations;
    const lists = [{ columns, rows }];
    for (const each of pages) {
      const page = await this.#data.json(dataPath(each.file), pageStations);
      if (!page.ok) return page;
      lists.push(page.value);
    }
    for (const list of lists) {
      const at = list.columns.indexOf("station");
      for (const row of list.rows) this.#stations.push({ code: String(row[at] ?? ""), place });
    }
    return succeed(null);
  }

  areas(): AreaIndex {
    return { schema: "acta-areas/1", levels: [...this.#levels], rows: this.#rows };
  }

  stationPages(): readonly (readonly (readonly [string, string])[])[] {
    const runs: [string, string][] = [];
    let last = "";
    for (const { code, place } of this.#stations.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))) {
      if (place !== last) runs.push([code, place]);
      last = place;
    }
    const pages: (readonly [string, string])[][] = [];
    for (let at = 0; at < runs.length; at += RUNS_IN_PAGE) pages.push(runs.slice(at, at + RUNS_IN_PAGE));
    return pages;
  }
}
