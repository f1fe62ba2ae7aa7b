import { fail, hex, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { verifyFetched } from "acta/edition";
import type { FetchDepth, FetchProgress, PointedEdition, VerifyTrust } from "acta/edition";
import { formatCheckpoint, formatVerifierKey, parseCheckpoint, parseVerifierKey } from "acta/ledger";
import type { VerifierKey } from "acta/ledger";
import { webCrypto } from "./web-crypto.js";
import { webSource } from "./web-source.js";

/** What a reader knows of a ledger from an earlier verification, as text: it is kept where only texts can be. */
export interface KnownLedger {
  readonly key: string;
  readonly checkpoint: string;
  /** When that was, as an instant. */
  readonly seenAt: string;
}

/** How an address is verified. */
export interface VerifyOptions {
  /** Verifier key that was given from outside. */
  readonly key?: string;
  /** What is remembered, by the ledger's origin. */
  readonly known?: Readonly<Record<string, KnownLedger>>;
  /** How much is fetched; `auto` unless told: all of a small folder, else what cannot be made from the entries. */
  readonly depth?: FetchDepth;
  readonly progress?: (progress: FetchProgress) => void;
}

/** What was found, in values that can be sent between a page and its worker. */
export interface AddressAnswer {
  /** Empty: everything is as it follows from the entries, and signed with the key. */
  readonly differences: readonly Problem[];
  /** `given`: the key came from outside. `pinned`: it is the one of an earlier time. `unknown`: nobody vouches for it. */
  readonly trust: "given" | "pinned" | "unknown";
  readonly origin: string;
  /** The key with which signatures were checked; "" when there was none. */
  readonly key: string;
  /** Entries under the signed checkpoint. */
  readonly size: number;
  /** Root of the signed checkpoint in hexadecimal; "" when none could be read. */
  readonly root: string;
  readonly mode: string;
  readonly provenance: string;
  readonly editions: readonly PointedEdition[];
  /** Files that were made again from the entries; of those, the ones of which only the hash was compared with the signed list. */
  readonly recomputed: number;
  readonly byHash: number;
  /** Files that do not follow from the entries: held against the signed list, and only named on it. */
  readonly onlyListed: number;
  readonly notFetched: number;
  /** What was remembered; a rollback or a fork shows only against it. */
  readonly known: KnownLedger | null;
  /** What to remember from now on; null unless all was sound. */
  readonly remember: { readonly key: string; readonly checkpoint: string } | null;
}

/**
 * Verifies a published folder behind an address: fetches it, makes everything again from the entries and says what differs.
 * @param address of the folder, where `pointer.json` stands.
 */
export async function verifyAddress(address: string, options: VerifyOptions = {}): Promise<Result<AddressAnswer>> {
  const given = options.key === undefined || options.key.trim() === "" ? succeed(null) : ledgerKey(options.key);
  if (!given.ok) return given;
  const goneBy: { known: KnownLedger | null; trust: VerifyTrust } = { known: null, trust: NO_TRUST };
  const trustIn = (origin: string): VerifyTrust => {
    goneBy.known = options.known?.[given.value?.name ?? origin] ?? null;
    goneBy.trust = trustOf(given.value, goneBy.known);
    return goneBy.trust;
  };
  const found = await verifyFetched({
    crypto: webCrypto,
    source: webSource(address),
    depth: options.depth ?? "auto",
    trustIn,
    ...(options.progress === undefined ? {} : { progress: options.progress }),
  });
  if (!found.ok) return found;
  const { differences, checkpoint, key } = found.value;
  const text = checkpoint === null ? null : formatCheckpoint(checkpoint);
  const sound = differences.length === 0 && key !== null && text?.ok === true;
  const by = given.value !== null ? "given" : goneBy.trust.key !== null ? "pinned" : "unknown";
  return succeed({
    differences,
    trust: by,
    origin: checkpoint?.origin ?? "",
    key: key === null ? "" : formatVerifierKey(key),
    size: checkpoint?.size ?? 0,
    root: checkpoint === null ? "" : hex(checkpoint.root),
    mode: found.value.mode,
    provenance: found.value.provenance,
    editions: found.value.editions,
    recomputed: found.value.recomputed,
    byHash: found.value.byHash,
    onlyListed: found.value.onlyListed,
    notFetched: found.value.notFetched,
    known: goneBy.known,
    remember: sound ? { key: formatVerifierKey(key), checkpoint: text.value } : null,
  });
}

const NO_TRUST: VerifyTrust = { key: null, remembered: null };

/** A key of a ledger. A witness's key says nothing about who keeps the ledger. */
function ledgerKey(text: string): Result<VerifierKey> {
  const key = parseVerifierKey(webCrypto.sha256, text.trim());
  return key.ok && key.value.kind !== "ed25519" ? fail({ code: "web.otherKey" }) : key;
}

function trustOf(given: VerifierKey | null, known: KnownLedger | null): VerifyTrust {
  const pinned = known === null ? null : parseVerifierKey(webCrypto.sha256, known.key);
  const seen = known === null ? null : parseCheckpoint(known.checkpoint);
  return {
    key: given ?? (pinned?.ok === true ? pinned.value : null),
    remembered: seen?.ok === true ? seen.value : null,
  };
}
