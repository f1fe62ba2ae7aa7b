// A made-up election, imported twice and published, in memory: for tests that change it.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parsePointer, verifyFolder } from "acta/edition";
import { expect } from "vitest";
import { sampleCsv, sampleDefinition } from "../packages/office/src/import/sample-import.js";
import { platform } from "../packages/office/src/verify/platform.js";
import { readerOf } from "../packages/office/src/verify/sample-tampering.js";
import type { Folder, Tampered } from "../packages/office/src/verify/sample-tampering.js";
import { acta } from "./acta-desk.js";

/** A published folder and how many entries it has. */
export interface PublishedSample {
  readonly folder: Folder;
  readonly entries: number;
}

/** Makes a data folder of two editions of 100 stations below `root` and publishes it to `root`/out, raw sources too. */
export async function publishSample(root: string): Promise<void> {
  writeFileSync(join(root, "election.yaml"), sampleDefinition());
  for (const more of [0, 1]) {
    writeFileSync(join(root, "sheets.csv"), sampleCsv(100, more));
    const moment = `2026-02-0${more + 1}T20:00Z`;
    await acta(root, "import", "election.yaml", "--source", "sheets.csv", "--data", "data", "--as-of", moment);
  }
  expect((await acta(root, "publish", "out", "--data", "data", "--with-sources")).err).toBe("");
}

/** The same in memory. */
export async function samplePublished(): Promise<PublishedSample> {
  const root = mkdtempSync(join(tmpdir(), "acta-tamper-"));
  await publishSample(root);
  const folder = readFolder(join(root, "out"));
  rmSync(root, { recursive: true, force: true });
  const pointer = parsePointer(new TextDecoder().decode(folder.get("pointer.json")));
  return { folder, entries: pointer.ok ? pointer.value.size : 0 };
}

/** All files of a folder. */
function readFolder(path: string): Folder {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const named = files.map((file) => join(file.parentPath, file.name));
  return new Map(named.map((file) => [file.slice(path.length + 1).replaceAll("\\", "/"), readFileSync(file)]));
}

/** The change is seen, and one of the changed files is named. */
export function expectLocated({ folder, files, what }: Tampered, seed: number): void {
  const { differences } = verifyFolder(platform, readerOf(folder), { key: null, remembered: null });
  const named = differences.map(({ where }) => where);
  const located = files.some((file) => named.includes(file));
  expect(located, `seed ${seed}: ${what}, named ${named.join(", ")}`).toBe(true);
}
