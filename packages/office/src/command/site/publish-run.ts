import { join, resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { formatVerifierKey, ledgerEn, ledgerEs, parseCheckpoint, parseNote, parseVerifierKey } from "acta/ledger";
import { checkpointSigner, keysEn, keysEs, readKey, sha256 } from "../../keys/index.js";
import { mapEn, mapEs, siteEn, siteEs } from "web/site";
import { publishEn, publishEs, publishFolder } from "../../publish/index.js";
import type { PublishReport, Publisher } from "../../publish/index.js";
import { openFolder, readCheckpoint, readMirror, readMirroredHeads } from "../../store/index.js";
import type { DataFolder, MirrorMark } from "../../store/index.js";
import { addWitnesses } from "../trust/cosign-run.js";
import type { Desk } from "../desk/desk.js";
import { holdOfFolder } from "../desk/publish-hold.js";
import { downloadsOf } from "./publish-downloads.js";

/** What is asked for: paths as given. */
export interface PublishAsked {
  readonly data: string;
  readonly to: string;
  readonly withSources: boolean;
  readonly withSite: boolean;
  /** A claims file whose answers are published, and the file that says what to compute for it. */
  readonly claims?: string;
  readonly claimsMapping?: string;
  /** A history file whose offices and cases are published. */
  readonly history?: string;
  /** What every edition lets expect of the end, beside the pages. */
  readonly withProjection: boolean;
  /** Files of cosignature lines, and the keys of the witnesses that they are by. */
  readonly cosignatures: readonly string[];
  readonly witness: readonly string[];
}

/** What was published, and the key with which others verify it. */
export interface Published extends PublishReport {
  readonly key: string;
}

/** Publishes a data folder with its own key and checkpoint; a mirror with what its origin has signed. */
export async function runPublish(desk: Desk, asked: PublishAsked): Promise<Result<Published>> {
  const { data, to, withSources, withSite, withProjection, cosignatures, witness } = asked;
  desk.language.learn({ es: ledgerEs, en: ledgerEn });
  desk.language.learn({ es: keysEs, en: keysEn });
  desk.language.learn({ es: publishEs, en: publishEn });
  desk.language.learn({ es: siteEs, en: siteEn });
  desk.language.learn({ es: mapEs, en: mapEn });
  const mirror = readMirror(resolve(desk.cwd, data));
  if (!mirror.ok) return mirror;
  if (mirror.value !== null && cosignatures.length > 0) return fail({ code: "command.mirrorAsSigned", where: data });
  const claims = await claimsOf(desk, asked);
  if (!claims.ok) return claims;
  const history = await historyOf(desk, asked);
  if (!history.ok) return history;
  const added = cosignatures.length === 0 ? succeed(null) : addWitnesses(desk, data, cosignatures, witness);
  if (!added.ok) return added;
  const folder = openFolder(resolve(desk.cwd, data));
  if (!folder.ok)
    return fail(folder.problem.code === "store.noData" ? { ...folder.problem, where: data } : folder.problem);
  try {
    const held = holdOfFolder(folder.value, "results", desk.now());
    if (!held.ok) return held;
    const signed = signedBy(folder.value, mirror.value);
    if (!signed.ok) return signed;
    const { checkpoint, by } = signed.value;
    const beside = withProjection && withSite ? await projected(desk, folder.value) : succeed([]);
    if (!beside.ok) return beside;
    const exported = withSite && by.kind === "own" ? await downloadsOf(folder.value) : succeed([]);
    if (!exported.ok) return exported;
    const downloads = exported.value;
    const published = await publishFolder({
      folder: folder.value,
      to,
      withSources,
      withSite,
      claims: claims.value,
      history: history.value,
      beside: beside.value,
      downloads,
      checkpoint,
      by,
    });
    const key = formatVerifierKey(by.kind === "own" ? by.signer.key : by.key);
    return published.ok ? succeed({ ...published.value, key }) : published;
  } finally {
    folder.value.close();
  }
}

/** The answers to the claims that are asked about: a file with mistakes is not published in part. */
async function claimsOf(desk: Desk, { data, claims, claimsMapping }: PublishAsked): Promise<Result<Uint8Array | null>> {
  if (claims === undefined) return succeed(null);
  const { checkedClaims, mistakesIn } = await import("../claim/checked-claims.js");
  const { claimsPage } = await import("../claim/claims-page.js");
  const asked = claimsMapping === undefined ? { data } : { data, mapping: claimsMapping };
  const checked = await checkedClaims(desk, asked, claims);
  const [problem] = checked.ok ? mistakesIn(checked.value) : checked.problem;
  if (problem !== undefined) return fail(problem);
  return checked.ok ? succeed(claimsPage(checked.value)) : succeed(null);
}

/** Who held which office, and the cases, of the history that is asked about: one with mistakes is not published in part. */
async function historyOf(desk: Desk, { history }: PublishAsked): Promise<Result<Uint8Array | null>> {
  if (history === undefined) return succeed(null);
  const { historyPage } = await import("../institution/history-page.js");
  const page = await historyPage(desk, history);
  if (page.ok) return page;
  const [problem] = page.problem;
  return problem === undefined ? succeed(null) : fail(problem);
}

/** Loaded only when it is asked for: nobody else needs the model. */
async function projected(desk: Desk, folder: DataFolder) {
  const { projectedFiles } = await import("./projected-files.js");
  return projectedFiles(desk, folder, desk.now());
}

interface Signed {
  readonly checkpoint: Uint8Array;
  readonly by: Publisher;
}

/** The folder's checkpoint, and who publishes it: the recorder's key, under the name that the checkpoint gives to the ledger, or a mirror. */
function signedBy(folder: DataFolder, mirror: MirrorMark | null): Result<Signed> {
  const checkpoint = readCheckpoint(folder.path);
  if (!checkpoint.ok) return checkpoint;
  if (checkpoint.value === null) return fail({ code: "command.noCheckpoint", where: folder.path });
  const by = mirror === null ? ownPublisher(folder.path, checkpoint.value) : mirrorPublisher(folder.path, mirror);
  return by.ok ? succeed({ checkpoint: checkpoint.value, by: by.value }) : by;
}

function ownPublisher(path: string, checkpoint: Uint8Array): Result<Publisher> {
  const note = parseNote(checkpoint);
  const read = note.ok ? parseCheckpoint(note.value.text) : note;
  if (!read.ok) return fail({ ...read.problem, where: join(path, "ledger", "checkpoint") });
  const key = readKey(join(path, "keys", "recorder.key"));
  if (!key.ok) return key;
  const signer = checkpointSigner(key.value, read.value.origin);
  return signer.ok ? succeed({ kind: "own", signer: signer.value }) : signer;
}

function mirrorPublisher(path: string, mirror: MirrorMark): Result<Publisher> {
  const key = parseVerifierKey(sha256, mirror.key);
  if (!key.ok) return key;
  const heads = readMirroredHeads(path);
  return heads.ok ? succeed({ kind: "mirror", key: key.value, heads: heads.value }) : heads;
}
