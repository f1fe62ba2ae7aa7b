// The law of Peru (jurisdictions/peru/law.yaml) and the real flagged sheets of June 2021 (../shared/peru/observed-resolved-2021.json,
// ../shared/data/peru-2021) in the forms of the room `dispute`, for tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { lawDatesOf, lawInForce, parseLaw } from "acta/dispute";
import type { FiledSheet, Law, LawDates, LawInForce, MeasuredSheet } from "acta/dispute";
import { parseCivilDate } from "acta/basics";
import type { CivilDate } from "acta/basics";
import type { Contest, Flag, Roll, SheetForm, SheetState, Status } from "acta/election";
import { BLANK, NOT_SUPPLIED, emptyTable } from "acta/sheet";
import type { SheetTable } from "acta/sheet";
import { parse } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";
import { sharedPath } from "./shared-data.js";
import { root } from "./workshop.mjs";

/** The law file as a document, to be parsed or spoilt. */
export function lawDocument(): unknown {
  return parseYaml(readFileSync(join(root, "jurisdictions/peru/law.yaml"), "utf8"));
}

/** The law of Peru; throws when it has problems. */
export function peruLaw(): Law {
  const law = parseLaw(lawDocument());
  if (!law.ok) throw new Error(JSON.stringify(law.problem));
  return law.value;
}

/** A date of the calendar; throws otherwise. */
export function date(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === undefined) throw new Error(`not a date: ${text}`);
  return day;
}

/** The days that choose the law of the runoff of 2021, for an act on some day. */
export function runoffDates(act = "2021-06-10"): LawDates {
  const dates = lawDatesOf(peruLaw(), { id: "peru-2021-runoff", date: date("2021-06-06") }, date(act));
  if (!dates.ok) throw new Error(dates.problem.code);
  return dates.value;
}

/** The law in force in the runoff of 2021. */
export function runoffLaw(act?: string): LawInForce {
  return lawInForce(peruLaw(), runoffDates(act));
}

const cell = (id: string, role: SheetForm["cells"][number]["role"], option = "") => ({
  id,
  role,
  option,
  candidate: 0,
});

/** The sheet of the runoff: two options, blank, null, challenged votes, and the total of citizens who voted. */
export const runoffForm: SheetForm = {
  cells: [
    cell("pl", "option", "pl"),
    cell("fp", "option", "fp"),
    cell("blank", "blank"),
    cell("null", "null"),
    cell("challenged", "challenged"),
    cell("voters", "voters"),
  ],
};

/** A sheet of the runoff as RULES writes it: registered voters; voters; the two options, blank, null and challenged votes. */
export function runoffSheet(registeredVoters: number, voters: number, votes: readonly number[]): FiledSheet {
  return { form: runoffForm, registeredVoters, cells: [...votes, voters] };
}

const classes: Readonly<Record<string, Flag>> = {
  "impugned-votes": "challengedVotes",
  "material-error": "materialError",
  other: "other",
  unsigned: "unsigned",
  incomplete: "incomplete",
  illegible: "illegible",
  "nullity-request": "nullityRequested",
};

interface Observed {
  readonly rows: readonly (readonly [
    station: string,
    observation: string,
    registered: number,
    voters: number | null,
    ...(number | null)[],
  ])[];
}

/** The 1,354 sheets that were at the juries on 8 June 2021, with their end. */
export function observedSheets(): readonly MeasuredSheet[] {
  const observed: Observed = JSON.parse(readFileSync(sharedPath("peru", "observed-resolved-2021.json"), "utf8"));
  return observed.rows.map(([station, observation, registeredVoters, voters, ...rest]) => {
    const given = classes[observation] ?? "other";
    const count = (value: number | null | undefined): number => value ?? NOT_SUPPLIED;
    // In the class `incomplete` a printed 0 is a total that was left empty.
    const total = given === "incomplete" && voters === 0 ? BLANK : count(voters);
    const before = rest.slice(0, 5).map(count);
    const [, afterVoters, pl, fp, blank, nullVotes, annulled] = rest.slice(4);
    const after = [pl, fp, blank, nullVotes, 0, afterVoters].map(count);
    const sheet = { form: runoffForm, registeredVoters, cells: [...before, total] };
    return { station, sheet, given, after: { annulled: annulled === 1, cells: after } };
  });
}

/** Columns of a station file: station, status, registered, then the cells of the form. */
const COLUMNS = {
  "runoff-2021-06-09.csv.gz": [
    "num_mesa",
    "observacion",
    "num_electores",
    "votos_perulibre",
    "votos_fuerzapopular",
    "votos_blanco",
    "votos_nulos",
    "votos_impugnados",
    "num_votos",
  ],
  "runoff-2021-06-17.csv.gz": [
    "mesa",
    "v2_OBSERVACION",
    "v2_NNUME_HABILM",
    "v2_perulibre",
    "v2_fp",
    "v2_blanco",
    "v2_nulos",
    "v2_impugnados",
    "v2_TOT_CIUDADANOS_VOTARON",
  ],
} as const;

/** One line of a station file of the runoff. */
export interface RunoffLine {
  readonly station: string;
  /** The word of the source. */
  readonly status: string;
  readonly sheet: FiledSheet;
}

/** The sheets of an edition of the runoff. */
export function runoffLines(file: keyof typeof COLUMNS): readonly RunoffLine[] {
  const [header = "", ...records] = recordsOf(gunzipSync(readFileSync(sharedPath("data/peru-2021", file))).toString());
  const names = header.split(",");
  const positions = COLUMNS[file].map((name) => names.indexOf(name));
  return records.map((record) => {
    const fields: readonly string[] = record.includes('"') ? (parse(record)[0] ?? []) : record.split(",");
    const [station = "", status = "", registered = "", ...cells] = positions.map((at) => fields[at] ?? "");
    const counts = cells.map((value) => (value === "NA" ? NOT_SUPPLIED : Number(value)));
    if (status === "INCOMPLETA" && counts[5] === 0) counts[5] = BLANK;
    const sheet = { form: runoffForm, registeredVoters: Number(registered), cells: counts };
    return { station: station.padStart(6, "0"), status, sheet };
  });
}

/** Records of a CSV text: lines, but for the few whose quotes hold a line break. */
function recordsOf(text: string): readonly string[] {
  const records: string[] = [];
  let open = "";
  for (const line of text.split("\n")) {
    const record = open === "" ? line : `${open}\n${line}`;
    open = record.includes('"') && (record.split('"').length - 1) % 2 === 1 ? record : "";
    if (open === "" && record !== "") records.push(record);
  }
  return records;
}

const status = (word: string, state: SheetState, flags: readonly Flag[] = []): Status => ({
  id: word,
  name: { es: word, en: word },
  state,
  resolved: state === "annulled",
  flags,
  words: [[word]],
  blankWhenZero: [],
});

/** The statuses of the station files; ids are the words of the source. */
const statuses: readonly Status[] = [
  status("CONTABILIZADAS NORMALES", "counted"),
  status("ACTA ELECTORAL ANULADA", "annulled"),
  status("MESA NO INSTALADA", "notInstalled"),
  status("ACTA ELECTORAL PENDIENTE", "pending"),
  status("EN PROCESO DE DIGITACION", "pending"),
  status("ERROR MATERIAL", "referred", ["materialError"]),
  status("ACTA SIN FIRMAS", "referred", ["unsigned"]),
  status("ILEGIBILIDAD", "referred", ["illegible"]),
  status("INCOMPLETA", "referred", ["incomplete"]),
  status("OTRAS OBSERVACIONES", "referred", ["other"]),
  status("VOTOS IMPUGNADOS", "referred", ["challengedVotes"]),
  status("SOLICITUD DE NULIDAD", "referred", ["nullityRequested"]),
];

/** The sheets of an edition in a table, with their roll; areas and places are left out. */
export function runoffTable(lines: readonly RunoffLine[]): { readonly roll: Roll; readonly table: SheetTable } {
  const text = { es: "president", en: "president" };
  const contest: Contest = {
    id: "president",
    name: text,
    options: ["pl", "fp"],
    form: runoffForm,
    outcome: { kind: "none", article: "" },
    stations: null,
  };
  const table = emptyTable(contest, statuses, lines.length);
  lines.forEach((line, row) => {
    const at = statuses.findIndex(({ id }) => id === line.status);
    if (at < 0) throw new Error(`unknown status: ${line.status}`);
    table.status[row] = at;
    line.sheet.cells.forEach((value, column) => table.cells[column]?.fill(value, row, row + 1));
  });
  const roll: Roll = {
    trees: [],
    places: [],
    codes: lines.map(({ station }) => station),
    leaves: [],
    place: new Uint32Array(lines.length),
    registered: Int32Array.from(lines, ({ sheet }) => sheet.registeredVoters ?? -1),
  };
  return { roll, table };
}
