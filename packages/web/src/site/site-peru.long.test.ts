import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PERU, acta, actaJson, peruFile } from "../../../../scripts/acta-desk.js";
import { barriersOn } from "../../../../scripts/page-barriers.js";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { describeWithShared } from "../../../../scripts/shared-data.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import type { StaticServer } from "../../../../scripts/static-server.js";

describeWithShared("the site of the real runoff", () => {
  describeWithBrowser("in a real browser", () => {
    const root = mkdtempSync(join(tmpdir(), "acta-site-peru-"));
    const out = join(root, "out");
    let browser: Browser;
    let server: StaticServer;
    let published: { site: { pages: number; seconds: number } };

    beforeAll(async () => {
      for (const name of ["08", "09", "17"] as const)
        expect((await acta(root, "import", PERU.runoff, "--source", peruFile(name), "--data", "data")).err).toBe("");
      published = await actaJson(root, "publish", "out", "--data", "data");
      server = await serveFolder(out);
      browser = await startBrowser();
    }, 600_000);
    afterAll(async () => {
      await browser.close();
      server.close();
      rmSync(root, { recursive: true, force: true });
    });

    async function opened(path: string, use: (page: Page) => Promise<void>, javaScriptEnabled = true): Promise<void> {
      const context = await browser.newContext({ locale: "es-PE", bypassCSP: true, javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(`${server.address}${path}`);
      if (javaScriptEnabled && path.includes("?"))
        await page.locator("html[data-alive], .problem").first().waitFor({ state: "attached" });
      await use(page);
      await context.close();
    }

    const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, " ");

    test("says what the command says, of every edition", async () => {
      const moments = ["2021-06-08T16:15Z", "2021-06-08T22:20Z", "2021-06-17T17:00Z"];
      for (const [at, moment] of moments.entries()) {
        const result = await actaJson(root, "results", "--data", "data", "--edition", moment);
        await opened(at === 2 ? "index.html" : `index.html?edition=${at + 1}`, async (page) => {
          const text = plain(await page.locator("main").innerText());
          const number = new Intl.NumberFormat("es-PE");
          expect(text).toContain(`Pedro Castillo va adelante por ${number.format(result.margin.votes)} votos`);
          for (const { votes, shareOfValid } of result.options) {
            expect(text).toContain(number.format(votes));
            const percent = ((100 * shareOfValid.numerator) / shareOfValid.denominator).toFixed(3);
            expect(text).toContain(`${percent} %`);
          }
          expect(text).toContain(`${number.format(result.stations.processed)} de 86,488 actas`);
          expect(text).toContain(`${number.format(result.stations.counted)} de 86,488 actas`);
          const { materiality } = await actaJson(root, "disputes", "--data", "data", "--edition", moment);
          const [flip] = materiality.gates;
          expect(text).toContain(`Anular ${flip.flip.stations} mesas`);
          expect(text).toContain("Solicitudes de nulidad: no cargadas.");
        });
      }
    });

    test("says of the last edition what stood on the front page at noon of 17 June", async () => {
      await opened(
        "index.html",
        async (page) => {
          expect(await page.locator("h1").innerText()).toBe("Pedro Castillo va adelante por 43,957 votos");
          expect(plain(await page.locator(".lead").innerText())).toBe(
            "La ventaja es de 0.249 puntos sobre 17,627,349 votos válidos. Todas las actas están contabilizadas; 220 fueron anuladas. " +
              "Solicitudes de nulidad: no cargadas. Para que cambie el resultado tendrían que anularse por lo menos 183 mesas determinadas.",
          );
          const text = await page.locator("main").innerText();
          expect(text).toContain("La ventaja de Pedro Castillo bajó de 85,574 a 43,957 votos.");
          expect(await page.locator("table.areas").first().locator("tbody tr").count()).toBe(30);
        },
        false,
      );
    });

    test("draws the most that is open of the second edition: 1,354 flagged and 1,648 pending", async () => {
      await opened("index.html?edition=2", async (page) => {
        const text = await page.locator(".margin-bar").innerText();
        expect(text).toContain("1,354 actas observadas, para envío al JEE");
        expect(text).toContain("1,648 actas pendientes o sin datos");
        expect(text).toContain("477,763");
      });
    });

    test("gives each area the figures of the command, down to a district", async () => {
      for (const [path, level, code] of [
        ["area/14/index.html", "department", "14"],
        ["en/area/1401/index.html", "province", "1401"],
        ["area.html?code=140101", "district", "140101"],
      ] as const) {
        const { areas } = await actaJson(root, "results", "--data", "data", "--level", level);
        const area = areas.find((each: { area: { code: string } }) => each.area.code === code);
        await opened(path, async (page) => {
          const text = await page.locator("main").innerText();
          for (const { votes } of area.options) expect(text).toContain(new Intl.NumberFormat("es-PE").format(votes));
        });
      }
    });

    test("finds station 026140, whose place does not hold its neighbours by number", async () => {
      await opened("search.html?q=26140", async (page) => {
        await page.click("text=Mesa 026140");
        await page.waitForURL(/station\.html\?code=026140/);
        await page.locator("h1").waitFor();
        expect(await page.locator("main").innerText()).toContain("IE RAFAEL NARVAEZ CADENILLAS");
      });
    });

    test("has no barrier that axe finds", async () => {
      for (const path of [
        "index.html",
        "index.html?edition=2",
        "area/14/index.html",
        "area.html?code=140101",
        "search.html?q=san",
        "compare.html?a=fp",
      ])
        await opened(path, async (page) => {
          expect(await barriersOn(page), path).toEqual([]);
        });
    });

    test("stays within its budgets: 100 kB for the first page, 20 kB for any data file that an area page reads", async () => {
      let sent = 0;
      await opened("index.html", async (page) => {
        for (const path of ["index.html", "assets/style.css", "assets/peru-2021-runoff.css", "assets/alive.js"])
          sent += statSync(join(out, path)).size;
        expect(await page.locator("h1").count()).toBe(1);
      });
      expect(sent).toBeLessThanOrEqual(100_000);
      for (const name of readdirSync(join(out, "data")))
        expect(statSync(join(out, "data", name)).size, name).toBeLessThan(20_000);
      expect(published.site.seconds).toBeLessThan(20);
      expect(readFileSync(join(out, "manifest.files"), "utf8")).toContain(" en/area/1401/index.html\n");
    });
  });
});
