import { fail, hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { LIST_PATH, MANIFEST_PATH, POINTER_PATH, isPage, parseList } from "acta/edition";
import type { BlobStore, MirroredHeads } from "../store/index.js";
import { sha256 } from "../keys/index.js";
import type { PublishedWriter } from "./published-writer.js";

/**
 * What a mirror may publish: the files that its origin has signed, byte for byte, and nothing else. A mirror has no key; what it makes
 * again from the entries is the origin's publication, or none.
 */
export class MirroredList {
  readonly #heads: MirroredHeads;
  readonly #signed: ReadonlyMap<string, string>;
  readonly #made = new Set<string>();
  /** The first file that is not as it was signed; "" while there is none. */
  #differs = "";

  private constructor(heads: MirroredHeads, signed: ReadonlyMap<string, string>) {
    this.#heads = heads;
    this.#signed = signed;
  }

  /** Reads the list that the origin has signed; that it is that list was checked when it was taken in. */
  static open(heads: MirroredHeads): Result<MirroredList> {
    const list = parseList(new TextDecoder().decode(heads.list));
    if (!list.ok) return list;
    return succeed(new MirroredList(heads, new Map(list.value.map(({ path, sha256: hash }) => [path, hash]))));
  }

  /** Hashes of the files that entries name and the origin publishes. */
  blobs(): readonly string[] {
    return [...this.#signed.keys()].filter((path) => path.startsWith("blobs/")).map((path) => path.slice(6));
  }

  /** Files that do not follow from the entries, as the mirror has kept them. One that is not kept is missed by `complete`. */
  pages(kept: BlobStore): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
    return [...this.#signed].flatMap(([path, hash]) => {
      const bytes = isPage(path) ? kept.get(hash) : null;
      return bytes?.ok === true ? [{ path, bytes: bytes.value }] : [];
    });
  }

  /** True for a file that is as it was signed: only that is written. */
  allows(path: string, bytes: Uint8Array, hash: string = hex(sha256(bytes))): boolean {
    this.#made.add(path);
    if (this.#signed.get(path) === hash) return true;
    if (this.#differs === "") this.#differs = path;
    return false;
  }

  /**
   * Whether everything that was signed could be made, and nothing else was: asked before anything is written that is not immutable.
   * @param last the files that are still to be written.
   */
  complete(last: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Result<null> {
    for (const { path, bytes } of last) this.allows(path, bytes);
    const where = this.#differs === "" ? [...this.#signed.keys()].find((path) => !this.#made.has(path)) : this.#differs;
    return where === undefined ? succeed(null) : fail({ code: "publish.notAsSigned", where });
  }

  /** Writes what the origin has signed, the pointer last. */
  seal(writer: PublishedWriter): void {
    writer.putUnlisted(LIST_PATH, this.#heads.list);
    writer.putUnlisted(MANIFEST_PATH, this.#heads.manifest);
    writer.putUnlisted(POINTER_PATH, this.#heads.pointer);
  }
}
