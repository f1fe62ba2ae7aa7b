// A published folder behind a plain file server, which counts what is asked of it; and the Chromium that opens it.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };

/** Serves a folder at a free port. `counts` may be set back to 0. */
export async function servedFolder(folder) {
  const counts = { requests: 0, sent: 0 };
  const server = createServer((request, response) => {
    try {
      const path = new URL(request.url, "http://localhost").pathname;
      const bytes = readFileSync(join(folder, path));
      counts.requests++;
      counts.sent += bytes.length;
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, counts, close: () => server.close() };
}

/** Chromium, without its sandbox where only root is there to start it. */
export async function startedBrowser() {
  const isRoot = process.getuid?.() === 0;
  return await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: isRoot ? ["--no-sandbox"] : [],
  });
}
