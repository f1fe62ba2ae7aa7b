// Verifies a published folder in Chromium, through its own page, and beside it hashes every entry once there. Arguments: folder, how often.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const [folder, times] = process.argv.slice(2);
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
let requests = 0;
let sent = 0;
const server = createServer((request, response) => {
  try {
    const path = new URL(request.url, "http://localhost").pathname;
    const bytes = readFileSync(join(folder, path));
    requests++;
    sent += bytes.length;
    response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream");
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

/** Runs in the page: the entries hashed once with the page's own SHA-256. */
async function floorInPage() {
  const { webCrypto } = await import(new URL("verify.js", document.baseURI).href);
  const packed = await (await fetch(new URL("../entries.gz", document.baseURI))).blob();
  const unpacked = packed.stream().pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
  const start = performance.now();
  for (let at = 0; at < bytes.length;) {
    const end = at + 2 + bytes[at] * 256 + bytes[at + 1];
    webCrypto.sha256(bytes.subarray(at + 2, end));
    at = end;
  }
  return performance.now() - start;
}

const isRoot = process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: isRoot ? ["--no-sandbox"] : [],
});
const runs = { verify: [], floor: [] };
for (let run = 0; run < Number(times); run++) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/verify/index.html`);
  requests = 0;
  sent = 0;
  const start = performance.now();
  await page.click("button[type=submit]");
  await page.locator("#outcome > #answer").waitFor({ timeout: 120_000 });
  runs.verify.push({ ms: performance.now() - start });
  if ((await page.locator(".answer.sound").count()) !== 1) throw new Error(await page.innerText("#answer"));
  runs.floor.push({ ms: await page.evaluate(floorInPage) });
  await page.close();
}
const version = browser.version();
await browser.close();
server.close();
console.log(JSON.stringify({ runs, version, requests, sent }));
