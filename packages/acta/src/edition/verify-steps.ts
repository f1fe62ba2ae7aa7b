import { hex } from "../basics/index.js";
import type { Problem } from "../basics/index.js";
import { lawSetsIn } from "../record/index.js";
import { FileComparison } from "./file-comparison.js";
import { CHECKPOINT_PATH, ENTRIES_PATH, blobPath, stateFiles } from "./ledger-files.js";
import type { StateFiles } from "./ledger-files.js";
import { LIST_PATH, MANIFEST_PATH, POINTER_PATH } from "./manifest.js";
import { namedBlobs } from "./named-blobs.js";
import { publishedBlobs } from "./published-reader.js";
import { compareHeads } from "./verify-heads.js";
import { compareListed } from "./verify-listed.js";
import { verifyEntries } from "./verify-entries.js";
import { verifyKeys } from "./verify-keys.js";
import type { VerifiedEntries } from "./verify-entries.js";
import { verifySigned } from "./verify-signed.js";
import type { SignedPart } from "./verify-signed.js";
import type { Verification, VerifySteps, VerifyTask, VerifyTrust } from "./verification.js";

/** How many files are made between two reports. */
const REPORT_EVERY = 250;

/**
 * Verifies a published folder: every leaf hash, the root, the signatures, the fold, every tally and every file, by making it again.
 * Nothing is believed that was not recomputed; what cannot be is held against the signed list. It never waits: it stops and says what it
 * needs, so that the same code runs over a disk and over a network.
 */
export function* verifySteps(task: VerifyTask): VerifySteps<Verification> {
  const { crypto, reader, trust } = task;
  const differences: Problem[] = [];
  const tell = (problem: Problem): void => void differences.push(problem);
  yield { kind: "files", paths: [POINTER_PATH, MANIFEST_PATH, LIST_PATH, CHECKPOINT_PATH, ENTRIES_PATH] };
  const signed = verifySigned(crypto, reader, trust.key, tell);
  const list = signed.listed === null ? null : new Map(signed.listed.map((file) => [file.path, file]));
  const start = (): FileComparison => new FileComparison(reader, list);
  const entries = yield* verifyEntries(task, signed.checkpoint, start, tell);
  if (entries !== null) {
    verifyRemembered(entries, trust, tell);
    verifyKeys(crypto, entries.leaves, { key: signed.key, trusted: trust.key }, tell);
  }
  const comparison = entries?.comparison ?? start();
  const files = entries === null ? null : yield* remake(task, entries, signed, tell);
  differences.push(...comparison.differences);
  const listed = compareListed(crypto, reader, signed.listed, comparison, files, differences);
  compareHeads(crypto, reader, signed, files, tell);
  return {
    differences,
    key: signed.key,
    checkpoint: signed.checkpoint,
    mode: files?.state.ledger?.mode ?? "",
    provenance: files?.provenance ?? "",
    editions: files?.editions ?? [],
    recomputed: comparison.made,
    byHash: comparison.byHash,
    onlyListed: listed.compared,
    notFetched: listed.notFetched,
  };
}

/** Against the checkpoint that was seen last: the ledger must hold all its entries, unchanged. */
function verifyRemembered(
  { leaves, earlier }: VerifiedEntries,
  { remembered }: VerifyTrust,
  tell: (problem: Problem) => void,
): void {
  if (remembered === null) return;
  const context = { size: leaves.count, remembered: remembered.size };
  if (leaves.count < remembered.size) tell({ code: "verify.rolledBack", where: CHECKPOINT_PATH, context });
  else if (earlier === null || hex(earlier) !== hex(remembered.root))
    tell({ code: "verify.forked", where: CHECKPOINT_PATH, context });
}

function* remake(
  { crypto, reader, progress }: VerifyTask,
  { leaves, comparison }: VerifiedEntries,
  { listed }: SignedPart,
  tell: (problem: Problem) => void,
): VerifySteps<StateFiles | null> {
  yield { kind: "files", paths: namedBlobs(leaves) };
  const blobs = publishedBlobs(crypto.sha256, reader);
  // Tiles were made before; data files are what is left of the list.
  const all = (listed ?? []).filter(({ path }) => path.startsWith("data/")).length;
  let done = 0;
  const files = stateFiles(crypto.sha256, leaves, blobs, (file) => {
    comparison.compare(file);
    if (++done % REPORT_EVERY === 0) progress?.({ stage: "files", done, all: Math.max(all, done) });
  });
  if (files.ok) {
    // Replay applies rulings as written and reads no law; the law that they name must be there all the same.
    for (const { blob } of lawSetsIn(files.value.state.acts)) {
      const where = blobPath(blob.sha256);
      const bytes = reader.read(where);
      if (bytes === undefined) tell({ code: "verify.missing", where });
      else if (hex(crypto.sha256(bytes)) !== blob.sha256) tell({ code: "verify.altered", where });
    }
    return files.value;
  }
  tell({ where: ENTRIES_PATH, ...files.problem });
  return null;
}
