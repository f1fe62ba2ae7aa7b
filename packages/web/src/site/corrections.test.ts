// What was corrected after it had been published: banners at old addresses, the page of corrections, the feed.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acta, actaJson } from "../../../../scripts/acta-desk.js";
import { barriersOn } from "../../../../scripts/page-barriers.js";
import { publishSample } from "../../../../scripts/published-folder.js";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import type { StaticServer } from "../../../../scripts/static-server.js";

const HOSTILE = `keyed 61 for 16 <img src=x onerror="document.title='broken'">`;

describeWithBrowser("corrections", () => {
  const root = mkdtempSync(join(tmpdir(), "acta-corrections-"));
  let browser: Browser;
  let server: StaticServer;
  const publish = async (): Promise<void> => {
    expect((await acta(root, "publish", "out", "--data", "data", "--with-sources")).err).toBe("");
  };
  const file = (path: string): string => readFileSync(join(root, "out", path), "utf8");

  beforeAll(async () => {
    await publishSample(root);
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
    await page.goto(`${server.address}en/${path}`);
    if (!path.endsWith("index.html"))
      await page.locator("html[data-alive], .problem").first().waitFor({ state: "attached" });
    await use(page);
    await context.close();
  }
  /** The banners on pages, in English. */
  async function told(paths: readonly string[]): Promise<readonly string[]> {
    const texts: string[] = [];
    await opened("index.html", async (page) => {
      for (const path of paths) {
        await page.goto(`${server.address}en/${path}`);
        if (path.includes("?")) await page.locator("html[data-alive], .problem").first().waitFor({ state: "attached" });
        texts.push((await page.locator(".corrected").allInnerTexts()).join("\n"));
      }
    });
    return texts;
  }

  test("are none at first, and the page and the feed say so", async () => {
    await opened("corrections.html", async (page) =>
      expect(await page.locator("main").innerText()).toContain("Nothing has been corrected so far."),
    );
    expect(file("corrections.xml")).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es">');
    expect(file("corrections.xml")).not.toContain("<entry>");
    expect(file("pointer.json")).toContain('"corrections":null');
  });

  test("are told on every page at an old address whose figure was wrong, and on no other", async () => {
    // Station 000002 lies in N: its sheet of the second edition was keyed wrongly, and corrected after that was sealed.
    const { versions } = await actaJson(root, "history", "000002", "--data", "data");
    const given = ["--text", HOSTILE, "--station", "000002", "--contest", "president", "--figures", "a=16"];
    const wrong = String(versions.at(-1).entry);
    expect((await acta(root, "erratum", wrong, ...given, "--data", "data")).err).toBe("");
    await publish();
    expect(await told(["index.html"])).toEqual([expect.stringContaining("keyed 61 for 16 <img")]);
    const seal = ["seal", "--as-of", "2026-02-03T20:00Z", "--data", "data"];
    expect((await acta(root, ...seal)).err).toBe("");
    await publish();
    const old = "&edition=2";
    const wrongPages = [
      "index.html?edition=2",
      `area.html?code=X${old}`,
      `area.html?code=N${old}`,
      `area.html?code=N%2FNA${old}`,
    ];
    const rightPages = [
      "index.html",
      `area.html?code=S${old}`,
      "area.html?code=N&edition=1",
      "area.html?code=N",
      `area.html?code=S%2FNA${old}`,
    ];
    for (const text of await told(wrongPages)) expect(text).toContain("Corrected later (2 Jan 2026");
    expect(await told(rightPages)).toEqual(rightPages.map(() => ""));
  }, 60_000);

  test("stand on a page of their own, with what was wrong and what is right, as text", async () => {
    await opened("corrections.html", async (page) => {
      const text = await page.locator("main").innerText();
      expect(text).toContain("One correction.");
      expect(text).toMatch(/Polling station 000002|Station 000002/);
      expect(text).toContain("Ana: 16, before 2");
      expect(text).toContain("Edition 2 shows what was wrong. Corrected from edition 3 on");
      expect(await page.title()).not.toBe("broken");
      expect(await page.locator("img").count()).toBe(0);
      expect(await barriersOn(page)).toEqual([]);
      const feed = await page.evaluate(async () => {
        const read = new DOMParser().parseFromString(await (await fetch("corrections.xml")).text(), "application/xml");
        return [...read.querySelectorAll("parsererror, entry > summary, entry > updated")].map(
          (each) => each.textContent,
        );
      });
      expect(feed).toEqual(["2026-01-02T12:00:00Z", `${HOSTILE} Edition 2 shows what was wrong.`]);
    });
  });

  test("follow from the entries: the folder verifies, and the same ledger gives the same bytes", async () => {
    expect((await acta(root, "verify", "out")).code).toBe(0);
    expect((await acta(root, "publish", "again", "--data", "data", "--with-sources")).err).toBe("");
    for (const path of ["corrections.xml", "en/corrections.xml", "pointer.json"])
      expect(readFileSync(join(root, "again", path), "utf8"), path).toBe(file(path));
  });
});
