import { hex, succeed, utf8 } from "acta/basics";
import type { Problem, Result, Sha256 } from "acta/basics";
import { blobPath } from "acta/edition";
import { parseDefinition } from "acta/election";
import type { Election, Geography, GeographyFile } from "acta/election";
import * as v from "valibot";
import { makeAtlas } from "../map/index.js";
import type { Atlas, AtlasArea, LevelCoverage, MapFile } from "../map/index.js";
import type { ContestHome } from "./contest-home.js";
import { lowestFiles, walkLowest } from "./lowest-figures.js";
import type { PublishedData } from "./published-data.js";
import { lowestPath, mapIndexPath, mapPath } from "./published-maps.js";
import type { MapIndex } from "./published-maps.js";
import type { AreaIndex } from "./search-index.js";

/** What maps are made from besides the published data. */
export interface MapSources {
  readonly sha256: Sha256;
  /** The bytes of a file that a definition names; a problem where it is not here. */
  readonly geography: (file: GeographyFile) => Result<Uint8Array>;
}

/** What could be drawn of one contest. */
export interface MapReport {
  readonly election: string;
  readonly contest: string;
  readonly levels: readonly LevelCoverage[];
  /** What was wrong with its geography: none of it keeps a page from being made. */
  readonly problems: readonly Problem[];
}

/** Writes the maps of a contest and the list of them. @returns what could be drawn; null where the definition names no geography. */
export async function putMaps(
  data: PublishedData,
  home: ContestHome,
  areas: AreaIndex,
  sources: MapSources,
  put: (path: string, bytes: Uint8Array) => void,
): Promise<Result<MapReport | null>> {
  const newest = home.editions.at(-1);
  const edition = newest === undefined ? null : await data.edition(newest.root);
  if (newest === undefined || edition === null) return succeed(null);
  if (!edition.ok) return edition;
  const definition = await definitionOf(data, edition.value.definition);
  if (!definition.ok) return definition;
  const figures = await walkLowest(data, home, edition.value);
  if (!figures.ok) return figures;
  const files = lowestFiles(home, figures.value);
  for (const [at, file] of files.entries()) put(lowestPath(home, at), utf8(file));
  const geography = geographyOf(definition.value);
  const panels = panelsOf(definition.value, geography, areas);
  const atlas =
    geography === null ? null : makeAtlas({ geography, areas: atlasAreas(areas, panels), read: sources.geography });
  const putMap = (map: MapFile): string => {
    const bytes = utf8(JSON.stringify(map));
    const name = hex(sources.sha256(bytes)).slice(0, 20);
    put(mapPath(name), bytes);
    return name;
  };
  const index: MapIndex = {
    schema: "acta-maps/1",
    credit: atlas !== null && atlas.maps.size > 0 ? (geography?.credit ?? "") : "",
    panels,
    tiles: (geography?.tiles ?? []).map((row) => [...row]),
    maps: Object.fromEntries([...(atlas?.maps ?? [])].map(([code, map]) => [code, putMap(map)])),
    lowest: (atlas?.lowest ?? []).map(putMap),
    figures: { edition: newest.root, files: files.length },
  };
  put(mapIndexPath(home), utf8(JSON.stringify(index)));
  return succeed(atlas === null ? null : reportOf(home, atlas));
}

function reportOf({ words, contest }: ContestHome, { coverage, problems }: Atlas): MapReport {
  return { election: words.id, contest: contest.id, levels: coverage, problems };
}

async function definitionOf(data: PublishedData, hash: string): Promise<Result<Election | null>> {
  const document = await data.json(blobPath(hash), v.unknown());
  if (!document.ok) return document;
  const parsed = parseDefinition(document.value);
  // A later release may have written what this one does not know: its maps are squares then.
  return succeed(parsed.ok ? parsed.value : null);
}

/** Pages show the first tree: a geography of another one has nothing to draw there. */
function geographyOf(definition: Election | null): Geography | null {
  const geography = definition?.geography ?? null;
  return geography === null || geography.tree !== definition?.trees[0]?.id ? null : geography;
}

function panelsOf(definition: Election | null, geography: Geography | null, areas: AreaIndex): MapIndex["panels"] {
  const known = new Set(areas.rows.map(([code]) => code));
  return (geography?.panels ?? []).flatMap((group) => {
    const found = definition?.groups.find(({ id }) => id === group);
    const codes = (found?.areas ?? []).filter((code) => known.has(code));
    return codes.length === 0 ? [] : [{ group, areas: codes }];
  });
}

/** The areas of the tree; what lies in an area of a panel is apart with it. */
function atlasAreas({ rows, levels }: AreaIndex, panels: MapIndex["panels"]): readonly AtlasArea[] {
  const apart = new Set(panels.flatMap((panel) => panel.areas));
  const areas: AtlasArea[] = [];
  for (const [code, , level, parent] of rows)
    areas.push({
      code,
      level: levels[level] ?? "",
      parent,
      isApart: apart.has(code) || areas[parent]?.isApart === true,
    });
  return areas;
}
