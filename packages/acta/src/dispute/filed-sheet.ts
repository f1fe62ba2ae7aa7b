import type { CellRole, SheetForm } from "../election/index.js";
import { NOT_SUPPLIED } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";

/** One sheet as it was filed: what the law reads before anybody has decided anything. */
export interface FiledSheet {
  readonly form: SheetForm;
  /** Registered voters of the station on the roll (electores hábiles); null when the roll does not say. */
  readonly registeredVoters: number | null;
  /** Column values by the order of the form: counts, or the marks of room `sheet`. */
  readonly cells: readonly number[];
}

/** The sheet of a row of a table. @param registered the roll's column: -1 where it does not say. */
export function filedSheetAt(table: SheetTable, registered: Int32Array, row: number): FiledSheet {
  const onRoll = registered[row] ?? -1;
  return {
    form: table.form,
    registeredVoters: onRoll < 0 ? null : onRoll,
    cells: table.cells.map((column) => column[row] ?? NOT_SUPPLIED),
  };
}

/** The figures that conditions of the law speak of. Null: the form has no such cell, or it holds no count. */
export interface SheetFigures {
  readonly registeredVoters: number | null;
  readonly voters: number | null;
  readonly ballotsCast: number | null;
  readonly blankVotes: number | null;
  readonly nullVotes: number | null;
  /** 0 when the form has no cell for them. */
  readonly challengedVotes: number | null;
  /** Sum of the option cells; null while one of them holds no count. */
  readonly validVotes: number | null;
  /** Options, blank, null and challenged votes added up anew: the written total is evidence, not input. */
  readonly sum: number | null;
  /** The option cells in the order of the form. */
  readonly options: readonly (number | null)[];
}

/** Roles of the cells that hold votes, as they add up to the ballots of a sheet. */
const VOTE_ROLES: readonly CellRole[] = ["option", "blank", "null", "challenged"];

/** Positions of the cells with one of these roles, in the order of the form. */
export function cellsWith(form: SheetForm, roles: readonly CellRole[]): readonly number[] {
  return form.cells.flatMap(({ role }, at) => (roles.includes(role) ? [at] : []));
}

/** Positions of the cells that hold votes. */
export function voteCells(form: SheetForm): readonly number[] {
  return cellsWith(form, VOTE_ROLES);
}

/** Reads the figures of a sheet. A mark (blank, illegible, absurd, not supplied) is never read as 0. */
export function figuresOf(sheet: FiledSheet): SheetFigures {
  const { form, cells } = sheet;
  const read = (role: CellRole): number | null => {
    const at = form.cells.findIndex((cell) => cell.role === role);
    return at < 0 ? null : countAt(cells, at);
  };
  const options = cellsWith(form, ["option"]).map((at) => countAt(cells, at));
  const hasChallenged = form.cells.some(({ role }) => role === "challenged");
  return {
    registeredVoters: sheet.registeredVoters,
    voters: read("voters"),
    ballotsCast: read("ballotsCast"),
    blankVotes: read("blank"),
    nullVotes: read("null"),
    challengedVotes: hasChallenged ? read("challenged") : 0,
    validVotes: sumOf(options),
    sum: sumOf(voteCells(form).map((at) => countAt(cells, at))),
    options,
  };
}

function countAt(cells: readonly number[], at: number): number | null {
  const value = cells[at] ?? NOT_SUPPLIED;
  return value >= 0 ? value : null;
}

function sumOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
