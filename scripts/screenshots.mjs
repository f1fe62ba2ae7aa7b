// npm run screenshots: publishes the real runoff and takes the pictures of docs/site.md: three widths, both themes, both languages. Needs ../shared and Chromium.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import { build, ensureInstalled, requireNode, root, runNode } from "./workshop.mjs";

requireNode();
ensureInstalled();
if (!build()) process.exit(1);

const COMMAND = join(root, "packages/office/bin/acta.js");
const OUTLINES = ["departments", "provinces", "districts"].map((level) =>
  join(root, `../shared/data/geo-peru/${level}.topo.json`),
);
const SOURCES = ["08", "09", "17"].map((day) => join(root, `../shared/data/peru-2021/runoff-2021-06-${day}.csv.gz`));
const TARGET = join(root, "docs/site");
const TYPES = new Map([
  [".html", "text/html"],
  [".js", "text/javascript"],
  [".css", "text/css"],
  [".json", "application/json"],
  [".svg", "image/svg+xml"],
]);

/** What is shown: at each width in one theme and language of its own, so that few pictures show all of it. */
const PICTURES = [
  { name: "front-360", path: "index.html", width: 360, height: 1280, scheme: "light" },
  { name: "front-360-dark-en", path: "en/index.html", width: 360, height: 1280, scheme: "dark" },
  { name: "front-768-en", path: "en/index.html", width: 768, height: 1000, scheme: "light" },
  { name: "front-768-dark", path: "index.html", width: 768, height: 1000, scheme: "dark" },
  { name: "front-1440", path: "index.html", width: 1440, height: 1000, scheme: "light" },
  { name: "front-1440-dark-en", path: "en/index.html", width: 1440, height: 1000, scheme: "dark" },
  { name: "second-edition-1440", path: "index.html?edition=2", width: 1440, height: 1000, scheme: "light" },
  { name: "area-360", path: "area.html?code=140101", width: 360, height: 1000, scheme: "light" },
  { name: "timeline-1440", path: "timeline.html", width: 1440, height: 900, scheme: "light" },
  { name: "timeline-360-dark-en", path: "en/timeline.html", width: 360, height: 1000, scheme: "dark" },
  { name: "map-768-dark", path: "map.html", width: 768, height: 1100, scheme: "dark", click: "label[for=map-shares]" },
  { name: "station-768-en", path: "en/station.html?code=026140", width: 768, height: 1100, scheme: "light" },
  { name: "disputes-360", path: "disputes.html?edition=2", width: 360, height: 1100, scheme: "light" },
  { name: "embed-360", path: "embed.html", width: 360, height: 460, scheme: "light" },
];

/** @param {string} folder */
async function serve(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    readFile(join(folder, path)).then(
      (bytes) => response.setHeader("content-type", TYPES.get(extname(path)) ?? "").end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(null)));
  const bound = server.address();
  return { server, address: `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}/` };
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {typeof PICTURES[number]} picture
 */
async function take(browser, address, { path, width, height, scheme, click }) {
  const colorScheme = scheme === "dark" ? "dark" : "light";
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${address}${path}`);
  if (!path.endsWith("index.html")) await page.locator("html[data-alive]").waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  if (click !== undefined) await page.click(click);
  const devtools = await context.newCDPSession(page);
  const { data } = await devtools.send("Page.captureScreenshot", { format: "webp", quality: 55 });
  await context.close();
  return Buffer.from(data, "base64");
}

const missing = [...SOURCES, ...OUTLINES, process.env["CHROMIUM"] ?? "/usr/bin/chromium"].find(
  (path) => !existsSync(path),
);
if (missing !== undefined) {
  console.error(`Not here: ${missing}`);
  process.exit(1);
}
const work = mkdtempSync(join(tmpdir(), "acta-screenshots-"));
try {
  const [data, out] = [join(work, "data"), join(work, "out")];
  // As npm start keeps it: sheets, bulletins, outlines and the law.
  const steps = [
    ["demo", "--data", data, "--no-serve"],
    ["publish", out, "--data", data],
  ];
  for (const step of steps) if (runNode([COMMAND, ...step]).code !== 0) process.exit(1);
  const { server, address } = await serve(out);
  const isRoot = process.getuid?.() === 0;
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: isRoot ? ["--no-sandbox"] : [] });
  mkdirSync(TARGET, { recursive: true });
  let all = 0;
  for (const picture of PICTURES) {
    const bytes = await take(browser, address, picture);
    writeFileSync(join(TARGET, `${picture.name}.webp`), bytes);
    all += bytes.length;
  }
  console.log(`${PICTURES.length} pictures, ${Math.round(all / 1000)} kB: docs/site`);
  await browser.close();
  server.close();
} finally {
  rmSync(work, { recursive: true, force: true });
}
