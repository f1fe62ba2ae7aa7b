import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { formatVerifierKey, ledgerEn, ledgerEs, parseCheckpoint, parseNote } from "acta/ledger";
import type { Signer } from "acta/ledger";
import { checkpointSigner, keysEn, keysEs, readKey } from "../keys/index.js";
import { publishEn, publishEs, publishFolder } from "../publish/index.js";
import type { PublishReport } from "../publish/index.js";
import { openFolder, systemProblem } from "../store/index.js";
import type { DataFolder } from "../store/index.js";
import type { Desk } from "./desk.js";

/** What is asked for: paths as given. */
export interface PublishAsked {
  readonly data: string;
  readonly to: string;
  readonly withSources: boolean;
}

/** What was published, and the key with which others verify it. */
export interface Published extends PublishReport {
  readonly key: string;
}

/** Publishes a data folder with its own key and checkpoint. */
export function runPublish(desk: Desk, { data, to, withSources }: PublishAsked): Result<Published> {
  desk.language.learn({ es: ledgerEs, en: ledgerEn });
  desk.language.learn({ es: keysEs, en: keysEn });
  desk.language.learn({ es: publishEs, en: publishEn });
  const folder = openFolder(resolve(desk.cwd, data));
  if (!folder.ok)
    return fail(folder.problem.code === "store.noData" ? { ...folder.problem, where: data } : folder.problem);
  try {
    const signed = signedBy(folder.value);
    if (!signed.ok) return signed;
    const { checkpoint, signer } = signed.value;
    const published = publishFolder({ folder: folder.value, to, withSources, checkpoint, signer });
    return published.ok ? succeed({ ...published.value, key: formatVerifierKey(signer.key) }) : published;
  } finally {
    folder.value.close();
  }
}

interface Signed {
  readonly checkpoint: Uint8Array;
  readonly signer: Signer<"ed25519">;
}

/** The folder's checkpoint and the recorder's key, under the name that the checkpoint gives to the ledger. */
function signedBy(folder: DataFolder): Result<Signed> {
  const path = join(folder.path, "ledger", "checkpoint");
  let checkpoint: Uint8Array;
  try {
    checkpoint = readFileSync(path);
  } catch (error) {
    const problem = systemProblem(error, path);
    return fail(problem.code === "store.notFound" ? { code: "command.noCheckpoint", where: folder.path } : problem);
  }
  const note = parseNote(checkpoint);
  const read = note.ok ? parseCheckpoint(note.value.text) : note;
  if (!read.ok) return fail({ ...read.problem, where: path });
  const key = readKey(join(folder.path, "keys", "recorder.key"));
  if (!key.ok) return key;
  const signer = checkpointSigner(key.value, read.value.origin);
  return signer.ok ? succeed({ checkpoint, signer: signer.value }) : signer;
}
