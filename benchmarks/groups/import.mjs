// Import of one official file: Acta, pandas with the same work, DuckDB with the bare reading.
import { join } from "node:path";
import { inFreshProcess, median } from "../measure.mjs";
import { agree, ratio, rowOf } from "./rows.mjs";

const IN_ONE_PROCESS = 4;

/** Rounds of three fresh processes in turn. The first import of a round leaves its folder for the other groups. */
export async function importRows({ file, definition, folder, kept, rounds, python, duckdb }) {
  const acta = [];
  const pandas = [];
  const duck = [];
  for (let round = 0; round < rounds; round++) {
    const target = round === 0 ? kept : join(folder, `import-${round}`);
    acta.push(inFreshProcess("import-acta.mjs", [definition, file, target, IN_ONE_PROCESS]));
    if (python !== undefined)
      pandas.push(inFreshProcess("import-pandas.py", [file, join(folder, `pandas-${round}`)], python));
    if (duckdb) duck.push(inFreshProcess("import-duckdb.mjs", [file, IN_ONE_PROCESS]));
  }
  for (const each of [...acta, ...pandas, ...duck]) agree(each.votes, each.sheets);
  const first = acta.map((each) => each.runs[0]);
  const again = acta.flatMap((each) => each.runs.slice(1));
  const whole = wholeTimes(acta);
  const rows = [
    rowOf("Acta, first in a new process", first, {
      note: "entries and their tree on disk, every check, totals of every area",
    }),
    rowOf("Acta, again in that process", again),
    { what: "Acta, whole process", ms: median(whole), note: "with Node, modules and the definition" },
  ];
  if (pandas.length > 0) {
    rows.push(
      rowOf("pandas, in its process", pandas, {
        ...ratio(first, pandas),
        note: "the same reading, checks and totals; totals on disk",
      }),
      {
        what: "pandas, whole process",
        ms: median(pandas.map((each) => each.wholeMs)),
        times: median(whole) / median(pandas.map((each) => each.wholeMs)),
        note: "with Python and pandas",
      },
    );
  }
  if (duck.length > 0) {
    const duckFirst = duck.map((each) => each.runs[0]);
    const duckAgain = duck.flatMap((each) => each.runs.slice(1));
    rows.push(
      rowOf("DuckDB, first in a new process", duckFirst, {
        ...ratio(first, duckFirst),
        note: "bare `read_csv` and `GROUP BY` district",
      }),
      rowOf("DuckDB, again in that process", duckAgain, ratio(again, duckAgain)),
    );
  }
  return { title: "Import of 86,488 sheets", goal: "goals: no slower than pandas, within 10× of DuckDB", rows };
}

/** A process did the work several times: all but the first are taken off. */
function wholeTimes(processes) {
  return processes.map(({ wholeMs, runs }) => runs.slice(1).reduce((rest, run) => rest - run.ms, wholeMs));
}
