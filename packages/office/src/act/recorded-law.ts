import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { parseLaw } from "acta/dispute";
import type { Law } from "acta/dispute";
import { lawSetsIn } from "acta/record";
import type { Act, LawSet } from "acta/record";
import type { DataFolder } from "../store/index.js";

/** A law set as the record holds it. */
export interface RecordedLaw {
  readonly law: Law;
  readonly set: LawSet;
}

/**
 * The law set of an election: the one that was entered last, for it or for the whole ledger; null when the record holds none.
 * @returns a problem when its file is missing or altered, or is no law that this version reads.
 */
export function recordedLaw(folder: DataFolder, acts: readonly Act[], election: string): Result<RecordedLaw | null> {
  const set = lawSetsIn(acts).findLast((each) => each.election === "" || each.election === election);
  if (set === undefined) return succeed(null);
  const bytes = folder.blobs.get(set.blob.sha256);
  if (!bytes.ok) return bytes;
  const law = parseLaw(jsonOf(bytes.value));
  return law.ok
    ? succeed({ law: law.value, set })
    : fail({ code: "act.badLawSet", context: { sha256: set.blob.sha256 } });
}

/** Bytes whose hash was checked; what is no JSON is no law either. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
