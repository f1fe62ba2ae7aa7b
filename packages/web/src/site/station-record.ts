import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { dataPath } from "acta/edition";
import { CELL } from "./cell-text.js";
import { findStationCalled } from "./find-place.js";
import type { PageContext } from "./page-kind.js";
import { outlookForm } from "./published-forms.js";
import type { ListRows } from "./published-data.js";
import type { ListCell, OutlookFile, PlaceFile, StationStanding } from "./published-forms.js";

/** Who recorded a version, when, from what and why. */
export interface StationBatch {
  /** Ledger position of its header. */
  readonly batch: number;
  readonly kind: string;
  readonly actor: string;
  readonly basis: string;
  readonly source: string;
  readonly sourceName: string;
  readonly asOf: string | null;
  readonly recordedAt: string;
  readonly reason: string;
  /** Number of the first edition that holds it; null for none yet. */
  readonly edition: number | null;
}

/** One version of the sheet: what is written on it, and how it came. */
export interface StationVersion {
  readonly entry: number;
  readonly batch: StationBatch | null;
  readonly status: string;
  readonly state: string;
  readonly cells: ReadonlyMap<string, ListCell>;
  /** What the version before wrote in the cells that changed. */
  readonly changed: ReadonlyMap<string, ListCell>;
}

/** What does not add up on the sheet in force. */
export interface StationFinding {
  readonly code: string;
  readonly severity: string;
  readonly cells: readonly string[];
  readonly values: Readonly<Record<string, string | number>>;
}

/** What an act did to the sheet. */
export interface StationEvent {
  readonly entry: number;
  readonly kind: string;
  readonly by: string;
  readonly at: string | null;
  readonly body: string;
  readonly number: string;
  readonly state: string | null;
  readonly effect: string | null;
  readonly how: string | null;
  readonly rule: string;
  readonly article: string;
}

/** Where an image of the sheet stands, and its hash as recorded. */
export interface StationImage {
  readonly copy: string;
  readonly url: string;
  readonly sha256: string;
}

/** A station of the same place, this one too. */
export interface PlaceStation {
  readonly code: string;
  readonly state: string;
  readonly registeredVoters: number | null;
  readonly cells: ReadonlyMap<string, ListCell>;
}

/** All that the published files say of a station in an edition. */
export interface StationRecord {
  readonly code: string;
  readonly place: PlaceFile;
  readonly registeredVoters: number | null;
  readonly state: string;
  /** The oldest first, the one in force last; empty while no sheet has come. */
  readonly versions: readonly StationVersion[];
  readonly findings: readonly StationFinding[];
  readonly events: readonly StationEvent[];
  readonly images: readonly StationImage[];
  readonly standing: StationStanding | null;
  /** What the law still allows; null without a law set in the record. */
  readonly outlook: OutlookFile | null;
  readonly neighbours: readonly PlaceStation[];
}

/** Reads a station by its code. Problems: `site.noStation` for one that the edition does not know, `site.noStationCode` where the address names none. */
export async function readStation(context: PageContext): Promise<Result<StationRecord>> {
  const text = (context.query["code"] ?? "").trim().slice(0, 40);
  if (text === "") return fail({ code: "site.noStationCode" });
  const found = await findStationCalled(context, text);
  if (!found.ok) return found;
  if (found.value === null) return fail({ code: "site.noStation", context: { code: text } });
  const { code, place } = found.value;
  const lists = await listsOf(context, place);
  if (!lists.ok) return lists;
  const { stations, versions, batches, findings, events, images } = lists.value;
  const at = stations.rows.findIndex((row) => textAt(stations, row, "station") === code);
  const row = stations.rows[at] ?? [];
  const { legal } = place.sheets;
  const standing = legal.standings[legal.each[at] ?? -1] ?? null;
  const outlook = await outlookOf(context, standing);
  if (!outlook.ok) return outlook;
  const ofIt = (list: ListRows): readonly (readonly ListCell[])[] =>
    list.rows.filter((each) => textAt(list, each, "station") === code);
  return succeed({
    code,
    place,
    registeredVoters: countAt(stations, row, "registeredVoters"),
    state: textAt(stations, row, "state"),
    versions: versionsOf(stations, row, versions, ofIt(versions), batches),
    findings: ofIt(findings).map((each) => findingOf(findings, each)),
    events: ofIt(events).map((each) => eventOf(events, each)),
    images: ofIt(images).map((each) => imageOf(images, each)),
    standing,
    outlook: outlook.value,
    neighbours: stations.rows.map((each) => neighbourOf(stations, each)),
  });
}

type Lists = Readonly<Record<"stations" | "versions" | "batches" | "findings" | "events" | "images", ListRows>>;

async function listsOf({ data }: PageContext, { sheets, stations }: PlaceFile): Promise<Result<Lists>> {
  const none = { columns: [], rows: [] };
  const [own, versions, batches, findings, events, images] = await Promise.all(
    [stations, sheets.versions, sheets.batches, sheets.findings, sheets.events, sheets.images].map((list) =>
      data.rows(list ?? none),
    ),
  );
  for (const list of [own, versions, batches, findings, events, images]) if (list?.ok === false) return list;
  const rowsOf = (list: typeof own): ListRows => (list?.ok === true ? list.value : none);
  return succeed({
    stations: rowsOf(own),
    versions: rowsOf(versions),
    batches: rowsOf(batches),
    findings: rowsOf(findings),
    events: rowsOf(events),
    images: rowsOf(images),
  });
}

async function outlookOf({ data }: PageContext, standing: StationStanding | null): Promise<Result<OutlookFile | null>> {
  if (standing === null || standing.outlook === null) return succeed(null);
  return await data.json(dataPath(standing.outlook), outlookForm);
}

function cellAt({ columns }: ListRows, row: readonly ListCell[], name: string): ListCell {
  return row[columns.indexOf(name)] ?? null;
}

function textAt(list: ListRows, row: readonly ListCell[], name: string): string {
  return String(cellAt(list, row, name) ?? "");
}

function textOrNull(list: ListRows, row: readonly ListCell[], name: string): string | null {
  const value = cellAt(list, row, name);
  return typeof value === "string" ? value : null;
}

function countAt(list: ListRows, row: readonly ListCell[], name: string): number | null {
  const value = cellAt(list, row, name);
  return typeof value === "number" ? value : null;
}

function cellsOf(list: ListRows, row: readonly ListCell[]): ReadonlyMap<string, ListCell> {
  return new Map(
    list.columns.flatMap((name, at) => (name.startsWith(CELL) ? [[name.slice(CELL.length), row[at] ?? null]] : [])),
  );
}

function versionsOf(
  stations: ListRows,
  station: readonly ListCell[],
  list: ListRows,
  rows: readonly (readonly ListCell[])[],
  batches: ListRows,
): readonly StationVersion[] {
  const head = countAt(stations, station, "entry");
  if (head === null) return [];
  // A sheet of one version stands among the stations only.
  const from = rows.length === 0 ? { list: stations, rows: [station] } : { list, rows };
  let before: ReadonlyMap<string, ListCell> | null = null;
  return from.rows.map((row) => {
    const cells = cellsOf(from.list, row);
    const earlier = before;
    before = cells;
    const changed = [...cells].flatMap(([id, value]): readonly [string, ListCell][] => {
      const old = earlier?.get(id) ?? null;
      return earlier === null || old === value ? [] : [[id, old]];
    });
    const entry = countAt(from.list, row, "entry") ?? 0;
    return {
      entry,
      batch: batchOf(batches, entry),
      status: textAt(from.list, row, "status"),
      state: textAt(from.list, row, "state"),
      cells,
      changed: new Map(changed),
    };
  });
}

/** The batch of an entry is the last one that began before it: that of every version of the place is listed. */
function batchOf(list: ListRows, entry: number): StationBatch | null {
  const row = list.rows.findLast((each) => (countAt(list, each, "batch") ?? Infinity) <= entry);
  if (row === undefined) return null;
  return {
    batch: countAt(list, row, "batch") ?? 0,
    kind: textAt(list, row, "kind"),
    actor: textAt(list, row, "actor"),
    basis: textAt(list, row, "basis"),
    source: textAt(list, row, "source"),
    sourceName: textAt(list, row, "sourceName"),
    asOf: textOrNull(list, row, "asOf"),
    recordedAt: textAt(list, row, "recordedAt"),
    reason: textAt(list, row, "reason"),
    edition: countAt(list, row, "edition"),
  };
}

function findingOf(list: ListRows, row: readonly ListCell[]): StationFinding {
  return {
    code: textAt(list, row, "code"),
    severity: textAt(list, row, "severity"),
    cells: textAt(list, row, "cells").split(" "),
    values: valuesIn(textAt(list, row, "values")),
  };
}

/** The values of a finding's message; of what is no such text nothing is shown. */
function valuesIn(text: string): StationFinding["values"] {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== "object" || json === null) return {};
    return Object.fromEntries(
      Object.entries(json).flatMap(([key, value]: [string, unknown]) =>
        typeof value === "string" || typeof value === "number" ? [[key, value]] : [],
      ),
    );
  } catch {
    return {};
  }
}

function eventOf(list: ListRows, row: readonly ListCell[]): StationEvent {
  return {
    entry: countAt(list, row, "entry") ?? 0,
    kind: textAt(list, row, "kind"),
    by: textAt(list, row, "by"),
    at: textOrNull(list, row, "at"),
    body: textAt(list, row, "body"),
    number: textAt(list, row, "number"),
    state: textOrNull(list, row, "state"),
    effect: textOrNull(list, row, "effect"),
    how: textOrNull(list, row, "how"),
    rule: textAt(list, row, "rule"),
    article: textAt(list, row, "article"),
  };
}

function imageOf(list: ListRows, row: readonly ListCell[]): StationImage {
  return { copy: textAt(list, row, "copy"), url: textAt(list, row, "url"), sha256: textAt(list, row, "sha256") };
}

function neighbourOf(list: ListRows, row: readonly ListCell[]): PlaceStation {
  return {
    code: textAt(list, row, "station"),
    state: textAt(list, row, "state"),
    registeredVoters: countAt(list, row, "registeredVoters"),
    cells: cellsOf(list, row),
  };
}
