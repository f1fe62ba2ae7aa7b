import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fail, hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { editionEn, editionEs, proofWordsOf } from "acta/edition";
import type { LocalText } from "acta/election";
import type { ProofWords, ProvedSheet } from "acta/edition";
import { formatVerifierKey, ledgerEn, ledgerEs } from "acta/ledger";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { systemProblem } from "../../store/index.js";
import {
  configFolder,
  definitionFrom,
  verifyEn,
  verifyEs,
  verifyProofFile,
  witnessPolicy,
} from "../../verify/index.js";
import type { ProofAnswer } from "../../verify/index.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { cellText } from "../desk/finding-text.js";
import { wordedCell } from "../count/proof-words.js";
import { quorumFlag } from "../desk/quorum-flag.js";
import { provenanceText } from "../count/result-text.js";
import { momentText, witnessLines } from "./witness-text.js";

/** Flags of `acta verify-proof`. */
export interface VerifyProofFlags {
  readonly key?: string;
  readonly definition?: string;
  readonly witness?: readonly string[];
  readonly quorum?: string;
  readonly json: boolean;
}

/** What things are called, and whether that is proved. */
interface Naming {
  readonly words: ProofWords | null;
  readonly proved: boolean;
}

/** Checks a proof file and prints what it shows; what does not hold is one line and exit code 1. */
export function runVerifyProof(desk: Desk, flags: VerifyProofFlags, file: string): Result<null> {
  desk.language.learn({ es: ledgerEs, en: ledgerEn });
  desk.language.learn({ es: editionEs, en: editionEn });
  desk.language.learn({ es: verifyEs, en: verifyEn });
  const bytes = bytesOf(desk, file);
  if (!bytes.ok) return bytes;
  const quorum = quorumFlag(flags.quorum);
  if (!quorum.ok) return quorum;
  const policy = witnessPolicy(flags.witness ?? [], quorum.value);
  if (!policy.ok) return policy;
  const config = configFolder(desk.environment);
  const answer = verifyProofFile({ ...policy.value, bytes: bytes.value, key: flags.key, config });
  if (!answer.ok) return fail({ where: file, ...answer.problem });
  const naming = namingOf(desk, flags.definition, answer.value);
  if (!naming.ok) return naming;
  if (flags.json) printJson(desk, proofDocument(file, answer.value, naming.value));
  else desk.print(proofText(desk.language, answer.value, naming.value));
  return succeed(null);
}

function bytesOf(desk: Desk, file: string): Result<Uint8Array> {
  try {
    return succeed(readFileSync(resolve(desk.cwd, file)));
  } catch (error) {
    return fail(systemProblem(error, file));
  }
}

function namingOf(desk: Desk, path: string | undefined, { proved, words }: ProofAnswer): Result<Naming> {
  if (path === undefined) return succeed({ words, proved: false });
  const bytes = bytesOf(desk, path);
  if (!bytes.ok) return bytes;
  const definition = definitionFrom(bytes.value, proved.header.definition, path);
  if (!definition.ok) return definition;
  const proper = proofWordsOf(definition.value, proved.header.scope, proved.status);
  return succeed({ words: proper, proved: true });
}

/** The documented JSON shape `acta-proof/1`. */
function proofDocument(file: string, answer: ProofAnswer, naming: Naming): Readonly<Record<string, unknown>> {
  const { proved, key, trust } = answer;
  const { header, checkpoint } = proved;
  const { origin, size, root } = checkpoint.checkpoint;
  return {
    schema: "acta-proof/1",
    file,
    holds: true,
    provenance: provenanceOf(proved, naming),
    election: header.election,
    contest: header.scope,
    station: proved.station,
    status: proved.status,
    cells: proved.cells.map((cell) => (cell.kind === "count" ? cell.value : cell)),
    words: naming.words,
    wordsProved: naming.proved,
    entry: proved.index,
    replaces: proved.replaces,
    actor: header.actor,
    basis: header.basis,
    source: header.source,
    asOf: header.asOf,
    recordedAt: header.recordedAt,
    definition: header.definition,
    origin,
    size,
    root: hex(root),
    key: formatVerifierKey(key),
    trust,
    witnesses: checkpoint.witnessedBy.map((each) => ({ name: each.key.name, time: momentText(each.time) })),
  };
}

/** A drill stands in the name of the ledger, which is signed; whatever else the words say. */
function provenanceOf(proved: ProvedSheet, naming: Naming): string {
  const said = naming.words?.provenance ?? "real";
  return said === "real" && proved.checkpoint.checkpoint.origin.startsWith("drill.") ? "drill" : said;
}

function proofText(language: Language, answer: ProofAnswer, naming: Naming): string {
  const { proved, key, trust } = answer;
  const { header, checkpoint } = proved;
  const { origin, size, root } = checkpoint.checkpoint;
  const mark = provenanceText(language, provenanceOf(proved, naming));
  const words = naming.words;
  const names = words !== null && words.cells.length === proved.cells.length ? words.cells : null;
  return [
    ...(mark === "" ? [] : [mark]),
    language.say("proof.holds", { index: proved.index, size }),
    "",
    `${language.say("station.title", { code: proved.station })} · ${named(language, words?.election, header.election)} · ${named(language, words?.contest, header.scope)}`,
    language.say("proof.status", { status: named(language, words?.status, proved.status) }),
    language.say(`proof.${header.basis}`, {
      actor: header.actor.name,
      // In whose zone the count was, the file cannot prove.
      asOf: language.moment(header.asOf, "UTC"),
      recordedAt: language.moment(header.recordedAt, "UTC"),
    }),
    ...(proved.replaces === null ? [] : [language.say("proof.replaces", { index: proved.replaces })]),
    "",
    drawTable(
      [{ title: language.say("column.cell") }, { title: language.say("column.written"), align: "right" }],
      proved.cells.map((cell, at) => [
        names?.[at] === undefined ? String(at + 1) : `${at + 1} · ${wordedCell(language, names[at])}`,
        cellText(language, cell),
      ]),
    ),
    naming.proved
      ? language.say("proof.namesProved")
      : language.say("proof.namesNotProved", { definition: header.definition }),
    "",
    language.say("proof.record", { origin, size, root: hex(root) }),
    language.say(`proof.${trust}`, { key: formatVerifierKey(key) }),
    ...witnessLines(language, checkpoint.witnessedBy),
    language.say("proof.shows"),
    language.say("proof.showsNot"),
  ].join("\n");
}

/** A name in the reader's language; the id where the file carries no words. */
function named(language: Language, name: LocalText | undefined, id: string): string {
  return name === undefined ? id : language.pick(name);
}
