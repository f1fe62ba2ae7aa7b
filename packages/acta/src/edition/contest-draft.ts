import { ByteWriter, hex } from "../basics/index.js";
import type { Sha256 } from "../basics/index.js";
import type { Contest, Election, Policy } from "../election/index.js";
import type { SheetTable } from "../sheet/index.js";
import { policiesOf, resultOf } from "../tabulation/index.js";
import type { AreaResult, NamedArea, Tally } from "../tabulation/index.js";
import { dataPath } from "./edition-state.js";
import type { DataFile, DataSubject, EditionState } from "./edition-state.js";
import { writeNumber, writeResult, writeText, writeTexts } from "./result-writer.js";

/** Takes every file as soon as it is made; the same file may come several times. Its bytes hold only until it returns. */
export type Emit = (file: DataFile) => void;

/** One contest of an edition while its files are made. */
export interface ContestDraft {
  readonly state: EditionState;
  readonly contest: Contest;
  readonly table: SheetTable;
  readonly sha256: Sha256;
  readonly emit: Emit;
  /** The file that is being written. */
  readonly out: ByteWriter;
  /** A page of its list, meanwhile. */
  readonly page: ByteWriter;
  /** Contest, election and mode: the keys that follow each other in every file. */
  readonly head: Uint8Array;
  /** What stands in each row of a list of children, as a JSON array. */
  readonly childColumns: Uint8Array;
}

/** Hands over what a buffer holds, which is canonical JSON (result-writer.ts), as a file. @returns its hash. */
export function emitFile({ sha256, emit }: ContestDraft, about: DataSubject, out: ByteWriter): string {
  const bytes = out.view();
  const hash = hex(sha256(bytes));
  emit({ path: dataPath(hash), sha256: hash, bytes, about });
  out.truncate(0);
  return hash;
}

/** Policy of the figures that stand beside the name of a child. */
export const HEADLINE_POLICY = "counted";

/** The policy of headline figures, as an election defines it. */
export function headlinePolicy(election: Election): Policy {
  const policies = policiesOf(election);
  const policy = policies.find(({ id }) => id === HEADLINE_POLICY) ?? policies[0];
  if (policy === undefined) throw new Error("an election has policies");
  return policy;
}

/** A result and the policies under which it holds. */
export interface SharedResult {
  readonly result: AreaResult;
  readonly policies: readonly string[];
}

/** Results of one group under every policy; policies with the same figures share one. */
export function sharedResults(
  contest: Contest,
  tallies: readonly Tally[],
  group: number,
  named: NamedArea,
): readonly SharedResult[] {
  const distinct: { readonly tally: Tally; readonly policies: string[] }[] = [];
  for (const tally of tallies) {
    const same = distinct.find((each) => sameFigures(each.tally, tally, group));
    if (same === undefined) distinct.push({ tally, policies: [tally.policy] });
    else same.policies.push(tally.policy);
  }
  return distinct.map(({ tally, policies }) => ({ result: resultOf(contest, tally, group, named), policies }));
}

/** True when two policies give a group the same figures: all others do not depend on the policy. */
function sameFigures(a: Tally, b: Tally, group: number): boolean {
  if (a.missingCells[group] !== b.missingCells[group]) return false;
  if (a.registeredIncluded[group] !== b.registeredIncluded[group]) return false;
  for (let at = 0; at < a.cells.length; at++) if (a.cells[at]?.[group] !== b.cells[at]?.[group]) return false;
  return true;
}

/** Writes the results behind their key. */
export function writeResults(out: ByteWriter, key: string, results: readonly SharedResult[]): void {
  out.text(key);
  out.text("[");
  for (const [at, { result, policies }] of results.entries()) {
    if (at > 0) out.text(",");
    writeResult(out, result, policies);
  }
  out.text("]");
}

/** Writes the areas that one lies in, from the root down: code, level, name. */
export function writeWithin(out: ByteWriter, within: readonly NamedArea[]): void {
  out.text(',"within":[');
  for (const [at, { code, level, name }] of within.entries()) {
    writeText(out, at === 0 ? "[" : ",[", code);
    writeText(out, ",", level);
    writeText(out, ",", name);
    out.text("]");
  }
  out.text("]");
}

/** What stands in each row of a list of children, in this order. */
function childColumns(contest: Contest): readonly string[] {
  const votes = contest.options.map((option) => `votes.${option}`);
  return ["code", "name", "file", "stations", "counted", "registeredVoters", "ballotsCast", "validVotes", ...votes];
}

/** A child as it stands in the list of its parent: its file and its headline figures. */
export interface ChildRow {
  readonly named: NamedArea;
  readonly file: string;
  readonly results: readonly SharedResult[];
}

/** Writes the row of a child. */
export function writeChild(out: ByteWriter, { named, file, results }: ChildRow): void {
  const headline = results.find(({ policies }) => policies.includes(HEADLINE_POLICY)) ?? results[0];
  if (headline === undefined) throw new Error("an election has policies");
  const { stations, registeredVoters, ballotsCast, validVotes, options } = headline.result;
  writeText(out, "[", named.code);
  writeText(out, ",", named.name);
  writeText(out, ",", file);
  for (const sum of [stations.total, stations.counted, registeredVoters, ballotsCast, validVotes])
    writeNumber(out, ",", sum);
  for (const { votes } of options) writeNumber(out, ",", votes);
  out.text("]");
}

/** Begins the files of a contest. */
export function draftOf(
  state: EditionState,
  contest: Contest,
  table: SheetTable,
  sha256: Sha256,
  emit: Emit,
): ContestDraft {
  const head = pieceOf((out) => {
    writeText(out, ',"contest":', contest.id);
    writeText(out, ',"election":', state.election.id);
    writeText(out, ',"mode":', state.ledger.mode);
  });
  const columns = pieceOf((out) => writeTexts(out, "", childColumns(contest)));
  const [out, page] = [new ByteWriter(), new ByteWriter()];
  return { state, contest, table, sha256, emit, out, page, head, childColumns: columns };
}

/** What is the same in thousands of files, written once. */
export function pieceOf(write: (out: ByteWriter) => void): Uint8Array {
  const out = new ByteWriter();
  write(out);
  return out.view().slice();
}

/** A synthetic election and a drill are marked for ever, on everything that is made from them (RECORD.md 12). */
export function provenanceOf({ ledger, election }: EditionState): string {
  return ledger.drill && election.provenance === "real" ? "drill" : election.provenance;
}
