import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { CaseRecord, CaseState } from "acta/dispute";
import type { Election } from "acta/election";
import { writeXlsx } from "hucre/xlsx";
import { cellText, writeCsv } from "../export/index.js";
import type { ExportColumn } from "../export/index.js";
import type { LanguageCode } from "../language/index.js";
import { DOCKET_COLUMNS, HEADERS } from "./docket-columns.js";
import type { DocketColumn } from "./docket-columns.js";
import { ASKS, FEES, NOTED, ROLES } from "./docket-words.js";

/** How a docket is written. */
export interface DocketWriting {
  readonly format: "csv" | "xlsx";
  readonly code: LanguageCode;
  readonly election: Election;
  /** Texts for people: the state of a case, and a time in the zone of the election. */
  readonly stateOf: (state: CaseState) => string;
  readonly localTime: (at: string) => string;
}

/** What a docket says of a petition beside its own columns; an import does not read them. */
const STANDING = {
  provenance: { es: "procedencia", en: "provenance" },
  time: { es: "en plazo", en: "in time" },
  state: { es: "estado", en: "state" },
  ruling: { es: "última resolución", en: "last ruling" },
} as const;

type Row = readonly string[];

/** Writes cases as a docket, one row a petition, with headers that an import reads again. @returns the bytes of the file. */
export async function writeDocket(cases: readonly CaseRecord[], writing: DocketWriting): Promise<Result<Uint8Array>> {
  const header = headerOf(writing);
  const rows = cases.flatMap((record) => rowsOf(record, writing));
  if (writing.format === "csv") return succeed(csvOf(header, rows));
  if (rows.length >= MOST_ROWS) return fail({ code: "docket.tooManyRows", context: { rows: rows.length } });
  const text = [header, ...rows].map((row) => row.map((cell) => (cell === "" ? null : cellText(cell))));
  const columns = header.map(() => ({ width: 20, numFmt: "@" }));
  return succeed(await writeXlsx({ sheets: [{ name: "docket", columns, rows: text, freezePane: { rows: 1 } }] }));
}

/** Rows of a worksheet (Excel specifications and limits). */
const MOST_ROWS = 1_048_576;

function headerOf({ code, election }: DocketWriting): Row {
  const own = DOCKET_COLUMNS.map((column) => HEADERS[column][code][0] ?? column);
  const made = election.provenance === "real" ? [] : [STANDING.provenance[code]];
  return [...made, ...own, STANDING.time[code], STANDING.state[code], STANDING.ruling[code]];
}

function rowsOf(record: CaseRecord, { code, election, stateOf, localTime }: DocketWriting): readonly Row[] {
  const { state, hearings, rulings } = record;
  const called = hearings.findLast(({ entry }) => entry.state === "called")?.entry.at ?? null;
  const ruling = rulings.at(-1)?.entry;
  return record.petitions.map(({ entry, review }) => {
    const { filer, asks, noted, fee, area } = entry;
    const option = election.options.find(({ id }) => id === filer.party);
    const cells: Readonly<Record<DocketColumn, string>> = {
      petition: entry.petition,
      case: entry.case,
      body: entry.body,
      role: ROLES[filer.role][code][0] ?? filer.role,
      party: option?.name[code] ?? filer.party,
      asks: ASKS[asks][code][0] ?? asks,
      ground: entry.ground,
      stations: entry.stations.join(" "),
      unlocated: entry.unlocated === 0 ? "" : String(entry.unlocated),
      area: area === null ? "" : `${area.tree}:${area.code}`,
      filed: entry.at === null ? "" : localTime(entry.at),
      noted: NOTED[noted][code][0] ?? noted,
      fee: FEES[fee][code][0] ?? fee,
      hearing: called === null ? "" : localTime(called),
    };
    const made = election.provenance === "real" ? [] : [election.provenance];
    const time = review === null ? "unknown" : review.time.kind;
    const own = DOCKET_COLUMNS.map((column) => cells[column]);
    return [...made, ...own, IN_TIME[time][code], stateOf(state), ruling?.ruling ?? ""];
  });
}

const IN_TIME = {
  inTime: { es: "sí", en: "yes" },
  late: { es: "no", en: "no" },
  unknown: { es: "no se sabe", en: "unknown" },
} as const;

function csvOf(header: Row, rows: readonly Row[]): Uint8Array {
  const columns = header.map((id, at): ExportColumn => ({
    id,
    kind: "text",
    about: { es: id, en: id },
    cell: (row) => rows[row]?.[at] ?? "",
  }));
  return Buffer.concat([...writeCsv({ columns, size: rows.length }, { excel: false })]);
}
