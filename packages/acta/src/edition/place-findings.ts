import { canonicalJson } from "../basics/index.js";
import { checkTable } from "../sheet/index.js";
import type { Finding } from "../sheet/index.js";
import { pieceOf } from "./contest-draft.js";
import type { ContestDraft } from "./contest-draft.js";
import { writeList } from "./file-list.js";
import type { PlaceGroup } from "./place-groups.js";
import { listOf } from "./place-history.js";
import { writeText, writeTexts } from "./result-writer.js";

/** What does not add up, by row of the table: the same as `acta check` tells of the sheets of an edition. */
export type FindingsByRow = ReadonlyMap<number, readonly Finding[]>;

/** Checks all sheets of a contest once, for all its places. */
export function findingsByRow({ state, contest, table }: ContestDraft): FindingsByRow {
  const found = new Map<number, Finding[]>();
  for (const finding of checkTable(state.election, contest, state.roll, table).findings)
    for (const row of finding.rows) {
      const known = found.get(row);
      if (known === undefined) found.set(row, [finding]);
      else known.push(finding);
    }
  return found;
}

const COLUMNS = ["station", "code", "severity", "cells", "values"];

/** Writes the findings of a place: the cells by id with a blank between them, the values of the message as JSON. */
export function writeFindings(draft: ContestDraft, group: PlaceGroup, findings: FindingsByRow): void {
  const { contest, state, out } = draft;
  const rows = group.rows.flatMap((row) => (findings.get(row) ?? []).map((finding) => ({ row, finding })));
  if (rows.length === 0) return out.text("null");
  const columns = pieceOf((piece) => writeTexts(piece, "", COLUMNS));
  writeList(draft, {
    ...listOf(draft, group),
    columns,
    rows,
    writeRow: (to, { row, finding }) => {
      writeText(to, "[", state.roll.codes[row] ?? "");
      writeText(to, ",", finding.code);
      writeText(to, ",", finding.severity);
      writeText(to, ",", finding.cells.map((at) => contest.form.cells[at]?.id ?? "").join(" "));
      writeText(to, ",", canonicalJson({ ...finding.values }));
      to.text("]");
    },
  });
}
