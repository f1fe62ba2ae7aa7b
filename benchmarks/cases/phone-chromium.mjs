// Opens a published site as a cheap phone on a slow line does, in Chromium: 4x slower processor, 1.6 Mbit/s down, 750 kbit/s up, 150 ms (the "slow 4G" of
// Lighthouse), nothing kept from before. Arguments: folder, how often, the paths of pages.
import { servedFolder, startedBrowser } from "./folder-server.mjs";

const [folder, times, ...paths] = process.argv.slice(2);
const { address, counts, close } = await servedFolder(folder);

/** Runs in the page before anything of it: largest paint, shifts, and what keeps the page busy for longer than 50 ms at once (W3C Long Tasks). */
function observe() {
  globalThis.measured = { largest: 0, shift: 0, blocked: 0 };
  const on = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on("largest-contentful-paint", ({ startTime }) => (globalThis.measured.largest = startTime));
  on("layout-shift", ({ value, hadRecentInput }) => (globalThis.measured.shift += hadRecentInput ? 0 : value));
  on("longtask", ({ duration }) => (globalThis.measured.blocked += Math.max(0, duration - 50)));
}

const browser = await startedBrowser();
const pages = {};
for (const path of paths) {
  const runs = [];
  for (let run = 0; run < Number(times); run++) {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 });
    const page = await context.newPage();
    await page.addInitScript(observe);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    const line = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
    await devtools.send("Network.emulateNetworkConditions", line);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    Object.assign(counts, { requests: 0, sent: 0 });
    await page.goto(`${address}${path}`);
    if (!path.endsWith("index.html")) await page.locator("html[data-alive]").waitFor({ state: "attached" });
    const first = { ...counts };
    // Whatever comes after the page stands may block or move it as well.
    await page.waitForTimeout(4_000);
    const { largest, shift, blocked } = await page.evaluate(() => globalThis.measured);
    runs.push({ ms: largest, shift, blocked, ...first });
    await context.close();
  }
  pages[path] = runs;
}
const version = browser.version();
await browser.close();
close();
console.log(JSON.stringify({ pages, version }));
