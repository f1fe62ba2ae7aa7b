import { join } from "node:path";
import { fail, hex, succeed } from "acta/basics";
import type { Instant, Problem, Result } from "acta/basics";
import { blobPath, publishedBlobs } from "acta/edition";
import { formatVerifierKey } from "acta/ledger";
import { Replay, originOf } from "acta/record";
import type { LedgerState, Leaves } from "acta/record";
import { sha256 } from "../keys/index.js";
import { mirrorPath, mirroredFiles } from "../store/index.js";
import { checkGrowth, checkKeeper, checkKeys, keepEvidence, publishedHead, rememberLedger } from "../verify/index.js";
import type { Evidence, PublishedFiles, PublishedHead } from "../verify/index.js";
import { localMirror } from "./local-mirror.js";
import type { LocalMirror } from "./local-mirror.js";
import { originBlobs, originPages } from "./origin-blobs.js";
import type { OriginBlobs } from "./origin-blobs.js";
import { originEntries, rootOf } from "./origin-entries.js";
import { originHeads } from "./origin-heads.js";
import { checkPointer } from "./pointer-check.js";
import { writeMirrored } from "./write-mirrored.js";

/** What is mirrored, and where to. */
export interface MirrorRequest {
  readonly files: PublishedFiles;
  /** Address or absolute path of the origin, to be kept. */
  readonly from: string;
  /** Data folder: a mirror, or one that is still to be made. */
  readonly data: string;
  /** Verifier key of the ledger from outside; undefined: the pinned one, else pinned on first use. */
  readonly trust: string | undefined;
  /** Where the user's ledgers are remembered; null for nowhere. */
  readonly config: string | null;
  readonly now: Instant;
}

/** What a look at the origin came to. */
export type MirrorAnswer =
  | {
      /** `same`: it was all here. `taken`: the mirror now has what the origin has published. */
      readonly kind: "same" | "taken";
      readonly origin: string;
      /** Entries before and now. */
      readonly before: number;
      readonly size: number;
      /** Null where nothing was new. */
      readonly state: LedgerState | null;
      readonly provenance: string;
      readonly trust: PublishedHead["trust"];
      readonly key: string;
      /** Raw sources that the origin does not publish. */
      readonly sourcesMissing: number;
      readonly fetched: { readonly files: number; readonly bytes: number };
    }
  | { readonly kind: "refused"; readonly problem: Problem; readonly evidence: Evidence };

/**
 * Takes in what a published folder has that the mirror has not: signature, consistency with what was seen before, every hash, the
 * root and the fold are checked before anything is written. What does not hold changes nothing.
 */
export async function mirrorOrigin(request: MirrorRequest): Promise<Result<MirrorAnswer>> {
  const { files, data, trust, config } = request;
  const local = localMirror(data);
  if (!local.ok) return local;
  const head = await publishedHead(files, { given: trust, pinned: local.value.key, config });
  if (!head.ok) return head;
  const { checkpoint, pointerHash } = head.value;
  const { leaves, mark } = local.value;
  if (mark?.pointer === pointerHash && leaves.count === checkpoint.size)
    return succeed(answerOf(request, head.value, leaves.count, null, 0));
  const keeper = await checkKeeper(files, head.value);
  if (!keeper.ok) return keeper;
  const older = { size: leaves.count, root: rootOf(leaves, leaves.count) };
  const grown = await checkGrowth(files, older, checkpoint);
  if (!grown.ok) return refusal(data, grown.problem, local.value, head.value);
  return take(request, local.value, head.value);
}

async function take(request: MirrorRequest, local: LocalMirror, head: PublishedHead): Promise<Result<MirrorAnswer>> {
  const { files, data, from, config, now } = request;
  const leaves = await originEntries(files, local.leaves, head.checkpoint);
  if (!leaves.ok) return leaves;
  const seen = againstKnown(files, leaves.value, head);
  if (!seen.ok) return seen;
  const keys = checkKeys(files, leaves.value, head);
  if (!keys.ok) return keys;
  const heads = await originHeads(files, head);
  if (!heads.ok) return heads;
  const blobs = await originBlobs(files, leaves.value, heads.value.list, (hash) => local.blob(hash) !== undefined);
  if (!blobs.ok) return blobs;
  const state = replayed(files, leaves.value, blobs.value, local);
  if (!state.ok) return state;
  const pointer = checkPointer(files, head, state.value, heads.value.list);
  if (!pointer.ok) return pointer;
  const kept = mirroredFiles(data);
  const pages = await originPages(files, heads.value.list, (hash) => kept.get(hash).ok);
  if (!pages.ok) return pages;
  const written = await writeMirrored({
    data,
    mark: { from, origin: head.checkpoint.origin, key: formatVerifierKey(head.key), pointer: head.pointerHash },
    leaves: leaves.value,
    before: local.leaves.count,
    blobs: blobs.value.fetched,
    note: head.note,
    heads: heads.value,
    pages: pages.value,
  });
  if (!written.ok) return written;
  rememberLedger(config, head.key, head.checkpoint, now);
  return succeed(answerOf(request, head, local.leaves.count, state.value, blobs.value.missing));
}

/** Against what the user has seen of this ledger elsewhere, and against the name that its first entry gives it. */
function againstKnown(files: PublishedFiles, leaves: Leaves, { checkpoint, known }: PublishedHead): Result<null> {
  const ledger = originOf(leaves) ?? "";
  const { origin, size } = checkpoint;
  if (ledger !== origin) return fail({ code: "verify.otherOrigin", where: files.where, context: { origin, ledger } });
  if (known === null) return succeed(null);
  const context = { size, remembered: known.checkpoint.size };
  if (known.checkpoint.size > size) return fail({ code: "verify.rolledBack", where: files.where, context });
  const same = hex(rootOf(leaves, known.checkpoint.size)) === hex(known.checkpoint.root);
  return same ? succeed(null) : fail({ code: "verify.forked", where: files.where, context });
}

/** The fold over all entries: a mirror takes in nothing that it could not recount. */
function replayed(files: PublishedFiles, leaves: Leaves, blobs: OriginBlobs, local: LocalMirror): Result<LedgerState> {
  const read = (path: string): Uint8Array | undefined => {
    const hash = path.slice(blobPath("").length);
    return blobs.fetched.get(hash) ?? local.blob(hash);
  };
  const replay = new Replay(publishedBlobs(sha256, { read, paths: null }));
  const applied = replay.apply(leaves);
  return applied.ok ? succeed(replay.state()) : fail({ where: files.where, ...applied.problem });
}

function answerOf(
  { files }: MirrorRequest,
  { checkpoint, pointer, trust, key }: PublishedHead,
  before: number,
  state: LedgerState | null,
  sourcesMissing: number,
): MirrorAnswer {
  const { origin, size } = checkpoint;
  return {
    kind: state === null ? "same" : "taken",
    origin,
    before,
    size,
    state,
    provenance: pointer.provenance,
    trust,
    key: formatVerifierKey(key),
    sourcesMissing,
    fetched: files.fetched(),
  };
}

/** What contradicts the mirror is kept with what it contradicts; anything else is a problem like any other. */
function refusal(data: string, problem: Problem, { note }: LocalMirror, head: PublishedHead): Result<MirrorAnswer> {
  const contradicts = problem.code === "verify.forked" || problem.code === "verify.rolledBack";
  if (!contradicts || note === null) return fail(problem);
  const evidence = keepEvidence(join(mirrorPath(data), "evidence"), note, head.note);
  return evidence.ok ? succeed({ kind: "refused", problem, evidence: evidence.value }) : evidence;
}
