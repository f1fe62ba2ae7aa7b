import { fail, succeed, utf8 } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { decodeBase64, encodeBase64 } from "../ledger/index.js";
import type { Checkpoint } from "../ledger/index.js";

// A signed note has at most 256 kB (C2SP signed-note) and a country has more files than fit: the note signs the hash of the list,
// and the list stands beside it.

/** One published file as the list names it. */
export interface ListedFile {
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** What the signed note of a manifest says: which tree, and which list of files belongs to it. */
export interface Manifest {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** SHA-256 of the list in lower-case hexadecimal. */
  readonly list: string;
  readonly files: number;
  /** Bytes of all listed files. */
  readonly bytes: number;
}

/** Paths of the files that no list can name, since they name it. */
export const MANIFEST_PATH = "manifest";
/** The list that the manifest signs. */
export const LIST_PATH = "manifest.files";
/** The last file to be written. */
export const POINTER_PATH = "pointer.json";

/** Not a decimal number where a checkpoint has its size: a manifest can never pass for a checkpoint. */
const HEADER = "acta-manifest/1";

/** The text of a manifest, ready to be signed as a note. */
export function formatManifest(manifest: Manifest): string {
  const { origin, size, root, list, files, bytes } = manifest;
  return `${[HEADER, `ledger ${origin}`, size, encodeBase64(root), `${files} ${bytes} ${list}`].join("\n")}\n`;
}

const FIGURES = /^(0|[1-9]\d{0,14}) (0|[1-9]\d{0,14}) ([0-9a-f]{64})$/;
const WHOLE = /^(0|[1-9]\d{0,14})$/;

/** Reads the text of a manifest; it has one form only. Who signed it is another matter. */
export function parseManifest(text: string): Result<Manifest> {
  const [header, ledger = "", size = "", hash = "", figures = ""] = text.split("\n");
  const root = decodeBase64(hash);
  const [, files = "", bytes = "", list = ""] = FIGURES.exec(figures) ?? [];
  if (header !== HEADER || root?.length !== 32 || !WHOLE.test(size) || list === "")
    return fail({ code: "edition.badManifest" });
  const origin = ledger.slice("ledger ".length);
  const manifest = { origin, size: Number(size), root, list, files: Number(files), bytes: Number(bytes) };
  return formatManifest(manifest) === text ? succeed(manifest) : fail({ code: "edition.badManifest" });
}

/** The manifest of a list that belongs to a checkpoint; `list` is the hash of its bytes. */
export function manifestOf(checkpoint: Checkpoint, files: readonly ListedFile[], list: string): Manifest {
  const { origin, size, root } = checkpoint;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { origin, size, root, list, files: files.length, bytes };
}

/** The list of files: a line for each, sorted by path, whatever order they come in. */
export function formatList(files: readonly ListedFile[]): Uint8Array {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return utf8(sorted.map(({ path, sha256, bytes }) => `${sha256} ${bytes} ${path}\n`).join(""));
}

const LINE = /^([0-9a-f]{64}) (0|[1-9]\d{0,14}) ([!-~]+)$/;

/**
 * Reads a list of files: sorted, each path once, and none that leads out of the folder (whoever publishes controls it, and a reader
 * opens what it names).
 */
export function parseList(text: string): Result<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  const lines = text.split("\n");
  if (lines.pop() !== "") return fail({ code: "edition.badList", context: { line: lines.length + 1 } });
  let last = "";
  for (const [at, line] of lines.entries()) {
    const [, sha256 = "", bytes = "", path = ""] = LINE.exec(line) ?? [];
    if (!isListable(path) || path <= last) return fail({ code: "edition.badList", context: { line: at + 1 } });
    files.push({ path, sha256, bytes: Number(bytes) });
    last = path;
  }
  return succeed(files);
}

/** True for a path that a list may name: relative, inside the folder, and not one of the files that name the list. */
export function isListable(path: string): boolean {
  if (path === MANIFEST_PATH || path === LIST_PATH || path === POINTER_PATH) return false;
  if (!/^[!-~]+$/.test(path) || path.includes("\\") || path.includes(":")) return false;
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

/** True for a listed file that does not follow from the entries and is named by none of them: a page, the verifier. */
export function isPage(path: string): boolean {
  const follows = path.startsWith("data/") || path.startsWith("tile/") || path.startsWith("blobs/");
  return !follows && path !== "checkpoint" && path !== "entries.gz";
}
