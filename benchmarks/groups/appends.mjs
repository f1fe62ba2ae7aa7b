// Durable appends: one entry, and 256 at a time, beside the bare write and fdatasync of the same bytes in the same run.
import { join } from "node:path";
import { mkdirSync } from "node:fs";
import { postgresPrograms, startPostgres } from "../../scripts/postgres-server.mjs";
import { inFreshProcess, median } from "../measure.mjs";
import { ratio, rowOf } from "./rows.mjs";

const SIZES = [
  { entries: 256, appends: 40 },
  { entries: 1, appends: 200 },
];

export async function appendRows({ folder, rounds }) {
  const server = postgresPrograms() === "" ? null : await startPostgres();
  try {
    const rows = SIZES.flatMap(({ entries, appends }) => {
      const place = join(folder, `appends-${entries}`);
      mkdirSync(place);
      server?.createDatabase(`appends${entries}`);
      const address = server?.address(`appends${entries}`) ?? "";
      const { runs, bytes } = inFreshProcess("appends.mjs", [place, address, entries, appends, rounds]);
      return rowsOf(entries, runs, bytes);
    });
    return {
      title: "Durable appends",
      goal: "goals, in groups of 256: 20,000 entries/s embedded, 10,000 on PostgreSQL",
      rows,
    };
  } finally {
    await server?.stop();
  }
}

function rowsOf(entries, runs, bytes) {
  const of = entries === 1 ? "one entry" : `${entries} entries`;
  const speed = (way) =>
    `${Math.round((1000 * entries) / median(runs[way].map((run) => run.ms))).toLocaleString("en-US")} entries/s`;
  const rows = [
    rowOf(`${of}, embedded`, runs.embedded, { note: `${speed("embedded")}, with tree, signature and checkpoint` }),
  ];
  if (runs.postgres !== undefined)
    rows.push(
      rowOf(`${of}, PostgreSQL and a copy`, runs.postgres, {
        note: `${speed("postgres")}, unix socket, synchronous_commit on`,
      }),
    );
  rows.push(
    rowOf(`${of}, bare write and fdatasync`, runs.bare, {
      ...ratio(runs.embedded, runs.bare),
      note: `${bytes.toLocaleString("en-US")} bytes`,
    }),
  );
  return rows;
}
