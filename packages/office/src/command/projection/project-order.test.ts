import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { importSample, sampleCsv } from "../../import/sample-import.js";

// A made-up count of 150 stations that is over, replayed in orders that somebody gives.

const work = newFolder();
afterAll(() => dropFolder(work));

const COUNT = sampleCsv(150, 40).replaceAll(",300,", ",900,");
const CODES = Array.from({ length: 150 }, (_, at) => String(at + 1).padStart(6, "0"));
const write = (name: string, codes: readonly string[], header = "station"): void =>
  writeFileSync(join(work, name), `${[header, ...codes].join("\n")}\n`);
const replay = (file: string, ...more: readonly string[]) =>
  actaJson(work, "project", "--backtest", "--order", file, "--levels", "30,50,90", ...more);

beforeAll(async () => {
  expect((await importSample(work, join(work, "acta-data"), COUNT, "2026-02-01T20:00Z")).ok).toBe(true);
  const open = COUNT.replace(/^(000150.*?),C,.*$/m, "$1,P,-,-,-,-");
  expect((await importSample(work, join(work, "open"), open, "2026-02-01T20:00Z")).ok).toBe(true);
  write("order.csv", CODES.toReversed());
});

async function refused(file: string, ...more: readonly string[]): Promise<string> {
  const given = ["project", "--backtest", "--order", file, ...more];
  const said = await acta(work, ...given);
  const spanish = await acta(work, ...given, "--lang", "es");
  for (const ran of [said, spanish]) {
    expect([ran.code, ran.out, ran.err.trimEnd().split("\n").length], ran.err).toEqual([1, "", 1]);
    expect(ran.err).not.toMatch(/^\S*\b[a-z]+\.[a-z]+[A-Z]\w*$|undefined|\{\w+\}|NaN/m);
  }
  expect(spanish.err).not.toBe(said.err);
  return said.err.trimEnd();
}

describe("acta project --backtest --order", () => {
  test("counts at each level what had come by then, and ends where the count ended", async () => {
    const { levels, truth, of, over } = await replay("order.csv");
    const votes = (cells: readonly string[]): readonly [number, number] => [Number(cells[4]), Number(cells[5])];
    const rows = COUNT.trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => votes(line.split(",")));
    const margin = (some: readonly (readonly [number, number])[]): number => {
      const [a, b] = some.reduce(([x, y], [p, q]) => [x + p, y + q], [0, 0]);
      return (a - b) / (a + b);
    };
    expect([of, over]).toEqual(["a", "b"]);
    expect(truth).toBeCloseTo(margin(rows), 5);
    expect(levels.map(({ level }: { level: number }) => level)).toEqual([0.3, 0.5, 0.9]);
    for (const { level, counted, projected, interval50, interval90 } of levels) {
      expect(counted, `${level}`).toBeCloseTo(margin(rows.toReversed().slice(0, Math.round(150 * level))), 5);
      expect(interval90[0]).toBeLessThanOrEqual(interval50[0]);
      expect(interval90[1]).toBeGreaterThanOrEqual(interval50[1]);
      expect(projected).toBeGreaterThanOrEqual(interval50[0]);
    }
  });

  test("says the same bytes for the same order, wherever its column stands and whatever zeros a spreadsheet took away", async () => {
    const first = await replay("order.csv");
    write(
      "bare.csv",
      CODES.toReversed().map((code) => `x,${Number(code)}`),
      "note,mesa",
    );
    expect({ ...(await replay("bare.csv")), order: first.order }).toEqual(first);
    write("other.csv", CODES);
    expect((await replay("other.csv")).levels).not.toEqual(first.levels);
  });

  test("is told as a table, in both languages", async () => {
    const given = ["project", "--backtest", "--order", "order.csv", "--levels", "50,90"];
    const english = (await acta(work, ...given)).out;
    const spanish = (await acta(work, ...given, "--lang", "es")).out;
    expect(english).toContain("Replayed in the order of order.csv.");
    expect(spanish).toContain("Repetido en el orden de order.csv.");
    expect(english).toMatch(/50\.0 %\s+[+−]\d+\.\d{3}\s/);
  });

  test.each([
    [
      "a station twice",
      () => [...CODES, "000007"],
      "bad.csv:152: station 000007 stands in the order for the second time",
    ],
    ["a station that there is not", () => ["999999", ...CODES], "bad.csv:2: there is no station 999999"],
    ["a station too few", () => CODES.slice(0, -1), "bad.csv: the order names 149 of 150 stations"],
    ["nobody at all", () => [], "bad.csv"],
  ])("%s is refused", async (_what, made, said) => {
    write("bad.csv", made());
    expect(await refused("bad.csv")).toContain(said);
  });

  test("no column of stations, no such file, an open count, flags of made-up orders", async () => {
    write("bad.csv", CODES, "code");
    expect(await refused("bad.csv")).toContain("bad.csv: there is no column station (columns: code)");
    write("bad.csv", ["\u001b[31m7", ...CODES]);
    expect(await refused("bad.csv")).not.toContain("\u001b");
    expect(await refused("nowhere.csv")).toContain("nowhere.csv");
    expect(await refused("order.csv", "--data", "open")).toContain("choose another with --edition");
    expect(await refused("order.csv", "--orders", "3")).toContain("--order and --orders do not go together");
    const alone = await acta(work, "project", "--order", "order.csv");
    expect([alone.code, alone.err.trim()]).toEqual([1, "--order belongs to --backtest: add it, or leave --order out"]);
  });
});
