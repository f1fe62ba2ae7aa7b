// Everything a reader does with the site of the real runoff, in a real Chromium, twice: served by any file server, and by `acta serve`.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PERU, acta, actaJson, peruFile } from "../../../../scripts/acta-desk.js";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import { serve } from "../../../office/src/command/site/sample-serving.js";
import { PAGE_KINDS } from "./page-kinds.js";

const number = new Intl.NumberFormat("es-PE");

describeWithShared("the whole site of the real runoff", () => {
  describeWithBrowser("as a reader uses it", () => {
    const root = mkdtempSync(join(tmpdir(), "acta-whole-site-"));
    const out = join(root, "out");
    let browser: Browser;

    beforeAll(async () => {
      for (const name of ["08", "09", "17"] as const)
        expect((await acta(root, "import", PERU.runoff, "--source", peruFile(name), "--data", "data")).err).toBe("");
      const outlines = ["departments", "provinces", "districts"].map((level) => `${level}.topo.json`);
      const files = [...outlines, "ubigeo_distrito.csv"].map((name) => sharedPath("data", "geo-peru", name));
      expect((await acta(root, "geography", ...files, "--data", "data")).err).toBe("");
      expect((await acta(root, "publish", "out", "--data", "data")).err).toBe("");
      browser = await startBrowser();
    }, 900_000);
    afterAll(async () => {
      await browser.close();
      rmSync(root, { recursive: true, force: true });
    }, 300_000);

    const hosts = [
      {
        name: "a plain file server",
        open: async () => {
          const server = await serveFolder(out);
          return { address: server.address, close: async () => server.close() };
        },
      },
      {
        name: "acta serve",
        open: async () => {
          const server = await serve(root, "--data", "data", "--folder", "out");
          return { address: server.address, close: async () => void (await server.end()) };
        },
      },
    ];

    describe.each(hosts)("behind $name", ({ open }) => {
      let host: { readonly address: string; readonly close: () => Promise<void> };
      beforeAll(async () => {
        host = await open();
      }, 300_000);
      afterAll(() => host.close());

      /** Opens a page; nobody else may be asked for anything, and nothing may be refused. */
      async function opened(path: string, use: (page: Page) => Promise<void>): Promise<void> {
        const context = await browser.newContext({ locale: "es-PE", viewport: { width: 1440, height: 900 } });
        const page = await context.newPage();
        const wrong: string[] = [];
        page.on("console", (message) => wrong.push(message.text()));
        page.on("pageerror", (error) => wrong.push(error.message));
        page.on("request", (request) => {
          const url = request.url();
          if (!url.startsWith(host.address) && !url.startsWith("data:") && !url.startsWith("blob:")) wrong.push(url);
        });
        await go(page, path);
        await use(page);
        await context.close();
        expect(wrong, path).toEqual([]);
      }
      async function go(page: Page, path: string): Promise<void> {
        await page.goto(`${host.address}${path}`);
        if (!path.endsWith("index.html")) await ready(page);
      }
      const ready = (page: Page) =>
        page.locator("html[data-alive], .problem").first().waitFor({ state: "attached", timeout: 60_000 });

      test("the figures on the pages are those of acta results, of every edition", async () => {
        await opened("index.html", async (page) => {
          for (const [at, moment] of ["2021-06-08T16:15Z", "2021-06-08T22:20Z", "2021-06-17T17:00Z"].entries()) {
            const result = await actaJson(root, "results", "--data", "data", "--edition", moment);
            await go(page, `area.html?code=PE&edition=${at + 1}`);
            const text = await page.locator("main").innerText();
            for (const figure of [
              result.margin.votes,
              result.validVotes,
              ...result.options.map((each: { votes: number }) => each.votes),
            ])
              expect(text).toContain(number.format(figure));
          }
        });
      }, 120_000);

      test("a reader searches a place, goes down to it with the keyboard, and comes to a sheet of it", async () => {
        await opened("index.html", async (page) => {
          await page.focus("#q");
          await page.keyboard.type("san juan de lurigancho");
          await page.keyboard.press("Enter");
          await page.waitForURL(/search\.html/);
          await ready(page);
          await page.locator(".results a").first().focus();
          await page.keyboard.press("Enter");
          await page.waitForURL(/area\.html/);
          await ready(page);
          expect(await page.locator("h1").innerText()).toMatch(/San Juan de Lurigancho/i);
          const { areas } = await actaJson(root, "results", "--data", "data", "--level", "district", "--area", "14");
          const district = areas.find(
            (each: { area: { name: string } }) => each.area.name === "SAN JUAN DE LURIGANCHO",
          );
          expect(await page.locator("main").innerText()).toContain(number.format(district.validVotes));
          await page.locator("table.areas tbody a").first().click();
          await page.waitForURL(/code=[^&]*%2F/);
          await ready(page);
          expect(await page.locator("table.areas tbody tr").count()).toBeGreaterThan(0);
        });
      }, 120_000);

      test("station 026140 is found by its number and shows its three versions as acta history tells them", async () => {
        const { versions } = await actaJson(root, "history", "026140", "--data", "data");
        expect(versions).toHaveLength(3);
        await opened("search.html?q=26140", async (page) => {
          await page.click("text=Mesa 026140");
          await page.waitForURL(/station\.html\?code=026140/);
          await ready(page);
          const leaves = page.locator(".leaves button[aria-pressed]");
          expect(await leaves.count()).toBe(3);
          for (const [at, version] of versions.entries()) {
            await leaves.nth(at).click();
            expect(await page.locator(".version-facts").innerText()).toContain(
              `Asiento ${number.format(version.entry)}`,
            );
            const figures = await page.locator(".written .figure").allInnerTexts();
            const cells: readonly number[] = Object.values(version.cells);
            expect(figures).toEqual(cells.map((value) => number.format(value)));
          }
        });
      }, 120_000);

      test("the rail of the timeline turns the page back and every link keeps that moment", async () => {
        await opened("timeline.html", async (page) => {
          await page.locator("#moment").focus();
          await page.keyboard.press("ArrowLeft");
          await page.waitForURL(/edition=2/);
          await page.locator(".notice.earlier").waitFor();
          await page.locator(".scrubber .ways a").click();
          await page.waitForURL(/index\.html\?edition=2/);
          await ready(page);
          const before = await actaJson(root, "results", "--data", "data", "--edition", "2021-06-08T22:20Z");
          expect(await page.locator("h1").innerText()).toContain(number.format(before.margin.votes));
        });
      }, 120_000);

      test("the other language is the same page at the same moment", async () => {
        await opened("area.html?code=140101&edition=2", async (page) => {
          const votes = await page.locator(".options tbody td").allInnerTexts();
          await page.click(".languages a");
          await page.waitForURL(/\/en\/area\.html\?code=140101&edition=2/);
          await ready(page);
          expect(await page.locator("html").getAttribute("lang")).toBe("en");
          const digits = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/\D/g, ""));
          expect(digits(await page.locator(".options tbody td").allInnerTexts())).toEqual(digits(votes));
        });
      }, 120_000);

      test("no page of any kind asks anybody else for anything", async () => {
        const paths = PAGE_KINDS.flatMap(({ shell }) => (shell === null ? [] : [shell]));
        for (const path of ["index.html", "area/14/index.html", "area.html?code=PE", ...paths, "verify/index.html"])
          await opened(path.startsWith("verify") ? "index.html" : path, async (page) => {
            if (path.startsWith("verify")) await page.goto(`${host.address}${path}`);
            // Behind acta serve a page listens for news for ever: there is no moment without a connection.
            await page.waitForLoadState("load");
            await page.waitForTimeout(500);
          });
      }, 240_000);
    });

    test("recounted in the page the folder is green, and red when one byte of it was altered, naming the station", async () => {
      const altered = join(root, "altered");
      cpSync(out, altered, { recursive: true });
      const row = /\["026140",[^\]]*?,(\d)/;
      const file = readdirSync(join(altered, "data")).find((name) =>
        row.test(readFileSync(join(altered, "data", name), "utf8")),
      );
      const path = join(altered, "data", file ?? "");
      const text = readFileSync(path, "utf8");
      const at = (row.exec(text)?.index ?? 0) + (row.exec(text)?.[0].length ?? 1) - 1;
      writeFileSync(path, `${text.slice(0, at)}${text[at] === "1" ? "2" : "1"}${text.slice(at + 1)}`);
      for (const [folder, says] of [
        [out, /Todo cuadra/],
        [altered, /026140/],
      ] as const) {
        const server = await serveFolder(folder);
        const page = await browser.newPage({ locale: "es-PE" });
        await page.goto(`${server.address}verify/index.html`);
        if (folder === altered) await page.locator("input[type=checkbox]").first().check();
        await page.click("button[type=submit]");
        const answer = page.locator("#outcome > #answer");
        await answer.waitFor({ timeout: 400_000 });
        expect(await answer.innerText()).toMatch(says);
        await page.close();
        server.close();
      }
    }, 900_000);
  });
});
