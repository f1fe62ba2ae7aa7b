// `acta results` as a reader of the terminal meets it: the whole process.
import { spawnSync } from "node:child_process";
import { median } from "../measure.mjs";

export async function resultsRows({ command, data, rounds }) {
  const group = { title: "`acta results`, whole process", goal: "goal: under 500 ms" };
  const walls = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    const done = spawnSync(process.execPath, [command, "results", "--data", data], { encoding: "utf8" });
    if (done.status !== 0 || done.stdout === "")
      return { ...group, rows: [{ what: "Acta", note: "left out: the command does not run" }] };
    if (round > 0) walls.push(performance.now() - start);
  }
  const floor = Array.from({ length: rounds }, () => {
    const start = performance.now();
    spawnSync(process.execPath, ["-e", "0"]);
    return performance.now() - start;
  });
  return {
    ...group,
    rows: [
      { what: "Acta", ms: median(walls) },
      { what: "floor: Node alone", ms: median(floor) },
    ],
  };
}
