// Tallying sheets in memory, from one country's to five million made-up ones, each size in a process of its own.
import { inFreshProcess } from "../measure.mjs";
import { rowOf } from "./rows.mjs";

export async function tabulationRows({ data, sizes }) {
  const { runs } = inFreshProcess("tabulation.mjs", ["stored", data, 15]);
  const rows = [rowOf("86,488 real sheets, four levels", runs, { note: "goal: under 30 ms" })];
  for (const stations of sizes) {
    const done = inFreshProcess("tabulation.mjs", ["made-up", stations, 7]);
    const row = rowOf(`${stations.toLocaleString("en-US")} made-up sheets, two levels`, done.runs);
    const perSheet = Math.round((row.ms * 1e6) / stations);
    rows.push({
      ...row,
      note: `${perSheet} ns and ${done.bytesPerSheet} bytes a sheet; at most ${Math.round(done.rss)} MB`,
    });
  }
  return {
    title: "Tabulation in memory, one policy",
    goal: "goals: linear, under 2 GB, at most 120 bytes a sheet",
    rows,
  };
}
