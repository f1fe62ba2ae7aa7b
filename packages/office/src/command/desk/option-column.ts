import type { Election } from "acta/election";
import { columnOf } from "../institution/seat-votes-file.js";

/** The column of an option in a table that people write: by its id, label, name, candidate or an alias; -1 without one. */
export function optionColumn(header: readonly string[], election: Election, id: string): number {
  const option = election.options.find((each) => each.id === id);
  const words = [
    id,
    ...(option === undefined
      ? []
      : [option.label.es, option.label.en, option.name.es, option.name.en, option.candidate, ...option.aliases]),
  ];
  return columnOf(
    header,
    words.filter((word) => word !== "").map((word) => word.toLowerCase()),
  );
}
