import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { Replay, eachLeaf } from "../record/index.js";
import type { Blobs, Leaves, LedgerState } from "../record/index.js";
import type { EditionState } from "./edition-state.js";

/**
 * Replays all entries and stops at every sealed edition. The tables belong to the fold: they hold only until `use` returns.
 * @returns the state at the end, or the first entry that cannot be.
 */
export function replayEditions(
  blobs: Blobs,
  leaves: Leaves,
  use: (edition: EditionState) => void,
): Result<LedgerState> {
  const stops = editionStops(leaves);
  if (stops === undefined) return fail({ code: "record.tornLeaves", context: { index: leaves.count } });
  const replay = new Replay(blobs);
  let offset = 0;
  let first = 0;
  for (const stop of stops) {
    const applied = replay.apply({ bytes: leaves.bytes.subarray(offset, stop.offset), count: stop.size - first });
    if (!applied.ok) return applied;
    offset = stop.offset;
    first = stop.size;
    const sealed = sealedAt(replay.state(), stop.size);
    if (sealed !== undefined) use(sealed);
  }
  return succeed(replay.state());
}

/** The edition whose own entry is the last one of the state. */
function sealedAt(state: LedgerState, size: number): EditionState | undefined {
  const { ledger } = state;
  if (ledger === null) return undefined;
  for (const { election, roll, tables, editions } of state.elections.values()) {
    const edition = editions.find((each) => each.size === size);
    if (edition !== undefined) return { ledger, election, roll, tables, edition, editions, acts: state.acts };
  }
  return undefined;
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
