import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { acta } from "../../../../scripts/acta-desk.js";
import { publishSample } from "../../../../scripts/published-folder.js";
import { describeWithBrowser } from "../../../../scripts/real-browser.js";
import { expectForEverybody, testedSite } from "../../../../scripts/site-browser.js";

describeWithBrowser("the page on which everything is checked, in a real browser", () => {
  const { root, out, browser, opened } = testedSite("check", publishSample);

  /** Presses the one button and waits for what it finds. */
  async function pressed(page: Page): Promise<string> {
    await page.click(".recount button[type=submit]");
    await page.locator("#answer").waitFor();
    return await page.locator("#answer").innerText();
  }

  test("makes everything again with one button, in the language of the page, and says what it checked and what not", async () => {
    for (const [path, sound, not] of [
      ["check.html", "Todo cuadra", "Qué no se comprobó"],
      ["en/check.html", "Everything agrees", "What was not checked"],
    ] as const)
      await opened(path, async (page) => {
        const answer = await pressed(page);
        expect(answer).toContain(sound);
        expect(answer).toContain(not);
        expect(await page.locator("#answer.sound").count()).toBe(1);
      });
  });

  test("is red on a folder with one altered byte, and names the station", async () => {
    const altered = (path: string, bytes: Buffer): Buffer | undefined => {
      const at = path.startsWith("/data/") ? bytes.indexOf('["000031","counted","counted",300') : -1;
      if (at < 0) return undefined;
      const other = Buffer.from(bytes);
      other[at + '["000031","counted","counted",30'.length] = 0x31;
      return other;
    };
    await opened(
      "check.html",
      async (page) => {
        const answer = await pressed(page);
        expect(answer).toContain("No es lo publicado");
        expect(answer).toMatch(/000031/);
        expect(await page.locator("#answer.differs").count()).toBe(1);
      },
      { between: altered },
    );
  });

  test("gives the exact lines for the command, with this folder's address and key, and they hold", async () => {
    await opened("check.html", async (page) => {
      const [verify = "", , proof = ""] = (await page.locator(".check pre code").first().innerText()).split("\n");
      const address = page.url().replace(/check\.html.*$/, "");
      const key = readFileSync(join(root, "data", "keys", "recorder.pub"), "utf8").trim();
      expect(verify).toBe(`acta verify ${address} --trust ${key}`);
      expect(proof).toBe(`acta verify-proof sheet.acta-proof --key ${key}`);
      const ran = await acta(root, "verify", address, "--trust", key);
      expect([ran.code, ran.err]).toEqual([0, ""]);
    });
  });

  test("offers the data with what they hold, their size and their hash, as they stand on the signed list", async () => {
    const list = JSON.parse(readFileSync(join(out, "downloads", "index.json"), "utf8"));
    const signed = readFileSync(join(out, "manifest.files"), "utf8");
    expect(list.files.map(({ name }: { name: string }) => name)).toEqual([
      "sample.president.stations.csv.gz",
      "sample.president.stations.parquet",
      "sample.president.areas.json.gz",
    ]);
    for (const { name, bytes, sha256 } of list.files) {
      const file = readFileSync(join(out, "downloads", name));
      expect([file.length, createHash("sha256").update(file).digest("hex")]).toEqual([bytes, sha256]);
      expect(signed).toContain(`${sha256} ${bytes} downloads/${name}\n`);
    }
    const csv = gunzipSync(readFileSync(join(out, "downloads", "sample.president.stations.csv.gz"))).toString();
    expect(csv.trimEnd().split("\n")).toHaveLength(101);
    await opened("check.html", async (page) => {
      const text = await page.locator(".downloads").innerText();
      for (const { name, sha256 } of list.files) {
        expect(text).toContain(name);
        expect(text).toContain(sha256);
      }
      const [download] = await Promise.all([page.waitForEvent("download"), page.click(".downloads a >> nth=0")]);
      expect(download.suggestedFilename()).toBe("sample.president.stations.csv.gz");
    });
  });

  test("has no barrier that axe finds and fits every screen", async () => {
    await expectForEverybody(browser(), out, ["check.html"]);
  }, 120_000);
});
