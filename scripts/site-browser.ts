// Opens pages of a published site in a real Chromium, from a plain web server: for tests of what readers see.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { barriersOn } from "./page-barriers.js";
import { startBrowser } from "./real-browser.js";
import { serveFolder } from "./static-server.js";
import type { Middlebox } from "./static-server.js";

/** How a page is opened, and what stands between the folder and the reader. */
interface OpenOptions extends BrowserContextOptions {
  readonly between?: Middlebox;
}

/** A site that is published once for the tests of a file, and the browser in which they open it. */
interface TestedSite {
  /** Where it is published from, and the published folder in it. */
  readonly root: string;
  readonly out: string;
  /** While tests run. */
  readonly browser: () => Browser;
  readonly opened: (path: string, use: (page: Page) => Promise<void>, options?: OpenOptions) => Promise<void>;
}

/** Publishes a site to `out` below a folder of its own before the tests of a file, and takes it away after them. */
export function testedSite(name: string, publish: (root: string) => Promise<void>): TestedSite {
  const root = mkdtempSync(join(tmpdir(), `acta-${name}-`));
  const out = join(root, "out");
  let started: Browser | null = null;
  beforeAll(async () => {
    await publish(root);
    started = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await started?.close();
    rmSync(root, { recursive: true, force: true });
  });
  const browser = (): Browser => {
    if (started === null) throw new Error("no browser before the tests");
    return started;
  };
  return { root, out, browser, opened: (path, use, options) => withPage(browser(), out, path, use, options) };
}

/** Opens a page of a folder and closes it after use: nothing may go wrong in it, and nobody else may be asked for anything. */
async function withPage(
  browser: Browser,
  folder: string,
  path: string,
  use: (page: Page) => Promise<void>,
  { between, ...options }: OpenOptions = {},
): Promise<void> {
  const server = await serveFolder(folder, between);
  const context = await browser.newContext({ locale: "es-PE", viewport: { width: 360, height: 800 }, ...options });
  try {
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("console", (message) => wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(server.address) && !/^(?:data:image\/svg\+xml,|blob:)/.test(url)) wrong.push(url);
    });
    await page.goto(`${server.address}${path}`);
    await ready(page);
    await use(page);
    expect(wrong).toEqual([]);
  } finally {
    await context.close();
    server.close();
  }
}

/** Until the page was made from its data, or says why it could not be. */
export async function ready(page: Page): Promise<void> {
  await page.locator("html[data-alive], .problem").first().waitFor({ state: "attached" });
}

/** Words at the heads of columns that are broken over two lines; what is no word (a name from a hostile file) may be. */
async function brokenHeads(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const broken: string[] = [];
    for (const head of document.querySelectorAll("thead th")) {
      const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        for (const word of (node.textContent ?? "").matchAll(/(?<!\S)\p{L}+(?!\S)/gu)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word[0]);
        }
    }
    return broken;
  });
}

/**
 * axe finds no barrier on any of the pages, in both languages and themes; at 360, 768, 1024 and 1440 px none is wider than the screen, and no word at the head
 * of a column is broken.
 */
export async function expectForEverybody(browser: Browser, folder: string, paths: readonly string[]): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const)
    for (const language of ["", "en/"])
      for (const path of paths)
        await withPage(
          browser,
          folder,
          `${language}${path}`,
          async (page) => {
            for (const width of [360, 768, 1024, 1440]) {
              await page.setViewportSize({ width, height: 900 });
              const wide = await page.evaluate(() => document.documentElement.scrollWidth);
              expect(wide, `${language}${path} ${width}`).toBeLessThanOrEqual(width);
              expect(await brokenHeads(page), `${language}${path} ${width}`).toEqual([]);
            }
            expect(await barriersOn(page), `${language}${path} ${colorScheme}`).toEqual([]);
          },
          { colorScheme, bypassCSP: true },
        );
}
