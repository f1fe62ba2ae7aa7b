import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acta } from "../../../../scripts/acta-desk.js";
import { barriersOn } from "../../../../scripts/page-barriers.js";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import type { StaticServer } from "../../../../scripts/static-server.js";

const HOSTILE = `"><img src=x onerror="document.title='broken'">`;

/** Four regions of two towns each; one more lies abroad, and one has neither outline nor panel. */
const REGIONS = ["N", "S", "E", "W", "Z", "Q"] as const;

const cell = (west: number, south: number, size: number) => [
  [west, south],
  [west, south + size],
  [west + size, south + size],
  [west + size, south],
  [west, south],
];

const feature = (code: string, west: number, south: number, size: number) => ({
  type: "Feature",
  properties: { code },
  geometry: { type: "Polygon", coordinates: [cell(west, south, size)] },
});

const CORNERS = { N: [0, 2], S: [0, 0], E: [2, 0], W: [2, 2] } as const;
const collection = (features: readonly unknown[]): string => JSON.stringify({ type: "FeatureCollection", features });
const FILES = {
  "regions.json": collection(Object.entries(CORNERS).map(([code, [west, south]]) => feature(code, west, south, 2))),
  "towns.json": collection(
    Object.entries(CORNERS).flatMap(([code, [west, south]]) => [
      feature(`${code}1`, west, south, 1),
      feature(`${code}2`, west + 1, south, 1),
    ]),
  ),
} as const;

function definition(withGeography: boolean): string {
  const files = Object.entries(FILES).map(
    ([name, text]) => `{ name: ${name}, sha256: ${createHash("sha256").update(text).digest("hex")} }`,
  );
  const geography = `geography:
  outlines:
    - { level: region, file: regions.json, code: code }
    - { level: town, file: towns.json, code: code }
  panels: [away]
  tiles: ["N W", "S E"]
  credit: A land office
  files: [${files.join(", ")}]
`;
  return `format: acta-election/1
id: sample
name: Sample
date: 2026-02-01
timeZone: UTC
provenance: synthetic
authority: { name: Authority }
options:
  - { id: a, name: Ana, colour: "#c8102e" }
  - { id: b, name: Beto, colour: "#ff8200" }
  - { id: c, name: Cira, colour: "#0055aa" }
contests:
  - { id: president, name: President, options: [a, b, c], cells: [blank, "null"], outcome: { rule: plurality } }
trees:
  - id: geographic
    name: Geographic
    root: { code: X, level: country, name: X }
    levels: [{ id: region, name: Region }, { id: town, name: Town }]
groups:
  - { id: away, name: People abroad, tree: geographic, areas: [Z] }
statuses:
  - { id: counted, state: counted, words: [[C]] }
  - { id: pending, state: pending, words: [[P]] }
sources:
  - id: tables
    title: Tables
    delivers: full
    parts:
      - id: sheets
        station: station
        roll:
          registered: registered
          trees:
            geographic:
              region: { code: region, name: name }
              town: { code: town }
        sheets:
          - { contest: president, cells: { a: a, b: b, c: c, blank: blank, "null": void }, status: [status] }
${withGeography ? geography : ""}`;
}

/** Every region has a leader of its own, and the first one an open sheet. */
function csv(more: number): string {
  const rows = REGIONS.flatMap((region, at) =>
    [1, 2].map((town) => {
      const name = region === "S" ? HOSTILE.replaceAll('"', '""') : `Region ${region}`;
      const votes = [0, 1, 2].map((option) => (option === at % 3 ? 40 * (at + 1) + more : 10 + town));
      const status = region === "N" && town === 1 ? "P" : "C";
      const figures = status === "P" ? ["", "", "", "", ""] : [...votes, 1, 1];
      return [`00${at}${town}`, region, `"${name}"`, `${region}${town}`, 900, status, ...figures].join(",");
    }),
  );
  return `${["station,region,name,town,registered,status,a,b,c,blank,void", ...rows].join("\n")}\n`;
}

describeWithBrowser("the maps of a small published folder, in a real browser", () => {
  const root = mkdtempSync(join(tmpdir(), "acta-map-"));
  let browser: Browser;
  const servers = new Map<string, StaticServer>();

  beforeAll(async () => {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(root, name), text);
    for (const kind of ["drawn", "tiled"]) {
      writeFileSync(join(root, "election.yaml"), definition(kind === "drawn"));
      for (const more of [0, 1]) {
        writeFileSync(join(root, "sheets.csv"), csv(more));
        const given = ["--source", "sheets.csv", "--data", kind, "--as-of", `2026-02-0${more + 1}T20:00Z`];
        expect((await acta(root, "import", "election.yaml", ...given)).err).toBe("");
      }
      if (kind === "drawn") expect((await acta(root, "geography", ...Object.keys(FILES), "--data", kind)).err).toBe("");
      expect((await acta(root, "publish", `${kind}-out`, "--data", kind)).err).toBe("");
      servers.set(kind, await serveFolder(join(root, `${kind}-out`)));
    }
    browser = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    for (const server of servers.values()) server.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** Opens a page; nothing may go wrong in it, and nobody else may be asked for anything. */
  async function opened(
    kind: "drawn" | "tiled",
    path: string,
    use: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const address = servers.get(kind)?.address ?? "";
    const context = await browser.newContext({ locale: "es-PE", viewport: { width: 360, height: 800 }, ...options });
    try {
      const page = await context.newPage();
      const refused: string[] = [];
      page.on("console", (message) => refused.push(message.text()));
      page.on("pageerror", (error) => refused.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(address) && !request.url().startsWith("data:")) refused.push(request.url());
      });
      await page.goto(`${address}${path}`);
      if (options.javaScriptEnabled !== false) await ready(page, path);
      await use(page);
      expect(refused).toEqual([]);
    } finally {
      await context.close();
    }
  }

  async function ready(page: Page, path: string): Promise<void> {
    const isMade = /\?|(?:area|map|compare)\.html/.test(path);
    await page
      .locator(isMade ? "html[data-alive], .problem" : "html[data-script]")
      .first()
      .waitFor({ state: "attached" });
  }

  const labels = (page: Page): Promise<readonly string[]> =>
    page.locator(".map .marks a").evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label") ?? ""));

  test("stand in the page without script: outlines, circles with their figures, abroad beside them, and who has no place", async () => {
    await opened(
      "drawn",
      "index.html",
      async (page) => {
        expect(await page.locator(".shapes path").count()).toBe(4);
        expect(await page.locator(".map .map-panel").innerText()).toBe("People abroad");
        expect(await page.locator(".shapes rect").count()).toBe(1);
        expect(await page.locator(".map > .quiet").first().innerText()).toContain(
          "1 ámbito sin lugar en el mapa: Region Q.",
        );
        const said = await labels(page);
        expect(said).toHaveLength(5);
        expect(said[0]).toMatch(/^Region W\nAna va adelante por \d+ votos\./);
        expect(said.find((text) => text.startsWith("Region N"))).toContain("1 de 2 actas contabilizadas, 1 abierta.");
        expect(await page.locator(".map figcaption").innerText()).toContain("Contornos: A land office");
        // The second view needs no script either.
        const circles = page.locator(".map .marks").first();
        expect(await circles.evaluate((marks) => getComputedStyle(marks).opacity)).toBe("1");
        await page.click("text=Por porcentaje");
        expect(await circles.evaluate((marks) => getComputedStyle(marks).opacity)).toBe("0");
        expect(
          await page
            .locator(".shape.f0")
            .first()
            .evaluate((shape) => getComputedStyle(shape).fill),
        ).toContain("map-f0");
      },
      { javaScriptEnabled: false },
    );
  });

  test("draw the area of a circle in proportion to the margin", async () => {
    await opened("drawn", "index.html", async (page) => {
      const circles = await page
        .locator(".map-drawing svg")
        .first()
        .locator(".marks a")
        .evaluateAll((marks) =>
          marks.map((mark) => ({
            radius: Number(mark.querySelector("circle")?.getAttribute("r")),
            votes: Number(/por (\d+) votos/.exec(mark.getAttribute("aria-label") ?? "")?.[1]),
          })),
        );
      const [largest] = circles;
      if (largest === undefined) throw new Error("no circle");
      for (const { radius, votes } of circles)
        expect((radius / largest.radius) ** 2).toBeCloseTo(votes / largest.votes, 1);
    });
  });

  test("show the same card where one points and where the focus is, and the arrows go from mark to mark", async () => {
    await opened("drawn", "en/index.html", async (page) => {
      const card = page.locator(".map-card p:visible");
      await page
        .locator(".shapes path")
        .last()
        .hover({ position: { x: 20, y: 20 } });
      const pointed = await card.innerText();
      expect(pointed).toContain("leads by");
      const at = await page.locator(".shapes path").last().getAttribute("data-at");
      await page.locator(`.map .marks a[data-at="${at}"]`).focus();
      expect(await card.innerText()).toBe(pointed);
      const said = await labels(page);
      await page.locator(".map .marks a").first().focus();
      for (const text of said.slice(1)) {
        await page.keyboard.press("ArrowRight");
        expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(text);
        expect((await card.innerText()).split("\n")[0]).toBe(text.split("\n")[0]);
      }
      await page.keyboard.press("Home");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(said[0]);
      expect(await page.locator('.map .marks a[tabindex="0"]').count()).toBe(1);
    });
  });

  test("lead from the whole to a region and to a town, by its shape as by its circle", async () => {
    await opened("drawn", "index.html", async (page) => {
      await page.locator('.map .marks a[aria-label^="Region E"]').focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/area\/E\/index\.html/);
      await ready(page, "");
      expect(await page.locator(".shapes path").count()).toBe(2);
      await page
        .locator(".shapes path")
        .first()
        .click({ position: { x: 20, y: 20 } });
      await page.waitForURL(/area\.html\?code=E\d/);
      await ready(page, "area.html");
      expect(await page.locator(".map").count()).toBe(0);
      expect(await page.locator("table.areas").count()).toBe(1);
    });
  });

  test("show the card at the first touch of a finger and lead on at the second", async () => {
    await opened(
      "drawn",
      "index.html",
      async (page) => {
        const mark = page.locator(".map .marks a").first();
        await mark.tap();
        expect(page.url()).toMatch(/index\.html$/);
        expect(await page.locator(".map-card p:visible").innerText()).toContain("Region W");
        await mark.tap();
        await page.waitForURL(/area\/W\//);
      },
      { hasTouch: true },
    );
  });

  test("show all towns in one map, of the newest edition and of an earlier one", async () => {
    for (const path of ["map.html", "map.html?edition=1"])
      await opened("drawn", path, async (page) => {
        expect(await page.locator(".shapes path").count()).toBe(8);
        expect(await page.locator(".lead").innerText()).toContain("12 ámbitos");
        const said = (await labels(page)).find((text) => text.startsWith("W1"));
        expect(said).toContain(path === "map.html" ? "por 150 votos" : "por 149 votos");
        // Four towns lie abroad or nowhere: they are named.
        expect(await page.locator(".map > .quiet").first().innerText()).toContain("4 ámbitos sin lugar en el mapa: ");
      });
  });

  test("are squares where there are no outlines, one for each area and none on another", async () => {
    await opened("tiled", "index.html", async (page) => {
      const corners = await page
        .locator(".shapes rect")
        .evaluateAll((squares) => squares.map((square) => `${square.getAttribute("x")} ${square.getAttribute("y")}`));
      expect(new Set(corners).size).toBe(6);
      expect(await page.locator(".map-says").innerText()).toContain("Un cuadrado por ámbito, sin escala.");
    });
    await opened("tiled", "map.html", async (page) => expect(await page.locator(".shapes rect").count()).toBe(12));
  });

  test("fall back to squares when a published map is gone or is not what it should be", async () => {
    const index = join(root, "drawn-out", "assets", "sample.president.maps.json");
    const before = readFileSync(index, "utf8");
    for (const broken of [before.replace(/"X":"[0-9a-f]{20}"/, `"X":"${"0".repeat(20)}"`), before.slice(0, 40)]) {
      writeFileSync(index, broken);
      const context = await browser.newContext({ locale: "es-PE" });
      const page = await context.newPage();
      await page.goto(`${servers.get("drawn")?.address}index.html?edition=1`);
      await ready(page, "?");
      expect(await page.locator(".shapes rect").count()).toBeGreaterThan(4);
      expect(await page.locator(".problem").count()).toBe(0);
      await context.close();
    }
    writeFileSync(index, before);
  });

  test("take a name from a hostile file as text", async () => {
    await opened("drawn", "index.html", async (page) => {
      expect(await page.locator("img").count()).toBe(0);
      expect((await labels(page)).some((text) => text.startsWith(HOSTILE))).toBe(true);
      await page
        .locator(`.map .marks a`)
        .filter({ has: page.locator("circle") })
        .nth(1)
        .focus();
      expect(await page.title()).not.toBe("broken");
    });
  });

  test("have no barrier that axe finds, in both languages, themes and views, and fit phone, tablet and desk", async () => {
    for (const [kind, width, colorScheme, language] of [
      ["drawn", 360, "light", ""],
      ["tiled", 768, "light", "en/"],
      ["drawn", 1440, "dark", "en/"],
      ["tiled", 360, "dark", ""],
    ] as const)
      for (const name of ["index.html", "area/E/index.html", "map.html"]) {
        const path = `${language}${name}`;
        await opened(
          kind,
          path,
          async (page) => {
            if (colorScheme === "dark") await page.locator("#map-shares").check({ force: true });
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            expect(wide, `${path} ${width}`).toBeLessThanOrEqual(width);
            expect(await barriersOn(page), `${path} ${colorScheme}`).toEqual([]);
          },
          { colorScheme, bypassCSP: true, viewport: { width, height: 900 } },
        );
      }
  }, 120_000);
});
