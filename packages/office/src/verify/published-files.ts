import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { TileReader } from "acta/ledger";
import { systemProblem } from "../store/index.js";
import { MOST_UNLISTED, fetchFile } from "./fetch-file.js";

/** A published folder of which only some files are wanted, on disk or on a web server. Nothing that it gives is believed. */
export interface PublishedFiles {
  /** As it was given: for what is told. */
  readonly where: string;
  /** Bytes of a file, at most so many; `undefined` when there is none. */
  readonly read: (path: string, most?: number) => Promise<Result<Uint8Array | undefined>>;
  /** What was read so far. */
  readonly fetched: () => { readonly files: number; readonly bytes: number };
}

/** Opens a published folder by its address, or by its path. */
export function publishedFiles(where: string, path: string | null): PublishedFiles {
  const base = where.endsWith("/") ? where : `${where}/`;
  let files = 0;
  let bytes = 0;
  const counted = (read: Result<Uint8Array | undefined>): Result<Uint8Array | undefined> => {
    if (read.ok && read.value !== undefined) {
      files++;
      bytes += read.value.length;
    }
    return read;
  };
  return {
    where,
    read: async (name, most = MOST_UNLISTED) =>
      counted(path === null ? await fetchFile(base, name, most) : readBelow(path, name)),
    fetched: () => ({ files, bytes }),
  };
}

function readBelow(folder: string, name: string): Result<Uint8Array | undefined> {
  const path = join(folder, name);
  try {
    return succeed(readFileSync(path));
  } catch (error) {
    const problem = systemProblem(error, path);
    const isMissing = problem.code === "store.notFound" || problem.code === "store.notAFolder";
    return isMissing ? succeed(undefined) : fail(problem);
  }
}

/** More rounds than a tree has levels: a work that still asks for further tiles would never end. */
const MOST_ROUNDS = 64;

/** The most of a tile: 256 hashes of 32 bytes, and a byte by which a longer file shows. */
const MOST_TILE = 256 * 32 + 1;

/**
 * Does a work on tiles that are fetched as it asks for them: it is done again with what was missing, until it has asked for nothing new.
 * The work only reads; a tile that is not there is for it to refuse.
 */
export async function onTiles<T>(files: PublishedFiles, work: (read: TileReader) => Result<T>): Promise<Result<T>> {
  const tiles = new Map<string, Uint8Array | undefined>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const asked = new Set<string>();
    const done = work((path) => {
      if (!tiles.has(path)) asked.add(path);
      return tiles.get(path);
    });
    if (asked.size === 0) return done;
    for (const path of asked) {
      const tile = await files.read(path, MOST_TILE);
      if (!tile.ok) return tile;
      tiles.set(path, tile.value);
    }
  }
  return fail({ code: "verify.notPublished", where: files.where });
}
