import { get } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RunningServer } from "./index.js";
import { sampleFolder, serveSample } from "./sample-site.js";
import type { SampleFolder } from "./sample-site.js";

interface Listener {
  readonly answer: IncomingMessage;
  readonly request: ClientRequest;
  readonly text: () => string;
  /** Waits until the text holds something; fails after two seconds. */
  readonly until: (what: string | RegExp) => Promise<void>;
}

let sample: SampleFolder;
let server: RunningServer;
beforeEach(async () => {
  sample = sampleFolder();
  server = await serveSample(sample.folder, { look: 20, heartbeat: 50, readers: 40 });
});
afterEach(async () => {
  await server.close();
  sample.drop();
});

function listen(headers: Readonly<Record<string, string>> = {}, isReading = true): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const request = get(`${server.address}api/v1/events`, { headers, agent: false }, (answer) => {
      let text = "";
      if (isReading) answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("error", () => undefined);
      const holds = (what: string | RegExp): boolean =>
        typeof what === "string" ? text.includes(what) : what.test(text);
      const until = async (what: string | RegExp): Promise<void> => {
        for (let at = 0; at < 200 && !holds(what); at++) await new Promise((next) => setTimeout(next, 10));
        expect(text).toMatch(what);
      };
      resolve({ answer, request, text: () => text, until });
    });
    request.on("error", reject);
  });
}

describe("the stream of events", () => {
  test("tells a new reader of the newest publication at once, with what a reader needs to fetch", async () => {
    const reader = await listen();
    await reader.until("event: publication");
    expect(reader.answer.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
    expect(reader.answer.headers["access-control-allow-origin"]).toBe("*");
    const data: unknown = JSON.parse(/^data: (.*)$/m.exec(reader.text())?.[1] ?? "");
    expect(data).toMatchObject({
      schema: "acta-event/1",
      provenance: "synthetic",
      size: 10,
      editions: [{ number: 1 }],
    });
    reader.request.destroy();
  });

  test("tells every reader of a new publication within a second, once", async () => {
    const readers = await Promise.all(Array.from({ length: 40 }, () => listen()));
    await Promise.all(readers.map((reader) => reader.until('"size":10')));
    const from = Date.now();
    sample.point(11);
    await Promise.all(readers.map((reader) => reader.until('"size":11')));
    expect(Date.now() - from).toBeLessThan(1_000);
    for (const reader of readers) {
      expect(reader.text().match(/"size":11/g)).toHaveLength(1);
      reader.request.destroy();
    }
  });

  test("does not repeat what a reader who comes back has", async () => {
    const first = await listen();
    await first.until("event: publication");
    const id = /^id: (.*)$/m.exec(first.text())?.[1] ?? "";
    first.request.destroy();
    const again = await listen({ "last-event-id": id });
    await again.until(/:\n\n/);
    expect(again.text()).not.toContain("event: publication");
    sample.point(12);
    await again.until('"size":12');
    again.request.destroy();
  });

  test("shows that it lives while nothing happens", async () => {
    const reader = await listen();
    await reader.until(/(?::\n\n[^]*){3}/);
    reader.request.destroy();
  });

  test("sends one reader too many to the pointer, and forgets those who leave", async () => {
    const readers = await Promise.all(Array.from({ length: 40 }, () => listen()));
    const refused = await fetch(`${server.address}api/v1/events`, { headers: { "accept-language": "en" } });
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(await refused.json()).toMatchObject({
      code: "serve.fullHouse",
      detail: expect.stringContaining("pointer.json"),
    });
    for (const reader of readers) reader.request.destroy();
    for (let at = 0; at < 100 && server.readers() > 0; at++) await new Promise((next) => setTimeout(next, 10));
    expect(server.readers()).toBe(0);
  });

  test("takes nothing else than a whole pointer for news", async () => {
    const reader = await listen();
    await reader.until('"size":10');
    sample.write("pointer.json", '{"schema":"acta-pointer/1","size":99');
    await new Promise((next) => setTimeout(next, 120));
    sample.point(13);
    await reader.until('"size":13');
    expect(reader.text()).not.toContain('"size":99');
    reader.request.destroy();
  });

  test("a new publication is what readers are then served", async () => {
    const address = `${server.address}pointer.json`;
    const before = await fetch(address);
    expect(await before.json()).toMatchObject({ size: 10 });
    const reader = await listen();
    sample.point(14);
    await reader.until('"size":14');
    const after = await fetch(address, { headers: { "if-none-match": before.headers.get("etag") ?? "" } });
    expect(after.status).toBe(200);
    expect(await after.json()).toMatchObject({ size: 14 });
    reader.request.destroy();
  });
});

test("a reader who does not read is let go before its share of memory is full, and the others are not", async () => {
  const { EventStream } = await import("./event-stream.js");
  const { createServer } = await import("node:http");
  const stream = new EventStream(10, 60_000);
  const plain = createServer((request, response) => stream.take(request, response, {}));
  await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
  const bound = plain.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const take = (isReading: boolean) =>
    new Promise<IncomingMessage>((resolve) => {
      get({ port, host: "127.0.0.1", agent: false }, (answer) => {
        if (isReading) answer.resume();
        answer.on("error", () => undefined);
        resolve(answer);
      }).on("error", () => undefined);
    });
  await take(false);
  await take(true);
  const data = "x".repeat(8 * 1024);
  for (let at = 0; at < 2_000 && stream.readers > 1; at++) {
    stream.tell({ id: "", name: "publication", data });
    await new Promise((next) => setTimeout(next, 2));
  }
  expect(stream.readers).toBe(1);
  expect(stream.dropped).toBe(1);
  stream.close();
  plain.closeAllConnections();
  plain.close();
}, 15_000);
