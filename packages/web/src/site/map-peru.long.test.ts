import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PERU, acta, actaJson, peruFile } from "../../../../scripts/acta-desk.js";
import { barriersOn } from "../../../../scripts/page-barriers.js";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import type { StaticServer } from "../../../../scripts/static-server.js";

const OUTLINES = ["departments.topo.json", "provinces.topo.json", "districts.topo.json", "ubigeo_distrito.csv"];

describeWithShared("the maps of the real runoff", () => {
  describeWithBrowser("in a real browser", () => {
    const root = mkdtempSync(join(tmpdir(), "acta-map-peru-"));
    const out = join(root, "out");
    let browser: Browser;
    let server: StaticServer;
    let site: {
      readonly maps: readonly { readonly levels: readonly object[]; readonly problems: readonly object[] }[];
    };

    beforeAll(async () => {
      for (const name of ["09", "17"] as const)
        expect((await acta(root, "import", PERU.runoff, "--source", peruFile(name), "--data", "data")).err).toBe("");
      const files = OUTLINES.map((name) => sharedPath("data", "geo-peru", name));
      expect((await acta(root, "geography", ...files, "--data", "data")).err).toBe("");
      ({ site } = await actaJson(root, "publish", "out", "--data", "data"));
      server = await serveFolder(out);
      browser = await startBrowser();
    }, 900_000);
    afterAll(async () => {
      await browser.close();
      server.close();
      rmSync(root, { recursive: true, force: true });
    }, 300_000);

    async function opened(path: string, use: (page: Page) => Promise<void>, width = 1440): Promise<void> {
      const context = await browser.newContext({ locale: "es-PE", bypassCSP: true, viewport: { width, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${server.address}${path}`);
      const isMade = path.includes("?") || path.includes("map.html");
      await page
        .locator(isMade ? "html[data-alive], .problem" : "html[data-script]")
        .first()
        .waitFor({ state: "attached", timeout: 120_000 });
      await use(page);
      await context.close();
    }

    const labels = (page: Page): Promise<readonly string[]> =>
      page.locator(".map .marks a").evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label") ?? ""));

    test("draw all 25 departments, 196 provinces and 1,874 districts, and abroad beside them", () => {
      expect(site.maps.map(({ levels, problems }) => ({ levels, problems }))).toEqual([
        {
          levels: [
            { level: "department", areas: 30, apart: 5, outlined: 25, placed: 0, unused: 0 },
            { level: "province", areas: 273, apart: 77, outlined: 196, placed: 0, unused: 0 },
            { level: "district", areas: 2082, apart: 208, outlined: 1870, placed: 4, unused: 15 },
          ],
          problems: [],
        },
      ]);
    });

    test("say of every department what the command says", async () => {
      const { areas } = await actaJson(root, "results", "--data", "data", "--level", "department");
      await opened("index.html", async (page) => {
        const said = await labels(page);
        expect(said).toHaveLength(30);
        const number = new Intl.NumberFormat("es-PE");
        for (const { margin, stations } of areas) {
          const votes = `por ${number.format(margin.votes)} voto`;
          const counted = `${number.format(stations.counted)} de ${number.format(stations.total)} actas`;
          expect(
            said.some((text) => text.includes(votes) && text.includes(counted)),
            votes,
          ).toBe(true);
        }
        expect(said[0]).toMatch(/^Lima\nFuerza Popular va adelante por 1,818,546 votos\./);
        expect(await page.locator(".map-panel").innerText()).toBe("Peruanos en el extranjero");
      });
    });

    test("say of every district what its table says, in one map, of the newest edition and of an earlier one", async () => {
      for (const [path, edition] of [
        ["map.html", "2021-06-17T17:00Z"],
        ["map.html?edition=1", "2021-06-08T22:20Z"],
      ] as const) {
        const whole = await actaJson(root, "results", "--data", "data", "--level", "district", "--edition", edition);
        await opened(path, async (page) => {
          expect(await page.locator(".problem").count()).toBe(0);
          const said = await labels(page);
          expect(said).toHaveLength(1874);
          const number = new Intl.NumberFormat("es-PE");
          const margins = new Set(whole.areas.map((area: { margin: { votes: number } }) => area.margin.votes));
          for (const text of said) {
            const votes = /por ([\d,]+) voto/.exec(text)?.[1];
            if (votes !== undefined) expect(margins.has(Number(votes.replaceAll(",", ""))), text).toBe(true);
          }
          const largest = Math.max(...whole.areas.map((area: { margin: { votes: number } }) => area.margin.votes));
          expect(said[0]).toContain(number.format(largest));
          expect(await page.locator(".map > details summary").innerText()).toContain(
            "208 ámbitos sin lugar en el mapa",
          );
        });
      }
    });

    test("lead from the country to a district of Puno by keyboard alone", async () => {
      await opened("index.html", async (page) => {
        await page.locator('.map .marks a[tabindex="0"]').focus();
        for (let press = 0; press < 30; press++) {
          const at = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
          if (at.startsWith("Puno\n")) break;
          await page.keyboard.press("ArrowRight");
        }
        await page.keyboard.press("Enter");
        await page.waitForURL(/area\/20\//);
        await page.locator("html[data-script]").waitFor({ state: "attached" });
        expect(await page.locator(".shapes path").count()).toBe(13);
        await page.locator('.map .marks a[tabindex="0"]').focus();
        await page.keyboard.press("Enter");
        await page.waitForURL(/area\/20\d\d\//);
        expect(await page.locator(".shapes path").count()).toBeGreaterThan(3);
      });
    });

    test("stay within their budgets: an area's map and figures under 20 kB, the first page with its data under 100 kB", () => {
      const maps = join(out, "assets", "maps");
      const index = JSON.parse(readFileSync(join(out, "assets", "peru-2021-runoff.president.maps.json"), "utf8"));
      for (const name of readdirSync(maps)) expect(statSync(join(maps, name)).size, name).toBeLessThanOrEqual(16_000);
      for (const [code, name] of Object.entries(index.maps))
        expect(statSync(join(maps, `${String(name)}.json`)).size, code).toBeLessThanOrEqual(8000);
      for (let at = 0; at < index.figures.files; at++)
        expect(statSync(join(out, "assets", `peru-2021-runoff.president.lowest.${at}.json`)).size).toBeLessThan(20_000);
      const first = ["index.html", "assets/style.css", "assets/peru-2021-runoff.css", "assets/alive.js"];
      expect(first.reduce((sum, path) => sum + statSync(join(out, path)).size, 0)).toBeLessThanOrEqual(100_000);
    });

    test("have no barrier that axe finds, and fit a phone and a desk", async () => {
      for (const width of [360, 768, 1440])
        for (const path of ["index.html", "en/area/14/index.html", "map.html"])
          await opened(
            path,
            async (page) => {
              const wide = await page.evaluate(() => document.documentElement.scrollWidth);
              expect(wide, `${path} ${width}`).toBeLessThanOrEqual(width);
              if (width === 360) expect(await barriersOn(page), path).toEqual([]);
            },
            width,
          );
    });
  });
});
