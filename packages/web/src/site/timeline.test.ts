import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acta, actaJson } from "../../../../scripts/acta-desk.js";
import { barriersOn } from "../../../../scripts/page-barriers.js";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import type { StaticServer } from "../../../../scripts/static-server.js";
import { sampleCsv, sampleDefinition } from "../../../office/src/import/sample-import.js";

const HOSTILE = `<img src=x onerror="document.title='broken'">`;

const SERIES = `bulletins:
  - id: totals
    title: Official totals
    contest: president
    parts:
      - id: all
        dialect: { format: json, records: editions }
        asOf: at
        area: { fixed: X }
        figures: { shareCounted: counted, votes.a: a, votes.b: b }
sources:
`;

const BULLETINS = [
  { at: "2026-02-01T18:00Z", counted: 20, a: 900, b: 1500 },
  { at: "2026-02-01T19:00Z", counted: 40, a: 1900, b: 1850 },
  { at: "2026-02-03T22:00Z", counted: 100, a: 11_000, b: 9900 },
];

const TRIBUNAL = { role: "tribunal", name: "Tribunal" };
const ACTS = [
  {
    kind: "deadline",
    actor: TRIBUNAL,
    reason: "set by law",
    entries: [
      { deadline: "petitions", body: "tribunal", due: "2026-02-02T10:00Z" },
      { deadline: "appeals", body: "tribunal", due: "2026-02-03T10:00Z" },
    ],
  },
  {
    kind: "certification",
    actor: TRIBUNAL,
    reason: "end",
    entries: [{ at: "2026-02-03", resolution: "1-2026", body: "tribunal", figures: {}, elected: [] }],
  },
];

describeWithBrowser("the timeline and the charts of a small published folder, in a real browser", () => {
  const root = mkdtempSync(join(tmpdir(), "acta-timeline-"));
  let browser: Browser;
  let server: StaticServer;

  beforeAll(async () => {
    const definition = sampleDefinition().replace("sources:\n", SERIES);
    writeFileSync(join(root, "election.yaml"), definition.replace("name: Beto", `name: ${JSON.stringify(HOSTILE)}`));
    const deliver = async (file: string, ...more: readonly string[]): Promise<void> => {
      const done = await acta(root, "import", "election.yaml", "--source", file, "--data", "data", ...more);
      expect(done.err).toBe("");
    };
    // b leads by 4,950 and by 950, then a by 1,050; some sheets come late, some are flagged and decided.
    for (const [at, more] of [0, 40, 60].entries()) {
      const csv = sampleCsv(100, more).split("\n");
      const status = at === 0 ? "P" : at === 1 ? "R" : "C";
      const late = csv.map((line, row) => (row > 0 && row % 4 === 0 ? line.replace(",C,", `,${status},`) : line));
      writeFileSync(join(root, "sheets.csv"), late.join("\n"));
      await deliver("sheets.csv", "--as-of", `2026-02-0${at + 1}T20:00Z`);
    }
    writeFileSync(join(root, "totals.json"), JSON.stringify({ editions: BULLETINS }));
    await deliver("totals.json");
    writeFileSync(join(root, "acts.json"), JSON.stringify(ACTS));
    expect((await acta(root, "enter", "acts.json", "--data", "data")).err).toBe("");
    expect((await acta(root, "publish", "out", "--data", "data", "--projection")).err).toBe("");
    server = await serveFolder(join(root, "out"));
    browser = await startBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** Opens a page; nothing may go wrong in it. */
  async function opened(
    path: string,
    use: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser.newContext({ locale: "es-PE", viewport: { width: 360, height: 800 }, ...options });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("console", (message) => wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(error.message));
    await page.goto(`${server.address}${path}`);
    await ready(page);
    await use(page);
    await context.close();
    expect(wrong).toEqual([]);
  }

  async function ready(page: Page): Promise<void> {
    await page.locator("html[data-alive], .problem").first().waitFor({ state: "attached" });
  }

  /** The file that a button of a chart gives. */
  async function downloaded(page: Page, chart: string, name: string): Promise<string> {
    const given = page.waitForEvent("download");
    await page.locator(`#${chart} button`, { hasText: name }).first().click();
    const path = await (await given).path();
    return readFileSync(path, "utf8");
  }

  const asCount = (text: string): number => Number(text.replaceAll(",", "").replace("−", "-"));

  test("has every margin that the command finds, with its moment, and no other", async () => {
    await opened("timeline.html", async (page) => {
      const text = await downloaded(page, "margin", "CSV");
      const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true });
      expect(rows).toHaveLength(6);
      for (const { asOf = "", lead = "0", source = "" } of rows) {
        const margin = Math.abs(Number(lead));
        const answer = await actaJson(root, "editions", "--margin", String(margin), "--data", "data");
        expect(answer.counts).toBe(rows.length);
        const same = answer.exact.find((each: { point: { asOf: string } }) => each.point.asOf === asOf);
        expect(same?.option, asOf).toBe(Number(lead) > 0 ? "a" : "b");
        expect(same.point.sources[0].kind).toBe(source.startsWith("edition") ? "edition" : "bulletin");
      }
      expect(await page.locator("h1").innerText()).toMatch(/^La delantera cambió 3 veces: la última, a favor de Ana/);
    });
  });

  test("has a line of ticks for deadlines and certifications, where there are any", async () => {
    await opened("timeline.html", async (page) => {
      expect(await page.locator(".mark-strip").count()).toBe(2);
      expect(await page.locator(".mark-strip").first().locator("line").count()).toBe(2);
      const words = await page.locator("#margin svg").innerHTML();
      expect(words).toContain("2 plazos");
      expect(words).toContain("1 proclamación");
      expect(words).not.toContain("resoluci");
    });
  });

  test("draws what each edition let expect of the end, as acta project says it", async () => {
    await opened("timeline.html", async (page) => {
      const rows = await page.locator("#projected tbody tr").all();
      expect(rows.length).toBeGreaterThan(0);
      await page.locator("label", { hasText: "Todo" }).first().click();
      expect(await page.locator(".mark-band-rules .expected").count()).toBe(rows.length);
      // On a phone as well: what a table leaves out there a fan does not.
      for (const part of ["ninety", "half", "expected"]) {
        const marks = page.locator(`.mark-band .${part}, .mark-band-rules .${part}`);
        const shown = await marks.evaluateAll((all) => all.map((mark) => getComputedStyle(mark).display));
        expect(new Set(shown), part).toEqual(new Set(["inline"]));
      }
      for (const row of rows) {
        const [, number = ""] = /Edición (\d+)/.exec(await row.locator("th").innerText()) ?? [];
        const { margin } = await actaJson(root, "project", "--edition", number, "--data", "data");
        const side = margin.of === "a" ? 1 : -1;
        const [, shown = ""] = await row.locator("td").allInnerTexts();
        expect(asCount(shown.replace("+", "")), number).toBe(side * Math.round(margin.expected));
      }
    });
  });

  test("says on the front page what the edition that is shown let expect, and asks for nothing once all is counted", async () => {
    const asked: string[] = [];
    await opened("index.html?edition=2", async (page) => {
      const { margin } = await actaJson(root, "project", "--edition", "2", "--data", "data");
      const said = await page.locator("#expected").innerText();
      expect(said).toContain(`por +${new Intl.NumberFormat("es-PE").format(Math.round(margin.expected))} votos`);
      expect(said).toContain("con la edición 2");
      await page.locator("#expected a", { hasText: "Cómo proyectamos" }).click();
      await page.locator("h1", { hasText: "Cómo proyectamos, y cuándo no" }).waitFor();
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(`${server.address}index.html?edition=3`);
      await ready(page);
      expect(await page.locator("#expected").count()).toBe(0);
      expect(asked.some((url) => url.endsWith("pointer.json"))).toBe(true);
      expect(asked.filter((url) => url.includes("projection"))).toEqual([]);
    });
  });

  test("says what moved the lead, and the parts add up to it", async () => {
    await opened("timeline.html?edition=2", async (page) => {
      expect(await page.locator(".moved p").first().innerText()).toMatch(/pasó de .* a .* votos/);
      const cells = await page.locator(".moved-table").first().locator("tbody td:last-child").allInnerTexts();
      const [sum = "", ...parts] = cells.toReversed();
      expect(parts.length).toBeGreaterThan(0);
      const signed = parts.map((part) => (part === "=" ? 0 : asCount(part.replace("+", ""))));
      expect(signed.reduce((total, part) => total + part, 0)).toBe(asCount(sum.replace("+", "")));
    });
  });

  test("turns the whole site back: the rail keeps the focus, every link keeps the moment, and the way back is said", async () => {
    await opened("timeline.html", async (page) => {
      await page.locator("#moment").focus();
      await page.keyboard.press("ArrowLeft");
      await page.waitForURL("**/timeline.html?edition=2");
      await page.locator(".notice.earlier").waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("moment");
      expect(await page.locator(".scrubber output").innerText()).toContain("Edición 2, 2 de febrero de 2026");
      await page.keyboard.press("ArrowLeft");
      await page.waitForURL("**/timeline.html?edition=1");
      await page.keyboard.press("ArrowRight");
      await page.waitForURL("**/timeline.html?edition=2");
      const hrefs = await page
        .locator(".masthead a, .scrubber a, .timeline a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      const kept = hrefs.filter((href) => !/verify\/|projecting\.html/.test(href));
      expect(kept.length).toBeGreaterThan(6);
      for (const href of kept) expect(href).toContain("edition=2");
      const then = await actaJson(root, "results", "--data", "data", "--edition", "2026-02-02T20:00Z");
      const walked: readonly (readonly [string, string])[] = [
        [".scrubber a", "h1"],
        [".masthead a:has-text('Gráficos')", "#leads"],
        [".masthead a:has-text('Buscar')", "form"],
        [".masthead a:has-text('Resultado')", "h1"],
      ];
      for (const [link, there] of walked) {
        await page.locator(link).first().click();
        await page.waitForURL(/edition=2/);
        await ready(page);
        await page.locator(there).first().waitFor();
        expect(await page.locator(".notice.earlier").innerText()).toContain("edición 2");
      }
      const votes = new Intl.NumberFormat("es-PE").format(then.margin.votes);
      expect(await page.locator("h1").innerText()).toContain(`${votes} voto`);
      await page.click("table.areas tbody a >> nth=0");
      await page.waitForURL(/edition=2/);
      await page.click(".notice.earlier a");
      await page.waitForURL((url) => !url.search.includes("edition"));
    });
  });

  test("returns to the newest edition with a button, without leaving the page", async () => {
    await opened("timeline.html?edition=1", async (page) => {
      await page.click(".scrubber button");
      await page.waitForURL((url) => url.search === "");
      expect(await page.locator(".notice.earlier").count()).toBe(0);
      expect(await page.locator("#moment").inputValue()).toBe("2");
    });
  });

  test("reads its marks with the keyboard, and says each value", async () => {
    await opened("en/timeline.html", async (page) => {
      await page.locator("#margin .drawing").focus();
      const said: string[] = [];
      for (const key of ["Home", "ArrowRight", "ArrowRight", "End"]) {
        await page.keyboard.press(key);
        said.push(await page.locator("#margin .readout").innerText());
      }
      expect(said[0]).toContain("ahead by 600 votes");
      expect(said[0]).toContain("20.000% of the sheets counted");
      expect(said[1]).toContain("Ana ahead by 50 votes");
      expect(said[2]).toContain("Edition 1 of this record");
      expect(said[3]).toContain("Ana ahead by 1,100 votes");
      expect(await page.locator("#margin .drawing").getAttribute("aria-valuenow")).toBe("5");
      expect(await page.locator("#margin .readout").getAttribute("role")).toBe("status");
    });
  });

  test("gives files that hold what the tables show, and pictures that stand by themselves", async () => {
    await opened("charts.html", async (page) => {
      const charts = await page.locator(".chart").evaluateAll((all) => all.map(({ id }) => id));
      expect(charts).toEqual(["share", "turnout", "leads", "changes"]);
      for (const chart of charts) {
        const rows: readonly (readonly string[])[] = parse(await downloaded(page, chart, "CSV"));
        await page.locator(`#${chart} summary`).click();
        const shown = await page
          .locator(`#${chart} tbody tr`)
          .evaluateAll((all) => all.map((row) => [...row.querySelectorAll("th,td")].map((cell) => cell.textContent)));
        expect(rows.length - 1, chart).toBe(shown.length);
        shown.forEach((cells, at) => {
          const exact = rows[at + 1] ?? [];
          expect(cells.length).toBe(exact.length);
          cells.forEach((cell, column) => {
            if (/^-?\d+$/.test(exact[column] ?? ""))
              expect(asCount(cell.replace(/[\s%+]/g, ""))).toBe(Number(exact[column]));
            else if (/^\d+\/\d+$/.test(exact[column] ?? "")) {
              const [part = 0, whole = 1] = (exact[column] ?? "").split("/").map(Number);
              expect(Number(cell.replace(/[\s%]/g, ""))).toBeCloseTo((100 * part) / whole, 3);
            }
          });
        });
        const svg = await downloaded(page, chart, "SVG");
        expect(svg).not.toMatch(/var\(|class=|style=/);
        const isWhole = await page.evaluate(
          (text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror") === null,
          svg,
        );
        expect(isWhole, chart).toBe(true);
        expect(svg).toContain("<title>");
      }
    });
  });

  test("counts in its charts what the command counts", async () => {
    const { stations, options } = await actaJson(root, "results", "--data", "data");
    await opened("charts.html", async (page) => {
      const leads: readonly (readonly string[])[] = parse(await downloaded(page, "leads", "CSV"), { from_line: 2 });
      const sum = (column: number): number => leads.reduce((total, row) => total + Number(row[column]), 0);
      expect(sum(2)).toBe(stations.counted - stations.annulled);
      expect(sum(3)).toBe(options[0].votes - options[1].votes);
    });
  });

  test("shows names from a hostile file as text", async () => {
    await opened("timeline.html", async (page) => {
      expect(await page.locator("img").count()).toBe(0);
      expect(await page.title()).not.toBe("broken");
      expect(await page.locator("#margin").innerText()).toContain(HOSTILE);
      expect(await downloaded(page, "margin", "SVG")).not.toContain("<img");
    });
  });

  test("says in one sentence what is missing", async () => {
    await opened("timeline.html?edition=99", async (page) =>
      expect(await page.locator(".problem").innerText()).toBe("No hay ninguna edición 99."),
    );
  });

  test("draws a small picture of the margin on the front page, without script, with the way to the timeline", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.address}en/index.html`);
    expect(await page.locator(".small-picture path").count()).toBeGreaterThan(1);
    expect(await page.locator(".small-picture a").getAttribute("href")).toBe("../en/timeline.html");
    await context.close();
  });

  test("has no barrier that axe finds, in both languages and themes, and fits phones, tablets and desks", async () => {
    const widths = [360, 768, 1440];
    for (const colorScheme of ["light", "dark"] as const)
      for (const path of [
        "timeline.html",
        "en/timeline.html?edition=1",
        "charts.html?edition=2",
        "en/charts.html",
        "projecting.html?edition=2",
      ])
        await opened(
          path,
          async (page) => {
            expect(await barriersOn(page), `${path} ${colorScheme}`).toEqual([]);
            for (const width of widths) {
              await page.setViewportSize({ width, height: 800 });
              expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
            }
          },
          { colorScheme, bypassCSP: true },
        );
  }, 180_000);
});
