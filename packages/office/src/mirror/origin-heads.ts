import { fail, hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { LIST_PATH, MANIFEST_PATH, POINTER_PATH, parseManifest } from "acta/edition";
import { parseNote, verifyNote } from "acta/ledger";
import { ed25519, sha256 } from "../keys/index.js";
import type { MirroredHeads } from "../store/index.js";
import type { PublishedFiles, PublishedHead } from "../verify/index.js";
import { pathOf } from "./origin-entries.js";

/** What the origin has signed besides the checkpoint: the manifest, the list that it signs, and the pointer that names both. */
export async function originHeads(files: PublishedFiles, head: PublishedHead): Promise<Result<MirroredHeads>> {
  const pointer = await wanted(files, POINTER_PATH);
  if (!pointer.ok) return pointer;
  if (hex(sha256(pointer.value)) !== head.pointerHash) return staleAt(files, POINTER_PATH);
  const manifest = await wanted(files, MANIFEST_PATH);
  if (!manifest.ok) return manifest;
  if (hex(sha256(manifest.value)) !== head.pointer.manifest) return staleAt(files, MANIFEST_PATH);
  const note = parseNote(manifest.value);
  if (!note.ok) return fail({ ...note.problem, where: pathOf(files, MANIFEST_PATH) });
  const signed = verifyNote(ed25519, note.value, [head.key]);
  if (!signed.ok) return fail({ ...signed.problem, where: pathOf(files, MANIFEST_PATH) });
  const said = parseManifest(note.value.text);
  if (!said.ok) return said;
  const { size, root, origin } = head.checkpoint;
  if (said.value.size !== size || hex(said.value.root) !== hex(root) || said.value.origin !== origin)
    return staleAt(files, MANIFEST_PATH);
  const list = await wanted(files, LIST_PATH);
  if (!list.ok) return list;
  if (hex(sha256(list.value)) !== said.value.list) return staleAt(files, LIST_PATH);
  return succeed({ pointer: pointer.value, manifest: manifest.value, list: list.value });
}

async function wanted(files: PublishedFiles, path: string): Promise<Result<Uint8Array>> {
  const bytes = await files.read(path);
  if (!bytes.ok) return bytes;
  return bytes.value === undefined ? staleAt(files, path) : succeed(bytes.value);
}

function staleAt(files: PublishedFiles, path: string): Result<never> {
  return fail({ code: "mirror.staleFile", where: pathOf(files, path) });
}
