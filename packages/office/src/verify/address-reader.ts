import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { LIST_PATH, MANIFEST_PATH, POINTER_PATH, parseList } from "acta/edition";
import type { ListedFile, PublishedReader } from "acta/edition";

/** The most that is read of a file whose size no list has named yet. */
const MOST_UNLISTED = 256 * 1024 * 1024;
const AT_ONCE = 16;
const PATIENCE_MS = 60_000;
/** How often the whole is fetched again when it was published anew in the meantime. */
const ATTEMPTS = 3;

/**
 * Fetches a published folder from a web server. The pointer is asked for first and last: when it has changed in between, the files are of
 * two publications, and everything is fetched again.
 */
export async function addressReader(
  address: string,
  progress: (done: number, all: number) => void,
): Promise<Result<PublishedReader>> {
  const base = address.endsWith("/") ? address : `${address}/`;
  for (let attempt = 1; ; attempt++) {
    const files = new Map<string, Uint8Array>();
    const pointer = await fetchFile(base, POINTER_PATH, MOST_UNLISTED);
    if (!pointer.ok) return pointer;
    if (pointer.value === undefined) return fail({ code: "verify.notPublished", where: address });
    files.set(POINTER_PATH, pointer.value);
    const fetched = await fetchAll(base, files, progress);
    if (!fetched.ok) return fetched;
    const again = await fetchFile(base, POINTER_PATH, MOST_UNLISTED);
    if (!again.ok) return again;
    const same = again.value !== undefined && Buffer.compare(again.value, pointer.value) === 0;
    if (same || attempt >= ATTEMPTS) return succeed({ paths: null, read: (path) => files.get(path) });
  }
}

async function fetchAll(
  base: string,
  files: Map<string, Uint8Array>,
  progress: (done: number, all: number) => void,
): Promise<Result<null>> {
  for (const path of [MANIFEST_PATH, LIST_PATH]) {
    const bytes = await fetchFile(base, path, MOST_UNLISTED);
    if (!bytes.ok) return bytes;
    if (bytes.value !== undefined) files.set(path, bytes.value);
  }
  // Not believed yet: it only says what to ask for, and no path of it leads out of the address.
  const list = parseList(new TextDecoder().decode(files.get(LIST_PATH)));
  const queue: ListedFile[] = list.ok ? list.value.toReversed() : [];
  const all = queue.length;
  let problem: Result<null> = succeed(null);
  const worker = async (): Promise<void> => {
    for (let file = queue.pop(); file !== undefined && problem.ok; file = queue.pop()) {
      // One byte more than listed is enough to see that it is another file.
      const bytes = await fetchFile(base, file.path, file.bytes + 1);
      if (!bytes.ok) problem = bytes;
      else if (bytes.value !== undefined) files.set(file.path, bytes.value);
      progress(all - queue.length, all);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return problem;
}

/** Bytes of a file, at most so many; `undefined` when the server has none. Whatever else goes wrong is told: it is no difference. */
async function fetchFile(base: string, path: string, most: number): Promise<Result<Uint8Array | undefined>> {
  const where = `${base}${path}`;
  try {
    const response = await fetch(new URL(path, base), { signal: AbortSignal.timeout(PATIENCE_MS) });
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
