import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { mkdir, open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { systemProblem } from "../store/index.js";
import { shownAddress } from "./address.js";
import { discard } from "./discard.js";
import { failureOf } from "./http-request.js";
import type { RequestFailure } from "./http-request.js";

/** The bytes of a response on disk. */
export interface KeptBody {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Writes a body to a new file of a folder, bounded and hashed on the way. Nothing is left behind unless it came whole. */
export async function keepBody(
  response: IncomingMessage,
  url: URL,
  folder: string,
  most: number,
  signal: AbortSignal,
): Promise<Result<KeptBody, RequestFailure>> {
  const path = join(folder, `${randomUUID()}.part`);
  let file: FileHandle | undefined;
  let whole = false;
  try {
    await mkdir(folder, { recursive: true });
    file = await open(path, "wx");
    const copied = await copyBody(response, file, url, most, signal);
    if (copied.ok) await file.sync();
    whole = copied.ok;
    return copied.ok ? succeed({ path, ...copied.value }) : copied;
  } catch (error) {
    return fail({ problem: systemProblem(error, path), again: false });
  } finally {
    response.destroy();
    await file?.close();
    if (!whole) discard(path);
  }
}

/** Errors of the network are told apart from those of the disk: only the latter are thrown. */
async function copyBody(
  response: IncomingMessage,
  file: FileHandle,
  url: URL,
  most: number,
  signal: AbortSignal,
): Promise<Result<{ sha256: string; bytes: number }, RequestFailure>> {
  const tooLarge = fail({
    problem: { code: "fetch.tooLarge", where: shownAddress(url), context: { most } },
    again: false,
  });
  const announced = Number(response.headers["content-length"] ?? 0);
  if (announced > most) return tooLarge;
  const hash = createHash("sha256");
  const blocks = response[Symbol.asyncIterator]();
  let bytes = 0;
  for (;;) {
    const next = await nextBlock(blocks, url, signal);
    if (!next.ok) return next;
    if (next.value === null) break;
    bytes += next.value.length;
    if (bytes > most) return tooLarge;
    hash.update(next.value);
    await file.writeFile(next.value);
  }
  const cutOff = {
    problem: { code: "fetch.failed", where: shownAddress(url), context: { reason: "cutOff" } },
    again: true,
  };
  return response.complete ? succeed({ sha256: hash.digest("hex"), bytes }) : fail(cutOff);
}

/** Null at the end. */
async function nextBlock(
  blocks: AsyncIterator<unknown>,
  url: URL,
  signal: AbortSignal,
): Promise<Result<Uint8Array | null, RequestFailure>> {
  try {
    const next = await blocks.next();
    if (next.done === true) return succeed(null);
    if (!(next.value instanceof Uint8Array)) throw new Error("a response hands over bytes");
    return succeed(next.value);
  } catch (error) {
    return fail(failureOf(error, url, signal));
  }
}
