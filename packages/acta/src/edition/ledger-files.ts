import { fail, hex, succeed } from "../basics/index.js";
import type { Result, Sha256 } from "../basics/index.js";
import type { Provenance } from "../election/index.js";
import { TILE_WIDTH, TileWriter, tilePath } from "../ledger/index.js";
import { eachLeaf } from "../record/index.js";
import type { Blobs, LedgerState, Leaves } from "../record/index.js";
import { editionFiles } from "./edition-files.js";
import type { DataSubject } from "./edition-state.js";
import type { PointedEdition } from "./pointer.js";
import { replayEditions } from "./replay-editions.js";

/** All leaves behind their lengths, in one gzip: for recounting without thousands of requests. */
export const ENTRIES_PATH = "entries.gz";
/** The ledger's signed checkpoint. */
export const CHECKPOINT_PATH = "checkpoint";

/** A published file that follows from the entries: whoever has them makes the same bytes. */
export interface MadeFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** Null for tiles and bundles. */
  readonly about: DataSubject | null;
}

/** What a ledger's entries say about the folder that publishes them. */
export interface LedgerFiles {
  readonly state: LedgerState;
  readonly provenance: Provenance;
  readonly size: number;
  readonly root: Uint8Array;
  /** In the order of their sealing. */
  readonly editions: readonly PointedEdition[];
  /** Definitions and rolls that entries name: without them nobody can replay. */
  readonly blobs: readonly string[];
}

/** Path of a content-addressed file that entries name. */
export function blobPath(sha256: string): string {
  return `blobs/${sha256}`;
}

/**
 * Makes every published file that follows from the entries: tiles, bundles, and the files of all editions.
 * @param emit gets each file once; what follows for the folder as a whole is returned.
 */
export function ledgerFiles(
  sha256: Sha256,
  leaves: Leaves,
  blobs: Blobs,
  emit: (file: MadeFile) => void,
): Result<LedgerFiles> {
  const made = new Set<string>();
  const once = (file: MadeFile): void => {
    if (made.has(file.path)) return;
    made.add(file.path);
    emit(file);
  };
  const root = treeFiles(sha256, leaves, once);
  if (root === undefined) return fail({ code: "record.tornLeaves", context: { index: leaves.count } });
  const named = new Set<string>();
  const editions: PointedEdition[] = [];
  const replayed = replayEditions(noting(blobs, named), leaves, (state) => {
    const { id, number, asOf } = state.edition;
    editions.push({ election: state.election.id, id, number, asOf, root: editionFiles(sha256, state, once) });
  });
  if (!replayed.ok) return replayed;
  return succeed({
    state: replayed.value,
    provenance: provenanceOf(replayed.value),
    size: leaves.count,
    root,
    editions,
    blobs: [...named],
  });
}

/** What has been made up marks the whole folder, whatever else is in it. */
function provenanceOf({ ledger, elections }: LedgerState): Provenance {
  const all = [...elections.values()].map(({ election }) => election.provenance);
  if (all.includes("synthetic")) return "synthetic";
  return ledger?.drill === true || all.includes("drill") ? "drill" : "real";
}

/** Tiles and bundles (C2SP tlog-tiles). @returns the root; `undefined` when the lengths do not fit the bytes. */
function treeFiles(sha256: Sha256, leaves: Leaves, emit: (file: MadeFile) => void): Uint8Array | undefined {
  const put = (path: string, bytes: Uint8Array): void => emit({ path, sha256: hex(sha256(bytes)), bytes, about: null });
  const writer = new TileWriter(sha256, ({ path, bytes }) => put(path, bytes));
  let first = 0;
  const whole = eachLeaf(leaves, (start, end, at) => {
    writer.appendLeaf(leaves.bytes, start, end);
    const width = (at % TILE_WIDTH) + 1;
    if (width < TILE_WIDTH && at + 1 < leaves.count) return;
    // Leaves behind their lengths are the bundle (C2SP tlog-tiles, Log entries).
    put(tilePath({ kind: "entries", index: Math.floor(at / TILE_WIDTH), width }), leaves.bytes.subarray(first, end));
    first = end;
  });
  for (const { path, bytes } of writer.partialTiles()) put(path, bytes);
  return whole ? writer.root() : undefined;
}

function noting(blobs: Blobs, named: Set<string>): Blobs {
  const note =
    <T>(read: (sha256: string) => T) =>
    (sha256: string) => {
      named.add(sha256);
      return read(sha256);
    };
  return { definition: note(blobs.definition), roll: note(blobs.roll) };
}
