// Points at districts of the published map of all districts in Chromium: from the event to the next frame. Arguments: folder, how many marks.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const [folder, marks] = process.argv.slice(2);
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };
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

const isRoot = process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: isRoot ? ["--no-sandbox"] : [],
});
const runs = {};
let shown = 0;
let areas = 0;
for (const slower of [1, 4]) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  [requests, sent] = [0, 0];
  const start = performance.now();
  await page.goto(`http://127.0.0.1:${server.address().port}/map.html`);
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
server.close();
console.log(JSON.stringify({ runs, version, areas, requests, sent, shown }));
