import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { POINTER_PATH, dataPath, parseList } from "acta/edition";
import { formatVerifierKey } from "acta/ledger";
import type { LedgerState } from "acta/record";
import type { PublishedFiles, PublishedHead } from "../verify/index.js";
import { pathOf } from "./origin-entries.js";

/**
 * Whether a pointer says what follows from the entries and the signed list. Nobody has signed it; the hash of an edition is held
 * against the list, and made again only by whoever verifies or publishes.
 */
export function checkPointer(
  files: PublishedFiles,
  { pointer, checkpoint, key }: PublishedHead,
  state: LedgerState,
  list: Uint8Array,
): Result<null> {
  const listed = parseList(new TextDecoder().decode(list));
  if (!listed.ok) return listed;
  const paths = new Set(listed.value.map(({ path }) => path));
  const sealed = [...state.elections].flatMap(([election, { editions }]) =>
    editions.map(({ id, number, asOf }) => JSON.stringify([election, id, number, asOf])),
  );
  const pointed = pointer.editions.map(({ election, id, number, asOf }) =>
    JSON.stringify([election, id, number, asOf]),
  );
  const agrees =
    pointer.size === checkpoint.size &&
    pointer.mode === state.ledger?.mode &&
    pointer.provenance === provenanceOf(state) &&
    pointer.key === formatVerifierKey(key) &&
    pointed.toSorted().join() === sealed.toSorted().join() &&
    pointer.editions.every(({ root }) => paths.has(dataPath(root))) &&
    pointer.courses.every(({ file }) => paths.has(dataPath(file))) &&
    (pointer.corrections === null || paths.has(dataPath(pointer.corrections)));
  return agrees ? succeed(null) : fail({ code: "mirror.badPointer", where: pathOf(files, POINTER_PATH) });
}

/** What has been made up marks all of it, whatever else is in it. */
function provenanceOf({ ledger, elections }: LedgerState): string {
  const all = [...elections.values()].map(({ election }) => election.provenance);
  if (all.includes("synthetic")) return "synthetic";
  return ledger?.drill === true || all.includes("drill") ? "drill" : "real";
}
