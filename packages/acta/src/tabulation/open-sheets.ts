import type { SheetForm } from "../election/index.js";
import { stateOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import type { Gate } from "./gate.js";
import { isPart } from "./tally-rows.js";

/** Rows whose sheet is not in the authority's count: sent to a tribunal, or not come yet. */
export interface OpenRows {
  readonly flagged: readonly number[];
  /** Pending, or not collected by our source. */
  readonly pending: readonly number[];
}

/** The least and the most that sheets can add to the slack of a condition; null where a station's roll is not known. */
export interface OpenRange {
  readonly least: number;
  readonly most: number;
}

/** What open sheets of one kind can do to a condition. */
export interface OpenWorking {
  readonly stations: number;
  readonly registeredVoters: number;
  /** Stations whose registered voters are not known: then nothing bounds them. */
  readonly rollUnknown: number;
  /** Each adds anything from 0 to its registered voters to either side. */
  readonly arithmetic: OpenRange | null;
  /** Each flagged sheet is counted as filed or annulled; a pending one is still bounded by its registered voters only. */
  readonly asFiledOrAnnulled: OpenRange | null;
  /** Of those with a sheet, how many lack a figure that the condition needs: they stand at plus or minus their registered voters. */
  readonly lacking: number;
}

/** What is read of open sheets: the figures that a policy takes, a column for each cell, and the registered voters of each row. */
export interface OpenSheets {
  readonly form: SheetForm;
  readonly figures: readonly Int32Array[];
  readonly registered: Int32Array;
}

/** Finds the open sheets. `scope` marks the rows that are looked at; null for all of the contest. */
export function openRows(table: SheetTable, scope: Uint8Array | null): OpenRows {
  const flagged: number[] = [];
  const pending: number[] = [];
  for (let row = 0; row < table.size; row++) {
    if (scope !== null && scope[row] !== 1) continue;
    const state = stateOf(table, row);
    if (state === "referred") flagged.push(row);
    else if (state === "pending" || state === "notCollected") pending.push(row);
  }
  return { flagged, pending };
}

/** Works out what open sheets can do to a condition; flagged ones are `filed`: they have figures that may be counted. */
export function openWorking(
  gate: Gate,
  sheets: OpenSheets,
  rows: readonly number[],
  kind: "filed" | "missing",
): OpenWorking {
  const reader = kind === "filed" ? filedReader(gate, sheets) : null;
  const sums = { least: 0, most: 0, filedLeast: 0, filedMost: 0 };
  let [registeredVoters, rollUnknown, lacking, unbounded] = [0, 0, 0, 0];
  for (const row of rows) {
    const registered = sheets.registered[row] ?? -1;
    if (registered < 0) rollUnknown++;
    else registeredVoters += registered;
    const any = anything(gate, Math.max(registered, 0));
    sums.least += any.least;
    sums.most += any.most;
    const filedRange = reader === null ? null : reader(row, Math.max(registered, 0));
    if (reader !== null && filedRange === null) lacking++;
    if (filedRange === null && registered < 0) unbounded++;
    sums.filedLeast += (filedRange ?? any).least;
    sums.filedMost += (filedRange ?? any).most;
  }
  return {
    stations: rows.length,
    registeredVoters,
    rollUnknown,
    arithmetic: rollUnknown > 0 ? null : { least: sums.least, most: sums.most },
    asFiledOrAnnulled: unbounded > 0 ? null : { least: sums.filedLeast, most: sums.filedMost },
    lacking,
  };
}

/** What a sheet of so many registered voters can add to a condition when nothing else is known of it. */
function anything(gate: Gate, registered: number): OpenRange {
  if (gate.kind === "ahead") return { least: -registered, most: registered };
  const { numerator, denominator } = gate.share;
  const range =
    gate.base === "registeredVoters"
      ? { least: 0, most: denominator * registered }
      : { least: -numerator * registered, most: (denominator - numerator) * registered };
  return gate.passes ? range : { least: 0 - range.most, most: 0 - range.least };
}

type FiledReader = (row: number, registered: number) => OpenRange | null;

/** Reads what a flagged sheet adds when it is counted as filed, or annulled (nothing); null when a figure is missing. */
function filedReader(gate: Gate, sheets: OpenSheets): FiledReader {
  const columnOf = (option: string): Int32Array =>
    sheets.figures[sheets.form.cells.findIndex((cell) => cell.role === "option" && cell.option === option)] ??
    new Int32Array(0);
  if (gate.kind === "ahead") {
    const [own, rival] = [columnOf(gate.option), columnOf(gate.rival)];
    return (row) => {
      const [a, b] = [own[row] ?? -1, rival[row] ?? -1];
      return a < 0 || b < 0 ? null : withNothing(a - b);
    };
  }
  return shareReader(gate, sheets, columnOf(gate.option));
}

function shareReader(gate: Extract<Gate, { kind: "share" }>, sheets: OpenSheets, own: Int32Array): FiledReader {
  const { numerator, denominator } = gate.share;
  const inBase = sheets.figures.filter((_, at) => {
    const role = sheets.form.cells[at]?.role ?? "";
    return gate.base === "validVotes" ? role === "option" : gate.base === "ballotsCast" && isPart(role);
  });
  return (row, registered) => {
    const votes = own[row] ?? -1;
    let base = 0;
    for (const column of inBase) {
      const value = column[row] ?? -1;
      if (value < 0) return null;
      base += value;
    }
    if (votes < 0) return null;
    const filed = withNothing(denominator * votes - numerator * base);
    // Annulled, a sheet may still add its ballots to the ballots cast: at most its registered voters.
    const least = gate.base === "ballotsCast" ? Math.min(filed.least, -numerator * registered) : filed.least;
    return gate.passes ? { least, most: filed.most } : { least: 0 - filed.most, most: 0 - least };
  };
}

function withNothing(amount: number): OpenRange {
  return { least: Math.min(amount, 0), most: Math.max(amount, 0) };
}
