import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryReport } from "./import-report.js";
import { SAMPLE_HEADER, importSample, sampleDefinition } from "./sample-import.js";

const root = mkdtempSync(join(tmpdir(), "acta-random-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let work = "";
beforeEach(() => {
  work = mkdtempSync(join(root, "w"));
});

const ANY = sampleDefinition("refusedLimit: 1/1");

/** Rows of the quarantine of a delivery. */
function quarantined(
  delivery: DeliveryReport,
): readonly { line: number; column: number; reason: string; raw: string }[] {
  if (delivery.quarantine === "") return [];
  return readFileSync(delivery.quarantine, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Imports a file and gives its delivery; null when the whole file was refused, with the code of the problem. */
async function deliver(csv: string): Promise<DeliveryReport | string> {
  const done = await importSample(work, join(mkdtempSync(join(work, "d")), "data"), csv, null, ANY);
  return done.ok ? (done.value.deliveries[0] ?? "") : done.problem.code;
}

const station = fc.oneof(
  { weight: 5, arbitrary: fc.nat({ max: 12 }).map((at) => String(at).padStart(6, "0")) },
  { weight: 1, arbitrary: fc.constantFrom("", "x".repeat(40), "ñ", " 7") },
);
const figure = fc.oneof(
  { weight: 8, arbitrary: fc.nat({ max: 300 }).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("-", "", "-5", "2.5", "1000000000000000", "1000000000", "x", "0x1", "٣", " 7"),
  },
);
const status = fc.constantFrom("C", "C", "C", "C", "R", "P", "", "X");
const cells = fc
  .tuple(station, fc.constantFrom("N", "S", ""), figure, status, figure, figure, figure, figure)
  .map((row): readonly string[] => row);

describe("nothing is lost: every row of a file is a sheet or stands in the quarantine", () => {
  test("over random rows without quotation marks, each refused one with its line and text", async () => {
    const shape = fc.constantFrom("whole", "whole", "whole", "whole", "short", "long");
    const row = fc
      .tuple(cells, shape)
      .map(([whole, how]) => (how === "short" ? whole.slice(0, 5) : how === "long" ? [...whole, "1"] : whole));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (rows) => {
        const lines = rows.map((each) => each.join(","));
        const delivery = await deliver([SAMPLE_HEADER, ...lines, ""].join("\n"));
        if (typeof delivery === "string") throw new Error(delivery);
        const kept = quarantined(delivery);
        expect(delivery.files[0]?.rows).toBe(rows.length);
        expect(delivery.sheets + kept.length).toBe(rows.length);
        expect(delivery.refused + delivery.repeated).toBe(kept.length);
        for (const { line, column, reason, raw } of kept) {
          expect(reason).not.toBe("");
          expect(column).toBeLessThanOrEqual(9);
          const text = lines[line - 2] ?? "";
          expect(raw === text || raw === JSON.stringify(text.split(",")), `${raw} is line ${line}: ${text}`).toBe(true);
        }
        expect(new Set(kept.map((each) => each.line)).size, "no row stands there twice").toBe(kept.length);
      }),
      { numRuns: 60 },
    );
  });

  test("over random text of any kind, without a crash", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        ",",
        "\n",
        "\r\n",
        "\r",
        ";",
        "\t",
        "\u0000",
        "ñ",
        "\ufeff",
        "000001,N,300,C,1,2,0,1\n",
        '"000002",N,300,C,1,2,0,1\n',
        '"a\nb",N,1,C,1,2,0,1\n',
      ),
      fc.string({ maxLength: 12 }),
    );
    let imported = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), fc.boolean(), async (pieces, headed) => {
        const delivery = await deliver(`${headed ? `${SAMPLE_HEADER}\n` : ""}${pieces.join("")}`);
        if (typeof delivery === "string") expect(delivery).toMatch(/^(?:file|import)\.[a-zA-Z]+$/);
        else {
          imported++;
          expect(delivery.sheets + quarantined(delivery).length).toBe(delivery.files[0]?.rows);
        }
      }),
      { numRuns: 120 },
    );
    expect(imported).toBeGreaterThan(20);
  });
});

describe("a refused import", () => {
  test("leaves the ledger as it was and keeps its rows", async () => {
    const data = join(work, "data");
    const strict = sampleDefinition("refusedLimit: 1/3");
    const row = (code: number, ana: string): string => `00000${code},N,300,C,${ana},2,0,1`;
    const good = await importSample(
      work,
      data,
      [SAMPLE_HEADER, row(1, "1"), row(2, "2"), row(3, "x"), ""].join("\n"),
      null,
      strict,
    );
    // One of three is the limit: it is not passed.
    expect(good).toMatchObject({ ok: true, value: { deliveries: [{ sheets: 2, refused: 1 }] } });
    const before = readFileSync(join(data, "ledger", "entries.log"));
    const bad = await importSample(
      work,
      data,
      [SAMPLE_HEADER, row(1, "9"), row(2, "y"), row(3, "x"), ""].join("\n"),
      null,
      strict,
    );
    expect(bad).toMatchObject({
      ok: false,
      problem: { code: "import.tooManyRefused", where: "sheets.csv:3:5", context: { refused: 2, rows: 3, seen: "y" } },
    });
    expect(readFileSync(join(data, "ledger", "entries.log")).equals(before)).toBe(true);
    expect(existsSync(bad.ok ? "" : String(bad.problem.context?.["quarantine"]))).toBe(true);
  });
});
