import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { POINTER_PATH } from "acta/edition";
import type { PublishedSource } from "acta/edition";

/** The most that entries are unpacked to: 5 million of them have 250 MB, and a stranger's file may be made to fill the memory. */
const MOST_UNPACKED = 2 ** 30;
const PATIENCE_MS = 60_000;

/** A published folder behind an address, fetched by the browser. */
export function webSource(address: string): PublishedSource {
  const base = address.endsWith("/") ? address : `${address}/`;
  return { fetch: async (path, most, fresh) => await fetchFile(base, path, most, fresh), unpack };
}

async function fetchFile(
  base: string,
  path: string,
  most: number,
  fresh: boolean,
): Promise<Result<Uint8Array | undefined>> {
  const where = `${base}${path}`;
  try {
    const response = await fetch(new URL(path, base), {
      cache: fresh ? "reload" : "default",
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const isGone = response.status === 404 || response.status === 410;
    if (isGone && path === POINTER_PATH) return fail({ code: "web.notPublished", where: base });
    if (isGone) return succeed(undefined);
    if (!response.ok || response.body === null)
      return fail({ code: "web.noAnswer", where, context: { reason: String(response.status) } });
    return succeed(await readAll(response.body, most));
  } catch (error) {
    return fail({ code: "web.noAnswer", where, context: { reason: error instanceof Error ? error.message : "" } });
  }
}

async function unpack(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream("gzip"));
    const unpacked = await readAll(stream, MOST_UNPACKED);
    return unpacked.length > MOST_UNPACKED ? undefined : unpacked;
  } catch {
    // Not gzip, cut off, or its checksum does not fit.
    return undefined;
  }
}

/** All that a stream gives; it stops once there is more than is wanted. */
async function readAll(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      break;
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
