import { open, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { fileProblem, problemOfError } from "./problems.js";

/** The unpacked bytes of a file, in order. */
export interface Bytes {
  /** True when the file is packed with gzip; seen by its first bytes, not by its name. */
  readonly compressed: boolean;
  /** Size on disk. */
  readonly size: number;
  /** Bytes of the disk file taken so far. */
  bytesRead(): number;
  /** The next piece, never empty; `undefined` at the end. Valid until the next call. */
  next(): Promise<Result<Buffer | undefined, Problem>>;
  close(): Promise<void>;
}

/** Large enough that the round trip to the unpacking thread costs nothing, small enough for the processor's cache. */
const PIECE = 256 * 1024;

/** Opens a file for reading once from its start, unpacking it when it is packed, up to `maxBytes` unpacked bytes. */
export function openBytes(path: string, maxBytes: number): Promise<Result<Bytes, Problem>> {
  return openSource(path, maxBytes, true);
}

/** Opens a file for reading once as it lies on disk. */
export function openStored(path: string): Promise<Result<Bytes, Problem>> {
  return openSource(path, Infinity, false);
}

/** Refuses what is not a regular file before opening it: a pipe or a device would wait for ever. */
async function openSource(path: string, maxBytes: number, unpack: boolean): Promise<Result<Bytes, Problem>> {
  let handle: FileHandle | undefined;
  try {
    const found = await stat(path);
    if (found.isDirectory()) return fail(fileProblem("file.isFolder", path));
    if (!found.isFile()) return fail(fileProblem("file.notReadable", path, { reason: "notARegularFile" }));
    handle = await open(path, "r");
    const magic = Buffer.alloc(2);
    const { bytesRead } = await handle.read(magic, 0, 2, 0);
    const compressed = unpack && bytesRead === 2 && magic[0] === 0x1f && magic[1] === 0x8b;
    const source = compressed ? gunzipped(handle) : plain(handle);
    return succeed(bounded(path, { ...source, compressed, size: found.size, handle, maxBytes }));
  } catch (error) {
    await handle?.close();
    const problem = problemOfError(path, error);
    if (problem === undefined) throw error;
    return fail(problem);
  }
}

interface Source {
  readonly bytesRead: () => number;
  readonly next: () => Promise<Buffer | undefined>;
  readonly stop: () => void;
}

function plain(handle: FileHandle): Source {
  const buffer = Buffer.allocUnsafe(PIECE);
  let position = 0;
  return {
    bytesRead: () => position,
    stop: () => {},
    next: async () => {
      const { bytesRead } = await handle.read(buffer, 0, PIECE, position);
      position += bytesRead;
      return bytesRead === 0 ? undefined : buffer.subarray(0, bytesRead);
    },
  };
}

function gunzipped(handle: FileHandle): Source {
  const packed = handle.createReadStream({ start: 0, autoClose: false });
  const unpacked = createGunzip({ chunkSize: PIECE });
  // Errors of either stream come out of the iterator below; the callback only keeps them from being thrown twice.
  pipeline(packed, unpacked, () => {});
  const pieces: AsyncIterator<Buffer> = unpacked[Symbol.asyncIterator]();
  return {
    bytesRead: () => packed.bytesRead,
    stop: () => {
      packed.destroy();
      unpacked.destroy();
    },
    next: async () => {
      const step = await pieces.next();
      return step.done === true ? undefined : step.value;
    },
  };
}

interface BoundedSource extends Source {
  readonly compressed: boolean;
  readonly size: number;
  readonly handle: FileHandle;
  readonly maxBytes: number;
}

/** Counts what comes out, so that a small file that unpacks without end is stopped; turns thrown errors into problems. */
function bounded(path: string, source: BoundedSource): Bytes {
  let total = 0;
  let closed = false;
  return {
    compressed: source.compressed,
    size: source.size,
    bytesRead: source.bytesRead,
    next: async () => {
      try {
        const piece = await source.next();
        total += piece?.length ?? 0;
        if (total > source.maxBytes) return fail(fileProblem("file.tooLarge", path, { limit: source.maxBytes }));
        return succeed(piece);
      } catch (error) {
        const problem = problemOfError(path, error);
        if (problem === undefined) throw error;
        return fail(problem);
      }
    },
    close: async () => {
      if (closed) return;
      closed = true;
      source.stop();
      await source.handle.close();
    },
  };
}

/** All bytes at once, for formats that cannot be read in pieces. */
export async function readWhole(bytes: Bytes): Promise<Result<Buffer, Problem>> {
  const pieces: Buffer[] = [];
  for (;;) {
    const next = await bytes.next();
    if (!next.ok) return next;
    if (next.value === undefined) return succeed(Buffer.concat(pieces));
    pieces.push(Buffer.from(next.value));
  }
}
