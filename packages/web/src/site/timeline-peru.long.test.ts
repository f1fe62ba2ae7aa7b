import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PERU, acta, actaJson, peruFile } from "../../../../scripts/acta-desk.js";
import { barriersOn } from "../../../../scripts/page-barriers.js";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import type { StaticServer } from "../../../../scripts/static-server.js";

describeWithShared("the timeline and the charts of the real runoff, with its 94 official bulletins", () => {
  describeWithBrowser("in a real browser", () => {
    const root = mkdtempSync(join(tmpdir(), "acta-timeline-peru-"));
    let browser: Browser;
    let server: StaticServer;

    beforeAll(async () => {
      const files = [
        ...(["08", "09", "17"] as const).map((name) => [PERU.runoff, peruFile(name)] as const),
        [PERU.runoff, sharedPath("peru", "editions-2021-runoff.json")] as const,
        [PERU.firstRound, peruFile("first")] as const,
      ];
      for (const [definition, source] of files)
        expect((await acta(root, "import", definition, "--source", source, "--data", "data")).code).toBe(0);
      expect((await acta(root, "publish", "out", "--data", "data")).code).toBe(0);
      server = await serveFolder(join(root, "out"));
      browser = await startBrowser();
    }, 600_000);
    afterAll(async () => {
      await browser.close();
      server.close();
      rmSync(root, { recursive: true, force: true });
    }, 120_000);

    async function opened(path: string, use: (page: Page) => Promise<void>): Promise<void> {
      const context = await browser.newContext({
        locale: "es-PE",
        bypassCSP: true,
        viewport: { width: 360, height: 800 },
      });
      const page = await context.newPage();
      await page.goto(`${server.address}${path}`);
      await page.locator("html[data-alive], .problem").first().waitFor({ state: "attached" });
      await use(page);
      await context.close();
    }

    async function csv(page: Page, chart: string): Promise<readonly Readonly<Record<string, string>>[]> {
      const given = page.waitForEvent("download");
      await page.locator(`#${chart} button`, { hasText: "CSV" }).first().click();
      return parse(readFileSync(await (await given).path(), "utf8"), { columns: true });
    }

    const runoff = (...given: readonly string[]) =>
      actaJson(root, ...given, "--data", "data", "--election", "peru-2021-runoff");

    test("says when the lead changed, as the bulletins of that morning have it", async () => {
      await opened("timeline.html", async (page) => {
        expect((await page.locator("h1").innerText()).replaceAll(/\s/g, " ")).toBe(
          "Pedro Castillo pasó adelante de Keiko Fujimori el 7 jun., entre las 10:48 y las 11:19",
        );
      });
    });

    test("has the margins that acta editions --margin finds: all 73 moments of the whole contest, and those of the three editions", async () => {
      await opened("timeline.html", async (page) => {
        const rows = await csv(page, "margin");
        expect(rows).toHaveLength(73);
        for (const margin of [617_443, 102_108, 77_921, 85_574, 43_957, 44_263]) {
          const answer = await runoff("editions", "--margin", String(margin));
          expect(answer.counts).toBe(73);
          const here = rows.filter(({ lead }) => Math.abs(Number(lead)) === margin).map(({ asOf }) => asOf);
          const there = answer.exact.map((each: { point: { asOf: string } }) => each.point.asOf);
          expect(here.toSorted(), String(margin)).toEqual(there.toSorted());
        }
      });
    });

    test("explains each margin as acta disputes does", async () => {
      for (const [number, moment] of [
        [2, "2021-06-08T22:20Z"],
        [3, "2021-06-17T17:00Z"],
      ] as const) {
        const { path } = await runoff("disputes", "--edition", moment);
        await opened(`timeline.html?edition=${number}`, async (page) => {
          const cells = await page.locator(".moved-table").first().locator("tbody td").allInnerTexts();
          const [change = "", sheets = ""] = cells.toReversed();
          const steps: readonly { sheets: number; change: number }[] = path.since.steps;
          const count = new Intl.NumberFormat("es-PE");
          expect(sheets).toBe(count.format(steps.reduce((sum, step) => sum + step.sheets, 0)));
          expect(change.replace("−", "-").replace("+", "")).toBe(count.format(path.lead - path.since.lead));
        });
      }
    });

    test("counts all stations in its charts, and what changed on sheets of later versions", async () => {
      const { stations, options } = await runoff("results");
      await opened("charts.html", async (page) => {
        const [leads, turnout] = [await csv(page, "leads"), await csv(page, "turnout")];
        const sum = (rows: readonly Readonly<Record<string, string>>[], name: string): number =>
          rows.reduce((total, row) => total + Number(row[name]), 0);
        const { counted, annulled, notInstalled } = stations;
        expect(sum(leads, "sheets")).toBe(counted - annulled - notInstalled);
        expect(sum(leads, "sum")).toBe(options[0].votes - options[1].votes);
        // Nine counted sheets hold no valid vote (shared/data/peru-2021/DATA.md, quirk 8).
        expect(sum(turnout, "stations")).toBe(counted - annulled - notInstalled - 9);
        expect(sum(turnout, "votes.perulibre")).toBe(options[0].votes);
        // 25 departments and five continents; the rows without an area of the first round's file are not drawn.
        expect(await csv(page, "rounds")).toHaveLength(30);
      });
    });

    test("has no barrier that axe finds, and fits a phone", async () => {
      for (const path of ["timeline.html", "en/charts.html", "charts.html?edition=1"])
        await opened(path, async (page) => {
          expect(await barriersOn(page), path).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
        });
    });

    test("reads files of less than 20 kB for it", () => {
      const pointer = JSON.parse(readFileSync(join(root, "out", "pointer.json"), "utf8"));
      const [edition] = pointer.editions.filter((each: { number: number }) => each.number === 3);
      const { contests } = JSON.parse(readFileSync(join(root, "out", "data", `${edition.root}.json`), "utf8"));
      for (const file of [...pointer.courses.map((each: { file: string }) => each.file), contests[0].spread])
        expect(statSync(join(root, "out", "data", `${file}.json`)).size).toBeLessThan(20_000);
    });
  });
});
