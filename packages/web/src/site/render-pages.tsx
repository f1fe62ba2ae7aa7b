import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { POINTER_PATH } from "acta/edition";
import type { ContestHome } from "./contest-home.js";
import { CLAIMS_INDEX, CLAIMS_PAGE } from "./claims-file.js";
import { FEED_NAME } from "./corrections-feed.js";
import { HISTORY_INDEX, OFFICES_PAGE } from "./history-file.js";
import { wordsPath } from "./election-words.js";
import { openPage } from "./open-page.js";
import { coloursPath } from "./option-colour.js";
import { pageBytes } from "./page-document.js";
import { Languages, PageBody } from "./page-frame.js";
import type { PageContext, PageKind } from "./page-kind.js";
import { PAGE_KINDS } from "./page-kinds.js";
import { pageWordsPath } from "./page-words.js";
import type { PageModules } from "./page-modules.js";
import { isFolderName, languageFolder, pageLinks } from "./page-links.js";
import { PROJECTION_INDEX } from "./projected-file.js";
import { mapIndexPath } from "./published-maps.js";
import { indexPath } from "./search-index.js";
import { prerenderedAreas } from "./prerendered-areas.js";
import { hasProjections } from "./projected-ends.js";
import { PROJECTING_PAGE } from "./projected-file.js";
import type { PublishedData } from "./published-data.js";
import type { Wording } from "./wording.js";

/** Takes a file of the site: a page, or what stands beside the pages. */
export type PutFile = (path: string, bytes: Uint8Array) => void;

/** What pages of one contest in one language are written from. */
export interface RenderRequest {
  readonly data: PublishedData;
  readonly wording: Wording;
  readonly homes: readonly ContestHome[];
  readonly home: ContestHome;
  readonly modules: PageModules;
}

/** Writes the pages of a contest that work without JavaScript: the front page and the upper areas, of the newest edition. */
export async function renderContest(request: RenderRequest, put: PutFile): Promise<Result<null>> {
  const areas = await prerenderedAreas(request.data, request.home);
  if (!areas.ok) return areas;
  const claims = await request.data.claims();
  if (!claims.ok) return claims;
  const history = await request.data.history();
  if (!history.ok) return history;
  const projected = await hasProjections(request.data);
  if (!projected.ok) return projected;
  // Of the folder, not of a contest: they stand once.
  const isFirst = request.home.folder === "";
  const pages = [
    { id: "front", path: "index.html", code: null },
    ...(claims.value !== null && isFirst ? [{ id: "claims", path: CLAIMS_PAGE, code: null }] : []),
    ...(history.value !== null && isFirst ? [{ id: "offices", path: OFFICES_PAGE, code: null }] : []),
    ...(projected.value && isFirst ? [{ id: "projecting", path: PROJECTING_PAGE, code: null }] : []),
    ...areas.value.filter(isFolderName).map((code) => ({ id: "area", path: `area/${code}/index.html`, code })),
  ];
  for (const { id, path, code } of pages) {
    const kind = PAGE_KINDS.find((each) => each.id === id);
    if (kind === undefined) continue;
    const done = await renderPage(request, kind, `${request.home.folder}${path}`, code, put);
    if (!done.ok) return done;
  }
  return succeed(null);
}

async function renderPage(
  request: RenderRequest,
  kind: PageKind,
  path: string,
  code: string | null,
  put: PutFile,
): Promise<Result<null>> {
  const { wording, home } = request;
  const target = `${languageFolder(wording.code)}${path}`;
  const root = "../".repeat(target.split("/").length - 1);
  const context = await openPage({ ...request, root, query: code === null ? {} : { code } });
  if (!context.ok) return context;
  const page = await kind.load(context.value);
  if (!page.ok) return page;
  const address = { path, query: {} };
  const bytes = pageBytes({
    language: wording.code,
    title: page.value.title,
    description: page.value.description,
    site: wording.pick(home.words.name),
    ...feedOf(wording, root),
    root,
    styles: [coloursPath(home.words.id)],
    ...(kind.revived === true ? soon(request, kind) : { modules: [], files: [] }),
    data: { ...marks(kind, root), ...shown(context.value), ...(code === null ? {} : { "data-code": code }) },
    body: <PageBody context={context.value} kind={kind.id} address={address} page={page.value} />,
  });
  put(target, bytes);
  return succeed(null);
}

/** What a page that is made in the browser needs in any case. */
function soon(
  { wording, home, homes, modules }: RenderRequest,
  { id }: PageKind,
): { readonly modules: readonly string[]; readonly files: readonly string[] } {
  const names = new Set(homes.map(({ words }) => wordsPath(words.id)));
  const own = { station: indexPath(home, "stations"), timeline: PROJECTION_INDEX, map: mapIndexPath(home) };
  const more = new Map(Object.entries(own)).get(id);
  return {
    modules: (modules[id] ?? []).map((name) => `assets/${name}`),
    files: [
      POINTER_PATH,
      pageWordsPath(wording.code, id),
      ...names,
      CLAIMS_INDEX,
      HISTORY_INDEX,
      ...(more === undefined ? [] : [more]),
    ],
  };
}

function feedOf(wording: Wording, root: string): { readonly feed: string; readonly feedTitle: string } {
  return { feed: `${root}${languageFolder(wording.code)}${FEED_NAME}`, feedTitle: wording.say("shell.corrections") };
}

/** What the script needs to make the page again. */
function marks(kind: PageKind, root: string): Marks {
  return { "data-page": kind.id, "data-root": root, ...(kind.revived === true ? { "data-revived": "" } : {}) };
}

/** What a page shows, for whoever looks whether there is something newer. */
function shown({ home, edition, data }: PageContext): Marks {
  return {
    "data-election": home.words.id,
    "data-contest": home.contest.id,
    "data-edition": edition.root,
    "data-corrections": data.head.corrections ?? "",
  };
}

type Marks = Readonly<Record<`data-${string}`, string>>;

/** Writes the pages that read their address: they say what they need where there is no script. */
export async function renderShells(request: RenderRequest, put: PutFile): Promise<Result<null>> {
  const { wording, home, homes } = request;
  const root = languageFolder(wording.code) === "" ? "" : "../";
  const context = await openPage({ ...request, root, query: {} });
  if (!context.ok) return context;
  for (const kind of PAGE_KINDS) {
    if (kind.shell === null) continue;
    const title = wording.say(`shell.${kind.id}`);
    const bytes = pageBytes({
      language: wording.code,
      title: `${title} · ${wording.pick(home.words.name)}`,
      description: title,
      site: wording.pick(home.words.name),
      ...feedOf(wording, root),
      root,
      styles: [...new Set(homes.map(({ words }) => coloursPath(words.id)))],
      ...soon(request, kind),
      data: { ...marks(kind, root), "data-shell": kind.shell, "data-early": (kind.early ?? []).join(" ") },
      body: shellBody(context.value, title, kind),
    });
    put(`${languageFolder(wording.code)}${kind.shell}`, bytes);
  }
  return succeed(null);
}

function shellBody({ wording, home, links }: PageContext, title: string, kind: PageKind): preact.JSX.Element {
  const plain = pageLinks({ ...links.place, edition: null });
  const isBare = kind.bare === true;
  return (
    <>
      {!isBare && (
        <header class="masthead">
          <div class="name">
            <a href={plain.front()}>{wording.pick(home.words.name)}</a>
          </div>
          <Languages links={plain} current={wording.code} address={{ path: kind.shell ?? "", query: {} }} />
        </header>
      )}
      <main id="content" tabIndex={-1}>
        {!isBare && <h1>{title}</h1>}
        <p id="waiting" role="status" hidden data-failed={wording.say("shell.failed")}>
          {wording.say("shell.waiting")}
        </p>
        <noscript>
          <p>{wording.say("shell.noScript")}</p>
        </noscript>
      </main>
    </>
  );
}

/** The front page of a ledger in which no edition has been sealed yet. */
export function emptyPage(wording: Wording, origin: string): Uint8Array {
  const title = wording.say("site.noEditions");
  const root = languageFolder(wording.code) === "" ? "" : "../";
  return pageBytes({
    language: wording.code,
    title,
    description: title,
    site: origin,
    ...feedOf(wording, root),
    root,
    styles: [],
    modules: [],
    files: [],
    data: { "data-page": "front", "data-root": root },
    body: (
      <main id="content" tabIndex={-1}>
        <h1>{title}</h1>
        <p class="quiet">{wording.say("live.awaits", { origin })}</p>
      </main>
    ),
  });
}
