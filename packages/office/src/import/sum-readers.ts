import type { Contest, SheetFrom } from "acta/election";
import { isPart } from "acta/tabulation";
import type { Row } from "../files/index.js";
import { cellReader } from "./cell-text.js";
import type { SheetContext } from "./sheet-context.js";

/** Makes the check of the sums that the source prints. They are evidence, never input. */
export function sumReaders(
  from: SheetFrom,
  context: SheetContext,
  contest: Contest,
): (row: Row, position: number, values: Int32Array) => void {
  const read = cellReader(context.part.values);
  const ballots = contest.form.cells.map((cell) => isPart(cell.role));
  const valid = contest.form.cells.map((cell) => cell.role === "option");
  const checks = from.sums.map((sum) => ({
    column: context.header.get(sum.column) ?? 0,
    parts: sum.sum === "ballotsCast" ? ballots : valid,
  }));
  return (row, position, values) => {
    for (const check of checks) {
      const printed = read(row, check.column);
      if (printed < 0) continue;
      let sum = 0;
      for (let at = 0; at < values.length; at++) if (check.parts[at] === true) sum += Math.max(values[at] ?? 0, 0);
      if (sum !== printed) context.sums.add(context.draft.codes[position] ?? "");
    }
  };
}
