// Verifies a published folder in Chromium, through its own page, and beside it hashes every entry once there. Arguments: folder, how often.
import { servedFolder, startedBrowser } from "./folder-server.mjs";

const [folder, times] = process.argv.slice(2);
const { address, counts, close } = await servedFolder(folder);

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

const browser = await startedBrowser();
const runs = { verify: [], floor: [] };
for (let run = 0; run < Number(times); run++) {
  const page = await browser.newPage();
  await page.goto(`${address}verify/index.html`);
  Object.assign(counts, { requests: 0, sent: 0 });
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
close();
console.log(JSON.stringify({ runs, version, ...counts }));
