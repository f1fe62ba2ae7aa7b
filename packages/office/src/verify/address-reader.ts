import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { FetchedFolder, POINTER_PATH } from "acta/edition";
import type { PublishedReader } from "acta/edition";
import { sha256 } from "../keys/index.js";
import { fetchFile } from "./fetch-file.js";

/** How often the whole is fetched again when it was published anew in the meantime. */
const ATTEMPTS = 3;

/**
 * Fetches a published folder from a web server, all of it: here every file is compared byte for byte. The pointer is asked for first and
 * last: when it has changed in between, the files are of two publications, and everything is fetched again.
 */
export async function addressReader(
  address: string,
  progress: (done: number, all: number) => void,
): Promise<Result<PublishedReader>> {
  const base = address.endsWith("/") ? address : `${address}/`;
  const source = {
    fetch: async (path: string, most: number, fresh: boolean) => await fetchFile(base, path, most, fresh),
  };
  for (let attempt = 1; ; attempt++) {
    const folder = new FetchedFolder(source, sha256);
    const heads = await folder.heads();
    if (!heads.ok) return heads;
    if (folder.read(POINTER_PATH) === undefined) return fail({ code: "verify.notPublished", where: address });
    const listed = folder.listed().map(({ path }) => path);
    const fetched = await folder.need(listed, progress);
    if (!fetched.ok) return fetched;
    const current = await folder.isCurrent();
    if (!current.ok) return current;
    if (current.value || attempt >= ATTEMPTS) return succeed(folder);
  }
}
