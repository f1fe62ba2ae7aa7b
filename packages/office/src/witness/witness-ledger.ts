import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Instant, Problem, Result } from "acta/basics";
import { POINTER_PATH, parsePointer } from "acta/edition";
import { cosignText, formatSignature } from "acta/ledger";
import type { Checkpoint, Signer } from "acta/ledger";
import { lockFolder, systemProblem } from "../store/index.js";
import { checkGrowth, checkKeeper, keepEvidence, publishedHead } from "../verify/index.js";
import type { Evidence, PublishedFiles, PublishedHead } from "../verify/index.js";
import { memoryOf, rememberWitnessed, witnessed } from "./witness-memory.js";
import type { WitnessedLedger } from "./witness-memory.js";

/** What a witness looks at, and with which key it cosigns. */
export interface WitnessRequest {
  readonly files: PublishedFiles;
  /** The witness's key file: its memory lies beside it. */
  readonly keyPath: string;
  readonly signer: Signer<"cosignature">;
  /** Verifier key of the ledger from outside; undefined: pinned on first use. */
  readonly trust: string | undefined;
  readonly now: Instant;
}

/** A checkpoint that was cosigned, or two that contradict each other. */
export type WitnessAnswer =
  | {
      readonly kind: "cosigned";
      /** The signature line, with its line end. */
      readonly line: string;
      readonly checkpoint: Checkpoint;
      /** Size that was cosigned before; null the first time. */
      readonly before: number | null;
      readonly trust: PublishedHead["trust"];
    }
  | { readonly kind: "refused"; readonly problem: Problem; readonly evidence: Evidence };

/**
 * Acts as a witness (C2SP tlog-witness, add-checkpoint): cosigns a published checkpoint if it is signed by the ledger and extends the
 * one that this witness cosigned last. What it cosigns it remembers first; one witness works at a time.
 */
export async function witnessLedger(request: WitnessRequest): Promise<Result<WitnessAnswer>> {
  const memory = memoryOf(request.keyPath);
  try {
    mkdirSync(memory, { recursive: true });
  } catch (error) {
    return fail(systemProblem(error, memory));
  }
  const lock = lockFolder(memory);
  if (!lock.ok) return lock;
  try {
    return await witness(request);
  } finally {
    lock.value.release();
  }
}

async function witness(request: WitnessRequest): Promise<Result<WitnessAnswer>> {
  const { files, keyPath, trust } = request;
  const pointer = await files.read(POINTER_PATH);
  if (!pointer.ok) return pointer;
  // The name that the folder gives itself only chooses what is remembered; the key that was pinned then decides.
  const named = parsePointer(new TextDecoder().decode(pointer.value));
  const before = named.ok ? witnessed(keyPath, named.value.origin) : succeed(null);
  if (!before.ok) return before;
  const pinned = before.value?.key ?? null;
  const head = await publishedHead(files, { given: trust, pinned, config: null });
  if (!head.ok) return head;
  const keys = await checkKeeper(files, head.value);
  if (!keys.ok) return keys;
  if (before.value !== null) {
    const grown = await checkGrowth(files, before.value.checkpoint, head.value.checkpoint);
    if (!grown.ok) return refusal(keyPath, grown.problem, before.value, head.value);
  }
  return cosign(request, head.value, before.value);
}

function cosign(
  { keyPath, signer, now }: WitnessRequest,
  head: PublishedHead,
  before: WitnessedLedger | null,
): Result<WitnessAnswer> {
  const signature = cosignText(head.text, signer, Math.floor(Date.parse(now) / 1_000));
  if (!signature.ok) return signature;
  const remembered = rememberWitnessed(keyPath, head.key, head.note, now);
  if (!remembered.ok) return remembered;
  return succeed({
    kind: "cosigned",
    line: formatSignature(signature.value),
    checkpoint: head.checkpoint,
    before: before?.checkpoint.size ?? null,
    trust: head.trust,
  });
}

/** What contradicts the memory is kept; what only could not be shown (a tile that is missing) is a problem like any other. */
function refusal(
  keyPath: string,
  problem: Problem,
  before: WitnessedLedger,
  head: PublishedHead,
): Result<WitnessAnswer> {
  if (problem.code !== "verify.forked" && problem.code !== "verify.rolledBack") return fail(problem);
  const evidence = keepEvidence(join(memoryOf(keyPath), "evidence"), before.note, head.note);
  return evidence.ok ? succeed({ kind: "refused", problem, evidence: evidence.value }) : evidence;
}
