// Answers to published claims: a page that needs no script, signed with the folder, and nothing where no claims are published.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acta } from "../../../../scripts/acta-desk.js";
import { barriersOn } from "../../../../scripts/page-barriers.js";
import { publishSample } from "../../../../scripts/published-folder.js";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import type { StaticServer } from "../../../../scripts/static-server.js";

const HOSTILE = `The vote was on a Monday <img src=x onerror="document.title='broken'">`;
const day = { what: "weekday", day: "2026-02-01" };
const CLAIMS = {
  format: "acta-claims/1",
  id: "sample",
  offset: "+00:00",
  claims: [
    { id: "S1", statement: HOSTILE, value: "Monday", unit: "weekday", asOf: "2026-02", source: "A", compute: day },
    {
      id: "S2",
      statement: "It was a Sunday",
      value: "domingo",
      unit: "weekday",
      asOf: "2026",
      source: "B",
      compute: day,
    },
    {
      id: "S3",
      statement: "It was unfair",
      value: "unfair",
      unit: "",
      source: "B",
      compute: { what: "outside", reason: "judgement" },
    },
  ],
};

describeWithBrowser("the page of claims", () => {
  const root = mkdtempSync(join(tmpdir(), "acta-claims-"));
  let browser: Browser;
  let server: StaticServer;
  beforeAll(async () => {
    await publishSample(root);
    writeFileSync(join(root, "claims.json"), JSON.stringify(CLAIMS));
    server = await serveFolder(join(root, "out"));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(root, { recursive: true, force: true });
  });

  async function opened(path: string, use: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${server.address}${path}`);
    await use(page);
    await context.close();
  }

  test("is not there, and in no menu, while no claims are published", async () => {
    expect(existsSync(join(root, "out", "claims.html"))).toBe(false);
    await opened("index.html", async (page) =>
      expect(await page.locator(".menu").innerText()).not.toContain("Afirmaciones"),
    );
  });

  test("says each verdict in words with the right value, in both languages, and is in every menu", async () => {
    const { err } = await acta(root, "publish", "out", "--data", "data", "--with-sources", "--claims", "claims.json");
    expect(err).toBe("");
    await opened("index.html", async (page) => page.getByRole("link", { name: "Afirmaciones" }).click());
    await opened("claims.html", async (page) => {
      const text = await page.locator("main").innerText();
      expect(text).toContain("S1 · Falsa");
      expect(text).toContain("Hallado: domingo");
      expect(text).toContain("No verificable aquí: un juicio, no un número");
      expect(await page.locator("#claim-S1 a").getAttribute("href")).toBe("#claim-S2");
    });
    await opened("en/claims.html", async (page) => {
      expect(await page.locator("main").innerText()).toContain("S2 · Exact");
      expect(await page.locator("main").innerText()).toContain("The day is 1 February 2026.");
    });
  });

  test("shows the words of others as they are, and has no barriers on screen or in print", async () => {
    for (const path of ["claims.html", "en/claims.html"])
      await opened(path, async (page) => {
        expect(await page.locator("#claim-S1 blockquote").innerText()).toBe(HOSTILE);
        expect(await page.title()).not.toBe("broken");
        expect(await barriersOn(page)).toEqual([]);
        await page.emulateMedia({ media: "print" });
        expect(await barriersOn(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      });
  });

  test("stands under the hash of its answers, and the folder is verified with it", async () => {
    const { file } = JSON.parse(readFileSync(join(root, "out", "assets", "claims.json"), "utf8"));
    expect(existsSync(join(root, "out", "assets", "claims", `${file}.json`))).toBe(true);
    const verified = await acta(root, "verify", "out");
    expect([verified.code, verified.err]).toEqual([0, ""]);
  });

  test("claims with mistakes are not published in part", async () => {
    const claims = [{ ...CLAIMS.claims[0], compute: { what: "horoscope" } }];
    writeFileSync(join(root, "bad.json"), JSON.stringify({ ...CLAIMS, claims }));
    const { code, err } = await acta(root, "publish", "out2", "--data", "data", "--claims", "bad.json");
    expect([code, err.trimEnd().split("\n").length, existsSync(join(root, "out2"))]).toEqual([1, 1, false]);
  });
});
