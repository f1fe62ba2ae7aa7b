// A plain web server for tests: it serves a folder, and nothing about it is special.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

/** A server that runs, and which paths it was asked for. */
export interface StaticServer {
  /** With a slash at the end. */
  readonly address: string;
  readonly asked: readonly string[];
  /** Those of them that whoever asked had already. */
  readonly unchanged: readonly string[];
  readonly close: () => void;
}

/** What stands between the folder and the reader: a proxy that keeps, cuts or alters. `undefined` serves the file as it is. */
export type Middlebox = (path: string, bytes: Buffer, isFresh: boolean) => Uint8Array | undefined;

/** Serves a folder on this machine, on a port that is free. */
export async function serveFolder(folder: string, between: Middlebox = () => undefined): Promise<StaticServer> {
  const asked: string[] = [];
  const unchanged: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    asked.push(path);
    try {
      const bytes = readFileSync(join(folder, path));
      const isFresh = request.headers["cache-control"] === "no-cache";
      const sent = between(path, bytes, isFresh) ?? bytes;
      const etag = `"${createHash("sha256").update(sent).digest("hex")}"`;
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      response.setHeader("etag", etag);
      if (request.headers["if-none-match"] === etag) {
        unchanged.push(path);
        response.writeHead(304).end();
      } else response.end(sent);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    asked,
    unchanged,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
