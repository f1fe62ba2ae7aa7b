// For tests: a published folder by hand, and a server over it on a port that is free.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatPointer } from "acta/edition";
import { makeLanguage } from "../language/index.js";
import { SERVE_LIMITS, serveFolder } from "./index.js";
import type { RunningServer, ServeLimits } from "./index.js";
import { serveEn } from "./messages/en.js";
import { serveEs } from "./messages/es.js";

/** A folder below which the published one stands, and how to write into it. */
export interface SampleFolder {
  readonly root: string;
  readonly folder: string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** Writes a file under the name of its hash. @returns its path */
  readonly writeHashed: (content: string) => string;
  readonly point: (size: number, election?: string) => void;
  readonly drop: () => void;
}

/** Makes a published folder with a pointer and nothing else. */
export function sampleFolder(): SampleFolder {
  const root = mkdtempSync(join(tmpdir(), "acta-serve-"));
  const folder = join(root, "out");
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const point = (size: number, election = "sample-2030"): void =>
    write("pointer.json", formatPointer(pointerOf(size, election)));
  point(10);
  return {
    root,
    folder,
    write,
    writeHashed: (content) => {
      const path = `data/${createHash("sha256").update(content).digest("hex")}.json`;
      write(path, content);
      return path;
    },
    point,
    drop: () => rmSync(root, { recursive: true, force: true }),
  };
}

function pointerOf(size: number, election: string): Parameters<typeof formatPointer>[0] {
  return {
    origin: "recorder.sample/ledger",
    mode: "reported",
    provenance: "synthetic",
    size,
    key: "recorder.sample/ledger+00000000+AAAA",
    checkpoint: "a".repeat(64),
    manifest: "b".repeat(64),
    editions: [{ election, id: "20300310T210000Z-0df76146", number: 1, asOf: null, root: "c".repeat(64) }],
    courses: [],
    corrections: null,
  };
}

/** Serves a folder without a data folder. */
export async function serveSample(folder: string, limits: Partial<ServeLimits> = {}): Promise<RunningServer> {
  const server = await serveFolder({
    folder,
    host: "127.0.0.1",
    port: 0,
    desk: null,
    languages: { es: makeLanguage("es", serveEs), en: makeLanguage("en", serveEn) },
    version: "0",
    limits: { ...SERVE_LIMITS, ...limits },
    published: () => undefined,
  });
  if (!server.ok) throw new Error(server.problem.code);
  return server.value;
}

/** Sends a request as it is written and gives the whole answer: `fetch` would tidy the address first. */
export function sendRaw(address: string, request: string): Promise<string> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(Number(port), "127.0.0.1", () => socket.write(request));
    socket.on("data", (part) => parts.push(part));
    socket.on("close", () => resolve(Buffer.concat(parts).toString("utf8")));
    // A server that refuses half a request may reset the rest of it.
    socket.on("error", () =>
      parts.length > 0 ? resolve(Buffer.concat(parts).toString("utf8")) : reject(new Error("no answer")),
    );
  });
}
