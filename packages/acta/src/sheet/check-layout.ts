import type { CellRole, SheetForm } from "../election/index.js";

/** The preferential cells of one list, and the cell with the votes of the list. */
export interface PreferentialList {
  readonly list: number;
  readonly candidates: readonly number[];
}

/** Positions of the cells of a form by their role; -1 where the form has no such cell. */
export interface SheetLayout {
  readonly form: SheetForm;
  readonly options: readonly number[];
  readonly voters: number;
  readonly ballotsCast: number;
  readonly unusedBallots: number;
  readonly blank: number;
  readonly null: number;
  readonly challenged: number;
  /** All cells whose sum is the votes of the sheet: options, blank, null, challenged (RULES R2.5). */
  readonly votes: readonly number[];
  readonly preferential: readonly PreferentialList[];
}

/** Finds the cells of a form by role. */
export function layoutOf(form: SheetForm): SheetLayout {
  const first = (role: CellRole): number => form.cells.findIndex((cell) => cell.role === role);
  const all = (...roles: readonly CellRole[]): number[] =>
    form.cells.flatMap((cell, at) => (roles.includes(cell.role) ? [at] : []));
  const options = all("option");
  return {
    form,
    options,
    voters: first("voters"),
    ballotsCast: first("ballotsCast"),
    unusedBallots: first("unusedBallots"),
    blank: first("blank"),
    null: first("null"),
    challenged: first("challenged"),
    votes: all("option", "blank", "null", "challenged"),
    preferential: preferentialLists(form, options),
  };
}

function preferentialLists(form: SheetForm, options: readonly number[]): PreferentialList[] {
  const byOption = new Map<string, number[]>();
  form.cells.forEach((cell, at) => {
    if (cell.role !== "preferential") return;
    const cells = byOption.get(cell.option);
    if (cells === undefined) byOption.set(cell.option, [at]);
    else cells.push(at);
  });
  return [...byOption].map(([option, candidates]) => ({
    list: options.find((at) => form.cells[at]?.option === option) ?? -1,
    candidates,
  }));
}
