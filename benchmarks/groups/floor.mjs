// What no import can avoid, and how large things are.
import { inFreshProcess } from "../measure.mjs";
import { rowOf } from "./rows.mjs";

const mega = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

export async function floorRows({ data, file, rounds }) {
  const done = inFreshProcess("floor.mjs", [data, file, rounds]);
  const perSheet = (done.entryBytes / 86_488).toFixed(1);
  return {
    title: "Floor",
    rows: [
      rowOf("SHA-256 of every entry once", done.runs.hash, {
        note: `${done.entries.toLocaleString("en-US")} entries, ${perSheet} bytes a sheet`,
      }),
      rowOf("unpacking and decoding the file", done.runs.unpack, { note: `file ${mega(done.file)}` }),
      {
        what: "on disk",
        note: `entries ${mega(done.ledger)}, files kept ${mega(done.blobs)}, derived ${mega(done.derived)}`,
      },
    ],
  };
}
