import { succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { FetchedFolder } from "./fetched-folder.js";
import type { PublishedSource } from "./fetched-folder.js";
import { POINTER_PATH } from "./manifest.js";
import { parsePointer } from "./pointer.js";
import { textOf } from "./published-reader.js";
import type { VerifyCrypto } from "./published-reader.js";
import type { Verification, VerifyProgress, VerifyTrust } from "./verification.js";
import { verifySteps } from "./verify-steps.js";

/** How much of a folder is fetched to verify it. */
export type FetchDepth =
  /** Every file: compared byte for byte. */
  | "all"
  /** What follows from the entries is made again and its hash held against the signed list: one file instead of thousands. */
  | "needed"
  /** All of a small folder, else what is needed. */
  | "auto";

/** What is verified, over which way, and what the reader goes by. */
export interface FetchRequest {
  readonly crypto: VerifyCrypto;
  readonly source: PublishedSource;
  readonly depth: FetchDepth;
  /** What is known of a ledger by the name that the folder gives itself. */
  readonly trustIn: (origin: string) => VerifyTrust;
  readonly progress?: (progress: FetchProgress) => void;
}

/** What is watched: files are fetched, entries are hashed, files are made. */
export type FetchProgress = VerifyProgress | { readonly stage: "fetch"; readonly done: number; readonly all: number };

/** A small folder: so many files are fetched as soon as a reader has looked at the first figures. */
const SMALL = { files: 2000, bytes: 10_000_000 };
/** How often all is fetched again when it was published anew in the meantime. */
const ATTEMPTS = 3;

/** Verifies a published folder that has to be fetched. The same code as `verifyFolder`; only what it needs comes over a network. */
export async function verifyFetched(request: FetchRequest): Promise<Result<Verification>> {
  for (let attempt = 1; ; attempt++) {
    const folder = new FetchedFolder(request.source, request.crypto.sha256);
    const heads = await folder.heads();
    if (!heads.ok) return heads;
    const verified = await verifyOnce(request, folder);
    if (!verified.ok) return verified;
    const current = await folder.isCurrent();
    if (!current.ok) return current;
    if (current.value || attempt >= ATTEMPTS) return verified;
  }
}

async function verifyOnce(request: FetchRequest, folder: FetchedFolder): Promise<Result<Verification>> {
  const { crypto, source, progress } = request;
  const pointer = parsePointer(textOf(folder.read(POINTER_PATH)) ?? "");
  const trust = request.trustIn(pointer.ok ? pointer.value.origin : "");
  const fetching = (done: number, all: number): void => progress?.({ stage: "fetch", done, all });
  if (isWhole(request, folder)) {
    const all = await folder.need(
      folder.listed().map(({ path }) => path),
      fetching,
    );
    if (!all.ok) return all;
  }
  const steps = verifySteps({ crypto, reader: folder, trust, ...(progress === undefined ? {} : { progress }) });
  for (let step = steps.next(); ;) {
    if (step.done === true) return succeed(step.value);
    if (step.value.kind === "unpack") {
      step = steps.next(await source.unpack(step.value.bytes));
      continue;
    }
    const fetched = await folder.need(step.value.paths, fetching);
    if (!fetched.ok) return fetched;
    step = steps.next();
  }
}

function isWhole({ depth }: FetchRequest, folder: FetchedFolder): boolean {
  if (depth !== "auto") return depth === "all";
  const listed = folder.listed();
  return listed.length <= SMALL.files && listed.reduce((sum, { bytes }) => sum + bytes, 0) <= SMALL.bytes;
}
