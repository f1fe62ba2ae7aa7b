import * as v from "valibot";
import { canonicalJson, fail, hex, parseCanonicalJson, succeed, utf8 } from "../basics/index.js";
import type { Json, Result } from "../basics/index.js";
import type { CellRole, LocalText, Provenance } from "../election/index.js";
import { formatTlogProof, leafHash, parseTlogProof, verifyTlogProof } from "../ledger/index.js";
import type { CheckpointPolicy, TlogProof, VerifiedCheckpoint } from "../ledger/index.js";
import { BatchWalk, sheetEntryFromJson } from "../record/index.js";
import type { BatchHeader } from "../record/index.js";
import { cellOf } from "../sheet/index.js";
import type { Cell } from "../sheet/index.js";
import { jsonOf, textOf } from "./published-reader.js";
import type { VerifyPlatform } from "./published-reader.js";

// A proof file is two C2SP tlog-proofs, one after the other: of a sheet's entry and of the header of its batch, each with its leaf in
// `extra`. Behind them stand words that nobody has signed (docs/decisions/0015).

/** One cell of the sheet form, as the words name it. */
export interface ProofCell {
  readonly role: CellRole;
  /** Of the option; null for cells that are called by their role. */
  readonly name: LocalText | null;
  /** Number on the option's list, for preferential votes; otherwise 0. */
  readonly candidate: number;
}

/** What things are called, as whoever made the file says. Nobody has signed it: the definition that the header names decides. */
export interface ProofWords {
  readonly election: LocalText;
  readonly contest: LocalText;
  readonly provenance: Provenance;
  readonly status: LocalText;
  /** In the order of the sheet form. */
  readonly cells: readonly ProofCell[];
}

/** A proof file as it was read: nothing of it is believed yet. */
export interface SheetProof {
  /** With the sheet's entry in `extra`. */
  readonly sheet: TlogProof;
  /** With the header of its batch in `extra`. */
  readonly header: TlogProof;
  readonly words: ProofWords | null;
}

/** What a proof file has shown. */
export interface ProvedSheet {
  readonly checkpoint: VerifiedCheckpoint;
  /** Ledger position of the entry. */
  readonly index: number;
  readonly header: BatchHeader;
  readonly station: string;
  /** Id of a status of the definition that the header names. */
  readonly status: string;
  /** What stands in each cell, in the order of the sheet form. */
  readonly cells: readonly Cell[];
  /** Ledger position of the version that it supersedes; null for the first. */
  readonly replaces: number | null;
}

const PROOF_LINE = "c2sp.org/tlog-proof@v1";
/** Says to whoever opens the file in an editor what it is that follows. */
const WORDS_LINE = "acta-proof-words/1 not proved, signed by nobody";

const localText = v.strictObject({ es: v.string(), en: v.string() });
const ROLES: readonly CellRole[] = [
  "option",
  "preferential",
  "blank",
  "null",
  "challenged",
  "voters",
  "ballotsCast",
  "unusedBallots",
];
const wordsSchema = v.strictObject({
  election: localText,
  contest: localText,
  provenance: v.picklist(["real", "synthetic", "drill"]),
  status: localText,
  cells: v.array(
    v.strictObject({
      role: v.picklist(ROLES),
      name: v.nullable(localText),
      candidate: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
});

/** Writes a proof file. */
export function formatSheetProof({ sheet, header, words }: SheetProof): Result<Uint8Array> {
  const first = formatTlogProof(sheet);
  if (!first.ok) return first;
  const second = formatTlogProof(header);
  if (!second.ok) return second;
  const third = words === null ? "" : `${WORDS_LINE}\n${canonicalJson(jsonOfWords(words))}\n`;
  return succeed(joined([first.value, second.value, utf8(third)]));
}

/** Reads a proof file; it has one form only. */
export function parseSheetProof(bytes: Uint8Array): Result<SheetProof> {
  const text = textOf(bytes) ?? "";
  const second = text.indexOf(`\n${PROOF_LINE}\n`) + 1;
  if (second === 0) return fail({ code: "edition.badProof" });
  const third = text.indexOf(`\n${WORDS_LINE}\n`, second) + 1;
  const sheet = parseTlogProof(utf8(text.slice(0, second)));
  if (!sheet.ok) return sheet;
  const header = parseTlogProof(utf8(third === 0 ? text.slice(second) : text.slice(second, third)));
  if (!header.ok) return header;
  const words = third === 0 ? null : wordsFrom(text.slice(third + WORDS_LINE.length + 1));
  if (words === undefined) return fail({ code: "edition.badProofWords" });
  return succeed({ sheet: sheet.value, header: header.value, words });
}

function jsonOfWords({ election, contest, provenance, status, cells }: ProofWords): Json {
  const plain = ({ es, en }: LocalText): Json => ({ es, en });
  return {
    election: plain(election),
    contest: plain(contest),
    provenance,
    status: plain(status),
    cells: cells.map(({ role, name, candidate }) => ({ role, name: name === null ? null : plain(name), candidate })),
  };
}

function wordsFrom(text: string): ProofWords | undefined {
  const json = text.endsWith("\n") ? parseCanonicalJson(text.slice(0, -1)) : undefined;
  const parsed = v.safeParse(wordsSchema, json);
  return parsed.success ? parsed.output : undefined;
}

/**
 * Verifies a proof file: both leaves are in the tree of one signed checkpoint, the header is the one of the entry's batch, and the
 * entry is a sheet. What it cannot show: that no later entry replaces this one, and that the paper says the same.
 */
export function verifySheetProof(
  platform: Pick<VerifyPlatform, "sha256" | "ed25519">,
  { sheet, header }: SheetProof,
  policy: CheckpointPolicy,
): Result<ProvedSheet> {
  const checkpoint = verifyLeaf(platform, sheet, policy);
  if (!checkpoint.ok) return checkpoint;
  const same = verifyLeaf(platform, header, policy);
  if (!same.ok) return same;
  if (hex(header.checkpoint) !== hex(sheet.checkpoint)) return fail({ code: "edition.proofOfTwo" });
  const batch = headerOf(header);
  if (!batch.ok) return batch;
  const { count, kind } = batch.value;
  const inBatch = sheet.index > header.index && sheet.index <= header.index + count;
  if (kind !== "sheet" || !inBatch)
    return fail({ code: "edition.proofOfOtherBatch", context: { index: sheet.index, header: header.index } });
  const read = sheetOf(sheet);
  return read === undefined
    ? fail({ code: "edition.proofOfNoSheet", context: { index: sheet.index } })
    : succeed({ checkpoint: checkpoint.value, index: sheet.index, header: batch.value, ...read });
}

function verifyLeaf(
  platform: Pick<VerifyPlatform, "sha256" | "ed25519">,
  proof: TlogProof,
  policy: CheckpointPolicy,
): Result<VerifiedCheckpoint> {
  if (proof.extra === undefined) return fail({ code: "edition.proofWithoutLeaf", context: { index: proof.index } });
  return verifyTlogProof(platform, proof, leafHash(platform.sha256, proof.extra), policy);
}

function headerOf(proof: TlogProof): Result<BatchHeader> {
  const leaf = proof.extra ?? new Uint8Array(0);
  let header: BatchHeader | null = null;
  const walk = new BatchWalk({
    batch: (read) => {
      header = read;
      return succeed(null);
    },
  });
  const bytes = joined([Uint8Array.of(leaf.length >> 8, leaf.length & 0xff), leaf]);
  const walked = walk.next({ bytes, count: 1 });
  if (!walked.ok) return fail({ ...walked.problem, context: { ...walked.problem.context, index: proof.index } });
  return header === null ? fail({ code: "edition.badProof" }) : succeed(header);
}

function sheetOf({ extra }: TlogProof): Omit<ProvedSheet, "checkpoint" | "index" | "header"> | undefined {
  const json = jsonOf(extra);
  const written: unknown = Array.isArray(json) ? json[2] : undefined;
  // How many cells the form has only the definition says: here as many as are written.
  const entry = Array.isArray(written) ? sheetEntryFromJson(json, written.length) : undefined;
  if (entry === undefined) return undefined;
  const { station, status, cells, raw, replaces } = entry;
  return {
    station,
    status,
    cells: cells.map((value, at) => cellOf(value, raw.get(at))),
    replaces: replaces < 0 ? null : replaces,
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
