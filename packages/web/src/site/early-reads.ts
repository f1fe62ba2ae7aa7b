/** Files that were asked for before the script that reads them had come, by path: each is handed over once. */
const underWay = new Map<string, Promise<Uint8Array | null>>();

/** A published file below the folder at `root`; null when it is not there. The pointer changes in place and is never taken from a cache. */
export async function readPublished(root: string, path: string): Promise<Uint8Array | null> {
  const early = underWay.get(path);
  underWay.delete(path);
  return await (early ?? fetched(root, path));
}

async function fetched(root: string, path: string): Promise<Uint8Array | null> {
  try {
    const address = new URL(`${root}${path}`, document.baseURI).href;
    const answer = await fetch(address, path === "pointer.json" ? { cache: "no-cache" } : {});
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    // No network: the same as not there, and the page says which file.
    return null;
  }
}

/**
 * Starts on the way that a kind of page goes from the pointer to its figures, while most of its script is still coming: on a slow line each step of it
 * costs a fifth of a second. Only a guess, by the names of what the files name, which the page that reads them parses as always: a wrong one costs a
 * small file that nobody reads.
 * @param wanted what it reads of those: `file` (the course of the count) is named by the pointer, all others by the edition that was sealed last.
 */
export async function readEarly(root: string, wanted: readonly string[]): Promise<void> {
  const pointer = await ahead(root, "pointer.json");
  const edition = hashesIn(pointer, "root").at(-1);
  if (wanted.includes("file")) void ahead(root, dataFile(hashesIn(pointer, "file")[0]));
  const held = await ahead(root, dataFile(edition));
  for (const name of wanted) if (name !== "file") void ahead(root, dataFile(hashesIn(held, name)[0]));
}

function dataFile(hash: string | undefined): string | null {
  return hash === undefined ? null : `data/${hash}.json`;
}

/** What is read stays there for whoever reads it in earnest. */
async function ahead(root: string, path: string | null): Promise<string> {
  if (path === null) return "";
  const reading = fetched(root, path);
  underWay.set(path, reading);
  const bytes = await reading;
  return bytes === null ? "" : new TextDecoder().decode(bytes);
}

function hashesIn(text: string, name: string): readonly string[] {
  return [...text.matchAll(new RegExp(`"${name}":\\s*"([0-9a-f]{64})"`, "g"))].flatMap(([, hash = ""]) => [hash]);
}
