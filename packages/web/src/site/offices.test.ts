// The page of offices: a picture that is read with the keyboard, the reason of each holding, cases and what may happen next; nothing where no
// history is published.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

const NORLAND = join(import.meta.dirname, "../../../../examples/norland");
const HOSTILE = `<img src=x onerror="document.title='broken'">`;
/** Added to the made-up history: a claim that nobody granted, by somebody with a hostile name, and a motion that is still open. */
const MORE = `
  - { kind: office, id: claim, at: 2030-06-01T10:00Z, office: chair, holder: ${JSON.stringify(HOSTILE)}, state: disputed, cause: election, sources: [made up] }
  - { kind: office, id: claim-ends, at: 2030-06-10, office: chair, holder: ${JSON.stringify(HOSTILE)}, state: left, cause: removal, sources: [made up] }
  - { kind: step, id: motion-2, at: 2030-07-03, case: removal-2, procedure: removal, step: file, sources: [made up] }
`;

describeWithBrowser("the page of offices", () => {
  const root = mkdtempSync(join(tmpdir(), "acta-offices-"));
  let browser: Browser;
  let server: StaticServer;
  beforeAll(async () => {
    await publishSample(root);
    mkdirSync(join(root, "law"));
    for (const name of ["institutions.yaml", "procedures.yaml"])
      copyFileSync(join(NORLAND, name), join(root, "law", name));
    const told = readFileSync(join(NORLAND, "history.yaml"), "utf8");
    const whole = told.replace("covers: [", "covers: [{ office: deputy, from: 2030-04-01, to: 2030-12-31 }, ");
    writeFileSync(join(root, "law", "history.yaml"), `${whole.trimEnd()}${MORE}`);
    server = await serveFolder(join(root, "out"));
    browser = await startBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(root, { recursive: true, force: true });
  });

  async function opened(path: string, use: (page: Page) => Promise<void>, width = 360, script = true): Promise<void> {
    const viewport = { width, height: 800 };
    const context = await browser.newContext({ viewport, bypassCSP: true, javaScriptEnabled: script });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("pageerror", (error) => wrong.push(String(error)));
    await page.goto(`${server.address}${path}`);
    if (script) await page.waitForSelector(path.includes("offices") ? "html[data-alive]" : ".menu");
    await use(page);
    expect(wrong).toEqual([]);
    await context.close();
  }

  test("is not there, and in no menu, while no history is published", async () => {
    expect(existsSync(join(root, "out", "offices.html"))).toBe(false);
    await opened("index.html", async (page) => expect(await page.locator(".menu").innerText()).not.toContain("Cargos"));
  });

  test("a history with mistakes is not published in part", async () => {
    writeFileSync(join(root, "bad.yaml"), "format: acta-history/1\nid: bad\n");
    const { code, err } = await acta(root, "publish", "out2", "--data", "data", "--history", "bad.yaml");
    expect([code, err.trimEnd().split("\n").length, existsSync(join(root, "out2"))]).toEqual([1, 1, false]);
    expect(err).toContain("bad.yaml");
  });

  test("says without a script who held the office, why, by which article and source, and where the cases stand", async () => {
    const done = await acta(
      root,
      "publish",
      "out",
      "--data",
      "data",
      "--with-sources",
      "--history",
      "law/history.yaml",
    );
    expect(done.err).toBe("");
    await opened("index.html", async (page) => page.getByRole("link", { name: "Cargos" }).click());
    const read = async (page: Page): Promise<void> => {
      const text = await page.locator("main").innerText();
      expect(text).toContain("Made-up history: nothing of this happened.");
      expect(text).toContain(`${HOSTILE}, disputed (`);
      expect(text).toMatch(/8 May 2030 to 9 May 2030.*: the office was vacant/);
      expect(text).toContain("to 31 December 2030: the office was vacant");
      await page.locator(".office-spans summary").last().click();
      expect(await page.locator(".office-spans details[open]").innerText()).toContain("[made up]");
      await page.locator("#case-removal-2030 summary").click();
      expect(await page.locator("#case-removal-2 .next-step").count()).toBeGreaterThan(0);
      expect(await page.locator("#case-removal-2030 .findings .met").first().innerText()).toMatch(/^✓ met: /);
    };
    await opened("en/offices.html", read, 1440, false);
    await opened("en/offices.html", read, 1440);
  });

  test("is read strip by strip with the keyboard, and its table and files say the same", async () => {
    await opened("en/offices.html", async (page) => {
      const drawing = page.locator("#offices .drawing");
      await drawing.focus();
      await page.keyboard.press("Home");
      expect(await page.locator("#offices .readout").innerText()).toMatch(/: 1 April 2030 to 8 May 2030: A \(/);
      expect(await page.locator(".mark-spans .disputed rect").count()).toBe(1);
      expect(await page.locator(".mark-spans .vacant rect").count()).toBeGreaterThan(0);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("#offices .chart-files button").nth(1).click(),
      ]);
      const csv = readFileSync(await download.path(), "utf8")
        .trimEnd()
        .split("\r\n");
      expect(csv[0]).toBe("office,number,kind,holder,from,to,cause,ended,sources");
      expect(csv.length - 1).toBe(await page.locator(".mark-spans > g").count());
      expect(csv.filter((line) => line.startsWith("chair,") && line.includes(",disputed,"))).toHaveLength(1);
    });
  });

  test("has no barriers and needs no sideways scrolling, on any screen and in print", async () => {
    const screens = [
      ["offices.html", 360],
      ["offices.html", 768],
      ["en/offices.html", 1440],
    ] as const;
    for (const [path, width] of screens)
      await opened(
        path,
        async (page) => {
          expect(await page.title()).not.toBe("broken");
          expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
          if (width === 768) return;
          expect(await barriersOn(page)).toEqual([]);
          if (width === 1440) return;
          await page.emulateMedia({ media: "print" });
          expect(await barriersOn(page)).toEqual([]);
        },
        width,
      );
  });

  test("stands under the hash of what it shows, and the folder is verified with it; without --history it goes", async () => {
    const { file } = JSON.parse(readFileSync(join(root, "out", "assets", "history.json"), "utf8"));
    expect(existsSync(join(root, "out", "assets", "history", `${file}.json`))).toBe(true);
    const verified = await acta(root, "verify", "out");
    expect([verified.code, verified.err]).toEqual([0, ""]);
    expect((await acta(root, "publish", "out", "--data", "data", "--with-sources")).err).toBe("");
    expect(existsSync(join(root, "out", "offices.html"))).toBe(false);
    expect(existsSync(join(root, "out", "assets", "history", `${file}.json`))).toBe(false);
  });
});
