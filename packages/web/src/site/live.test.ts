// Pages that keep themselves up to date, in a real browser: behind a plain file server, and served with events.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acta, actaJson } from "../../../../scripts/acta-desk.js";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import type { StaticServer } from "../../../../scripts/static-server.js";
import { sampleCsv, sampleDefinition } from "../../../office/src/import/sample-import.js";
import { serve } from "../../../office/src/command/site/sample-serving.js";

describeWithBrowser("pages that keep themselves up to date", () => {
  const root = mkdtempSync(join(tmpdir(), "acta-live-"));
  let browser: Browser;
  let server: StaticServer;
  let editions = 0;

  /** One more edition, in which every sheet has one more vote. */
  async function record(): Promise<void> {
    editions++;
    writeFileSync(join(root, "sheets.csv"), sampleCsv(100, editions));
    const asOf = `2026-02-0${editions}T20:00Z`;
    const source = ["--source", "sheets.csv", "--data", "data", "--as-of", asOf];
    expect((await acta(root, "import", "election.yaml", ...source)).err).toBe("");
  }
  const publish = async (): Promise<void> => {
    await record();
    expect((await acta(root, "publish", "out", "--data", "data")).err).toBe("");
  };

  beforeAll(async () => {
    writeFileSync(join(root, "election.yaml"), sampleDefinition());
    await publish();
    server = await serveFolder(join(root, "out"));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** Opens a page with a clock that this test moves. */
  async function opened(path: string, use: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ locale: "es-PE", viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    await page.clock.install();
    await page.goto(`${server.address}${path}`);
    await page.waitForLoadState("networkidle");
    await use(page);
    expect(wrong).toEqual([]);
    await context.close();
  }
  const asked = (): number => server.asked.filter((path) => path === "/pointer.json").length;
  const unchanged = (): number => server.unchanged.filter((path) => path === "/pointer.json").length;
  /** What a browser does when a page goes out of sight and comes back. */
  const look = (page: Page, state: "hidden" | "visible"): Promise<void> =>
    page.evaluate((now) => {
      Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  const votes = async (): Promise<string> => {
    const { validVotes } = await actaJson(root, "results", "--data", "data");
    return new Intl.NumberFormat("es-PE").format(validVotes);
  };

  test("rewrites its numbers in place when an edition arrives, and takes nothing from whoever reads", async () => {
    await opened("index.html", async (page) => {
      await page.clock.fastForward(7_000);
      await expect.poll(asked).toBeGreaterThan(0);
      const kept = await Promise.all(["h1", "table.options", "#q"].map((each) => page.locator(each).elementHandle()));
      await page.fill("#q", "half a na");
      await page.locator("table.areas thead button").nth(1).click();
      const order = await page.locator("table.areas >> nth=0 >> tbody th").allInnerTexts();
      await page.evaluate(() => scrollTo(0, 300));
      const before = await page.locator(".options").innerText();
      await publish();
      await page.clock.fastForward(40_000);
      await page.locator(".as-of", { hasText: "edición 2" }).waitFor();
      expect(await page.locator(".live").innerText()).toBe("recién actualizado");
      expect(await page.locator("main").innerText()).toContain(await votes());
      expect(await page.locator(".options").innerText()).not.toBe(before);
      for (const each of kept) expect(await each?.evaluate((element) => element.isConnected)).toBe(true);
      expect(await page.inputValue("#q")).toBe("half a na");
      expect(await page.locator("table.areas th[aria-sort=descending]").count()).toBe(1);
      expect(await page.locator("table.areas >> nth=0 >> tbody th").allInnerTexts()).toEqual(order);
      expect(await page.evaluate(() => scrollY)).toBe(300);
      expect(await page.title()).toContain("va adelante por");
      await page.clock.fastForward(30_000);
      expect(await page.locator(".live").innerText()).toBe("");
    });
  }, 60_000);

  test("asks with what it has, and an unchanged pointer costs nothing but the answer", async () => {
    await opened("index.html", async (page) => {
      const [before, same] = [asked(), unchanged()];
      for (const _ of [1, 2, 3]) {
        await page.clock.fastForward(37_000);
        await page.waitForTimeout(100);
      }
      await expect.poll(() => asked() - before).toBe(3);
      expect(unchanged() - same).toBeGreaterThanOrEqual(2);
    });
  }, 60_000);

  test("asks nothing while nobody looks at it, and at once when somebody does again", async () => {
    await opened("index.html", async (page) => {
      await page.clock.fastForward(7_000);
      await page.waitForTimeout(200);
      await look(page, "hidden");
      const before = asked();
      await page.clock.fastForward(3_600_000);
      await page.waitForTimeout(200);
      expect(asked()).toBe(before);
      await look(page, "visible");
      await expect.poll(asked).toBe(before + 1);
    });
  }, 60_000);

  test("asks less and less often while nobody answers, says how old it is, and stops saying so when somebody does", async () => {
    await opened("en/index.html", async (page) => {
      await page.clock.fastForward(7_000);
      await page.waitForTimeout(200);
      const clock = await page.evaluate(() => new Date().toISOString().slice(11, 16));
      const before = await page.locator("main").innerText();
      let tried = 0;
      await page.route("**/pointer.json", (route) => {
        tried++;
        return route.abort();
      });
      for (let minutes = 0; minutes < 14; minutes++) {
        await page.clock.fastForward(60_000);
        await page.waitForTimeout(50);
      }
      expect(tried).toBeGreaterThanOrEqual(4);
      expect(tried).toBeLessThanOrEqual(7);
      const said = await page.locator(".live.stale").innerText();
      expect(said).toBe(`This page is 14 minutes old: the source has not answered since ${clock}.`);
      expect((await page.locator("main").innerText()).replace(said, "").replaceAll(/\s+/g, "")).toBe(
        before.replaceAll(/\s+/g, ""),
      );
      await page.clock.fastForward(10_800_000);
      await expect.poll(() => page.locator(".live.stale").innerText()).toContain("This page is 3 hours old");
      await page.unroute("**/pointer.json");
      await page.evaluate(() => dispatchEvent(new Event("online")));
      await expect.poll(() => page.locator(".live").innerText()).toBe("");
    });
  }, 60_000);

  test("keeps its numbers when the pointer names a file that is not there, and has the new ones once it is", async () => {
    const pointer = join(root, "out", "pointer.json");
    await opened("index.html", async (page) => {
      const now = readFileSync(pointer, "utf8");
      const root64 = [...now.matchAll(/"root":"([0-9a-f]{64})"/g)].at(-1)?.[1] ?? "";
      const figures = async (): Promise<string> => await page.locator(".options").innerText();
      const [before, looks] = [await figures(), asked()];
      expect(root64).toMatch(/^[0-9a-f]{64}$/);
      writeFileSync(pointer, now.replace(root64, "0".repeat(64)));
      await page.clock.fastForward(7_000);
      await expect.poll(asked, { timeout: 10_000 }).toBeGreaterThan(looks);
      await page.waitForTimeout(500);
      expect(await figures()).toBe(before);
      await publish();
      await page.clock.fastForward(80_000);
      await page.locator(".as-of", { hasText: `edición ${editions}` }).waitFor();
      expect(await page.locator("main").innerText()).toContain(await votes());
    });
  }, 60_000);

  test("stays where it was turned back to", async () => {
    await opened("index.html?edition=1", async (page) => {
      const before = asked();
      await page.clock.fastForward(3_600_000);
      await page.waitForTimeout(200);
      expect(asked()).toBe(before);
      expect(await page.locator(".live").count()).toBe(0);
    });
  }, 60_000);

  test("served by acta serve, hears of an edition as soon as its files are there", async () => {
    const served = await serve(root, "--data", "data");
    const context = await browser.newContext({ locale: "es-PE" });
    const page = await context.newPage();
    await page.goto(served.address);
    const stream = await page.waitForRequest(/api\/v1\/events$/, { timeout: 20_000 });
    expect((await stream.response())?.status()).toBe(200);
    await record();
    await served.until("New publication");
    await page.locator(".as-of", { hasText: `edición ${editions}` }).waitFor({ timeout: 15_000 });
    expect(await page.locator("main").innerText()).toContain(await votes());
    await context.close();
    expect(await served.end()).toBe(0);
  }, 60_000);
});
