import { succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { formatVerifierKey } from "acta/ledger";
import type { VerifierKey } from "acta/ledger";
import { ENTRY_VERSIONS, LeafWriter, joinLeaves, leafOf } from "acta/record";
import type { BatchHeader, KeyEntry, KeyRole, Leaves } from "acta/record";
import { ledgerName, signRange, signerName } from "acta/signature";
import type { RoleSigner } from "acta/signature";
import { sha256 } from "../keys/index.js";
import { logKeyFor, originFor } from "../store/index.js";
import type { DataFolder } from "../store/index.js";

/** How a ledger begins. */
export interface LedgerOpening {
  readonly election: string;
  readonly authority: string;
  readonly drill: boolean;
  readonly recordedAt: Instant;
  /** The authority, when it founds a ledger of record; null for a recorder who writes down the acts of others. */
  readonly founder: RoleSigner | null;
}

/** The first leaves of a ledger: its own entry and, of record, the keys with which it begins, signed by the authority. */
export function openLedger(folder: DataFolder, opening: LedgerOpening): Result<Leaves> {
  const { founder } = opening;
  if (founder !== null) return openRecord(folder, opening, founder);
  const origin = originFor(folder, opening.election, opening.drill);
  if (!origin.ok) return origin;
  const writer = new LeafWriter();
  writer.leaf(leafOf(headerOf(opening, "ledger", 1)));
  writer.leaf(leafOf({ mode: "reported", origin: origin.value, drill: opening.drill }));
  return succeed(writer.leaves());
}

function openRecord(folder: DataFolder, opening: LedgerOpening, founder: RoleSigner): Result<Leaves> {
  const { drill, election, authority } = opening;
  const mode = "ofRecord";
  const origin = ledgerName(sha256, { mode, drill }, founder.signer.key.publicKey, election);
  const log = logKeyFor(folder, origin);
  if (!log.ok) return log;
  const writer = new LeafWriter();
  writer.leaf(leafOf(headerOf(opening, "ledger", 1)));
  writer.leaf(leafOf({ mode, origin, drill }));
  writer.leaf(leafOf(headerOf(opening, "key", 2)));
  writer.leaf(leafOf(added(founder.signer.key, "electionAuthority", authority)));
  writer.leaf(leafOf(added(log.value, "recorder", "recorder")));
  const leaves = writer.leaves();
  const signature = signRange(sha256, leaves, founder, { origin, first: 0 });
  return signature.ok ? succeed(joinLeaves([leaves, signature.value])) : signature;
}

function added(key: VerifierKey, role: KeyRole, holder: string): KeyEntry {
  const line = formatVerifierKey(key);
  return { at: null, replaces: null, action: "added", key: line, role, holder, previous: "", validUntil: null };
}

function headerOf(opening: LedgerOpening, kind: "ledger" | "key", count: number): BatchHeader {
  const { founder, authority, recordedAt } = opening;
  return {
    kind,
    version: ENTRY_VERSIONS[kind],
    count,
    actor: { role: "electionAuthority", name: authority },
    signer: founder === null ? "recorder" : signerName(founder.signer.key),
    basis: founder === null ? "reported" : "firstHand",
    source: "",
    asOf: null,
    recordedAt,
    reason: "import",
    election: "",
    definition: "",
    scope: "",
    copy: "",
  };
}
