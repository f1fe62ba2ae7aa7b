import { expect, test } from "vitest";
import { expectLocated, samplePublished } from "../../../../scripts/published-folder.js";
import { tamperEntries } from "./sample-entry-tampering.js";
import { tamper } from "./sample-tampering.js";

const ROUNDS = 10_000;

test(`10,000 random changes to a published folder are all seen and located`, async () => {
  const { folder, entries } = await samplePublished();
  expect(entries).toBeLessThanOrEqual(300);
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const change = seed % 5 === 0 ? tamperEntries(folder, entries, seed) : tamper(folder, 100_000 + seed);
    expectLocated(change, seed);
  }
});
