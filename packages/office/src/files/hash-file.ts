import { createHash } from "node:crypto";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { openStored } from "./bytes.js";

/** The SHA-256 of a file as it lies on disk (packed files are not unpacked), in lower-case hexadecimal, and its size. */
export async function sha256File(path: string): Promise<Result<{ sha256: string; bytes: number }, Problem>> {
  const opened = await openStored(path);
  if (!opened.ok) return opened;
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for (;;) {
      const next = await opened.value.next();
      if (!next.ok) return fail(next.problem);
      if (next.value === undefined) return succeed({ sha256: hash.digest("hex"), bytes });
      hash.update(next.value);
      bytes += next.value.length;
    }
  } finally {
    await opened.value.close();
  }
}
