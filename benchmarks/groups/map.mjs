// The map of all districts in Chromium: from an event to the next frame, and to the first sight of the whole map.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { inFreshProcess } from "../measure.mjs";

const MARKS = 100;
const OUTLINES = ["departments.topo.json", "provinces.topo.json", "districts.topo.json", "ubigeo_distrito.csv"];

const kinds = [
  ["pointer", "pointing at an area, to the next frame"],
  ["key", "arrow key to the next area, to the next frame"],
  ["view", "from circles to shares and back, to the next frame"],
  ["floor", "floor: a frame without any event"],
];

function run(command, args) {
  const done = spawnSync(process.execPath, [command, ...args], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
}

/** Times sorted: the middle one, and what one of twenty takes longer than. */
function timesOf(runs) {
  const times = runs.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return { middle: times[times.length >> 1], late: times[Math.floor(times.length * 0.95)] };
}

export async function mapRows({ command, data, folder, file }) {
  const title = "The map of all districts, in Chromium";
  if (!existsSync(process.env["CHROMIUM"] ?? "/usr/bin/chromium"))
    return { title, goal: "", rows: [{ what: "Chromium", note: "left out: there is none" }] };
  const geography = OUTLINES.map((name) => join(file, "../../geo-peru", name));
  run(command, ["geography", ...geography, "--data", data]);
  const to = join(folder, "mapped");
  run(command, ["publish", to, "--data", data]);
  const { runs, version, areas, requests, sent, shown } = inFreshProcess("map-chromium.mjs", [to, MARKS]);
  const rows = ["", "4x slower "].flatMap((slower) =>
    kinds.map(([kind, what]) => {
      const { middle, late } = timesOf(runs[`${slower}${kind}`]);
      return {
        what: `${what}${slower === "" ? "" : ", processor 4x slower"}`,
        ms: middle,
        note: `one of twenty over ${late.toFixed(0)} ms`,
      };
    }),
  );
  const whole = {
    what: "the page from its address to the whole map",
    ms: shown,
    note: `${requests} requests, ${(sent / 1000).toFixed(0)} kB unpacked`,
  };
  return {
    title: `${title}: ${areas.toLocaleString("en-US")} areas, Chromium ${version.split(".")[0]}`,
    goal: "goal: an event is seen within 50 ms",
    rows: [...rows, whole],
  };
}
