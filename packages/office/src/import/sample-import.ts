import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseInstant } from "acta/basics";
import type { Instant, Problem, Result } from "acta/basics";
import { openToWrite } from "../store/index.js";
import { importFiles } from "./import-files.js";
import type { ImportReport } from "./import-report.js";
import { loadDefinition } from "./load-definition.js";
import { matchFiles } from "./match-files.js";

// A made-up election small enough to be read in one look, for tests of the import, the store and the command.

/** Its definition; the lines given stand in the place of `refusedLimit`. */
export function sampleDefinition(limit = "refusedLimit: 0/1", id = "sample"): string {
  return `format: acta-election/1
id: ${id}
name: Sample
date: 2026-02-01
timeZone: UTC
provenance: synthetic
authority: { name: Authority }
options:
  - { id: a, name: Ana }
  - { id: b, name: Beto }
contests:
  - { id: president, name: President, options: [a, b], cells: [blank, "null"], outcome: { rule: plurality } }
trees:
  - id: geographic
    name: Geographic
    root: { code: X, level: country, name: X }
    levels: [{ id: district, name: District }]
groups:
  - { id: north, name: North, tree: geographic, areas: [N] }
statuses:
  - { id: counted, state: counted, words: [[C]] }
  - { id: referred, state: referred, words: [[R]] }
  - { id: pending, state: pending, words: [[P]] }
sources:
  - id: tables
    title: Tables
    delivers: full
    ${limit}
    parts:
      - id: sheets
        values: { missing: { "-": notSupplied } }
        station: station
        roll: { registered: registered, trees: { geographic: { district: { code: district } } } }
        sheets:
          - { contest: president, cells: { a: ana, b: beto, blank: blank, "null": void }, status: [status] }
`;
}

/** Header of its file. */
export const SAMPLE_HEADER = "station,district,registered,status,ana,beto,blank,void";

/** A file of stations 000001 to `count`; every one has its own figures, which grow by `more`. */
export function sampleCsv(count: number, more = 0): string {
  const rows = Array.from({ length: count }, (_, at) =>
    [String(at + 1).padStart(6, "0"), at % 3 === 0 ? "S" : "N", 300, "C", at + more, 2 * at, at % 5, 1].join(","),
  );
  return `${[SAMPLE_HEADER, ...rows].join("\n")}\n`;
}

function momentAt(text: string): Instant {
  const moment = parseInstant(text);
  if (moment === undefined) throw new Error(`not a moment: ${text}`);
  return moment;
}

/** Writes a definition and a file into a folder and imports them into a data folder. */
export async function importSample(
  work: string,
  data: string,
  csv: string,
  asOf: string | null,
  definition = sampleDefinition(),
): Promise<Result<ImportReport, Problem>> {
  const file = join(work, "sheets.csv");
  writeFileSync(join(work, "election.yaml"), definition);
  writeFileSync(file, csv);
  const loaded = loadDefinition(join(work, "election.yaml"));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  const matching = await matchFiles(loaded.value.election, [file]);
  if (!matching.ok) return matching;
  const folder = await openToWrite(data);
  if (!folder.ok) return folder;
  try {
    return await importFiles({
      folder: folder.value,
      definition: loaded.value,
      matching: matching.value,
      asOf: asOf === null ? null : momentAt(asOf),
      now: () => momentAt("2026-02-02T00:00Z"),
      progress: () => undefined,
    });
  } finally {
    folder.value.close();
  }
}
