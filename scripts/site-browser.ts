// Opens pages of a published site in a real Chromium, from a plain web server: for tests of what readers see.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { barriersOn } from "./page-barriers.js";
import { serveFolder } from "./static-server.js";
import type { Middlebox } from "./static-server.js";

/** How a page is opened, and what stands between the folder and the reader. */
export interface OpenOptions extends BrowserContextOptions {
  readonly between?: Middlebox;
}

/** Opens a page of a folder and closes it after use: nothing may go wrong in it, and nobody else may be asked for anything. */
export async function withPage(
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

/** axe finds no barrier on any of the pages, in both languages and themes; none is wider than the screen at 360, 768 and 1440 px. */
export async function expectForEverybody(browser: Browser, folder: string, paths: readonly string[]): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const)
    for (const language of ["", "en/"])
      for (const path of paths)
        await withPage(
          browser,
          folder,
          `${language}${path}`,
          async (page) => {
            for (const width of [360, 768, 1440]) {
              await page.setViewportSize({ width, height: 900 });
              const wide = await page.evaluate(() => document.documentElement.scrollWidth);
              expect(wide, `${language}${path} ${width}`).toBeLessThanOrEqual(width);
            }
            expect(await barriersOn(page), `${language}${path} ${colorScheme}`).toEqual([]);
          },
          { colorScheme, bypassCSP: true },
        );
}
