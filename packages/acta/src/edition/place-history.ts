import type { ByteWriter } from "../basics/index.js";
import { pieceOf } from "./contest-draft.js";
import type { ContestDraft } from "./contest-draft.js";
import type { ChainedVersion } from "../record/index.js";
import { NO_ENTRY, cellToJson } from "../sheet/index.js";
import { writeList } from "./file-list.js";
import type { PlaceGroup } from "./place-groups.js";
import { writeNumber, writeText, writeTexts } from "./result-writer.js";

/** Bytes of rows of a list beside the stations that stand in the file of their place: what is longer is paged, so that the file stays small. */
const MOST_BESIDE = 2_500;

/** The stations of a place whose sheet was superseded, with all versions, the oldest first. */
export type PlaceVersions = ReadonlyMap<number, readonly ChainedVersion[]>;

/** Reads the versions of the sheets of a place that have more than one; most have one, and those are not read. */
export function versionsIn({ state, table }: ContestDraft, { rows }: PlaceGroup): PlaceVersions {
  const found = new Map<number, readonly ChainedVersion[]>();
  for (const row of rows) {
    const head = table.head[row] ?? NO_ENTRY;
    if (head === NO_ENTRY || !state.chains.isChained(head)) continue;
    const versions = state.chains.versionsOf(state.roll.codes[row] ?? "", head);
    // Replay has just followed the same chain.
    if (!versions.ok) throw new Error(`${versions.problem.code} at ${head}`);
    found.set(row, versions.value);
  }
  return found;
}

/** Writes every version of the sheets that have more than one: cells by the form of today, null where an older form had no such cell. */
export function writeVersions(draft: ContestDraft, group: PlaceGroup, versions: PlaceVersions): void {
  const { contest, state, out } = draft;
  const rows = [...versions].flatMap(([row, all]) => all.map((version) => ({ row, version })));
  if (rows.length === 0) return out.text("null");
  const cells = contest.form.cells.map(({ id }) => `cell.${id}`);
  const columns = pieceOf((piece) => writeTexts(piece, "", ["station", "entry", "batch", "status", "state", ...cells]));
  const writeRow = (to: ByteWriter, { row, version }: (typeof rows)[number]): void => {
    const { form, raw, status } = version;
    writeText(to, "[", state.roll.codes[row] ?? "");
    writeNumber(to, ",", version.index);
    writeNumber(to, ",", version.batch);
    writeText(to, ",", status.id);
    writeText(to, ",", status.state);
    for (const { id } of contest.form.cells) {
      const at = form.findIndex((each) => each.id === id);
      to.text(`,${at < 0 ? "null" : JSON.stringify(cellToJson(version.cells[at] ?? 0, raw.get(at)))}`);
    }
    to.text("]");
  };
  writeList(draft, { ...listOf(draft, group), columns, rows, writeRow });
}

/** What all lists beside the stations of a place have in common. */
export function listOf(
  { state }: ContestDraft,
  { code }: PlaceGroup,
): { readonly area: string; readonly tree: string; readonly policy: null; readonly most: number } {
  return { area: code, tree: state.roll.trees[0]?.id ?? "", policy: null, most: MOST_BESIDE };
}

const BATCH_COLUMNS = [
  "batch",
  "kind",
  "role",
  "actor",
  "signer",
  "basis",
  "source",
  "sourceName",
  "asOf",
  "recordedAt",
  "reason",
  "edition",
];

/** Writes the batches in which the versions of a place's sheets came: who, when, from what and why, and the first edition that holds them. */
export function writeBatches(draft: ContestDraft, group: PlaceGroup, versions: PlaceVersions): void {
  const { state, table, out } = draft;
  const indexes = new Set<number>();
  for (const row of group.rows) {
    const head = table.head[row] ?? NO_ENTRY;
    for (const version of versions.get(row) ?? []) indexes.add(version.batch);
    const batch = head === NO_ENTRY ? undefined : state.chains.batchOf(head);
    if (batch !== undefined) indexes.add(batch.index);
  }
  const rows = [...indexes].toSorted((a, b) => a - b);
  if (rows.length === 0) return out.text("null");
  const columns = pieceOf((piece) => writeTexts(piece, "", BATCH_COLUMNS));
  writeList(draft, {
    ...listOf(draft, group),
    columns,
    rows,
    writeRow: (to, index) => writeBatch(to, draft, index),
  });
}

function writeBatch(to: ByteWriter, { state }: ContestDraft, index: number): void {
  const header = state.chains.batchOf(index)?.header;
  if (header === undefined) return;
  const { kind, actor, signer, basis, source, asOf, recordedAt, reason } = header;
  const name = state.files.find(({ sha256 }) => sha256 === source)?.name ?? "";
  writeNumber(to, "[", index);
  for (const text of [kind, actor.role, actor.name, signer, basis, source, name, asOf, recordedAt, reason])
    writeText(to, ",", text);
  writeNumber(to, ",", editionWith(state.editions, index));
  to.text("]");
}

/** Number of the first edition that holds an entry; null while none does. */
function editionWith(editions: ContestDraft["state"]["editions"], entry: number): number | null {
  const holding = editions.filter(({ size }) => size > entry).toSorted((a, b) => a.size - b.size);
  return holding[0]?.number ?? null;
}
