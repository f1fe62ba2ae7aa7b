import { canonicalJson, hex, succeed, utf8 } from "../basics/index.js";
import type { Json, Result } from "../basics/index.js";
import { stationAt } from "../election/index.js";
import type { Roll } from "../election/index.js";
import { SheetHistory, changeBetween } from "../record/index.js";
import type { Act, Blobs, CellChange, ElectionState, LedgerState, Leaves, SheetVersion } from "../record/index.js";
import type { Cell, SheetTable } from "../sheet/index.js";
import type { CourseDesk } from "./course-file.js";
import { dataPath } from "./edition-state.js";
import { pageRows } from "./pages.js";
import { groupPlaces } from "./place-groups.js";

type Erratum = Extract<Act, { readonly kind: "erratum" }>;

/**
 * Writes what was corrected after it had been published: every erratum that stands, the editions that hold the entry which was wrong and not its
 * correction, and for each sheet what changed and in which areas it lies. So whoever reads an old address can be told. Long lists stand in pages.
 * @returns the hash of the file, null while there is no erratum; problems of reading entries.
 */
export function writeCorrections(
  desk: CourseDesk,
  leaves: Leaves,
  blobs: Blobs,
  state: LedgerState,
): Result<string | null> {
  const corrections: Json[] = [];
  for (const act of standing(state.acts)) {
    for (const own of state.elections.values()) {
      if (act.header.election !== "" && act.header.election !== own.election.id) continue;
      const sheets = sheetsJson(act, own, leaves, blobs);
      if (!sheets.ok) return sheets;
      corrections.push(correctionJson(act, own, sheets.value));
    }
  }
  if (corrections.length === 0) return succeed(null);
  const head = { provenance: desk.provenance, mode: state.ledger?.mode ?? "reported" };
  return succeed(emitList(desk, head, corrections));
}

/** Errata in their order, without those that a later one replaces. */
function standing(acts: readonly Act[]): readonly Erratum[] {
  const errata = acts.flatMap((act) => (act.kind === "erratum" ? [act] : []));
  const replaced = new Set(errata.map(({ entry }) => entry.replaces));
  return errata.filter(({ index }) => !replaced.has(index));
}

function correctionJson({ entry, header, index }: Erratum, { election, editions }: ElectionState, sheets: Json): Json {
  // An edition of size n holds the entries before n: those hold what was wrong, and not yet the erratum.
  const wrong = editions.filter(({ size }) => entry.of < size && size <= index);
  return {
    entry: index,
    of: entry.of,
    election: election.id,
    contest: header.scope,
    at: entry.at,
    recordedAt: header.recordedAt,
    by: { role: header.actor.role, name: header.actor.name },
    text: entry.text,
    editions: wrong.map(({ number }) => number),
    correctedIn: editions.find(({ size }) => size > index)?.number ?? null,
    sheets,
  };
}

function sheetsJson(act: Erratum, own: ElectionState, leaves: Leaves, blobs: Blobs): Result<Json> {
  const contest = act.header.scope;
  const table = own.tables.get(contest);
  const sheets: Json[] = [];
  for (const [station] of act.entry.effects) {
    if (typeof station !== "string") continue;
    const history = new SheetHistory(blobs, { election: own.election.id, contest, station });
    const walked = history.apply(leaves);
    if (!walked.ok) return walked;
    const versions = history.versions();
    const at = versions.findIndex(({ index }) => index === act.index);
    const within = table === undefined ? [] : codesOf(own.roll, table, station);
    sheets.push({ station, within, ...changeJson(versions[at - 1], versions[at]) });
  }
  return succeed(sheets);
}

function changeJson(was: SheetVersion | undefined, now: SheetVersion | undefined): { readonly [key: string]: Json } {
  if (was === undefined || now === undefined) return { status: null, cells: [] };
  const { status, cells } = changeBetween(was, now);
  return { status: status === null ? null : { ...status }, cells: cells.map(cellChangeJson) };
}

function cellChangeJson({ cell, from, to }: CellChange): Json {
  return [cell, cellJson(from), cellJson(to)];
}

/** A cell as place files write it: its count, or its mark; null where the form has no such cell. */
function cellJson(cell: Cell | null): Json {
  if (cell === null) return null;
  switch (cell.kind) {
    case "count":
      return cell.value;
    case "blank":
      return "";
    case "illegible":
      return "?";
    case "notSupplied":
      return "-";
    case "absurd":
      return `!${cell.raw}`;
  }
}

/** Codes of the areas of the first tree in which a station lies, from the root down, and of its polling place. */
function codesOf(roll: Roll, table: SheetTable, station: string): readonly string[] {
  const row = stationAt(roll, station);
  const areas = roll.trees[0]?.areas ?? [];
  const codes: string[] = [];
  if (row < 0) return codes;
  for (let up = roll.leaves[0]?.[row] ?? -1; up >= 0; up = areas[up]?.parent ?? -1)
    codes.unshift(areas[up]?.code ?? "");
  const { groups, groupOf } = groupPlaces(roll, table);
  const place = groups[groupOf[row] ?? -1];
  return place === undefined ? codes : [...codes, place.code];
}

function emitList(desk: CourseDesk, head: { readonly [key: string]: Json }, corrections: readonly Json[]): string {
  const pages = pageRows(corrections.map((each) => utf8(canonicalJson(each)).length + 1));
  if (pages === null) return emitJson(desk, { ...head, schema: "acta-corrections/1", corrections });
  let first = 0;
  const files = pages.map((count) => {
    const part = corrections.slice(first, first + count);
    first += count;
    return emitJson(desk, { ...head, schema: "acta-corrections/1", corrections: part });
  });
  return emitJson(desk, { ...head, schema: "acta-corrections/1", pages: files });
}

function emitJson({ sha256, emit }: CourseDesk, json: Json): string {
  const bytes = utf8(canonicalJson(json));
  const hash = hex(sha256(bytes));
  emit({
    path: dataPath(hash),
    sha256: hash,
    bytes,
    about: { kind: "corrections", election: "", contest: "", area: "" },
  });
  return hash;
}
