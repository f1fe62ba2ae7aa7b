import type { Problem } from "acta/basics";

const CODES: Readonly<Record<string, string>> = {
  ENOSPC: "store.diskFull",
  EDQUOT: "store.diskFull",
  EFBIG: "store.fileTooLarge",
  EACCES: "store.noPermission",
  EPERM: "store.noPermission",
  EROFS: "store.readOnly",
  ENOENT: "store.notFound",
  ENOTDIR: "store.notAFolder",
  EISDIR: "store.isAFolder",
};

/** Turns an error of the operating system into a problem; anything else is a bug and is thrown on. */
export function systemProblem(error: unknown, where: string): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!/^E[A-Z0-9]+$/.test(code)) throw error;
  return { code: CODES[code] ?? "store.failed", where, context: { system: code } };
}
