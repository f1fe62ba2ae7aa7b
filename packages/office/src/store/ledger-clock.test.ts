import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseInstant } from "acta/basics";
import type { Instant } from "acta/basics";
import { LeafWriter, leafOf } from "acta/record";
import type { Leaves } from "acta/record";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importSample, sampleCsv } from "../import/sample-import.js";
import { appendTo, openFolderToWrite } from "./data-folder.js";
import type { DataFolder } from "./data-folder.js";
import { clockBehind, ledgerClock } from "./ledger-clock.js";

const root = mkdtempSync(join(tmpdir(), "acta-clock-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const path = join(root, "data");
beforeAll(async () => {
  await importSample(root, path, sampleCsv(5), null);
});

/** The moment at which the sample was recorded, so many seconds later. */
function after(seconds: number): Instant {
  const moment = parseInstant(new Date(Date.UTC(2026, 1, 2) + seconds * 1_000).toISOString().replace(".000", ""));
  if (moment === undefined) throw new Error("no moment");
  return moment;
}

function batchesAt(moments: readonly Instant[]): Leaves {
  const writer = new LeafWriter();
  const facts = { source: "", asOf: null, reason: "import", election: "sample", definition: "", scope: "", copy: "" };
  const actor = { role: "electionAuthority", name: "Authority" };
  for (const recordedAt of moments)
    writer.leaf(
      leafOf({
        kind: "source",
        version: 1,
        count: 0,
        actor,
        signer: "recorder",
        basis: "reported",
        recordedAt,
        ...facts,
      }),
    );
  return writer.leaves();
}

async function writing(work: (folder: DataFolder) => Promise<void> | void): Promise<void> {
  const folder = openFolderToWrite(path);
  if (!folder.ok) throw new Error(folder.problem.code);
  try {
    await work(folder.value);
  } finally {
    folder.value.close();
  }
}

test("what is dated before the last entry, or before what stands in front of it, does not come in", () =>
  writing(async (folder) => {
    const log = join(path, "ledger", "entries.log");
    const before = readFileSync(log, "hex");
    for (const moments of [[after(-1)], [after(0), after(5), after(4)]])
      expect(await appendTo(folder, batchesAt(moments))).toMatchObject({ problem: { code: "ledger.clockBack" } });
    expect(readFileSync(log, "hex")).toBe(before);
    // The door is not spoiled by what it refused.
    expect((await appendTo(folder, batchesAt([after(0), after(0)]))).ok).toBe(true);
  }));

test("a ledger's clock never goes back, and is the machine's wherever that is ahead", () =>
  writing((folder) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1 }), (readings) => {
        let at = 0;
        const clock = ledgerClock(folder, () => after(readings[at++] ?? 0));
        if (!clock.ok) throw new Error(clock.problem.code);
        let highest = after(0);
        for (const seconds of readings) {
          if (after(seconds) > highest) highest = after(seconds);
          expect(clock.value()).toBe(highest);
        }
      }),
    );
  }));

test("a clock counts as behind from more than five seconds on", () =>
  writing((folder) => {
    expect([-5, 0, 100].map((seconds) => clockBehind(folder, after(seconds)))).toEqual([null, null, null]);
    expect([-6, -100_000].map((seconds) => clockBehind(folder, after(seconds)))).toEqual([after(0), after(0)]);
  }));
