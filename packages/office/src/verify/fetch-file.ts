import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";

/** The most that is read of a file whose size no list has named yet. */
export const MOST_UNLISTED = 256 * 1024 * 1024;
const PATIENCE_MS = 60_000;

/**
 * Bytes of a file, at most so many; `undefined` when the server has none. Whatever else goes wrong is told: it is no difference.
 * @param fresh asks every cache on the way to look whether the server has a newer one (RFC 9111, 5.2.1.4).
 */
export async function fetchFile(
  base: string,
  path: string,
  most: number,
  fresh = false,
): Promise<Result<Uint8Array | undefined>> {
  const where = `${base}${path}`;
  try {
    const response = await fetch(new URL(path, base), {
      headers: fresh ? { "cache-control": "no-cache" } : {},
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 404 || response.status === 410) return succeed(undefined);
    if (!response.ok || response.body === null)
      return fail({ code: "verify.noAnswer", where, context: { reason: String(response.status) } });
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of response.body) {
      parts.push(part);
      bytes += part.length;
      if (bytes > most) break;
    }
    return succeed(new Uint8Array(Buffer.concat(parts)));
  } catch (error) {
    const reason = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : "";
    return fail({ code: "verify.noAnswer", where, context: { reason } });
  }
}
