// docs/json.md shows the documents that the commands print with --json. Every example in it is made again here and compared;
// ACTA_WRITE_DOCS=1 writes what differs into the page.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acta, dropFolder, newFolder } from "./acta-desk.js";
import { importSample, sampleCsv } from "../packages/office/src/import/sample-import.js";
import { root } from "./workshop.mjs";

const page = join(root, "docs", "json.md");
const EXAMPLE = /```sh\n\$ acta ([^\n]+)\n```\n\n```json\n([\s\S]*?)\n```/g;

let folder = "";
beforeAll(async () => {
  folder = newFolder();
  cpSync(join(root, "examples", "norland"), join(folder, "norland"), { recursive: true });
  // The second edition of the examples: the flagged sheet was resolved and its missing figure is there.
  const votes = readFileSync(join(folder, "norland", "votos.csv"), "latin1");
  writeFileSync(
    join(folder, "norland", "votos-final.csv"),
    votes.replaceAll("OBSERVADA", "COMPUTADA").replace("s/d", "39"),
    "latin1",
  );
  // A projection needs more stations than the country of the examples has.
  const open = sampleCsv(150, 40).replaceAll(/^(0001[0-4].*?),C,.*$/gm, "$1,P,-,-,-,-");
  const made = await importSample(folder, join(folder, "made-up-data"), open, "2026-02-01T20:00Z");
  expect(made.ok).toBe(true);
});
afterAll(() => dropFolder(folder));

test("every example of docs/json.md is what the command prints", async () => {
  const text = readFileSync(page, "utf8");
  const examples = [...text.matchAll(EXAMPLE)];
  expect(examples.length).toBeGreaterThan(6);
  let written = text;
  for (const [whole, command = "", shown = ""] of examples) {
    const ran = await acta(folder, ...command.split(" "));
    expect(ran.err, command).toBe("");
    const printed = ran.out.trimEnd().replaceAll(`${folder}/`, "");
    if (process.env["ACTA_WRITE_DOCS"] === "1")
      written = written.replace(whole, () => whole.replace(shown, () => printed));
    else expect(JSON.parse(printed), command).toEqual(JSON.parse(shown));
  }
  if (written !== text) writeFileSync(page, written);
}, 60_000);
