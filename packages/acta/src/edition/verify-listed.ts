import { hex } from "../basics/index.js";
import type { Problem } from "../basics/index.js";
import { parseTilePath } from "../ledger/index.js";
import type { FileComparison } from "./file-comparison.js";
import { CHECKPOINT_PATH, ENTRIES_PATH, blobPath } from "./ledger-files.js";
import type { StateFiles } from "./ledger-files.js";
import { LIST_PATH, MANIFEST_PATH, POINTER_PATH } from "./manifest.js";
import type { ListedFile } from "./manifest.js";
import type { PublishedReader, VerifyCrypto } from "./published-reader.js";

/** Files that were held against the signed list and do not follow from the entries; those that verifying itself reads are not counted. */
export interface ListedCount {
  readonly compared: number;
  readonly notFetched: number;
}

/** What was not made again: held against the signed list. What is not on it does not belong to the publication. */
export function compareListed(
  { sha256 }: VerifyCrypto,
  reader: PublishedReader,
  listed: readonly ListedFile[] | null,
  comparison: FileComparison,
  files: StateFiles | null,
  differences: Problem[],
): ListedCount {
  if (listed === null) return { compared: 0, notFetched: 0 };
  const explained = new Set(differences.filter(({ code }) => EXPLAINED.has(code)).map(({ where }) => where));
  const read = new Set([CHECKPOINT_PATH, ENTRIES_PATH, ...(files?.blobs ?? []).map(blobPath)]);
  let compared = 0;
  let notFetched = 0;
  for (const file of listed) {
    if (comparison.isMade(file.path)) continue;
    const isRead = read.has(file.path);
    const skipped = !isRead && reader.fetched?.(file.path) === false;
    const code = skipped ? undefined : explained.has(file.path) ? undefined : listedProblem(sha256, reader, file);
    if (code !== undefined) differences.push({ code, where: file.path });
    else if (files !== null && mustFollow(file.path)) differences.push({ code: "verify.unexpected", where: file.path });
    if (skipped) notFetched++;
    else if (!isRead) compared++;
  }
  tellUnlisted(reader, listed, differences);
  return { compared, notFetched };
}

/** Codes after which nothing more has to be said about a file. */
const EXPLAINED: ReadonlySet<string> = new Set(["verify.stale", "verify.notPacked"]);

function listedProblem(sha256: VerifyCrypto["sha256"], reader: PublishedReader, file: ListedFile): string | undefined {
  const bytes = reader.read(file.path);
  if (bytes === undefined) return "verify.missing";
  return bytes.length !== file.bytes || hex(sha256(bytes)) !== file.sha256 ? "verify.altered" : undefined;
}

function tellUnlisted(reader: PublishedReader, listed: readonly ListedFile[], differences: Problem[]): void {
  const known = new Set([MANIFEST_PATH, LIST_PATH, POINTER_PATH, ...listed.map(({ path }) => path)]);
  const unknown = reader.paths?.filter((path) => !known.has(path)) ?? [];
  for (const where of unknown) differences.push({ code: "verify.extra", where });
  for (const path of [CHECKPOINT_PATH, ENTRIES_PATH])
    if (!known.has(path)) differences.push({ code: "verify.listDiffers", where: LIST_PATH, context: { path } });
}

/** True for what may only be there when it follows from the entries. */
function mustFollow(path: string): boolean {
  return path.startsWith("data/") || parseTilePath(path).ok;
}
