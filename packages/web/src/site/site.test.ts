import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acta, actaJson } from "../../../../scripts/acta-desk.js";
import { barriersOn } from "../../../../scripts/page-barriers.js";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import { sampleCsv, sampleDefinition } from "../../../office/src/import/sample-import.js";

const HOSTILE = `<img src=x onerror="document.title='broken'">`;

describeWithBrowser("the site of a small published folder, in a real browser", () => {
  const root = mkdtempSync(join(tmpdir(), "acta-site-"));
  const published = join(root, "out");
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(
      join(root, "election.yaml"),
      sampleDefinition().replace("name: Beto", `name: ${JSON.stringify(HOSTILE)}`),
    );
    for (const more of [0, 1]) {
      // One area has a name that a hostile source could have written.
      const csv = sampleCsv(100, more)
        .replace(/,C,/, ",P,")
        .replace("000002,N,", `000002,"${HOSTILE.replaceAll('"', '""')}",`);
      writeFileSync(join(root, "sheets.csv"), csv);
      const moment = `2026-02-0${more + 1}T20:00Z`;
      const done = await acta(
        root,
        "import",
        "election.yaml",
        "--source",
        "sheets.csv",
        "--data",
        "data",
        "--as-of",
        moment,
      );
      expect(done.err).toBe("");
    }
    expect((await acta(root, "publish", "out", "--data", "data")).err).toBe("");
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** Opens a page of the folder; nothing may go wrong in it, and nobody else may be asked for anything. */
  async function opened(
    path: string,
    use: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const server = await serveFolder(published);
    const context = await browser.newContext({ locale: "es-PE", viewport: { width: 360, height: 800 }, ...options });
    try {
      const page = await context.newPage();
      const refused: string[] = [];
      page.on("console", (message) => refused.push(message.text()));
      page.on("pageerror", (error) => refused.push(error.message));
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(server.address) && !url.startsWith("data:image/svg+xml,")) refused.push(url);
      });
      await page.goto(`${server.address}${path}`);
      if (path.includes("?") || /^(en\/)?(area|search|compare)\.html/.test(path)) await ready(page);
      await use(page);
      expect(refused).toEqual([]);
    } finally {
      await context.close();
      server.close();
    }
  }

  /** Until the page was made again, or says why it could not be. */
  async function ready(page: Page): Promise<void> {
    await page.locator("html[data-alive], .problem").first().waitFor({ state: "attached" });
  }

  const textOf = (page: Page): Promise<string> => page.locator("body").innerText();

  test("says on the front page what the command says, without any script", async () => {
    const whole = await actaJson(root, "results", "--data", "data");
    await opened(
      "index.html",
      async (page) => {
        const text = await textOf(page);
        const number = new Intl.NumberFormat("es-PE");
        for (const figure of [whole.margin.votes, whole.validVotes, whole.ballotsCast, whole.registeredVoters])
          expect(text).toContain(number.format(figure));
        for (const { votes } of whole.options) expect(text).toContain(number.format(votes));
        expect(text).toMatch(/va adelante por|Empate/);
        expect(text).toContain("Elección inventada: nada de esto ocurrió.");
        expect(text).toContain("edición 2");
        expect(text).toContain("Solicitudes de nulidad: no cargadas");
      },
      { javaScriptEnabled: false },
    );
  });

  test("is turned back to an earlier edition by its address, and says so", async () => {
    await opened("en/index.html?edition=1", async (page) => {
      const first = await actaJson(root, "results", "--data", "data", "--edition", "2026-02-01T20:00Z");
      const text = await textOf(page);
      expect(text).toContain("This is what was known on 1 February 2026");
      expect(text).toContain(new Intl.NumberFormat("en-GB").format(first.margin.votes));
      await page.click("text=Show the newest edition");
      expect(await page.locator(".as-of").innerText()).toContain("edition 2");
    });
  });

  test("shows names from a hostile file as text, in the page that was written and in the one that is made", async () => {
    for (const path of [
      "index.html",
      "index.html?edition=1",
      `area.html?code=${encodeURIComponent(HOSTILE)}`,
      "compare.html",
    ])
      await opened(path, async (page) => {
        expect(await page.locator("img").count()).toBe(0);
        expect(await page.title()).not.toBe("broken");
        expect(await textOf(page)).toContain(HOSTILE);
      });
    expect(readFileSync(join(published, "index.html"), "utf8")).not.toContain("<img");
  });

  test("leads from the whole to an area, a place and a station's figures", async () => {
    await opened("index.html", async (page) => {
      await page.click('table.areas a:text-is("N")');
      expect(await page.locator("h1").innerText()).toContain("N");
      expect(await page.locator(".trail").innerText()).toContain("X");
      await page.locator("table.areas tbody a").first().click();
      await ready(page);
      expect(await page.locator("#station-000003 td").first().innerText()).toBe("3");
      expect(await page.locator("table.areas caption").innerText()).toContain("edición 2");
    });
  });

  test("finds a station without its zeros, and a name whatever its accents", async () => {
    await opened("search.html", async (page) => {
      await page.fill("#q", "50");
      await page.click(".search button");
      await ready(page);
      await page.click("text=Mesa 000050");
      await page.waitForURL(/station\.html\?code=000050/);
      await ready(page);
      expect(await page.locator("h1").innerText()).toContain("000050");
    });
    await opened("search.html?q=ñ", async (page) => expect(await page.locator(".results li").count()).toBe(1));
    await opened("search.html?q=nowhere", async (page) =>
      expect(await textOf(page)).toContain("No hay ningún ámbito con ese nombre"),
    );
  });

  test("compares two options area by area", async () => {
    await opened("compare.html?a=a&b=b", async (page) => {
      const cells = await page.locator("table.areas tbody tr:first-child td").allInnerTexts();
      const [a = "", b = "", difference = ""] = cells;
      expect(Math.abs(Number(a) - Number(b) - Number(difference.replace("−", "-")))).toBeLessThan(0.11);
    });
  });

  test("sorts a table by any column, with the keyboard", async () => {
    await opened("index.html", async (page) => {
      const head = page.locator("table.areas thead button").nth(1);
      await head.focus();
      await page.keyboard.press("Enter");
      const shares = async (): Promise<number[]> =>
        (await page.locator("table.areas >> nth=0 >> tbody tr td:nth-child(2)").allInnerTexts()).map(Number);
      expect(await shares()).toEqual((await shares()).toSorted((x, y) => y - x));
      await page.keyboard.press("Enter");
      expect(await shares()).toEqual((await shares()).toSorted((x, y) => x - y));
    });
  });

  test("can be walked through with the keyboard: the first stop leads to the content", async () => {
    await opened("index.html", async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    });
  });

  test("says in one sentence what an address asks for and there is not", async () => {
    const sentences: readonly (readonly [string, string])[] = [
      ["area.html?code=nowhere", "No hay ningún ámbito nowhere en esta edición."],
      ["area.html", "La dirección no dice qué ámbito mostrar."],
      ["index.html?edition=99", "No hay ninguna edición 99."],
      ["index.html?election=other", "En esta publicación no está esa elección."],
      ["en/compare.html?with=other/contest", "This publication does not hold that election."],
    ];
    for (const [path, sentence] of sentences)
      await opened(path.includes("election=") ? `${path}&edition=1` : path, async (page) =>
        expect(await page.locator(".problem").innerText()).toBe(sentence),
      );
  });

  test("has no barrier that axe finds, in both languages and themes, and fits a phone", async () => {
    const paths = [
      "area/N/index.html",
      "area.html?code=N%2F000003",
      "search.html?q=n",
      "compare.html",
      "index.html?edition=1",
    ];
    for (const colorScheme of ["light", "dark"] as const)
      for (const language of ["", "en/"])
        await opened(
          `${language}index.html`,
          async (page) => {
            const folder = page.url().replace(/index\.html$/, "");
            for (const path of ["index.html", ...paths]) {
              await page.goto(`${folder}${path}`);
              if (!path.endsWith("index.html")) await ready(page);
              expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
              expect(await barriersOn(page), `${language}${path} ${colorScheme}`).toEqual([]);
            }
          },
          { colorScheme, bypassCSP: true },
        );
  }, 180_000);

  test("is not written with --no-site, and the folder verifies either way", async () => {
    expect((await acta(root, "publish", "bare", "--data", "data", "--no-site")).err).toBe("");
    expect(() => readFileSync(join(root, "bare", "index.html"))).toThrow();
    for (const folder of ["bare", "out"]) expect((await acta(root, "verify", folder)).code).toBe(0);
  });
});
