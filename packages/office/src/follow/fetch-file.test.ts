import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isPrivateNumber, parseAddress, safeFileName, shownAddress } from "./address.js";
import { fetchAddress } from "./fetch-address.js";
import { fetchFile } from "./fetch-file.js";
import type { FetchOptions } from "./fetch-file.js";
import { parseDuration, retryAfterOf } from "./pace.js";
import { samplePace, sendBytes, serve } from "./sample-source.js";
import type { Answer, LoopbackServer, SamplePace } from "./sample-source.js";

let folder: string;
let pace: SamplePace;
const servers: LoopbackServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "acta-fetch-"));
  pace = samplePace();
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(answer: Answer): Promise<LoopbackServer> {
  const server = await serve(answer);
  servers.push(server);
  return server;
}

function options(more: Partial<FetchOptions> = {}): FetchOptions {
  return {
    folder,
    agent: "acta/0",
    pace,
    signal: new AbortController().signal,
    known: null,
    mayBePrivate: true,
    ...more,
  };
}

const bytes = Buffer.from("station,votes\n1,2\n");
const sha256 = createHash("sha256").update(bytes).digest("hex");

describe("addresses", () => {
  test.each([
    "http://example.org/a",
    "ftp://example.org/a",
    "file:///etc/passwd",
    "nonsense",
    "https://user:secret@example.org/a",
  ])("%s is refused", (text) => {
    const parsed = parseAddress(text);
    expect(parsed.ok ? "" : parsed.problem.code).toBe("fetch.badAddress");
    expect(JSON.stringify(parsed)).not.toContain("secret");
  });

  test.each(["https://example.org/a?x=1", "http://127.0.0.1:8000/a", "http://localhost/a", "http://[::1]:1/a"])(
    "%s is taken",
    (text) => expect(parseAddress(text).ok).toBe(true),
  );

  test("are shown without what stands behind the question mark", () =>
    expect(shownAddress(new URL("https://example.org/a?key=secret"))).toBe("https://example.org/a?…"));

  test("private numbers are told from public ones", () => {
    for (const each of [
      "10.1.2.3",
      "127.0.0.9",
      "192.168.1.1",
      "172.20.0.1",
      "169.254.169.254",
      "::1",
      "fd00::1",
      "fe80::1",
      "::ffff:10.0.0.1",
    ])
      expect([each, isPrivateNumber(each)]).toEqual([each, true]);
    for (const each of ["8.8.8.8", "172.32.0.1", "2606:4700::1111", "example.org"])
      expect([each, isPrivateNumber(each)]).toEqual([each, false]);
  });

  test("names of files cannot leave their folder", () => {
    expect(safeFileName("../../etc/passwd")).toBe("_.._etc_passwd");
    expect(safeFileName("")).toBe("file");
    expect(safeFileName("..")).toBe("file");
  });
});

describe("fetching", () => {
  test("keeps the bytes as they were sent and says what they are", async () => {
    const server = await start((_, response) => {
      // Many servers declare a packed file so: its own bytes are wanted.
      response
        .writeHead(200, { "content-encoding": "gzip", etag: '"a"', "last-modified": "Tue, 08 Jun 2021 17:00:00 GMT" })
        .end(bytes);
    });
    const fetched = await fetchFile(`${server.address}/file.csv`, options());
    if (!fetched.ok || fetched.value.status !== "new") throw new Error("fetched");
    expect(readFileSync(fetched.value.path)).toEqual(bytes);
    expect(fetched.value).toMatchObject({
      sha256,
      bytes: bytes.length,
      etag: '"a"',
      lastModified: "Tue, 08 Jun 2021 17:00:00 GMT",
    });
    expect(server.asked[0]?.headers).toMatchObject({ "user-agent": "acta/0", "accept-encoding": "identity" });
  });

  test("does not ask for what it has: 304, and the bytes lie in the cache once", async () => {
    const server = await start((request, response) => sendBytes(request, response, bytes));
    const first = await fetchAddress(`${server.address}/file.csv`, folder, options());
    const second = await fetchAddress(`${server.address}/file.csv`, folder, options());
    expect(first.ok && first.value.status).toBe("new");
    expect(second).toEqual({ ok: true, value: { ...(first.ok ? first.value : {}), status: "unchanged" } });
    expect(server.asked[1]?.headers["if-none-match"]).toBeDefined();
    expect(first.ok && first.value.path).toBe(join(folder, sha256, "file.csv"));
  });

  test("knows the same bytes from a server that knows no ETag, and asks anew when the cache was emptied", async () => {
    const server = await start((_, response) => response.end(bytes));
    const address = `${server.address}/file.csv`;
    await fetchAddress(address, folder, options());
    const second = await fetchAddress(address, folder, options());
    expect(second.ok && second.value.status).toBe("unchanged");
    rmSync(join(folder, sha256), { recursive: true });
    const third = await fetchAddress(address, folder, options());
    expect(third.ok && third.value.status).toBe("new");
    expect(readdirSync(folder).toSorted()).toEqual([sha256, "addresses"].toSorted());
  });

  test("waits as long as a busy server asks, and longer each time, before it repeats", async () => {
    const server = await start((_, response, asked) => {
      if (asked === 0) response.writeHead(503, { "retry-after": "7" }).end();
      else if (asked < 3) response.writeHead(500).end();
      else response.end(bytes);
    });
    const fetched = await fetchFile(server.address, options());
    expect(fetched.ok).toBe(true);
    expect(pace.waits).toEqual([7_000, 1_500, 3_000]);
  });

  test("does not repeat what will not get better", async () => {
    const statuses = [404, 410, 403, 401, 400];
    const server = await start((_, response, asked) => response.writeHead(statuses[asked] ?? 500).end());
    const codes: string[] = [];
    for (const _ of statuses) {
      const fetched = await fetchFile(server.address, options());
      codes.push(fetched.ok ? "" : fetched.problem.code);
    }
    expect(codes).toEqual(["fetch.notFound", "fetch.notFound", "fetch.refused", "fetch.refused", "fetch.refused"]);
    expect(pace.waits).toEqual([]);
  });

  test("gives up after four attempts and does not wait when it is asked to wait for long", async () => {
    const server = await start((_, response, asked) =>
      response.writeHead(503, asked < 4 ? {} : { "retry-after": "3600" }).end(),
    );
    const first = await fetchFile(server.address, options());
    expect(first).toMatchObject({ ok: false, problem: { code: "fetch.failed", context: { reason: "HTTP 503" } } });
    expect(server.asked).toHaveLength(4);
    const second = await fetchFile(server.address, options());
    expect(second).toMatchObject({ ok: false, problem: { code: "fetch.failed", context: { retryAfter: 3600 } } });
    expect(server.asked).toHaveLength(5);
  });

  test("follows redirects on its own machine, but never to http elsewhere or into a private network", async () => {
    const targets = ["/b", "http://example.org/a", "https://10.0.0.1/a", "https://localhost/a", "ftp://example.org/"];
    const server = await start((request, response, asked) => {
      if (request.url === "/b") response.end(bytes);
      else response.writeHead(302, { location: targets[asked === 0 ? 0 : asked - 1] }).end();
    });
    const results: unknown[] = [];
    for (const _ of targets) {
      const fetched = await fetchFile(`${server.address}/a`, options());
      results.push(fetched.ok ? fetched.value.sha256 : fetched.problem.context?.["reason"]);
    }
    expect(results).toEqual([sha256, "notHttps", "private", "private", "notHttps"]);
  });

  test("ends a circle of redirects", async () => {
    const server = await start((_, response) => response.writeHead(301, { location: "/again" }).end());
    const fetched = await fetchFile(server.address, options());
    expect(fetched).toMatchObject({ ok: false, problem: { code: "fetch.failed", context: { reason: "redirects" } } });
    expect(server.asked).toHaveLength(6);
  });

  test("does not enter a private network that nobody named", async () => {
    const server = await start((_, response) => response.end(bytes));
    const fetched = await fetchFile(server.address, options({ mayBePrivate: false }));
    expect(fetched).toMatchObject({ ok: false, problem: { code: "fetch.badAddress", context: { reason: "private" } } });
    expect(server.asked).toHaveLength(0);
  });

  test.each([
    ["announced", { "content-length": "200000" }],
    ["not announced", {}],
  ])("stops at the largest size (%s) and leaves nothing behind", async (_, headers) => {
    const server = await start((_request, response) => response.writeHead(200, headers).end(Buffer.alloc(200_000)));
    const fetched = await fetchFile(server.address, options({ maxBytes: 100_000 }));
    expect(fetched).toMatchObject({ ok: false, problem: { code: "fetch.tooLarge", context: { most: 100_000 } } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ["with a length", { "content-length": "1000" }],
    ["in chunks", {}],
  ])("repeats a body that was cut off (%s)", async (_, headers) => {
    const server = await start((_request, response, asked) => {
      if (asked > 0) return void response.end(bytes);
      response.writeHead(200, headers);
      response.write(bytes, () => response.destroy());
    });
    const fetched = await fetchFile(server.address, options());
    expect(fetched.ok && fetched.value.sha256).toBe(sha256);
    const again = await start((_request, response) => {
      response.writeHead(200, headers);
      response.write(bytes, () => response.destroy());
    });
    const cut = await fetchFile(again.address, options());
    expect(cut).toMatchObject({ ok: false, problem: { code: "fetch.failed", context: { reason: "cutOff" } } });
  });

  test("gives up a server that is silent, and one that trickles", async () => {
    const silent = await start(() => undefined);
    const first = await fetchFile(silent.address, options({ idle: 50, attempts: 1 }));
    expect(first).toMatchObject({ ok: false, problem: { code: "fetch.timeout" } });
    let timer: NodeJS.Timeout | undefined;
    const trickling = await start((_, response) => {
      timer = setInterval(() => response.write("x"), 10);
    });
    const second = await fetchFile(trickling.address, options({ longest: 150, attempts: 1 }));
    clearInterval(timer);
    expect(second).toMatchObject({ ok: false, problem: { code: "fetch.timeout" } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("says that nobody answers, and ends at once when it is told to", async () => {
    const server = await start(() => undefined);
    await server.close();
    servers.length = 0;
    const nobody = await fetchFile(server.address, options({ attempts: 1 }));
    expect(nobody).toMatchObject({ ok: false, problem: { code: "fetch.failed", context: { reason: "ECONNREFUSED" } } });
    const silent = await start(() => undefined);
    const controller = new AbortController();
    const stopped = fetchFile(silent.address, options({ signal: controller.signal }));
    setTimeout(() => controller.abort(), 30);
    expect(await stopped).toMatchObject({ ok: false, problem: { code: "fetch.interrupted" } });
  });

  test("does not write outside its folder and says what the disk says", async () => {
    const server = await start((_, response) => response.end(bytes));
    const fetched = await fetchFile(server.address, options({ folder: join(process.execPath, "no-folder") }));
    expect(fetched).toMatchObject({ ok: false, problem: { code: "store.notAFolder" } });
    expect(existsSync(join(folder, "no-folder"))).toBe(false);
  });
});

test("Retry-After is read as seconds or as a date", () => {
  const now = pace.now();
  expect(retryAfterOf("120", now)).toBe(120_000);
  expect(retryAfterOf("Sun, 06 Jan 2030 22:00:30 GMT", now)).toBe(30_000);
  expect(retryAfterOf("Sun, 06 Jan 2020 22:00:30 GMT", now)).toBe(0);
  expect(retryAfterOf("999999999", now)).toBe(24 * 3_600_000);
  expect(retryAfterOf("soon", now)).toBeNull();
  expect(retryAfterOf(undefined, now)).toBeNull();
});

test("durations are read with their unit only", () => {
  expect(["30s", "5m", "1h", "0s", "5", "5 m", "-5m", "9999h"].map(parseDuration)).toEqual([
    30_000,
    300_000,
    3_600_000,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
