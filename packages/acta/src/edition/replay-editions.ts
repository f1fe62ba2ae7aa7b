import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { parseLaw } from "../dispute/index.js";
import type { HeldLaw, Law } from "../dispute/index.js";
import { Replay, VersionChains, eachLeaf, lawSetsIn } from "../record/index.js";
import type { Leaves, LedgerState } from "../record/index.js";
import type { EditionBlobs, EditionState } from "./edition-state.js";

/**
 * Replays all entries and stops at every sealed edition. The tables belong to the fold: they hold only until `use` returns.
 * @returns the state at the end, or the first entry that cannot be.
 */
export function replayEditions(
  blobs: EditionBlobs,
  leaves: Leaves,
  use: (edition: EditionState) => void,
): Result<LedgerState> {
  const stops = editionStops(leaves);
  if (stops === undefined) return fail({ code: "record.tornLeaves", context: { index: leaves.count } });
  const replay = new Replay(blobs);
  const chains = new VersionChains(blobs);
  const laws = new LawShelf(blobs);
  let offset = 0;
  let first = 0;
  for (const stop of stops) {
    const more = { bytes: leaves.bytes.subarray(offset, stop.offset), count: stop.size - first };
    const applied = replay.apply(more);
    if (!applied.ok) return applied;
    const placed = chains.apply(more);
    if (!placed.ok) return placed;
    offset = stop.offset;
    first = stop.size;
    const sealed = sealedAt(replay.state(), stop.size);
    if (sealed === undefined) continue;
    const held = laws.of(replay.state(), sealed.election.id);
    if (!held.ok) return held;
    use({ ...sealed, chains, laws: held.value });
  }
  return succeed(replay.state());
}

/** The edition whose own entry is the last one of the state. */
function sealedAt(state: LedgerState, size: number): Omit<EditionState, "chains" | "laws"> | undefined {
  const { ledger, acts } = state;
  if (ledger === null) return undefined;
  for (const { election, roll, tables, editions, files } of state.elections.values()) {
    const edition = editions.find((each) => each.size === size);
    if (edition !== undefined) return { ledger, election, roll, tables, edition, editions, acts, files };
  }
  return undefined;
}

/** Law sets, each read once. */
class LawShelf {
  readonly #blobs: EditionBlobs;
  readonly #laws = new Map<string, Law | null>();

  constructor(blobs: EditionBlobs) {
    this.#blobs = blobs;
  }

  /** Those of an election, oldest first. A file that is no law to this version, or does not know the election, judges nothing. */
  of({ acts }: LedgerState, election: string): Result<readonly HeldLaw[]> {
    const held: HeldLaw[] = [];
    for (const { blob, index, election: entered } of lawSetsIn(acts)) {
      if (entered !== "" && entered !== election) continue;
      const law = this.#law(blob.sha256);
      if (!law.ok) return law;
      if (law.value?.convocations.some((each) => each.election === election) === true)
        held.push({ law: law.value, since: index });
    }
    return succeed(held);
  }

  #law(sha256: string): Result<Law | null> {
    const known = this.#laws.get(sha256);
    if (known !== undefined) return succeed(known);
    const json = this.#blobs.lawSet(sha256);
    if (!json.ok) return json;
    const law = parseLaw(json.value);
    this.#laws.set(sha256, law.ok ? law.value : null);
    return succeed(law.ok ? law.value : null);
  }
}

interface Stop {
  readonly size: number;
  readonly offset: number;
}

/** Where to stop: after every entry of a batch of editions, and at the end. Only headers are read. */
function editionStops(leaves: Leaves): readonly Stop[] | undefined {
  const stops: Stop[] = [];
  let left = 0;
  let isEdition = false;
  const whole = eachLeaf(leaves, (start, end, at) => {
    if (left > 0) {
      left--;
      if (isEdition) stops.push({ size: at + 1, offset: end });
      return;
    }
    const header = readHeader(leaves.bytes.subarray(start, end));
    isEdition = header?.kind === "edition";
    // A header that cannot be read: the fold will say where and why.
    left = header?.count ?? leaves.count;
  });
  if (stops.at(-1)?.size !== leaves.count) stops.push({ size: leaves.count, offset: leaves.bytes.length });
  return whole ? stops : undefined;
}

const decoder = new TextDecoder("utf-8");

function readHeader(bytes: Uint8Array): { readonly kind: string; readonly count: number } | undefined {
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes));
    if (typeof value !== "object" || value === null || !("kind" in value) || !("count" in value)) return undefined;
    const { kind, count } = value;
    if (typeof kind !== "string" || typeof count !== "number" || !Number.isSafeInteger(count) || count < 0)
      return undefined;
    return { kind, count };
  } catch {
    return undefined;
  }
}
