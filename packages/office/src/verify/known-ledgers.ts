import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hex, utf8 } from "acta/basics";
import type { Instant } from "acta/basics";
import { formatCheckpoint, formatVerifierKey, parseCheckpoint, parseVerifierKey } from "acta/ledger";
import type { Checkpoint, VerifierKey } from "acta/ledger";
import { sha256 } from "../keys/index.js";

/** What this user knows of a ledger from the last time that it verified: who signed, and how far it went. */
export interface KnownLedger {
  readonly key: VerifierKey;
  readonly checkpoint: Checkpoint;
  readonly seenAt: string;
}

/** The user's own folder for what is remembered (XDG Base Directory); null where the environment names none. */
export function configFolder(environment: Readonly<Record<string, string | undefined>>): string | null {
  const own = environment["XDG_CONFIG_HOME"] ?? environment["APPDATA"] ?? "";
  if (own !== "") return join(own, "acta");
  const home = environment["HOME"] ?? environment["USERPROFILE"] ?? "";
  return home === "" ? null : join(home, ".config", "acta");
}

function pathOf(folder: string, origin: string): string {
  // An origin comes from a stranger and may hold anything: its hash names the file.
  return join(folder, "ledgers", `${hex(sha256(utf8(origin)))}.json`);
}

/** What is remembered of a ledger; null for one that was never seen, or whose file cannot be read. */
export function knownLedger(folder: string | null, origin: string): KnownLedger | null {
  if (folder === null) return null;
  try {
    const json: unknown = JSON.parse(readFileSync(pathOf(folder, origin), "utf8"));
    if (typeof json !== "object" || json === null) return null;
    if (!("key" in json) || !("checkpoint" in json) || !("seenAt" in json)) return null;
    const { key: keyText, checkpoint: checkpointText, seenAt } = json;
    if (typeof keyText !== "string" || typeof checkpointText !== "string" || typeof seenAt !== "string") return null;
    const key = parseVerifierKey(sha256, keyText);
    const checkpoint = parseCheckpoint(checkpointText);
    return key.ok && checkpoint.ok && key.value.name === origin
      ? { key: key.value, checkpoint: checkpoint.value, seenAt }
      : null;
  } catch {
    return null;
  }
}

/** Remembers a ledger. @returns false when that was not possible: then the next verification begins anew. */
export function rememberLedger(folder: string | null, key: VerifierKey, checkpoint: Checkpoint, now: Instant): boolean {
  const text = formatCheckpoint(checkpoint);
  if (folder === null || !text.ok) return false;
  const path = pathOf(folder, key.name);
  const document = { origin: key.name, key: formatVerifierKey(key), checkpoint: text.value, seenAt: now };
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}.draft`, `${JSON.stringify(document, null, 2)}\n`);
    renameSync(`${path}.${process.pid}.draft`, path);
    return true;
  } catch {
    return false;
  }
}
