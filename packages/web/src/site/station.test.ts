import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { acta } from "../../../../scripts/acta-desk.js";
import { HOSTILE_ADDRESS, HOSTILE_NAME, publishDisputed } from "../../../../scripts/disputed-folder.js";
import { describeWithBrowser } from "../../../../scripts/real-browser.js";
import { expectForEverybody, ready, testedSite } from "../../../../scripts/site-browser.js";

describeWithBrowser("the page of a polling station, in a real browser", () => {
  const { root, out, browser, opened } = testedSite("station", publishDisputed);
  const textOf = (page: Page, part = "main"): Promise<string> => page.locator(part).first().innerText();

  test("is where a search for a code leads, with or without its zeros, and a place", async () => {
    await opened("search.html?q=1", async (page) => {
      await page.click("text=Mesa 000001");
      await ready(page);
      expect(await textOf(page, "h1")).toBe("Mesa 000001");
    });
    await opened("area.html?code=S%2FNA", async (page) => {
      await page.click('table.areas a:text-is("000004")');
      await ready(page);
      expect(await textOf(page, "h1")).toBe("Mesa 000004");
    });
  });

  test("shows the sheet with its figures, what no number stands in, and the totals", async () => {
    await opened("station.html?code=000004&edition=1", async (page) => {
      const paper = await textOf(page, ".paper");
      expect(paper).toContain("sin dato");
      expect(paper).toContain("no se sabe: hay una casilla sin número");
      expect(paper).toMatch(/Electores hábiles\s+300/);
    });
  });

  test("tells what does not add up as notes with the rule, in words", async () => {
    await opened("station.html?code=1&edition=1", async (page) => {
      const notes = await textOf(page, ".notes");
      expect(notes).not.toContain("Nada: sus cifras cuadran");
      expect(notes).toMatch(/Regla [SC]\d{3}/);
      expect(notes).not.toMatch(/[{}]|S\d{3}\.rule/);
    });
    await opened("station.html?code=7", async (page) =>
      expect(await textOf(page, ".notes")).toContain("Nada: sus cifras cuadran entre sí."),
    );
  });

  test("lets its versions be leafed through, with the mouse and the keyboard, and marks what changed", async () => {
    await opened("station.html?code=000001", async (page) => {
      expect(await page.locator(".leaves button[aria-pressed]").count()).toBe(3);
      expect(await textOf(page, ".version-facts")).toContain("Llegó con una resolución de Jury");
      expect(await page.locator(".written mark").allInnerTexts()).toEqual(["3"]);
      await page.locator(".leaves button[aria-pressed]").nth(2).focus();
      await page.keyboard.press("ArrowLeft");
      const facts = await textOf(page, ".version-facts");
      expect(facts).toContain("Versión 2.");
      expect(facts).toContain("edición 2");
      expect(facts).toContain("según lo publicó Authority");
      await page.click('.leaves button[aria-label="Versión 1"]');
      expect(await page.locator(".written mark").count()).toBe(0);
      await page.click("text=La página como estaba en la edición 1");
      await ready(page);
      expect(await page.locator(".leaves").count()).toBe(0);
      expect(await textOf(page, ".earlier")).toContain("edición 1");
    });
  });

  test("says where the law stands apart from the figures, who did what, and who may still act", async () => {
    await opened("en/station.html?code=000001", async (page) => {
      const legal = await textOf(page, ".legal");
      expect(legal).toContain("ruled: corrected");
      expect(legal).toContain("Ruling R-1 of");
      expect(legal).toContain("Ica");
      expect(legal).toContain("Who may still act");
      expect(legal).toMatch(/may appeal \(R/);
      expect(legal).toMatch(/term to appeal/);
    });
    await opened("station.html?code=000001&edition=1", async (page) =>
      expect(await textOf(page, ".legal")).toContain("No se dice: el registro no tiene conjunto de normas."),
    );
  });

  test("links the image with its hash and never fetches it; an address that would run is text", async () => {
    await opened("station.html?code=000001", async (page) => {
      expect(await page.locator(".images a").getAttribute("href")).toBe("https://example.org/1.jpg");
      expect(await textOf(page, ".images")).toContain("5f".repeat(32));
    });
    await opened("station.html?code=000002", async (page) => {
      expect(await page.locator(".images a").count()).toBe(0);
      expect(await textOf(page, ".images")).toContain(HOSTILE_ADDRESS);
    });
  });

  test("compares it with its neighbours in the same place", async () => {
    await opened("station.html?code=000007", async (page) => {
      expect(await page.locator(".neighbours .this th").innerText()).toContain("000007");
      expect(await textOf(page, ".neighbours p")).toMatch(
        /Aquí .* tiene .* de los votos válidos; en las otras \d+ mesas/,
      );
    });
  });

  test("makes the proof that the command makes, byte for byte, and verify-proof accepts what is downloaded", async () => {
    const made = await acta(root, "station", "7", "--proof", "7.acta-proof", "--data", "data");
    expect(made.code).toBe(0);
    await opened("station.html?code=000007", async (page) => {
      await page.click(".proof button");
      await page.locator(".verdict").waitFor();
      const text = await textOf(page, ".proof");
      expect(text).toContain("La prueba se cumple.");
      expect(text).toContain("está dentro del total publicado que se firmó");
      expect(text).toContain("No muestra que sea igual a la que se pegó en la puerta");
      const [download] = await Promise.all([page.waitForEvent("download"), page.click(".proof a[download]")]);
      expect(download.suggestedFilename()).toBe("president-000007.acta-proof");
      const bytes = readFileSync((await download.path()) ?? "");
      expect(bytes.equals(readFileSync(join(root, "7.acta-proof")))).toBe(true);
      writeFileSync(join(root, "downloaded.acta-proof"), bytes);
      const key = await textOf(page, ".proof code");
      const checked = await acta(root, "verify-proof", "downloaded.acta-proof", "--key", key.trim());
      expect([checked.code, checked.err]).toEqual([0, ""]);
    });
  });

  test("proves nothing from entries or tiles that somebody altered, and shows when what is proved is not what it shows", async () => {
    const altered = (part: string) => (path: string, bytes: Buffer) => {
      if (!path.includes(part)) return undefined;
      const other = Buffer.from(bytes);
      // Every version of the station in a bundle of entries; one hash in a tile.
      let at = part === "tile/0/" ? 40 : other.indexOf("000007");
      for (; at >= 0; at = part === "tile/0/" ? -1 : other.indexOf("000007")) other[at] = (other[at] ?? 0) ^ 1;
      return other;
    };
    for (const part of ["tile/entries/", "tile/0/"])
      await opened(
        "station.html?code=000007",
        async (page) => {
          await page.click(".proof button");
          expect(await textOf(page, ".proof .problem")).toContain("No hay prueba.");
          expect(await page.locator(".proof a[download]").count()).toBe(0);
        },
        { between: altered(part) },
      );
    await opened(
      "station.html?code=000031",
      async (page) => {
        await page.click(".proof button");
        await page.locator(".verdict").waitFor();
        expect(await textOf(page, ".verdict")).toContain("Lo probado no es lo que muestra esta página");
      },
      { between: (path, bytes) => lieAbout("000031", path, bytes) },
    );
  });

  test("shows names and codes from a hostile folder as text, and no more of them than a name has", async () => {
    const long = "Ñ".repeat(10_000_000);
    const hostile = (name: string) => (path: string, bytes: Buffer) => {
      if (!path.startsWith("/data/") || !bytes.includes('"acta-place/1"')) return undefined;
      const place = JSON.parse(bytes.toString());
      place.area.name = name;
      place.address = name;
      return Buffer.from(JSON.stringify(place));
    };
    for (const name of [HOSTILE_NAME, long])
      await opened(
        "station.html?code=000007",
        async (page) => {
          expect(await page.locator("img").count()).toBe(0);
          expect(await page.title()).not.toBe("broken");
          const text = await textOf(page, "body");
          expect(text).toContain(name.slice(0, 40));
          expect(text.length).toBeLessThan(10_000);
        },
        { between: hostile(name) },
      );
    await opened("station.html?code=000007", async (page) => expect(await textOf(page)).toContain(HOSTILE_NAME));
  });

  test("says in one sentence what an address asks for and there is not", async () => {
    const sentences: readonly (readonly [string, string])[] = [
      ["station.html?code=999999", "No hay ninguna mesa 999999 en esta edición."],
      ["en/station.html", "The address does not say which polling station to show."],
      [`station.html?code=${encodeURIComponent("<b>x</b>".repeat(100))}`, "No hay ninguna mesa"],
      ["station.html?code=1&edition=9", "No hay ninguna edición 9."],
    ];
    for (const [path, sentence] of sentences)
      await opened(path, async (page) => expect(await textOf(page, ".problem")).toContain(sentence));
  });

  test("has no barrier that axe finds and fits every screen, and prints without what only a screen needs", async () => {
    await expectForEverybody(browser(), out, ["station.html?code=000001"]);
    await opened("station.html?code=000001", async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".paper").isVisible()).toBe(true);
      expect(await page.locator(".leaves").isVisible()).toBe(false);
      expect(await page.locator(".proof button").isVisible()).toBe(false);
    });
  }, 120_000);
});

/** The place file and the pages of its lists with one more vote for the first option on the last version of a station. */
function lieAbout(station: string, path: string, bytes: Buffer): Buffer | undefined {
  if (!path.startsWith("/data/") || !bytes.includes(`["${station}",`)) return undefined;
  const json = JSON.parse(bytes.toString());
  const lists = [json, json.stations, json.sheets?.versions].filter((list) => Array.isArray(list?.rows));
  for (const { columns, rows } of lists)
    for (const row of rows) if (row[0] === station) row[columns.indexOf("cell.a")] = 299;
  return Buffer.from(JSON.stringify(json));
}
