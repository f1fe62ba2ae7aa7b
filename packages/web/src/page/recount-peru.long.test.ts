import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { describeWithBrowser, startBrowser } from "../../../../scripts/real-browser.js";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import { root } from "../../../../scripts/workshop.mjs";

// The country in a reader's browser: 86,488 sheets, three editions. Needs the built packages (npm run build).

const COMMAND = join(root, "packages/office/bin/acta.js");
const EDITIONS = ["2021-06-08", "2021-06-09", "2021-06-17"];

function acta(...args: readonly string[]): string {
  const done = spawnSync(process.execPath, [COMMAND, ...args, "--lang", "en"], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${args.join(" ")}: ${done.stderr}`);
  return done.stdout;
}

interface Recount {
  readonly ms: number;
  readonly floor: number;
  readonly answer: string;
}

/** Runs in the page, with its own SHA-256. */
async function hashEveryEntry(): Promise<number> {
  const module: { webCrypto: { sha256: (bytes: Uint8Array) => Uint8Array } } = await import(
    new URL("verify.js", document.baseURI).href
  );
  const packed = await (await fetch(new URL("../entries.gz", document.baseURI))).blob();
  const unpacked = packed.stream().pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
  const start = performance.now();
  for (let at = 0; at < bytes.length;) {
    const end = at + 2 + (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
    module.webCrypto.sha256(bytes.subarray(at + 2, end));
    at = end;
  }
  return performance.now() - start;
}

describeWithShared("the runoff of Peru 2021, published", () => {
  describeWithBrowser("and recounted in a real browser", () => {
    const folder = mkdtempSync(join(tmpdir(), "acta-recount-"));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const publish = (editions: readonly string[], name: string): string => {
      const data = join(folder, `data-${name}`);
      const definition = join(root, "jurisdictions/peru/2021-runoff/election.yaml");
      for (const edition of editions) {
        const source = sharedPath("data/peru-2021", `runoff-${edition}.csv.gz`);
        acta("import", definition, "--source", source, "--data", data);
      }
      acta("publish", join(folder, name), "--data", data);
      return join(folder, name);
    };

    /**
     * Verifies three times in fresh pages. @returns the shortest time in milliseconds, beside it the shortest of hashing every entry
     * once in the same pages, and what the page says.
     */
    const recount = async (published: string): Promise<Recount> => {
      const server = await serveFolder(published);
      const browser = await startBrowser();
      try {
        let ms = Number.POSITIVE_INFINITY;
        let floor = Number.POSITIVE_INFINITY;
        let answer = "";
        for (let round = 0; round < 3; round++) {
          const page = await browser.newPage({ locale: "en-US" });
          await page.goto(`${server.address}verify/index.html`);
          const start = performance.now();
          await page.click("button[type=submit]");
          const shown = page.locator("#outcome > #answer");
          await shown.waitFor({ timeout: 120_000 });
          ms = Math.min(ms, performance.now() - start);
          answer = await shown.innerText();
          floor = Math.min(floor, await page.evaluate(hashEveryEntry));
          await page.close();
        }
        // Data files are not fetched: they are made again, and their hashes stand on the signed list.
        expect(server.asked.filter((path) => path.startsWith("/data/"))).toEqual([]);
        return { ms, floor, answer };
      } finally {
        await browser.close();
        server.close();
      }
    };

    test("one edition is green", async () => {
      const { ms, floor, answer } = await recount(publish(EDITIONS.slice(2), "one"));
      console.log(`one edition in Chromium: ${Math.round(ms)} ms; every entry hashed once: ${Math.round(floor)} ms`);
      expect(answer).toContain("Everything agrees");
      expect(answer).toMatch(/15,10\d\s+Files made again; only their hash/);
    });

    test("all three editions are green", async () => {
      const { ms, floor, answer } = await recount(publish(EDITIONS, "three"));
      console.log(`three editions in Chromium: ${Math.round(ms)} ms; every entry hashed once: ${Math.round(floor)} ms`);
      expect(answer).toContain("Everything agrees");
      expect(answer).toMatch(/29,7\d\d\s+Files made again; only their hash/);
    });
  });
});
