import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Problem } from "acta/basics";
import type { FollowEvent } from "./follow-event.js";
import { samplePace, serve } from "./sample-source.js";
import type { Answer, LoopbackServer } from "./sample-source.js";
import { Webhook } from "./webhook.js";

let server: LoopbackServer;
let bodies: string[];
let lost: { readonly problem: Problem; readonly dropped: number }[];
let answer: Answer;

beforeEach(async () => {
  bodies = [];
  lost = [];
  answer = (_, response) => response.end();
  server = await serve((request, response, asked) => {
    let body = "";
    request.on("data", (block: Buffer) => (body += block.toString("utf8")));
    request.on("end", () => {
      bodies.push(body);
      answer(request, response, asked);
    });
  });
});

afterEach(() => server.close());

function event(rounds: number): FollowEvent {
  const at = samplePace().now();
  return { schema: "acta-event/1", at, election: "sample", provenance: "drill", kind: "stopped", rounds, editions: 0 };
}

function open(path = "/hook/secret", longest = 2_000): Webhook {
  const webhook = Webhook.open(`${server.address}${path}`, {
    agent: "acta/0",
    pace: samplePace(),
    longest,
    lost: (problem, dropped) => lost.push({ problem, dropped }),
  });
  if (!webhook.ok) throw new Error(webhook.problem.code);
  return webhook.value;
}

describe("a webhook", () => {
  test("gets every event as JSON with its sentence, in order", async () => {
    const webhook = open();
    for (let round = 1; round <= 5; round++) webhook.post(event(round), `niño ${round}`);
    await webhook.close(2_000);
    expect(bodies.map((body) => JSON.parse(body))).toEqual(
      [1, 2, 3, 4, 5].map((round) => ({ ...event(round), text: `niño ${round}` })),
    );
    expect(server.asked[0]).toMatchObject({
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
    });
    expect(lost).toEqual([]);
  });

  test("that stumbles is tried again; one that refuses is said without its path, and the next event is sent all the same", async () => {
    answer = (_, response, asked) => response.writeHead(asked === 0 ? 503 : asked === 2 ? 403 : 200).end();
    const webhook = open();
    webhook.post(event(1), "");
    webhook.post(event(2), "");
    webhook.post(event(3), "");
    await webhook.close(2_000);
    expect(bodies.map((body) => JSON.parse(body).rounds)).toEqual([1, 1, 2, 3]);
    expect(lost.map(({ problem }) => problem.code)).toEqual(["fetch.refused"]);
    expect(JSON.stringify(lost)).not.toContain("secret");
  });

  test("is not followed to another address", async () => {
    answer = (_, response) => response.writeHead(307, { location: "/elsewhere" }).end();
    const webhook = open();
    webhook.post(event(1), "");
    await webhook.close(2_000);
    expect(server.asked.map((request) => request.url)).toEqual(["/hook/secret"]);
    expect(lost).toHaveLength(1);
  });

  test("that hangs does not hold up the end, and the queue is bounded", async () => {
    answer = () => undefined;
    const webhook = open("/", 60_000);
    for (let round = 0; round < 150; round++) webhook.post(event(round), "");
    await webhook.close(50);
    expect(lost).toEqual([{ problem: expect.objectContaining({ code: "fetch.interrupted" }), dropped: 149 }]);
  });

  test.each(["http://example.org/hook", "https://me:secret@example.org/hook", "hook"])(
    "is not opened at %s",
    (address) => {
      const webhook = Webhook.open(address, { agent: "acta/0", pace: samplePace(), lost: () => undefined });
      expect(webhook).toMatchObject({ ok: false, problem: { code: "fetch.badAddress", where: "--webhook" } });
    },
  );
});
