import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { LedgerState } from "acta/record";
import { Frontier } from "acta/ledger";
import { sha256 } from "../keys/index.js";
import { replayFolder } from "./data-folder.js";
import type { DataFolder } from "./data-folder.js";
import { readDerived } from "./derived-file.js";
import { encodeEdition } from "./edition-file.js";
import { growTree, treeFileName } from "./ledger-tree.js";
import { describeState, editionFileOf, indexFileName } from "./open-edition.js";

/** What was found among the derived files of the ledger as it stands; those of earlier heads are nobody's concern. */
export interface DerivedHealth {
  /** Files that were compared, and are what the ledger says. */
  readonly files: number;
  /** Names of those that were not, and are gone now. */
  readonly removed: readonly string[];
  /** Names of those that were not, and could not be removed (a read-only folder). */
  readonly left: readonly string[];
}

/** Makes every derived file that is there again from the entries, compares the bytes, and removes what differs. */
export function checkDerived(folder: DataFolder, state: LedgerState): DerivedHealth {
  const present = new Set(namesIn(folder.derived));
  const removed: string[] = [];
  const left: string[] = [];
  let files = 0;
  for (const [name, make] of expectedIn(folder, state)) {
    if (!present.has(name)) continue;
    const bytes = make();
    const stored = readDerived(folder, name);
    if (stored !== null && bytes !== null && Buffer.compare(stored, bytes) === 0) files++;
    else (remove(join(folder.derived, name)) ? removed : left).push(name);
  }
  return { files, removed, left };
}

function expectedIn(folder: DataFolder, state: LedgerState): ReadonlyMap<string, () => Uint8Array | null> {
  const expected = new Map<string, () => Uint8Array | null>();
  expected.set(indexFileName(folder), () => Buffer.from(JSON.stringify(describeState(state)), "utf8"));
  expected.set(treeFileName(folder.ledger.head.chain, folder.ledger.size), () => treeBytes(folder));
  for (const { election, editions } of state.elections.values())
    for (const edition of editions)
      expected.set(editionFileOf(folder, election.id, edition), () => columnsAt(folder, election.id, edition.size));
  return expected;
}

function columnsAt(folder: DataFolder, election: string, size: number): Uint8Array | null {
  const replay = replayFolder(folder, size);
  const state = replay.ok ? replay.value.state().elections.get(election) : undefined;
  return state === undefined ? null : encodeEdition(state);
}

function treeBytes(folder: DataFolder): Uint8Array | null {
  const tree = new Frontier(sha256);
  const read = folder.ledger.read(folder.ledger.size, (leaves) => {
    growTree(tree, leaves);
    return { ok: true, value: null };
  });
  return read.ok ? Buffer.concat(tree.hashes()) : null;
}

function remove(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    // A folder that may only be read: what stays is told.
    return false;
  }
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    // Derived files may be missing at any time.
    return [];
  }
}
