import type { Problem } from "acta/basics";

/** Codes of the problems of this room: why a whole file cannot be read. Single rows are refused with a `RowRefusal` instead. */
export const fileProblemCodes = [
  "file.notFound",
  "file.notReadable",
  "file.isFolder",
  "file.empty",
  "file.binary",
  "file.badDialect",
  "file.lineEnds",
  "file.noHeader",
  "file.recordTooLong",
  "file.tooLarge",
  "file.truncatedGzip",
  "file.corruptGzip",
  "file.badEncoding",
  "file.badJson",
  "file.noRecords",
  "file.noWorksheet",
  "file.badXlsx",
  "file.badParquet",
] as const;

/** One code of `fileProblemCodes`. */
export type FileProblemCode = (typeof fileProblemCodes)[number];

/** Makes a problem of this room; `where` is the path as it was given. */
export function fileProblem(
  code: FileProblemCode,
  path: string,
  context?: Readonly<Record<string, string | number>>,
): Problem {
  return context === undefined ? { code, where: path } : { code, where: path, context };
}

const MISSING = new Set(["ENOENT", "ENOTDIR", "ERR_INVALID_ARG_VALUE"]);
const TRUNCATED = new Set(["Z_BUF_ERROR"]);
const CORRUPT = new Set(["Z_DATA_ERROR", "Z_NEED_DICT", "Z_STREAM_ERROR"]);

/** The code that Node puts on errors of the system and of zlib; "" when there is none. */
export function errorCode(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

/** Says what an error of the disk or of the unpacker means; `undefined` when it is neither, which is a bug to be thrown on. */
export function problemOfError(path: string, error: unknown): Problem | undefined {
  const code = errorCode(error);
  if (MISSING.has(code)) return fileProblem("file.notFound", path);
  if (code === "EISDIR") return fileProblem("file.isFolder", path);
  if (TRUNCATED.has(code)) return fileProblem("file.truncatedGzip", path);
  if (CORRUPT.has(code)) return fileProblem("file.corruptGzip", path);
  // Node names its own errors ERR_…; those of the system are ENAME and carry the number.
  if (/^E[A-Z0-9]+$/.test(code)) return fileProblem("file.notReadable", path, { reason: code });
  return undefined;
}
