import type { Json } from "../basics/index.js";
import { NO_PLACE } from "../election/index.js";
import { NO_ENTRY, cellToJson, stateOf, statusOf } from "../sheet/index.js";
import { policiesOf, tallyBy } from "../tabulation/index.js";
import { childRow, listJson, provenanceOf, resultsJson, writeFile } from "./contest-draft.js";
import type { ContestDraft } from "./contest-draft.js";
import { newestJson, newestOf } from "./newest-entry.js";
import { groupPlaces } from "./place-groups.js";
import type { PlaceGroup } from "./place-groups.js";

/** Level under which places stand. */
const PLACE_LEVEL = "place";

/** Writes the file of every place. @returns for each leaf of the first tree the rows of its places. */
export function writePlaces(draft: ContestDraft): ReadonlyMap<number, readonly Json[]> {
  const { state, contest, table } = draft;
  const { groups, groupOf } = groupPlaces(state.roll, table);
  const tallies = policiesOf(state.election).map((policy) =>
    tallyBy(state.election, state.roll, table, policy, groupOf, groups.length),
  );
  const rows = new Map<number, Json[]>();
  for (const [at, group] of groups.entries()) {
    const place = state.roll.places[group.place];
    const named = { code: group.code, name: place?.name ?? "", level: PLACE_LEVEL, wholeContest: false };
    const file = writePlace(draft, group, place?.address ?? "", named.name, resultsJson(contest, tallies, at, named));
    const inLeaf = rows.get(group.leaf) ?? [];
    inLeaf.push(childRow(contest, tallies, at, named, file));
    rows.set(group.leaf, inLeaf);
  }
  return rows;
}

function writePlace(draft: ContestDraft, group: PlaceGroup, address: string, name: string, results: Json): string {
  const { state, contest, table } = draft;
  const tree = state.roll.trees[0]?.id ?? "";
  const newest = newestOf(table, group.rows);
  const columns = [
    "station",
    "status",
    "state",
    "registeredVoters",
    "entry",
    ...contest.form.cells.map(({ id }) => `cell.${id}`),
  ];
  const rows = group.rows.map((row) => stationRow(draft, row));
  const json = {
    address,
    area: { code: group.code, level: PLACE_LEVEL, name },
    contest: contest.id,
    election: state.election.id,
    mode: state.ledger.mode,
    named: group.place !== NO_PLACE,
    newest: newestJson(state.editions, newest),
    provenance: provenanceOf(state),
    results,
    schema: "acta-place/1",
    stations: listJson(draft, group.code, tree, columns, rows),
    tree,
  };
  const about = { kind: "place", election: state.election.id, contest: contest.id, area: group.code } as const;
  return writeFile(draft.sha256, draft.emit, about, json);
}

/** One station: its sheet as written, its state, and where in the ledger the entry in force stands. */
function stationRow({ state, table }: ContestDraft, row: number): Json {
  const head = table.head[row] ?? NO_ENTRY;
  const registered = state.roll.registered[row] ?? -1;
  const width = table.cells.length;
  return [
    state.roll.codes[row] ?? "",
    statusOf(table, row)?.id ?? null,
    stateOf(table, row),
    registered < 0 ? null : registered,
    head === NO_ENTRY ? null : head,
    ...table.cells.map((column, at) => cellToJson(column[row] ?? 0, table.raw.get(row * width + at))),
  ];
}
