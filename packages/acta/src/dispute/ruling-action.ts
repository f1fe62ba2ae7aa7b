import type { CellRole } from "../election/index.js";
import { cellsWith, figuresOf, voteCells } from "./filed-sheet.js";
import type { FiledSheet } from "./filed-sheet.js";
import type { RulingAction, VoteCell } from "./law.js";

const ROLE_OF: Readonly<Record<VoteCell, CellRole>> = { nullVotes: "null", blankVotes: "blank" };

/**
 * Applies one action of the law to the figures of a sheet.
 * @returns the sheet with its new figures, or null when a figure or cell that the action needs is not there.
 */
export function applyAction(action: RulingAction, sheet: FiledSheet): FiledSheet | null {
  const figures = figuresOf(sheet);
  switch (action.do) {
    case "keep":
    case "askBody":
      return sheet;
    case "setVoters":
      return withCell(sheet, "voters", figures[action.to]);
    case "addShortfall": {
      const { voters, sum } = figures;
      return voters === null || sum === null || sum > voters ? null : addTo(sheet, action.to, voters - sum);
    }
    case "moveChallenged": {
      const moved = addTo(sheet, action.to, figures.challengedVotes);
      return moved === null ? null : zeroed(moved, cellsWith(sheet.form, ["challenged"]));
    }
    case "zero": {
      const { voters } = figures;
      if (action.cells === "missingVotes")
        return zeroed(
          sheet,
          voteCells(sheet.form).filter((at) => (sheet.cells[at] ?? -1) < 0),
        );
      return voters === null
        ? null
        : zeroed(
            sheet,
            cellsWith(sheet.form, ["option"]).filter((at) => (sheet.cells[at] ?? 0) > voters),
          );
    }
    case "annul":
      return annulled(sheet, figures[action.as]);
  }
}

/** All votes of the sheet become null: as many as the law says that voted. */
function annulled(sheet: FiledSheet, nullVotes: number | null): FiledSheet | null {
  const emptied = zeroed(sheet, cellsWith(sheet.form, ["option", "preferential", "blank", "challenged"]));
  const written = withCell(emptied, "null", nullVotes);
  return written === null ? null : withCell(written, "voters", nullVotes);
}

function addTo(sheet: FiledSheet, cell: VoteCell, votes: number | null): FiledSheet | null {
  const now = figuresOf(sheet)[cell];
  return votes === null || now === null ? null : withCell(sheet, ROLE_OF[cell], now + votes);
}

function withCell(sheet: FiledSheet, role: CellRole, value: number | null): FiledSheet | null {
  const position = sheet.form.cells.findIndex((cell) => cell.role === role);
  if (value === null || position < 0) return null;
  return { ...sheet, cells: sheet.cells.map((each, at) => (at === position ? value : each)) };
}

function zeroed(sheet: FiledSheet, positions: readonly number[]): FiledSheet {
  return { ...sheet, cells: sheet.cells.map((each, at) => (positions.includes(at) ? 0 : each)) };
}
