// Recount of the stored edition against DuckDB on the same sheets.
import { join } from "node:path";
import { inFreshProcess } from "../measure.mjs";
import { agree, ratio, rowOf } from "./rows.mjs";

export async function recountRows({ data, file, folder, rounds, duckdb }) {
  const peer = duckdb ? "duckdb" : "";
  const done = inFreshProcess("recount.mjs", [data, file, join(folder, "sheets.parquet"), rounds * 2, peer]);
  const { runs } = done;
  agree(done.votes);
  const rows = [
    rowOf("Acta, in memory", runs.memory, {
      note: `${done.tallies} tallies of ${done.groups.toLocaleString("en-US")} areas and places in all`,
    }),
    rowOf("Acta, opening the stored edition", runs.stored),
  ];
  if (duckdb) {
    agree(done.duckdbVotes);
    rows.push(
      rowOf("DuckDB, table in memory", runs.duckdbMemory, {
        ...ratio(runs.memory, runs.duckdbMemory),
        note: "one query, grouping sets, policies that agree summed once",
      }),
      rowOf("DuckDB, Parquet (zstd)", runs.duckdbStored, ratio(runs.stored, runs.duckdbStored)),
      rowOf("DuckDB, Parquet, only three levels and one policy", runs.duckdbLevels, {
        ...ratio(runs.storedLevels, runs.duckdbLevels),
        note: "against the same in Acta, opening included",
      }),
      rowOf("Acta, opening, only one tree and one policy", runs.storedLevels),
    );
  }
  return { title: "Recount: every area, place and policy", goal: "goal: faster than DuckDB", rows };
}
