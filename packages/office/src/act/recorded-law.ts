import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { parseLaw } from "acta/dispute";
import type { HeldLaw, Law } from "acta/dispute";
import { lawSetsIn } from "acta/record";
import type { Act, LawSet } from "acta/record";
import type { DataFolder } from "../store/index.js";

/** A law set as the record holds it. */
export interface RecordedLaw {
  readonly law: Law;
  readonly set: LawSet;
}

/**
 * The law sets of an election, oldest first: those that were entered for it or for the whole ledger, and that say when it was called.
 * @returns a problem when the file of one is missing or altered, or is no law that this version reads.
 */
export function recordedLaws(
  folder: DataFolder,
  acts: readonly Act[],
  election: string,
): Result<readonly RecordedLaw[]> {
  const found: RecordedLaw[] = [];
  for (const set of lawSetsIn(acts)) {
    if (set.election !== "" && set.election !== election) continue;
    const bytes = folder.blobs.get(set.blob.sha256);
    if (!bytes.ok) return bytes;
    const law = parseLaw(jsonOf(bytes.value));
    if (!law.ok) return fail({ code: "act.badLawSet", context: { sha256: set.blob.sha256 } });
    if (law.value.convocations.some((each) => each.election === election)) found.push({ law: law.value, set });
  }
  return succeed(found);
}

/** The law set of an election that was entered last; null when the record holds none. */
export function recordedLaw(folder: DataFolder, acts: readonly Act[], election: string): Result<RecordedLaw | null> {
  const all = recordedLaws(folder, acts, election);
  return all.ok ? succeed(all.value.at(-1) ?? null) : all;
}

/** Law sets as the room `dispute` takes them. */
export function heldLaws(recorded: readonly RecordedLaw[]): readonly HeldLaw[] {
  return recorded.map(({ law, set }) => ({ law, since: set.index }));
}

/** Bytes whose hash was checked; what is no JSON is no law either. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
