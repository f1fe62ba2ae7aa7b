import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { POINTER_PATH, parsePointer, verifyFolder } from "acta/edition";
import type { PublishedReader, Verification } from "acta/edition";
import { parseVerifierKey } from "acta/ledger";
import type { VerifierKey } from "acta/ledger";
import { sha256 } from "../keys/index.js";
import { knownLedger, rememberLedger } from "./known-ledgers.js";
import type { KnownLedger } from "./known-ledgers.js";
import { platform } from "./platform.js";

/** What is verified, and what the reader goes by. */
export interface VerifyRequest {
  readonly reader: PublishedReader;
  /** Verifier key given from outside; undefined without one. */
  readonly trust: string | undefined;
  /** Where ledgers are remembered; null for nowhere. */
  readonly config: string | null;
  readonly now: Instant;
}

/** What was found, and on what the answer about the signer rests. */
export interface VerifyAnswer extends Verification {
  /** `given`: the key came from outside. `pinned`: it is the one of an earlier time. `unknown`: nobody vouches for it. */
  readonly trust: "given" | "pinned" | "unknown";
  /** What was known before; a rollback or a fork shows only against it. */
  readonly known: KnownLedger | null;
  /** True when key and checkpoint are remembered from now on. */
  readonly remembered: boolean;
}

/** Verifies a published folder with the key given, else with the one that was pinned, else with its own. */
export function verifyPublished({ reader, trust, config, now }: VerifyRequest): Result<VerifyAnswer> {
  const given = trust === undefined ? succeed(null) : givenKey(trust);
  if (!given.ok) return given;
  const known = knownLedger(config, given.value?.name ?? originOf(reader));
  const key = given.value ?? known?.key ?? null;
  const remembers = known?.checkpoint ?? null;
  const verification = verifyFolder(platform, reader, { key, remembered: remembers });
  const { checkpoint, key: used, differences } = verification;
  const sound = differences.length === 0 && checkpoint !== null && used !== null;
  const remembered = sound && rememberLedger(config, used, checkpoint, now);
  const by = given.value !== null ? "given" : known !== null ? "pinned" : "unknown";
  return succeed({ ...verification, trust: by, known, remembered });
}

function givenKey(text: string): Result<VerifierKey> {
  const key = parseVerifierKey(sha256, text.trim());
  if (!key.ok) return key;
  // A witness's key says nothing about who keeps the ledger.
  return key.value.kind === "ed25519" ? key : fail({ code: "note.badKey" });
}

/** The name that a folder gives itself: it only chooses what is remembered, and is then held against it. */
function originOf(reader: PublishedReader): string {
  const pointer = parsePointer(new TextDecoder().decode(reader.read(POINTER_PATH)));
  return pointer.ok ? pointer.value.origin : "";
}
