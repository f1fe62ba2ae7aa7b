// Tables by area of the real runoff as it stood at each of the five district snapshots, and of the first round, in the form that
// `acta project --totals` reads: node scripts/peru-area-tables.mjs FOLDER. Made of the files in ../shared: the snapshots, the national
// bulletin of the same moment and the first round; nothing later.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { root } from "./workshop.mjs";

/**
 * A snapshot, the moment of the national bulletin that goes with it, and how much of all sheets is counted, in percent.
 * @typedef {{ name: string, bulletin: string, counted: number }} Snapshot
 */

/** The five snapshots. @type {readonly Snapshot[]} */
export const SNAPSHOTS = [
  { name: "20210607T2021Z", bulletin: "2021-06-07T20:21:00Z", counted: 93.66 },
  { name: "20210607T2318Z", bulletin: "2021-06-07T23:18:00Z", counted: 94.29 },
  { name: "20210608T0054Z", bulletin: "2021-06-08T00:54:00Z", counted: 94.52 },
  { name: "20210608T0118Z-torn", bulletin: "2021-06-08T00:54:00Z", counted: 94.52 },
  // The snapshot was taken at 13:48; its figures at home are those of 12:52, when the last national bulletin before it came.
  { name: "20210608T1348Z", bulletin: "2021-06-08T12:52:00Z", counted: 95.43 },
];

/** Registered voters of the whole country: public since before the first round. */
const REGISTERED = 25_287_954;
const STATIONS = 86_488;
/** Columns of ONPE's summary, by what they are flagged for. */
const FLAGS = {
  materialError: "ERROR_MAT",
  illegible: "ILEGIBLE",
  incomplete: "INCOMPLETA",
  unsigned: "SIN_FIRMA",
  noData: "SIN_DATOS",
  challengedVotes: "IMPUGNADA",
  nullityRequested: "SOL_NULIDAD",
  lost: "EXTRAVIADA",
  destroyed: "SINIESTRADA",
  other: "OTRAS_OBS",
};
const FIRST = "PARTIDO POLITICO NACIONAL PERU LIBRE";
const SECOND = "FUERZA POPULAR";

/** @typedef {Readonly<Record<string, string>>} Cells */

/**
 * @param {string[]} read
 * @param {readonly string[]} path
 * @returns {readonly Cells[]}
 */
function cellsOf(read, ...path) {
  read.push(path.join("/"));
  const bytes = readFileSync(join(root, "..", "shared", "data", "peru-2021", ...path));
  const text = path.at(-1)?.endsWith(".gz") === true ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8");
  return parse(text, { columns: true });
}

/** @param {Cells | undefined} row @param {string} column */
function figure(row, column) {
  return Number((row?.[column] ?? "").replaceAll(",", "") || "0");
}

/** @param {readonly (readonly (string | number)[])[]} rows */
function csv(rows) {
  /** @param {string | number} value */
  const cell = (value) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return `${rows.map((row) => row.map(cell).join(",")).join("\n")}\n`;
}

/** A table, and the files that it was made of. @typedef {{ text: string, read: readonly string[] }} AreaTable */

/**
 * Districts at home as the snapshot has them; abroad is what the national bulletin has more.
 * @param {Snapshot} snapshot
 * @returns {AreaTable}
 */
export function snapshotTable({ name, bulletin }) {
  /** @type {string[]} */
  const read = [];
  /** @param {string} folder @param {string} file */
  const official = (folder, file) => cellsOf(read, "official", folder, file);
  /** @param {Cells} row */
  const placeOf = (row) => `${row["departamento"]}/${row["provincia"]}/${row["distrito"]}`;
  /** @type {Map<string, number>} */
  const votes = new Map();
  for (const row of official("runoff-districts", `distrito-resultados-${name}.csv.gz`))
    votes.set(`${placeOf(row)}/${row["AGRUPACION"]}`, figure(row, "TOTAL_VOTOS"));
  const registered = registeredOf(official("first-round-districts", "presidencial-datos-generales.csv"));
  const columns = ["CONTABILIZA", "TOTAL_JEE", "ELECTORES_HABIL", ...Object.values(FLAGS)];
  const sums = columns.map(() => 0);
  const home = { votes: [0, 0], sheets: 0, registered: 0 };
  const rows = official("runoff-districts", `distrito-resumen-${name}.csv.gz`).map((row) => {
    const code = row["CCODI_UBIGEO"] ?? "";
    const own = [FIRST, SECOND].map((party) => votes.get(`${placeOf(row)}/${party}`) ?? 0);
    const values = columns.map((column) => figure(row, column));
    values.forEach((value, at) => (sums[at] = (sums[at] ?? 0) + value));
    own.forEach((value, at) => (home.votes[at] = (home.votes[at] ?? 0) + value));
    const sheets = figure(row, "MESAS_HABILES");
    // The two rounds differ by a few voters in some districts.
    const all = Math.max(registered.get(code) ?? 0, values[2] ?? 0);
    home.sheets += sheets;
    home.registered += all;
    const [counted = 0, referred = 0, voters = 0, ...flags] = values;
    return [code.slice(0, 2), code.slice(0, 4), code, ...own, sheets, counted, referred, all, voters, ...flags];
  });
  const summary = official("runoff-national-series", "votacion-general-resumen.csv");
  const results = official("runoff-national-series", "votacion-general-resultados.csv");
  const whole = summary.find(({ updated }) => updated === bulletin);
  const all = [FIRST, SECOND].map((party) =>
    figure(
      results.find((row) => row["updated"] === bulletin && row["AGRUPACION"] === party),
      "TOTAL_VOTOS",
    ),
  );
  const [counted = 0, referred = 0, voters = 0, ...flags] = columns.map(
    (column, at) => figure(whole, column) - (sums[at] ?? 0),
  );
  const abroad = [
    "group:abroad",
    "",
    "",
    ...all.map((value, at) => value - (home.votes[at] ?? 0)),
    STATIONS - home.sheets,
    counted,
    referred,
    REGISTERED - home.registered,
    voters,
    ...flags,
  ];
  const header = ["department", "province", "district", "perulibre", "fp", "sheets", "counted", "referred"];
  const more = ["registered", "registeredCounted", ...Object.keys(FLAGS).map((flag) => `referred.${flag}`)];
  return { text: csv([[...header, ...more], ...rows, abroad]), read };
}

/** @param {readonly Cells[]} rows */
function registeredOf(rows) {
  return new Map(rows.map((row) => [row["ubigeo"] ?? "", figure(row, "ELECTORES_HABIL")]));
}

const KINDS = new Map([
  ["VOTOS EN BLANCO", "blank"],
  ["VOTOS NULOS", "null"],
]);
/** Columns of the first round's sheets, and the words by which the official table's lists are known. */
const LISTS = {
  ap: "ACCION POPULAR",
  app: "ALIANZA PARA",
  avpais: "AVANZA",
  dd: "DEMOCRACIA D",
  fa: "EL FRENTE",
  jpp: "JUNTOS",
  sp: "SOMOS",
  morado: "MORADO",
  pnp: "NACIONALISTA",
  ppc: "POPULAR CRIST",
  pps: "PATRIA SEG",
  pp: "PODEMOS",
  runa: "RENACIM",
  rp: "RENOVACION",
  upp: "UNION POR",
  vn: "VICTORIA",
  fp: SECOND,
  perulibre: FIRST,
};

/**
 * The first round: official tables of the districts at home; abroad the sheets that were collected, together.
 * @returns {AreaTable}
 */
export function firstRoundTable() {
  /** @type {string[]} */
  const read = [];
  /** @param {string} file */
  const official = (file) => cellsOf(read, "official", "first-round-districts", file);
  const registered = registeredOf(official("presidencial-datos-generales.csv"));
  /** @type {Map<string, Map<string, number>>} */
  const votes = new Map();
  for (const row of official("presidencial-resultados-partidos.from-rds.csv.gz")) {
    const code = row["ubigeo"] ?? "";
    const own = votes.get(code) ?? new Map();
    const list = Object.entries(LISTS).find(([, words]) => (row["partido"] ?? "").includes(words))?.[0] ?? "";
    votes.set(code, own.set(list, figure(row, "total_votos")));
  }
  for (const row of official("presidencial-datos-votos.csv")) {
    const kind = KINDS.get(row["metrica"] ?? "");
    if (kind !== undefined) votes.get(row["ubigeo"] ?? "")?.set(kind, figure(row, "cantidad"));
  }
  const columns = [...Object.keys(LISTS), "blank", "null"];
  const rows = [...votes].map(([code, own]) => [
    code.slice(0, 2),
    code.slice(0, 4),
    code,
    ...columns.map((column) => own.get(column) ?? 0),
    registered.get(code) ?? 0,
  ]);
  const sheets = cellsOf(read, "first-round-2021-06-17.csv.gz").filter(
    (row) => row["v1_CCODI_UBIGEO"]?.startsWith("9") === true && row["v1_OBSERVACION"]?.startsWith("CONTAB") === true,
  );
  const source = [...Object.keys(LISTS).map((list) => `v1_${list}`), "v1_blanco", "v1_nulos", "v1_NNUME_HABILM"];
  const sums = source.map((column) => sheets.reduce((sum, row) => sum + figure(row, column), 0));
  return {
    text: csv([
      ["department", "province", "district", ...columns, "registered"],
      ...rows,
      ["group:abroad", "", "", ...sums],
    ]),
    read,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? "peru-area-tables";
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "first-round.csv"), firstRoundTable().text);
  for (const snapshot of SNAPSHOTS) writeFileSync(join(folder, `${snapshot.name}.csv`), snapshotTable(snapshot).text);
  console.log(`${folder}: ${SNAPSHOTS.map(({ name }) => `${name}.csv`).join(", ")}, first-round.csv`);
}
