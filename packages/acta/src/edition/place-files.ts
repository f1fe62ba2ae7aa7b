import type { ByteWriter } from "../basics/index.js";
import { NO_PLACE } from "../election/index.js";
import { NO_ENTRY, cellToJson, stateOf, statusOf } from "../sheet/index.js";
import { policiesOf, tallyBy } from "../tabulation/index.js";
import { pathTo } from "./area-files.js";
import { emitFile, pieceOf, provenanceOf, sharedResults, writeResults, writeWithin } from "./contest-draft.js";
import type { ChildRow, ContestDraft, SharedResult } from "./contest-draft.js";
import { writeList } from "./file-list.js";
import { newestOf, writeNewest } from "./newest-entry.js";
import { findingsByRow, writeFindings } from "./place-findings.js";
import { groupPlaces } from "./place-groups.js";
import type { PlaceGroup } from "./place-groups.js";
import { versionsIn, writeBatches, writeVersions } from "./place-history.js";
import { imagesByStation, writeImages } from "./place-images.js";
import { standingsIn, writeEvents, writeStandings } from "./place-legal.js";
import type { LegalDraft } from "./place-legal.js";
import { writeNumber, writeText, writeTexts } from "./result-writer.js";

/** Level under which places stand. */
const PLACE_LEVEL = "place";

/** Writes the file of every place. @returns for each leaf of the first tree the rows of its places. */
export function writePlaces(draft: ContestDraft, legal: LegalDraft): ReadonlyMap<number, readonly ChildRow[]> {
  const { state, contest, table } = draft;
  const { groups, groupOf } = groupPlaces(state.roll, table);
  const tallies = policiesOf(state.election).map((policy) =>
    tallyBy(state.election, state.roll, table, policy, groupOf, groups.length),
  );
  const columns = placeColumns(draft);
  const writeRow = (out: ByteWriter, row: number): void => writeStation(out, draft, row);
  const writeSheets = sheetsWriter(draft, legal);
  const rows = new Map<number, ChildRow[]>();
  for (const [at, group] of groups.entries()) {
    const name = state.roll.places[group.place]?.name ?? "";
    const named = { code: group.code, name, level: PLACE_LEVEL, wholeContest: false };
    const results = sharedResults(contest, tallies, at, named);
    const file = writePlace(draft, group, results, { columns, writeRow, writeSheets });
    const inLeaf = rows.get(group.leaf) ?? [];
    inLeaf.push({ named, file, results });
    rows.set(group.leaf, inLeaf);
  }
  return rows;
}

/** What stands in each row of a place file, in this order. */
function placeColumns({ contest }: ContestDraft): Uint8Array {
  const cells = contest.form.cells.map(({ id }) => `cell.${id}`);
  return pieceOf((out) => writeTexts(out, "", ["station", "status", "state", "registeredVoters", "entry", ...cells]));
}

function writePlace(
  draft: ContestDraft,
  group: PlaceGroup,
  results: readonly SharedResult[],
  list: {
    readonly columns: Uint8Array;
    readonly writeRow: (out: ByteWriter, row: number) => void;
    readonly writeSheets: (group: PlaceGroup) => void;
  },
): string {
  const { state, contest, table, out } = draft;
  const place = state.roll.places[group.place];
  const tree = state.roll.trees[0]?.id ?? "";
  writeText(out, '{"address":', place?.address ?? "");
  writeText(out, ',"area":{"code":', group.code);
  writeText(out, ',"level":', PLACE_LEVEL);
  writeText(out, ',"name":', place?.name ?? "");
  out.text("}");
  out.bytes(draft.head);
  out.text(group.place === NO_PLACE ? ',"named":false' : ',"named":true');
  writeNewest(out, state.editions, newestOf(table, group.rows));
  writeText(out, ',"provenance":', provenanceOf(state));
  writeResults(out, ',"results":', results);
  out.text(',"schema":"acta-place/1","sheets":');
  list.writeSheets(group);
  out.text(',"stations":');
  const { columns, writeRow } = list;
  writeList(draft, { area: group.code, tree, rows: group.rows, policy: null, columns, writeRow });
  writeText(out, ',"tree":', tree);
  const [first] = state.roll.trees;
  writeWithin(out, first === undefined ? [] : pathTo(draft, first, group.leaf));
  out.text("}");
  return emitFile(draft, { kind: "place", election: state.election.id, contest: contest.id, area: group.code }, out);
}

/**
 * Writes what is known of the sheets of a place beside their figures: in which batches they came, every version of those that have several, what
 * does not add up, where the law stands with them, and where their images are.
 */
function sheetsWriter(draft: ContestDraft, legal: LegalDraft): (group: PlaceGroup) => void {
  const { out } = draft;
  const findings = findingsByRow(draft);
  const images = imagesByStation(draft);
  return (group) => {
    const versions = versionsIn(draft, group);
    const standings = standingsIn(draft, legal, group, versions);
    out.text('{"batches":');
    writeBatches(draft, group, versions);
    out.text(',"events":');
    writeEvents(draft, group, standings);
    out.text(',"findings":');
    writeFindings(draft, group, findings);
    out.text(',"images":');
    writeImages(draft, group, images);
    out.text(',"legal":');
    writeStandings(draft, standings);
    out.text(',"versions":');
    writeVersions(draft, group, versions);
    out.text("}");
  };
}

/** One station: its sheet as written, its state, and where in the ledger the entry in force stands. */
function writeStation(out: ByteWriter, { state, table }: ContestDraft, row: number): void {
  const head = table.head[row] ?? NO_ENTRY;
  const registered = state.roll.registered[row] ?? -1;
  writeText(out, "[", state.roll.codes[row] ?? "");
  writeText(out, ",", statusOf(table, row)?.id ?? null);
  writeText(out, ",", stateOf(table, row));
  writeNumber(out, ",", registered < 0 ? null : registered);
  writeNumber(out, ",", head === NO_ENTRY ? null : head);
  for (let at = 0; at < table.cells.length; at++) {
    const value = table.cells[at]?.[row] ?? 0;
    if (value >= 0) writeNumber(out, ",", value);
    else out.text(`,${JSON.stringify(cellToJson(value, table.raw.get(row * table.cells.length + at)))}`);
  }
  out.text("]");
}
