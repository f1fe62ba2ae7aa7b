// Verifying what is published, in Node and in Chromium; how large it is; what grows with five million entries.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { inFreshProcess } from "../measure.mjs";
import { rowOf } from "./rows.mjs";

const SHEETS = 86_488;
const perSheet = (bytes) => (bytes / SHEETS).toFixed(1);
const mega = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

function publish({ command, data, folder }) {
  const to = join(folder, "published");
  const done = spawnSync(process.execPath, [command, "publish", to, "--data", data], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
  return to;
}

function nodeRows(published, rounds) {
  const { runs, recomputed, rss } = inFreshProcess("verify-acta.mjs", [published, rounds]);
  const entries = inFreshProcess("verify-entries.mjs", [published, rounds]);
  return [
    rowOf("Node, of it hashes, root, signatures, fold, all areas and places", entries.runs.first, {
      note: `first in a new process; ${entries.tallies} tallies; largest memory ${Math.round(entries.rss)} MB`,
    }),
    rowOf("the same, again", entries.runs.again),
    rowOf("Node, first in a new process", runs.first, { note: `largest memory ${Math.round(rss)} MB` }),
    rowOf("Node, again", runs.again, {
      note: `${recomputed.toLocaleString("en-US")} files made again, compared byte for byte`,
    }),
    rowOf("floor: SHA-256 of every entry once, same process", runs.floor),
  ];
}

function browserRows(published, rounds) {
  if (!existsSync(process.env["CHROMIUM"] ?? "/usr/bin/chromium"))
    return [{ what: "Chromium", note: "left out: there is none" }];
  const { runs, version, requests, sent } = inFreshProcess("verify-chromium.mjs", [published, rounds]);
  return [
    rowOf(`Chromium ${version.split(".")[0]}, from button to answer`, runs.verify, {
      note: `${requests} requests, ${mega(sent)}`,
    }),
    rowOf("floor: SHA-256 of every entry once, same page", runs.floor),
  ];
}

function sizeRows(published) {
  const { kinds, proofBytes } = inFreshProcess("published-size.mjs", [published]);
  const sum = (key) => Object.values(kinds).reduce((all, kind) => all + kind[key], 0);
  const { entries, data } = { entries: kinds["entries.gz"], data: kinds.data };
  return [
    {
      what: "published, bytes a sheet",
      note: `${perSheet(sum("bytes"))}, packed ${perSheet(sum("gzip"))}; of it entries.gz ${perSheet(entries.bytes)}, data files ${perSheet(data.bytes)}`,
    },
    { what: "one proof of inclusion", note: `${proofBytes.toLocaleString("en-US")} bytes with its checkpoint` },
  ];
}

function growthRows(sizes) {
  return sizes.map((stations) => {
    const done = inFreshProcess("growth-acta.mjs", [stations], process.execPath, ["--expose-gc"]);
    const kept = (done.fold.kept / done.sheets).toFixed(0);
    return {
      what: `${stations.toLocaleString("en-US")} made-up sheets: tree and fold`,
      ms: done.log.ms + done.fold.ms,
      cpu: done.log.cpu + done.fold.cpu,
      note: `every entry hashed once ${Math.round(done.floor.ms)} ms; fold keeps ${kept} bytes a sheet, tree ${mega(Math.max(done.log.kept, 0))} in all`,
    };
  });
}

export async function verifyRows(setup) {
  const published = publish(setup);
  return {
    title: "Verifying one published edition, all of it",
    goal: "goals: hashes, signatures, fold and all areas under 1,500 ms in Node; under 3,000 ms in Chromium; under 400 MB",
    rows: [
      ...nodeRows(published, setup.rounds),
      ...browserRows(published, setup.rounds),
      ...sizeRows(published),
      ...growthRows(setup.sizes),
    ],
  };
}
