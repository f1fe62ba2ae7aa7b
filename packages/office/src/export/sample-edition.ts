import { parseInstant } from "acta/basics";
import { RollBuilder, parseDefinition } from "acta/election";
import type { Election, Source } from "acta/election";
import { ABSURD, BLANK, ILLEGIBLE, emptyTable } from "acta/sheet";
import type { SheetTable } from "acta/sheet";
import type { OpenEdition } from "../store/index.js";

// An invented edition for the tests of this room, made in memory. It has what breaks exports: codes with leading zeros, texts that spreadsheets
// run or change, areas and places without a name, a tie, an area without votes, every state and every mark.

/** Names that survive an export only when it is done right. */
export const NASTY_NAMES: readonly string[] = [
  'I.E. "El Porvenir", aula 3',
  "línea uno\nlínea dos\r\nlínea tres",
  "espacio\u00A0duro\u2009fino",
  "🗳️ Escuela 👩🏽‍🏫",
  '=HYPERLINK("http://example.org","x")',
  "+51 1 234567",
  "-1+1",
  "@SUM(A1)",
  "\tTAB",
  "\rCR",
  "#N/A",
  "_x0041_",
  " borde ",
  "007",
  "1-2",
  "3E5",
  "<b>&amp;</b>",
  "a;b,c|d",
  "'apóstrofo",
];

const STATUSES = [
  { id: "counted", state: "counted" },
  { id: "annulled", state: "annulled", resolved: true },
  { id: "not-installed", state: "notInstalled" },
  { id: "challenged", state: "referred", flags: ["challengedVotes", "unsigned"] },
  { id: "pending", state: "pending" },
];

const SOURCE: Source = {
  id: "source",
  title: { es: "Fuente", en: "Source" },
  delivers: "full",
  licence: "CC0",
  credit: "Somebody",
  refusedLimit: { numerator: 0n, denominator: 1n },
  parts: [],
  files: [],
};

/** The definition of the sample as a document, with some keys replaced. */
export function sampleElection(changes: Readonly<Record<string, unknown>> = {}): Election {
  const parsed = parseDefinition({
    format: "acta-election/1",
    id: "sample",
    name: { es: "Elección de muestra", en: "Sample election" },
    country: "PE",
    date: "2021-06-06",
    timeZone: "America/Lima",
    authority: { name: "Authority" },
    options: [
      { id: "a", name: { es: "Partido Á", en: "Party A" }, label: "PA", candidate: "Ana Á", colour: "#C8102E" },
      { id: "b", name: "Partido B", candidate: "Beto B", colour: "#0000ff" },
    ],
    contests: [
      {
        id: "president",
        name: { es: "Presidencia", en: "President" },
        options: ["a", "b"],
        outcome: { rule: "majority", moreThan: "1/2", runoffBetween: 2 },
      },
    ],
    trees: [
      {
        id: "geographic",
        name: { es: "Geografía", en: "Geography" },
        codes: "reniec",
        root: { code: "PE", level: "country", name: { es: "Perú", en: "Peru" } },
        levels: [
          { id: "department", name: { es: "departamento", en: "department" } },
          { id: "province", name: { es: "provincia", en: "province" } },
          { id: "district", name: { es: "distrito", en: "district" } },
        ],
      },
      {
        id: "centre",
        name: "Centro",
        root: { code: "PE", level: "country", name: "Perú" },
        levels: [{ id: "centre", name: { es: "centro de cómputo", en: "computing centre" } }],
      },
    ],
    groups: [
      { id: "coast", name: { es: "Costa", en: "Coast" }, tree: "geographic", areas: ["0101", "02"] },
      { id: "north", name: { es: "Norte", en: "North" }, tree: "centre", areas: ["C1"] },
    ],
    statuses: STATUSES,
    ...changes,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return { ...parsed.value, sources: [SOURCE] };
}

/** One station of the sample: its code, district, place, registered voters, status and cells (a, b, blank, null, challenged, voters). */
export interface SampleStation {
  readonly code: string;
  readonly district: string;
  readonly place: string;
  readonly registered: number;
  readonly status: string;
  readonly cells: readonly number[];
}

/** Stations of four districts and of none: 010101 counted, 010102 tied, 010201 without votes, 020101 with every mark, `NA` unknown. */
export const SAMPLE_STATIONS: readonly SampleStation[] = [
  station("000001", "010101", "Escuela 1", 300, "counted", [100, 50, 3, 2, 0, 155]),
  station("000002", "010101", "Escuela 1", 300, "counted", [80, 90, 1, 4, 1, 176]),
  station("000003", "010101", "", 200, "annulled", [0, 0, 0, 120, 0, 120]),
  station("000004", "010102", "Escuela 2", 250, "counted", [60, 60, 0, 0, 0, 120]),
  station("000005", "010102", "Escuela 2", 250, "not-installed", [0, 0, 0, 0, 0, 0]),
  station("000006", "010201", "Escuela 3", 200, "pending", []),
  station("000007", "010201", "Escuela 3", 200, "", []),
  station("000008", "020101", "Escuela 4", -1, "challenged", [10, ABSURD, BLANK, ILLEGIBLE, 2, 40]),
  station("000009", "020101", "Escuela 4", 100, "counted", [40, 10, BLANK, 0, 0, 50]),
  station("000010", "", "", -1, "counted", [7, 8, 0, 0, 0, 15]),
];

function station(
  code: string,
  district: string,
  place: string,
  registered: number,
  status: string,
  cells: readonly number[],
): SampleStation {
  return { code, district, place, registered, status, cells };
}

/** An edition of these stations. Without cells a station keeps what an empty table has. */
export function sampleEdition(
  election: Election = sampleElection(),
  stations: readonly SampleStation[] = SAMPLE_STATIONS,
): OpenEdition {
  const roll = rollOf(election, stations);
  const byCode = new Map(stations.map((each) => [each.code, each]));
  const rows = roll.codes.map((code) => byCode.get(code));
  const tables = new Map<string, SheetTable>();
  for (const contest of election.contests) {
    const table = emptyTable(contest, election.statuses, roll.codes.length);
    rows.forEach((row, at) => {
      if (row !== undefined) fillRow(table, at, row);
    });
    tables.set(contest.id, table);
  }
  const sealedAt = parseInstant("2021-06-18T01:02:03Z");
  if (sealedAt === undefined) throw new Error("a moment");
  const edition = {
    id: "20210617T2359Z-0badcafe",
    number: 3,
    asOf: parseInstant("2021-06-17T23:59:00Z") ?? null,
    sealedAt,
    size: 123,
    dataDigest: "d".repeat(64),
    definition: "e".repeat(64),
    roll: "f".repeat(64),
    sources: ["a".repeat(64)],
    findings: {},
  };
  return { election, edition, roll, tables };
}

function rollOf(election: Election, stations: readonly SampleStation[]): OpenEdition["roll"] {
  const builder = new RollBuilder(election.trees);
  for (const { code, district, place, registered } of stations) {
    const codes = [district.slice(0, 2), district.slice(0, 4), district];
    // One district has no name, as in sources that give codes only.
    const names = codes.map((each) => (each === "010201" ? "" : `Área ${each}`));
    const area = district === "" ? builder.unknown(0) : builder.area(0, codes, names);
    const centre = builder.area(1, [district.startsWith("01") ? "C1" : "C2"], ["Centro"]);
    builder.set(builder.position(code), [area, centre], place, place === "" ? "" : "Calle 1", registered);
  }
  return builder.build();
}

function fillRow(table: SheetTable, row: number, { status, cells }: SampleStation): void {
  const at = table.statuses.findIndex((each) => each.id === status);
  if (at < 0) return;
  table.status[row] = at;
  table.head[row] = 100 + row;
  cells.forEach((value, cell) => {
    const column = table.cells[cell];
    if (column !== undefined) column[row] = value;
    if (value === ABSURD) table.raw.set(row * table.cells.length + cell, '1"O\n2');
  });
}
