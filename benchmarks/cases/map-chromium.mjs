// Points at districts of the published map of all districts in Chromium: from the event to the next frame. Arguments: folder, how many marks.
import { servedFolder, startedBrowser } from "./folder-server.mjs";

const [folder, marks] = process.argv.slice(2);
const { address, counts, close } = await servedFolder(folder);

/**
 * Runs in the page: one event after the other, spread over the whole map, each timed until the first frame after it has been drawn. A frame
 * without any event is the floor.
 */
async function eventsInPage({ kind, count }) {
  const frame = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => done(), { once: true });
        port1.start();
        port2.postMessage(null);
      });
    });
  const all = [...document.querySelectorAll(".map .marks a")];
  const shapes = [...document.querySelectorAll(".map .shape")];
  const times = [];
  for (let at = 0; at < count; at++) {
    await frame();
    const start = performance.now();
    if (kind === "pointer")
      shapes[(at * 37) % shapes.length].dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    if (kind === "key") {
      const from = at === 0 ? all[0] : document.activeElement;
      if (at === 0) from.focus();
      from.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }));
    }
    if (kind === "view") document.querySelector(at % 2 === 0 ? "#map-shares" : "#map-circles").click();
    await frame();
    times.push(performance.now() - start);
  }
  return times;
}

const browser = await startedBrowser();
const runs = {};
let shown = 0;
let areas = 0;
for (const slower of [1, 4]) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  Object.assign(counts, { requests: 0, sent: 0 });
  const start = performance.now();
  await page.goto(`${address}map.html`);
  await page.locator("html[data-alive]").waitFor({ state: "attached", timeout: 120_000 });
  if (slower === 1) shown = performance.now() - start;
  areas = await page.locator(".map .marks a").count();
  if (areas < 1000) throw new Error(`${areas} marks are no map of districts`);
  const name = slower === 1 ? "" : `${slower}x slower `;
  for (const [kind, count] of [
    ["floor", Number(marks)],
    ["pointer", Number(marks)],
    ["key", Number(marks)],
    ["view", 6],
  ])
    runs[`${name}${kind}`] = (await page.evaluate(eventsInPage, { kind, count })).map((ms) => ({ ms }));
  await page.close();
}
const version = browser.version();
await browser.close();
close();
console.log(JSON.stringify({ runs, version, areas, ...counts, shown }));
