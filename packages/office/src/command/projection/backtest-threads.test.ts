import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { importSample, sampleCsv } from "../../import/sample-import.js";

// Threads need the built command: `npm test` builds it first. The country is made up: a hundred stations, two options, all counted.

const built = fileURLToPath(new URL("../../../bin/acta.js", import.meta.url));
const SIZE = ["--orders", "3", "--worlds", "2", "--stress", "1", "--levels", "40,80"];

describe("a backtest in several threads", () => {
  const work = newFolder();
  const given = ["project", "--backtest", ...SIZE, "--data", "data"];
  beforeAll(async () => {
    const done = await importSample(work, join(work, "data"), sampleCsv(100), "2026-02-01T20:00Z");
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
  });
  afterAll(() => dropFolder(work));

  function inThreads(jobs: string) {
    const args = [built, ...given, "--jobs", jobs, "--json", "--lang", "en"];
    return spawnSync(process.execPath, args, { cwd: work, encoding: "utf8" });
  }

  test.each(["2", "5"])("of %s threads prints to the byte what one prints", async (jobs) => {
    const alone = await acta(work, ...given, "--json");
    expect([alone.code, alone.err]).toEqual([0, ""]);
    expect(JSON.parse(alone.out).accepted.map(({ runs }: { readonly runs: number }) => runs)).toEqual([3, 3]);
    const { stdout, stderr, status } = inThreads(jobs);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(alone.out);
  });

  test.each([
    ["--jobs", "0", "--jobs takes a whole number from 1 to 64, not 0"],
    ["--jobs", "65", "--jobs takes a whole number from 1 to 64, not 65"],
    ["--jobs", "two", "--jobs takes a whole number from 1 to 64, not two"],
    ["--stress", "-1", "--stress takes a whole number up to 10,000, not -1"],
  ])("refuses %s %s in one line", async (flag, value, line) => {
    const ran = await acta(work, "project", "--backtest", `${flag}=${value}`, "--data", "data");
    expect([ran.code, ran.out, ran.err]).toEqual([1, "", `${line}\n`]);
  });

  test("of nothing is refused: there is nothing to replay", async () => {
    const none = ["--orders", "0", "--worlds", "0", "--stress", "0"];
    const ran = await acta(work, "project", "--backtest", ...none, "--data", "data");
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("there is nothing to replay");
  });
});
