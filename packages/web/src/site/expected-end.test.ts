import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson } from "../../../../scripts/acta-desk.js";
import { importSample, sampleCsv } from "../../../office/src/import/sample-import.js";

// A made-up country of 300 stations, 200 of them counted, published with projections and without.

const root = mkdtempSync(join(tmpdir(), "acta-expected-"));
const data = join(root, "acta-data");
afterAll(() => rmSync(root, { recursive: true, force: true }));

const CLOSED = sampleCsv(300, 3);
const OPEN = CLOSED.replaceAll(/^(0002\d\d,\w,300),C,.*$/gm, "$1,P,-,-,-,-");

/** The section of a written page, as text; null where there is none. */
function section(page: string): string | null {
  const html = readFileSync(join(root, page), "utf8");
  const found = /<section class="expected-end"[\s\S]*?<\/section>/.exec(html)?.[0];
  return found === undefined ? null : found.replaceAll(/<\/?[a-z][^>]*>/g, " ").replaceAll(/\s+/g, " ");
}

beforeAll(async () => {
  expect((await importSample(root, data, OPEN, "2026-02-01T20:00Z")).ok).toBe(true);
  for (const given of [["out", "--projection"], ["plain"]])
    expect((await acta(root, "publish", ...given)).err, given.join(" ")).toBe("");
}, 30_000);

describe("the front page of an open count", () => {
  test("says in one sentence what acta project says, with edition and base, in both languages", async () => {
    const { margin, pLead, base } = await actaJson(root, "project");
    const votes = (value: number): string =>
      `${value < 0 ? "−" : "+"}${Math.abs(Math.round(value)).toLocaleString("en")}`;
    const [low50, high50] = margin.interval50.map(votes);
    const [low90, high90] = margin.interval90.map(votes);
    const name = margin.of === "a" ? "Ana" : "Beto";
    const rival = margin.of === "a" ? "Beto" : "Ana";
    expect([base.counted, base.stations]).toEqual([200, 300]);
    const chance = pLead > 0.995 ? ">99.5" : String(Math.round(100 * pLead));
    expect(section("out/en/index.html")).toContain(
      `A projection, not a count, from edition 1 (66.7% of the sheets counted, 66.7% of the registered voters). Expected when everything is counted: ${name} over ${rival} by ${votes(margin.expected)} votes; one time in two between ${low50} and ${high50}, nine times in ten between ${low90} and ${high90}. Chance that ${name} ends ahead: ${chance}%.`,
    );
    expect(section("out/index.html")).toContain(
      `Una proyección, no un cómputo, con la edición 1 (66.7 % de las actas contabilizadas, 66.7 % de los electores hábiles). Se espera, cuando todo esté contado: ${name} sobre ${rival} por ${votes(margin.expected)} votos; una de cada dos veces entre ${low50} y ${high50}, nueve de cada diez entre ${low90} y ${high90}. Probabilidad de que ${name} termine adelante: ${chance} %.`,
    );
  });

  test("calls nobody a winner, and leads to every edition and to how it is made", () => {
    for (const page of ["out/index.html", "out/en/index.html"]) {
      const html = readFileSync(join(root, page), "utf8");
      expect(section(page)).not.toMatch(/\bwins?\b|\bwon\b|\bgan(?:a|ará|ó)\b|\belect[oa]\b|elected/i);
      expect(html).toContain("timeline.html#projected");
      expect(html).toContain("projecting.html");
    }
    for (const page of ["out/projecting.html", "out/en/projecting.html"]) {
      const html = readFileSync(join(root, page), "utf8");
      expect(html).not.toMatch(/projecting\w*\.(?!html)\w+/);
      expect(html.match(/<li>/g)?.length).toBeGreaterThan(5);
    }
  });

  test("without projections nothing is said, nothing is written and nothing is named", () => {
    expect(section("plain/index.html")).toBeNull();
    expect(existsSync(join(root, "plain", "projecting.html"))).toBe(false);
    expect(existsSync(join(root, "plain", "projection"))).toBe(false);
    expect(JSON.parse(readFileSync(join(root, "plain", "assets", "projections.json"), "utf8")).files).toEqual([]);
  });

  test("says nothing of the end once everything is counted", async () => {
    expect((await importSample(root, data, CLOSED, "2026-02-01T22:00Z")).ok).toBe(true);
    expect((await acta(root, "publish", "out", "--projection")).err).toBe("");
    expect(section("out/index.html")).toBeNull();
    expect((await acta(root, "verify", "out")).code).toBe(0);
  });
});
