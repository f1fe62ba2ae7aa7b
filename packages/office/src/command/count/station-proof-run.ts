import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fail, hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { editionEn, editionEs, formatSheetProof, proofWordsOf } from "acta/edition";
import type { ProofWords } from "acta/edition";
import { formatVerifierKey, ledgerEn, ledgerEs } from "acta/ledger";
import { asDrill, readVerifierLine, systemProblem } from "../../store/index.js";
import {
  configFolder,
  proveFromFolder,
  proveFromPublished,
  publishedDefinition,
  publishedFiles,
  publishedHead,
  verifyEn,
  verifyEs,
} from "../../verify/index.js";
import type { MadeProof, PublishedHead } from "../../verify/index.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { isAddress } from "../desk/flags.js";
import type { DataFlags } from "../desk/flags.js";
import { withContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { provenanceText } from "./result-text.js";
import { stationCalled } from "../desk/station-code.js";

/** What is asked of `acta station --proof`. */
export interface ProofAsked extends DataFlags {
  readonly edition?: string;
  /** File to write; "" for one with a name of its own. */
  readonly proof?: string;
  /** A published folder, or its address: then no data folder is needed. */
  readonly from?: string;
  readonly trust?: string;
}

/** A proof with its words, and the key that verifies it; "" where the folder does not show it. */
interface Made {
  readonly proof: MadeProof;
  readonly words: ProofWords;
  readonly key: string;
  /** Null for a proof from a data folder: its key is the folder's own. */
  readonly trust: PublishedHead["trust"] | null;
}

/** Writes the proof of a sheet into a file. */
export async function runStationProof(desk: Desk, asked: ProofAsked, code: string): Promise<Result<null>> {
  desk.language.learn({ es: ledgerEs, en: ledgerEn });
  desk.language.learn({ es: editionEs, en: editionEn });
  desk.language.learn({ es: verifyEs, en: verifyEn });
  if (asked.from !== undefined) {
    if (asked.edition !== undefined || asked.at !== undefined)
      return fail({ code: "command.proofOfNewest", where: asked.from });
    const made = await fromPublished(desk, asked, asked.from, code);
    return made.ok ? write(desk, asked, made.value) : made;
  }
  return withContest(desk, asked, (opened) => {
    const made = fromFolder(desk, opened, code);
    return made.ok ? write(desk, asked, made.value) : made;
  });
}

function fromFolder(desk: Desk, opened: OpenedContest, code: string): Result<Made> {
  const { election, edition, roll } = opened.open;
  const station = roll.codes[stationCalled(roll, code)];
  if (station === undefined)
    return fail({ code: "command.unknownStation", context: { station: code.slice(0, 40), election: election.id } });
  const sought = { station, election: election.id, contest: opened.contest.id };
  const proof = proveFromFolder(opened.folder, sought, edition.size);
  if (!proof.ok) return proof;
  const words = proofWordsOf(election, opened.contest.id, proof.value.found.status);
  return succeed({ proof: proof.value, words, key: readVerifierLine(opened.folder.path), trust: null });
}

async function fromPublished(desk: Desk, asked: ProofAsked, from: string, code: string): Promise<Result<Made>> {
  const files = publishedFiles(from, isAddress(from) ? null : resolve(desk.cwd, from));
  const config = configFolder(desk.environment);
  const head = await publishedHead(files, { given: asked.trust, pinned: null, config });
  if (!head.ok) return head;
  const { election, contest } = asked;
  const proof = await proveFromPublished(files, head.value, {
    station: code,
    ...(election === undefined ? {} : { election }),
    ...(contest === undefined ? {} : { contest }),
  });
  if (!proof.ok) return proof;
  const { batch, status } = proof.value.found;
  const definition = await publishedDefinition(files, batch.definition);
  if (!definition.ok) return definition;
  const isDrill = head.value.pointer.provenance === "drill";
  const words = proofWordsOf(asDrill(definition.value, isDrill), batch.scope, status);
  const key = formatVerifierKey(head.value.key);
  return succeed({ proof: proof.value, words, key, trust: head.value.trust });
}

/** A file name in which nothing of a stranger's code leads elsewhere. */
function fileFor({ proof }: Made, asked: string): string {
  if (asked !== "") return asked;
  const safe = (text: string): string => text.replaceAll(/[^\p{L}\p{N}.-]/gu, "_");
  return `${safe(proof.found.batch.scope)}-${safe(proof.found.station)}.acta-proof`;
}

function write(desk: Desk, asked: ProofAsked, made: Made): Result<null> {
  const { proof, words, key, trust } = made;
  const bytes = formatSheetProof({ sheet: proof.sheet, header: proof.header, words });
  if (!bytes.ok) return bytes;
  const file = fileFor(made, asked.proof ?? "");
  try {
    writeFileSync(resolve(desk.cwd, file), bytes.value);
  } catch (error) {
    return fail(systemProblem(error, file));
  }
  if (asked.json) printJson(desk, document(made, file, bytes.value.length));
  else {
    const mark = provenanceText(desk.language, words.provenance);
    if (mark !== "") desk.print(mark);
    const { station, sheet } = proof.found;
    const { size, origin } = proof.checkpoint;
    desk.print(desk.language.say("proof.written", { file, station, index: sheet.index, size, origin }));
    desk.print(desk.language.say("proof.shows"));
    desk.print(desk.language.say("proof.showsNot"));
    if (trust === "unknown") desk.print(desk.language.say("proof.signerUnknown"));
    if (key !== "") desk.print(desk.language.say("proof.next", { file, key }));
  }
  return succeed(null);
}

/** The documented JSON shape `acta-station-proof/1`. */
function document({ proof, words, key, trust }: Made, file: string, bytes: number): Readonly<Record<string, unknown>> {
  const { batch, station, sheet, header } = proof.found;
  const { origin, size } = proof.checkpoint;
  return {
    schema: "acta-station-proof/1",
    provenance: words.provenance,
    election: batch.election,
    contest: batch.scope,
    station,
    entry: sheet.index,
    header: header.index,
    file,
    bytes,
    origin,
    size,
    root: hex(proof.checkpoint.root),
    key: key === "" ? null : key,
    trust,
  };
}
