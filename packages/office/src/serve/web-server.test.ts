import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeLanguage } from "../language/index.js";
import { SERVE_LIMITS, serveFolder } from "./index.js";
import type { RunningServer } from "./index.js";
import { sampleFolder, sendRaw, serveSample } from "./sample-site.js";
import type { SampleFolder } from "./sample-site.js";

const LONG_TEXT = JSON.stringify({ rows: Array.from({ length: 400 }, (_, at) => ({ station: at, votes: at * 7 })) });
const ASK_AGAIN = "public, max-age=0, s-maxage=2, must-revalidate";
const SECRET = "not for readers";

let sample: SampleFolder;
let server: RunningServer;
let hashed = "";
beforeAll(async () => {
  sample = sampleFolder();
  hashed = sample.writeHashed(LONG_TEXT);
  sample.write(`data/${"d".repeat(64)}.json`, LONG_TEXT);
  sample.write("area/01/index.html", "<!doctype html><title>01</title>");
  sample.write("assets/alive.js", "export {};");
  sample.write("embed/index.html", "<!doctype html><title>e</title>");
  sample.write("checkpoint", "a note\n");
  sample.write("entries.gz", new Uint8Array(2_000));
  sample.write("tile/0/000", new Uint8Array(8_192));
  sample.write("verify/style.css", "p{}");
  sample.write(".acta-draft", SECRET);
  sample.write("large.csv", new Uint8Array(9 * 1024 * 1024).fill(65));
  writeFileSync(join(sample.root, "secret.txt"), SECRET);
  symlinkSync(join(sample.root, "secret.txt"), join(sample.folder, "link.txt"));
  server = await serveSample(sample.folder);
});
afterAll(async () => {
  await server.close();
  sample.drop();
});

async function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Response> {
  return fetch(`${server.address}${path}`, { headers, method, redirect: "manual" });
}

/** The bytes as they came over the wire: `fetch` would unpack them. */
function sendPlain(path: string, encoding: string): Promise<{ headers: IncomingHttpHeaders; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    request(`${server.address}${path}`, { headers: { "accept-encoding": encoding } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ headers: answer.headers, bytes: Buffer.concat(parts) }));
    })
      .on("error", reject)
      .end();
  });
}

describe("a published file", () => {
  test.each([
    ["pointer.json", "application/json; charset=utf-8"],
    ["area/01/", "text/html; charset=utf-8"],
    ["assets/alive.js", "text/javascript; charset=utf-8"],
    ["verify/style.css", "text/css; charset=utf-8"],
    ["checkpoint", "text/plain; charset=utf-8"],
    ["entries.gz", "application/gzip"],
    ["tile/0/000", "application/octet-stream"],
  ])("%s has its media type, which nobody may guess again", async (path, type) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const file = path.endsWith("/") ? `${path}index.html` : path;
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(readFileSync(join(sample.folder, file)));
  });

  test("that is named by its hash is kept for ever; one that changes in place is asked for again", async () => {
    expect((await get(hashed)).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await get("tile/0/000")).headers.get("cache-control")).toContain("immutable");
    for (const path of ["pointer.json", "checkpoint", "area/01/", "assets/alive.js", "entries.gz"])
      expect((await get(path)).headers.get("cache-control"), path).toBe(ASK_AGAIN);
  });

  test("that is not what its name says is not kept by anybody", async () => {
    expect((await get(`data/${"d".repeat(64)}.json`)).headers.get("cache-control")).toBe(ASK_AGAIN);
  });

  test.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ])("is sent packed with %s, smaller, the same once unpacked, under a tag of its own", async (encoding, unpack) => {
    const packed = await sendPlain(hashed, encoding);
    const plain = await sendPlain(hashed, "identity");
    expect(packed.headers["content-encoding"]).toBe(encoding);
    expect(packed.headers["vary"]).toBe("Accept-Encoding");
    expect(packed.headers["etag"]).not.toBe(plain.headers["etag"]);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 4);
    expect(packed.headers["content-length"]).toBe(String(packed.bytes.length));
    expect(unpack(packed.bytes).toString("utf8")).toBe(LONG_TEXT);
    expect(plain.bytes.toString("utf8")).toBe(LONG_TEXT);
  });

  test("costs one line when the reader has it", async () => {
    const first = await get(hashed, { "accept-encoding": "br" });
    const etag = first.headers.get("etag") ?? "";
    await first.text();
    const again = await get(hashed, { "accept-encoding": "br", "if-none-match": etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect((await get(hashed, { "if-none-match": '"another"' })).status).toBe(200);
  });

  test("answers HEAD with the same headers and no body", async () => {
    const [head, whole] = [await get(hashed, {}, "HEAD"), await get(hashed)];
    expect(await head.text()).toBe("");
    for (const name of ["content-type", "content-length", "etag", "cache-control"])
      expect(head.headers.get(name), name).toBe(whole.headers.get(name));
  });

  test("that is too large for the memory goes through whole, and is not sent twice to whom has it", async () => {
    const answer = await get("large.csv");
    expect((await answer.arrayBuffer()).byteLength).toBe(9 * 1024 * 1024);
    const etag = answer.headers.get("etag") ?? "";
    expect((await get("large.csv", { "if-none-match": etag })).status).toBe(304);
  });

  test("may be read by any page, and by a frame only where it is made for one", async () => {
    expect((await get(hashed)).headers.get("access-control-allow-origin")).toBe("*");
    expect((await get("area/01/")).headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    expect((await get("embed/")).headers.get("content-security-policy")).toContain("frame-ancestors *");
  });
});

describe("every answer, refusals too", () => {
  test.each(["", "pointer.json", "nowhere", "api/v1/editions", "api/v1/nowhere", "%zz", "area/01"])(
    "/%s forbids inline script, sniffing and telling others where the reader was",
    async (path) => {
      const { headers } = await get(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe|https?:|script-src[^;]*\*/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("permissions-policy")).toContain("camera=()");
    },
  );
});

describe("what is not there", () => {
  test("is said in one sentence, in the reader's language, as a page or as a line", async () => {
    const page = await get("nowhere", { accept: "text/html", "accept-language": "es-PE" });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain("no hay nada en esta dirección");
    const line = await get("nowhere", { accept: "*/*", "accept-language": "en" });
    expect(await line.text()).toBe("there is nothing at this address: the front page lists what is published\n");
    expect(line.headers.get("cache-control")).toBe("no-store");
  });

  test("a pointer to a missing file gives 404 for the file, and the rest goes on", async () => {
    expect((await get(`data/${"c".repeat(64)}.json`)).status).toBe(404);
    expect((await get("pointer.json")).status).toBe(200);
  });

  test("a folder is never listed; with a page it is led to it", async () => {
    expect((await get("data/")).status).toBe(404);
    expect((await get("data")).status).toBe(404);
    const led = await get("area/01?lang=en");
    expect(led.status).toBe(308);
    expect(led.headers.get("location")).toBe("/area/01/?lang=en");
  });

  test.each(["POST", "PUT", "DELETE", "PATCH"])("%s is refused: the site can only be read", async (method) => {
    for (const path of ["", "pointer.json", "api/v1/results"]) {
      const answer = await get(path, { "accept-language": "en" }, method);
      expect(answer.status).toBe(405);
      expect(answer.headers.get("allow")).toBe("GET, HEAD");
      expect(await answer.text()).toContain("this site can only be read: use GET or HEAD");
    }
  });

  test("an address of ten megabytes gets one sentence", async () => {
    const answer = await sendRaw(server.address, `GET /${"a".repeat(10_000_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(answer).toContain("HTTP/1.1 431");
    expect(answer.split("\r\n\r\n")[1]).toBe("esta dirección o sus cabeceras son demasiado largas\n");
  });

  test("what is no request gets one sentence", async () => {
    const answer = await sendRaw(server.address, "rubbish\r\n\r\n");
    expect(answer).toContain("HTTP/1.1 400");
    expect(answer).toContain("esto no es una petición que se pueda leer");
  });

  test("a percent sign that encodes nothing is refused, without a trace of the program", async () => {
    const answer = await get("%zz", { "accept-language": "en" });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toBe("this address cannot be read: it has a percent sign that encodes nothing\n");
  });
});

describe("nothing outside of the folder is ever read", () => {
  const STEPS = [
    "..",
    ".",
    "%2e%2e",
    "%2E.",
    "secret.txt",
    "out",
    "",
    "%2f",
    "..%2f",
    "%5c..%5c",
    "link.txt",
    "%00",
    ".acta-draft",
    "etc",
    "passwd",
  ];

  test("by no path, however it is written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 7 }), async (steps) => {
        const path = steps.join("/");
        const answer = await sendRaw(server.address, `GET /${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
        expect(answer, path).toMatch(/^HTTP\/1\.1 \d/);
        expect(answer, path).not.toContain(SECRET);
        expect(answer, path).not.toContain("root:");
      }),
      { numRuns: 150 },
    );
  });

  test("neither through a link nor as a draft", async () => {
    expect((await get("link.txt")).status).toBe(404);
    expect((await get(".acta-draft")).status).toBe(404);
  });
});

describe("the front page of a folder without pages", () => {
  test("lists the editions, says what is made up, and takes no name for markup", async () => {
    const mine = sampleFolder();
    mine.point(3, '<script>alert("x")</script>');
    const other = await serveSample(mine.folder);
    try {
      const html = await (await fetch(other.address, { headers: { "accept-language": "en" } })).text();
      expect(html).toContain("Published editions of recorder.sample/ledger");
      expect(html).toContain("Made up: this did not happen.");
      expect(html).toContain(`/data/${"c".repeat(64)}.json`);
      expect(html).toContain("&lt;script&gt;");
      expect(html).not.toContain("<script>");
    } finally {
      await other.close();
      mine.drop();
    }
  });
});

describe("the memory for files", () => {
  test("has a bound, and what does not fit is read again, the same", async () => {
    const mine = sampleFolder();
    const other = await serveSample(mine.folder, { fileBytes: 20_000 });
    try {
      const paths = Array.from({ length: 12 }, (_, at) =>
        mine.writeHashed(JSON.stringify({ at, text: "x".repeat(5_000) })),
      );
      for (const path of [...paths, ...paths]) {
        const answer = await fetch(`${other.address}${path}`);
        expect(await answer.text()).toBe(readFileSync(join(mine.folder, path), "utf8"));
      }
    } finally {
      await other.close();
      mine.drop();
    }
  });
});

describe("a server without a data folder", () => {
  test("says to whoever asks the API where the same data are", async () => {
    const answer = await get("api/v1/results", { "accept-language": "en" });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(await answer.json()).toEqual({
      type: "about:blank",
      title: "Not Found",
      status: 404,
      detail: "this server has only the published folder: its data files and pointer.json say the same",
      code: "serve.noData",
    });
  });
});

test("a port that is taken is said, not thrown", async () => {
  const { port } = new URL(server.address);
  const languages = { es: makeLanguage("es", {}), en: makeLanguage("en", {}) };
  const wanted = {
    folder: sample.folder,
    host: "127.0.0.1",
    desk: null,
    languages,
    version: "0",
    limits: SERVE_LIMITS,
    published: () => undefined,
  };
  const taken = await serveFolder({ ...wanted, port: Number(port) });
  expect(taken).toMatchObject({ ok: false, problem: { code: "serve.portTaken" } });
  const nowhere = await serveFolder({ ...wanted, port: 0, host: "203.0.113.7" });
  expect(nowhere).toMatchObject({ ok: false, problem: { code: "serve.badHost" } });
  const missing = await serveFolder({ ...wanted, port: 0, folder: join(sample.root, "nothing") });
  expect(missing).toMatchObject({ ok: false, problem: { code: "serve.noFolder" } });
});
