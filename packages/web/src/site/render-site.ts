import { succeed, utf8 } from "acta/basics";
import type { Result } from "acta/basics";
import { CLAIMS_PAGE } from "./claims-file.js";
import { OFFICES_PAGE } from "./history-file.js";
import { contestHomes } from "./contest-home.js";
import type { ContestHome } from "./contest-home.js";
import { FEED_NAME, correctionsFeed } from "./corrections-feed.js";
import { wordsPath } from "./election-words.js";
import { coloursOf, coloursPath } from "./option-colour.js";
import { PAGE_KINDS } from "./page-kinds.js";
import { PROJECTING_PAGE } from "./projected-file.js";
import type { PageModules } from "./page-modules.js";
import type { PublishedData } from "./published-data.js";
import { putMaps } from "./put-maps.js";
import type { MapReport, MapSources } from "./put-maps.js";
import { textsOf } from "./language-texts.js";
import { putWords } from "./put-words.js";
import { emptyPage, renderContest, renderShells } from "./render-pages.js";
import type { PutFile } from "./render-pages.js";
import { putIndexes } from "./search-index.js";
import { languageFolder } from "./page-links.js";
import { FIRST_LANGUAGE, LANGUAGES, makeWording } from "./wording.js";
import type { Wording } from "./wording.js";

/** Names at the top of a published folder under which the site's own files stand. */
export function siteNames(): readonly string[] {
  const shells = PAGE_KINDS.flatMap(({ shell }) => (shell === null ? [] : [shell]));
  return [
    FEED_NAME,
    CLAIMS_PAGE,
    OFFICES_PAGE,
    PROJECTING_PAGE,
    "index.html",
    "area",
    "election",
    "assets",
    "projection",
    ...shells,
    ...LANGUAGES.filter((code) => code !== FIRST_LANGUAGE),
  ];
}

/**
 * Writes all pages of a published folder from its data files: the front page and the upper areas of every contest in every language, and the
 * pages that read their address. The same data and geography give the same bytes. Script and style come from the build and are put beside them by whoever publishes.
 * @returns how many files were put and what could be drawn; problems of reading the data.
 */
export async function renderSite(data: PublishedData, sources: SiteSources, put: PutFile): Promise<Result<SiteReport>> {
  if (data.head.editions.length === 0) return succeed({ files: putEmpty(data, put), maps: [] });
  const homes = await contestHomes(data, async ({ root }) => {
    const edition = await data.edition(root);
    return edition.ok ? succeed(edition.value.definition) : edition;
  });
  if (!homes.ok) return homes;
  const { modules } = sources;
  let files = 0;
  const counted: PutFile = (path, bytes) => {
    files++;
    put(path, bytes);
  };
  putNames(homes.value, counted);
  putWords(counted);
  const maps: MapReport[] = [];
  for (const home of homes.value) {
    const indexed = await putIndexes(data, home, counted);
    if (!indexed.ok) return indexed;
    const drawn = indexed.value === null ? succeed(null) : await putMaps(data, home, indexed.value, sources, counted);
    if (!drawn.ok) return drawn;
    if (drawn.value !== null) maps.push(drawn.value);
  }
  for (const language of LANGUAGES) {
    const wording = makeWording(language, textsOf(language));
    for (const home of homes.value) {
      const done = await renderContest({ data, wording, homes: homes.value, home, modules }, counted);
      if (!done.ok) return done;
    }
    const [first] = homes.value;
    const fed = first === undefined ? succeed(null) : await putFeed(data, wording, first, counted);
    if (!fed.ok) return fed;
    const shells =
      first === undefined
        ? succeed(null)
        : await renderShells({ data, wording, homes: homes.value, home: first, modules }, counted);
    if (!shells.ok) return shells;
  }
  return succeed({ files, maps });
}

/** What a site is made from beside its data. */
export interface SiteSources extends MapSources {
  readonly modules: PageModules;
}

/** What was made. */
export interface SiteReport {
  /** Pages, names, indexes and maps. */
  readonly files: number;
  /** For each contest whose definition names a geography. */
  readonly maps: readonly MapReport[];
}

/** The names and colours of each election, which pages that are alive read. */
function putNames(homes: readonly ContestHome[], put: PutFile): void {
  for (const words of new Set(homes.map((home) => home.words))) {
    put(wordsPath(words.id), utf8(JSON.stringify(words)));
    put(coloursPath(words.id), utf8(coloursOf(words)));
  }
}

/** The feed of all corrections, in the folder of each language. */
async function putFeed(data: PublishedData, wording: Wording, home: ContestHome, put: PutFile): Promise<Result<null>> {
  const corrections = await data.corrections();
  if (!corrections.ok) return corrections;
  const newest = await data.edition(home.editions.at(-1)?.root ?? "");
  if (!newest.ok) return newest;
  const feed = { wording, origin: data.head.origin, home, corrections: corrections.value };
  put(
    `${languageFolder(wording.code)}${FEED_NAME}`,
    correctionsFeed({ ...feed, sealedAt: newest.value.edition.sealedAt }),
  );
  return succeed(null);
}

/** Before the first edition: one page in each language that says so, and becomes the front page when there is one. @returns how many. */
function putEmpty({ head }: PublishedData, put: PutFile): number {
  for (const language of LANGUAGES)
    put(`${languageFolder(language)}index.html`, emptyPage(makeWording(language, textsOf(language)), head.origin));
  return LANGUAGES.length;
}
