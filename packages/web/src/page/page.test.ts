import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishSample } from "../../../../scripts/published-folder.js";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import type { Middlebox } from "../../../../scripts/static-server.js";

describeWithBrowser("the page of a published folder, in a real browser", () => {
  const root = mkdtempSync(join(tmpdir(), "acta-page-"));
  const published = join(root, "out");
  let browser: Browser;
  let key = "";

  beforeAll(async () => {
    await publishSample(root);
    key = readFileSync(join(root, "data", "keys", "recorder.pub"), "utf8").trim();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** Opens the page of a folder, presses its one button, and hands over what it shows. */
  async function verified(
    folder: string,
    use: (page: Page, answer: string) => Promise<void> | void,
    { locale = "en-US", key: typed = "", between }: { locale?: string; key?: string; between?: Middlebox } = {},
  ): Promise<void> {
    const server = await serveFolder(folder, between);
    const context = await browser.newContext({ locale, viewport: { width: 360, height: 800 } });
    try {
      const page = await context.newPage();
      const refused: string[] = [];
      page.on("console", (message) => refused.push(message.text()));
      page.on("pageerror", (error) => refused.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(server.address)) refused.push(request.url());
      });
      await page.goto(`${server.address}verify/index.html`);
      if (typed !== "") await page.fill("#key", typed);
      await use(page, await press(page));
      expect(refused).toEqual([]);
    } finally {
      await context.close();
      server.close();
    }
  }

  async function press(page: Page): Promise<string> {
    await page.click("button[type=submit]");
    const answer = page.locator("#outcome > #answer");
    await answer.waitFor();
    return await answer.innerText();
  }

  /** A copy of the folder in which one file has been altered. */
  function altered(path: RegExp, change: (text: string) => string): string {
    const copy = mkdtempSync(join(root, "altered"));
    cpSync(published, copy, { recursive: true });
    const entries = readdirSync(copy, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const files = entries.map((entry) => join(entry.parentPath, entry.name));
    const changed = files.filter((file) => {
      const before = readFileSync(file, "latin1");
      if (!path.test(relative(copy, file)) || change(before) === before) return false;
      writeFileSync(file, change(before), "latin1");
      return true;
    });
    expect(changed.length).toBeGreaterThan(0);
    return copy;
  }

  test("recounts a small folder, fetches all of it, and remembers who signed", async () => {
    await verified(published, async (page, first) => {
      expect(first).toContain("Everything agrees");
      expect(first).toContain("Consistent, signer unknown");
      expect(first).toMatch(/\d+\s+Files made again and compared byte for byte/);
      expect(first).not.toContain("only their hash");
      const second = await press(page);
      expect(second).toContain("Signed with the same key as at your verification of");
      expect(second).toContain("none was taken back or altered");
    });
  });

  test("says so in Spanish, and that the key was given", async () => {
    await verified(published, (_, answer) => expect(answer).toContain("Firmado con la clave que usted indicó"), {
      locale: "es-PE",
      key,
    });
  });

  test("changes its language and keeps what was typed", async () => {
    await verified(published, async (page) => {
      await page.fill("#key", "something");
      await page.click("button.language");
      expect(await page.locator("h1").innerText()).toBe("Recuente usted mismo");
      expect(await page.inputValue("#key")).toBe("something");
      expect(await page.getAttribute("html", "lang")).toBe("es");
    });
  });

  test("names the station whose row was altered by one byte in a data file", async () => {
    const folder = altered(/^data/, (text) => text.replace(/(\["000050",.*?),49,/, "$1,48,"));
    await verified(folder, async (page, answer) => {
      expect(answer).toContain("Not as published");
      expect(answer).toContain("000050");
      expect(await page.locator(".answer.differs").count()).toBe(1);
    });
  });

  test("names the entry and the station of a sheet that was altered by one byte", async () => {
    const folder = altered(/^tile.entries/, (text) =>
      text.replace('["000050","counted",[49,', '["000050","counted",[48,'),
    );
    await verified(folder, (_, answer) => expect(answer).toMatch(/entry \d+ \(station 000050\)/));
  });

  test("refuses another key than the one that signed, and one that is none", async () => {
    const other = `${key.split("+")[0]}+32b5d14b+AZJYyoGvCfzxn3pqTnJpLNmUGjQX26G7NdtKqyeo0mWK`;
    await verified(published, (_, answer) => expect(answer).not.toContain("Everything agrees"), { key: other });
    await verified(published, (_, answer) => expect(answer).toContain("It could not be verified"), { key: "nonsense" });
  });

  test("says in one line that a file is cut off, and that a pointer is none", async () => {
    const cut: Middlebox = (path, bytes) => (path.startsWith("/tile/0/") ? bytes.subarray(0, 64) : undefined);
    await verified(published, (page, answer) => differencesOf(page, answer, ["ends after 64 of"]), { between: cut });
    const folder = altered(/^pointer.json/, () => "");
    await verified(folder, (_, answer) => expect(answer).toContain("not the pointer of a published folder"));
  });

  async function differencesOf(page: Page, answer: string, wanted: readonly string[]): Promise<void> {
    const lines = await page.locator(".differences li").allInnerTexts();
    expect(lines, answer).toHaveLength(wanted.length);
    for (const [at, line] of lines.entries()) expect(line).toContain(wanted[at]);
  }

  test("asks once more, past the caches, for a file that a cache keeps too long", async () => {
    const old: Middlebox = (path, bytes, isFresh) =>
      isFresh || !/checkpoint|manifest|entries/.test(path) ? undefined : bytes.subarray(0, bytes.length >> 1);
    await verified(published, (_, answer) => expect(answer).toContain("Everything agrees"), { between: old });
  });

  test("fits a phone in both languages and both themes", async () => {
    for (const colorScheme of ["light", "dark"] as const)
      for (const locale of ["es-PE", "en-US"])
        await verified(
          published,
          async (page) => {
            await page.emulateMedia({ colorScheme });
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
          },
          { locale },
        );
  });
});
