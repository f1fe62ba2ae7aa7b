import type { FormCell, LocalText } from "acta/election";
import type { ExportColumn } from "./export-column.js";
import type { Selection } from "./export-request.js";
import { say } from "./wording.js";

/** The name of an option for the description of a column. */
export function optionName({ open }: Selection, id: string): LocalText {
  return open.election.options.find((option) => option.id === id)?.name ?? { es: id, en: id };
}

/** The column of a cell that has none of its own in a result: preferential votes, and totals that are only written. */
export function otherCell(selection: Selection, cell: FormCell): Pick<ExportColumn, "id" | "about"> | null {
  switch (cell.role) {
    case "preferential": {
      const option = optionName(selection, cell.option);
      const about = say("export.column.preferential", { option, candidate: cell.candidate });
      return { id: `preferential.${cell.option}.${cell.candidate}`, about };
    }
    case "ballotsCast":
      return { id: "ballotsCastReported", about: say("export.column.ballotsCastReported") };
    case "unusedBallots":
      return { id: "unusedBallots", about: say("export.column.unusedBallots") };
    default:
      return null;
  }
}
