// Citing figures, putting them into other pages, and words explained on tap, in a real browser.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actaJson } from "../../../../scripts/acta-desk.js";
import { barriersOn } from "../../../../scripts/page-barriers.js";
import { publishSample } from "../../../../scripts/published-folder.js";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import type { StaticServer } from "../../../../scripts/static-server.js";
import { serve } from "../../../office/src/command/site/sample-serving.js";

describeWithBrowser("figures that are cited", () => {
  const root = mkdtempSync(join(tmpdir(), "acta-citing-"));
  let browser: Browser;
  let server: StaticServer;

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

  async function opened(
    address: string,
    use: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 360, height: 800 }, ...options });
    const page = await context.newPage();
    await page.goto(address);
    await use(page);
    await context.close();
  }
  const shown = (page: Page) => page.locator("html[data-alive], .problem").first().waitFor({ state: "attached" });
  const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, " ");

  test("are copied as a sentence with base, edition, time and the address at which they stand for ever", async () => {
    const whole = await actaJson(root, "results", "--data", "data");
    const [first] = whole.options;
    await opened(
      `${server.address}en/index.html`,
      async (page) => {
        await page.click(".cite summary");
        await page.locator(".cite .copy").nth(1).click();
        await page.locator(".cite .copy", { hasText: "Copied" }).waitFor();
        const copied = plain(await page.evaluate(() => navigator.clipboard.readText()));
        const address = /http:\S+$/.exec(copied)?.[0] ?? "";
        const votes = new Intl.NumberFormat("en-GB").format(first.votes);
        const base = new Intl.NumberFormat("en-GB").format(whole.validVotes);
        expect(copied).toContain(`Ana: ${votes} votes in X`);
        expect(copied).toContain(`of ${base} valid votes (Sample, edition 2, state of the count on 2 February 2026`);
        const query = new URL(address).searchParams;
        expect([query.get("code"), query.get("election"), query.get("contest"), query.get("policy")]).toEqual([
          "X",
          "sample",
          "president",
          "counted",
        ]);
        expect(query.get("edition")).toMatch(/^20260202T200000Z-[0-9a-f]{8}$/);
        await page.goto(address);
        await shown(page);
        expect(
          await page
            .locator(`${new URL(address).hash} td`)
            .nth(1)
            .innerText(),
        ).toBe(votes);
        expect(await page.evaluate(() => document.querySelector(":target")?.id)).toBe("votes-a");
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  test("can be read and followed without any script", async () => {
    await opened(
      `${server.address}index.html`,
      async (page) => {
        await page.click(".cite summary");
        expect(await page.locator(".cite li").count()).toBe(5);
        expect(await page.locator(".cite .copy, .snippets").first().isVisible()).toBe(false);
        expect(await page.locator(".cite a").first().getAttribute("href")).toContain("edition=20260202T200000Z-");
      },
      { javaScriptEnabled: false },
    );
  });

  test("stand under the policy that the address names, and one that there is not is said so", async () => {
    const filed = await actaJson(root, "results", "--data", "data", "--policy", "first-filed");
    const counted = await actaJson(root, "results", "--data", "data");
    expect(filed.validVotes).not.toBe(counted.validVotes);
    await opened(`${server.address}en/area.html?code=X&policy=first-filed`, async (page) => {
      await shown(page);
      const text = await page.locator(".story").innerText();
      expect(text).toContain(new Intl.NumberFormat("en-GB").format(filed.validVotes));
      expect(text).toContain("Under the policy “first-filed”: at the figures first filed.");
      await page.goto(`${server.address}en/area.html?code=X&policy=wishful`);
      await shown(page);
      expect(await page.locator(".problem").innerText()).toBe(
        "There is no policy wishful here; there is: counted, as-filed, undisputed, first-filed.",
      );
    });
  });

  test("have what a link card needs", async () => {
    await opened(`${server.address}index.html`, async (page) => {
      const card = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute("content");
      expect(await card("title")).toBe(await page.title());
      expect(await card("description")).toContain("La ventaja es de");
      expect([await card("type"), await card("locale"), await card("site_name")]).toEqual([
        "article",
        "es_PE",
        "Sample",
      ]);
    });
  });

  test("stand in a page of others by the line that is offered, which follows the count or stays; no other page can be framed", async () => {
    const served = await serve(root, "--data", "data");
    const snippets: string[] = [];
    await opened(`${served.address}en/index.html`, async (page) => {
      await page.click(".cite summary");
      for (const each of await page.locator("[data-embed]").all()) snippets.push(await each.innerText());
    });
    expect(snippets).toHaveLength(2);
    expect(snippets[0]).toContain(`src="${served.address}en/embed.html?`);
    const page = `<!doctype html><title>paper</title>${snippets.join("")}<iframe src="${served.address}en/index.html"></iframe>`;
    writeFileSync(join(root, "out", "paper.html"), page);
    await opened(`${server.address}paper.html`, async (paper) => {
      for (const at of [0, 1]) {
        const frame = paper.frameLocator("iframe").nth(at);
        await frame.locator(".options").waitFor();
        expect(await frame.locator(".as-of").innerText()).toContain("edition 2");
        expect(await frame.locator("nav, .masthead, .foot").count()).toBe(0);
        expect(await frame.locator("main").innerText()).toContain("Made-up election");
        expect(await frame.locator(".live").count()).toBe(1 - at);
      }
      const other = paper.frames().find((each) => each.url().includes("chrome-error"));
      expect(other).toBeDefined();
      const [whole] = await Promise.all([
        paper.waitForNavigation(),
        paper.frameLocator("iframe").first().locator("a").click(),
      ]);
      expect(whole?.url()).toContain("area.html?code=X");
    });
    expect(await served.end()).toBe(0);
  }, 60_000);

  test("are put into words whose meaning opens on tap and from the keyboard, without script too", async () => {
    for (const javaScriptEnabled of [true, false])
      await opened(
        `${server.address}index.html`,
        async (page) => {
          const term = page.locator(".lead .term", { hasText: "votos válidos" });
          await term.click();
          const meaning = page.locator("#meaning-validVotes");
          expect(await meaning.isVisible()).toBe(true);
          expect(await meaning.innerText()).toContain("Ni los en blanco ni los nulos.");
          await page.keyboard.press("Escape");
          expect(await meaning.isVisible()).toBe(false);
          await term.focus();
          await page.keyboard.press("Enter");
          expect(await meaning.isVisible()).toBe(true);
          expect(await page.locator(".lead .term", { hasText: "votos válidos" }).count()).toBe(1);
        },
        { javaScriptEnabled },
      );
  });

  test("have no barrier that axe finds, opened and in others' pages", async () => {
    for (const [language, colorScheme] of [
      ["", "light"],
      ["en/", "dark"],
    ] as const)
      await opened(
        `${server.address}${language}index.html`,
        async (page) => {
          await page.click(".cite summary");
          await page.locator(".term").first().click();
          expect(await barriersOn(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
          await page.goto(`${server.address}${language}embed.html?code=X`);
          await shown(page);
          expect(await barriersOn(page)).toEqual([]);
        },
        { colorScheme, bypassCSP: true },
      );
  }, 60_000);
});
