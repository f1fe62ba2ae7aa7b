import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fail, hex, utf8 } from "acta/basics";
import type { Result } from "acta/basics";
import {
  CLAIMS_INDEX,
  HISTORY_INDEX,
  PROJECTION_INDEX,
  PublishedData,
  claimsPath,
  historyPath,
  parsePageModules,
  renderSite,
} from "web/site";
import type { MapSources, PublishedHead, PutFile, SiteReport } from "web/site";
import { sha256 } from "../keys/index.js";

/** Where script and style of the site stand in a published folder. */
const ASSETS_FOLDER = "assets";

/** What pages are made from: the folder with its data files, what its pointer says, answers to claims, and a history. */
interface SiteOf {
  readonly folder: string;
  readonly head: PublishedHead;
  readonly claims: Uint8Array | null;
  readonly history: Uint8Array | null;
  /** Paths of the projections that stand beside the pages. */
  readonly projected: readonly string[];
}

/**
 * Makes the pages of a published folder from the data files that were just written into it, and puts script and style beside them, as the
 * package `web` has built them.
 * @returns how many files were made, and what could be drawn; the problem `publish.noSite` where nothing is built, and those of reading.
 */
export async function putSite(
  { folder, head, claims, history, projected }: SiteOf,
  geography: MapSources["geography"],
  put: PutFile,
): Promise<Result<SiteReport>> {
  const { resolve } = createRequire(import.meta.url);
  let modules = parsePageModules("");
  try {
    const assets = dirname(resolve("web/assets/style.css"));
    modules = parsePageModules(readFileSync(resolve("web/modules"), "utf8"));
    for (const name of readdirSync(assets).toSorted())
      put(`${ASSETS_FOLDER}/${name}`, readFileSync(join(assets, name)));
  } catch {
    // Not there: somebody has compiled a part of the repository only.
    return fail({ code: "publish.noSite" });
  }
  putNamed({ index: CLAIMS_INDEX, schema: "acta-claims-index/1", pathOf: claimsPath }, claims, put);
  putNamed({ index: HISTORY_INDEX, schema: "acta-history-index/1", pathOf: historyPath }, history, put);
  put(PROJECTION_INDEX, utf8(JSON.stringify({ schema: "acta-projection-index/1", files: projected })));
  return await renderSite(new PublishedData(readerOf(folder), head), { sha256, geography, modules }, put);
}

/** What follows from no entry stands under its hash, and one small file names it or nothing: they are signed as pages are. */
function putNamed(
  kind: { readonly index: string; readonly schema: string; readonly pathOf: (hash: string) => string },
  bytes: Uint8Array | null,
  put: PutFile,
): void {
  const hash = bytes === null ? null : hex(sha256(bytes));
  if (bytes !== null && hash !== null) put(kind.pathOf(hash), bytes);
  put(kind.index, utf8(JSON.stringify({ schema: kind.schema, file: hash })));
}

/** Reads published files from the disk. */
function readerOf(folder: string) {
  return async (path: string): Promise<Uint8Array | null> => {
    try {
      return readFileSync(join(folder, path));
    } catch {
      // Not published (yet): the site says which file is missing.
      return null;
    }
  };
}
