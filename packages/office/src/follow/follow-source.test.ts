import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { root } from "../../../../scripts/workshop.mjs";
import { loadDefinition } from "../import/index.js";
import { indexOf, openFolder, openFolderToWrite } from "../store/index.js";
import type { FollowEvent } from "./follow-event.js";
import { followSource } from "./follow-source.js";
import type { FollowRequest } from "./follower.js";
import { kindsOf, sampleDefinition, sampleFile, samplePace, sendBytes, serve } from "./sample-source.js";
import type { LoopbackServer, SamplePace, SampleRow } from "./sample-source.js";
import { followedSource } from "./source-files.js";

let folder: string;
let pace: SamplePace;
let server: LoopbackServer;
/** What the server has in each request; the last one stays. A number is an answer without bytes. */
let served: (string | Buffer | number)[];
let lastModified = "";

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "acta-follow-"));
  pace = samplePace();
  served = [];
  lastModified = "";
  server = await serve((request, response, asked) => {
    const now = served[Math.min(asked, served.length - 1)] ?? 404;
    if (lastModified !== "") response.setHeader("last-modified", lastModified);
    if (typeof now === "number") response.writeHead(now).end();
    else sendBytes(request, response, Buffer.from(now));
  });
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Setting {
  readonly definition?: string;
  readonly sources?: readonly string[];
  readonly more?: Partial<FollowRequest>;
  readonly between?: (round: number) => void;
}

async function follow(
  rounds: number,
  { definition = sampleDefinition("moment"), sources, more, between }: Setting = {},
) {
  const path = join(folder, "election.yaml");
  writeFileSync(path, definition);
  const loaded = loadDefinition(path);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  const events: FollowEvent[] = [];
  const followed = (sources ?? [`${server.address}/feed.csv`]).map((text) => {
    const source = followedSource(text, text.startsWith("http"), (each) => each);
    if (!source.ok) throw new Error(source.problem.code);
    return source.value;
  });
  const done = await followSource({
    definition: loaded.value,
    sources: followed,
    data: join(folder, "data"),
    every: 300_000,
    rounds,
    longest: null,
    silentAfter: 100,
    lastModifiedIsAsOf: false,
    keyFile: null,
    agent: "acta/0",
    pace,
    signal: new AbortController().signal,
    tell: (event) => events.push(event),
    waiting: (round) => between?.(round),
    progress: () => undefined,
    ...more,
  });
  expect(done).toMatchObject({ ok: true });
  return events;
}

function find<K extends FollowEvent["kind"]>(
  events: readonly FollowEvent[],
  kind: K,
): readonly Extract<FollowEvent, { kind: K }>[] {
  return events.filter((event): event is Extract<FollowEvent, { kind: K }> => event.kind === kind);
}

const rows: readonly SampleRow[] = [
  ["0001", "C", 100, 90],
  ["0002", "C", 50, 50],
  ["0003", "P", 0, 0],
];
const first = sampleFile("2030-01-06T20:00:00Z", rows);
const leadLost = sampleFile("2030-01-06T20:05:00Z", [...rows.slice(0, 2), ["0003", "C", 10, 40]]);

describe("a count that goes on", () => {
  test("is imported as its bytes change, and what that means is told", async () => {
    served = [first, first, leadLost];
    const events = await follow(4);
    expect(kindsOf(events)).toEqual(["started", "edition", "edition", "leadChange", "stopped"]);
    expect(find(events, "leadChange")[0]).toMatchObject({
      schema: "acta-event/1",
      election: "sample",
      provenance: "drill",
      contest: "mayor",
      edition: { number: 2, asOf: "2030-01-06T20:05:00Z" },
      before: { leader: "sun", margin: 10, votes: { sun: 150, moon: 140 } },
      after: { leader: "moon", margin: 20, votes: { sun: 160, moon: 180 } },
    });
    expect(find(events, "edition")[0]?.contests).toMatchObject([
      { contest: "mayor", counted: 2, total: 3, leader: "sun", margin: 10 },
    ]);
    expect(find(events, "stopped")[0]).toMatchObject({ rounds: 4, editions: 2 });
    expect(server.asked.slice(1).every((request) => request.headers["if-none-match"] !== undefined)).toBe(true);
  });

  test("looks again after the interval, and later when the server asks for it", async () => {
    served = [first, 503];
    await server.close();
    server = await serve((request, response, asked) => {
      if (asked === 0) sendBytes(request, response, Buffer.from(first));
      else response.writeHead(503, { "retry-after": "1200" }).end();
    });
    const events = await follow(3);
    expect(pace.waits).toEqual([300_000, 1_200_000]);
    expect(kindsOf(events)).toEqual(["started", "edition", "failed", "stopped"]);
  });

  test("tells what leaves the count, what changes in it, what is annulled and what comes back", async () => {
    const before: SampleRow[] = [
      ["1", "C", 10, 5],
      ["2", "C", 9, 5],
      ["3", "C", 8, 5],
      ["4", "A", 0, 0],
      ["5", "C", 1, 1],
    ];
    const after: SampleRow[] = [
      ["1", "J", 10, 5],
      ["2", "C", 4, 5],
      ["3", "A", 0, 0],
      ["4", "C", 7, 5],
      ["5", "C", 1, 1],
    ];
    served = [sampleFile("2030-01-06T20:00:00Z", before), sampleFile("2030-01-06T21:00:00Z", after)];
    const events = await follow(2);
    expect(kindsOf(events)).toEqual([
      "started",
      "edition",
      "edition",
      "marginChange",
      "regression",
      "countedChanged",
      "annulled",
      "restored",
      "stopped",
    ]);
    expect(find(events, "regression")[0]).toMatchObject({ count: 1, stations: ["1"] });
    expect(find(events, "countedChanged")[0]).toMatchObject({
      count: 1,
      changes: [{ station: "2", votes: { sun: -5, moon: 0 } }],
    });
    expect(find(events, "annulled")[0]?.stations).toEqual(["3"]);
    expect(find(events, "restored")[0]?.stations).toEqual(["4"]);
    expect(find(events, "marginChange")[0]).toMatchObject({
      before: { margin: 12 },
      after: { leader: "sun", margin: 1 },
    });
  });

  test("tells a change of the margin, a tie, and findings that multiply", async () => {
    const many = (bad: number): readonly SampleRow[] =>
      Array.from({ length: 30 }, (_, at): SampleRow => [String(at + 100), "C", at < bad ? 400 : 10, 10]);
    served = [
      sampleFile("2030-01-06T20:00:00Z", many(2)),
      sampleFile("2030-01-06T21:00:00Z", many(20)),
      sampleFile("2030-01-06T22:00:00Z", many(0)),
    ];
    const events = await follow(3);
    expect(find(events, "marginChange").map((event) => [event.before.margin, event.after.margin])).toEqual([
      [780, 7800],
    ]);
    expect(find(events, "leadChange").map((event) => event.after)).toMatchObject([
      { leader: null, tie: ["sun", "moon"], margin: 0 },
    ]);
    const [findings] = find(events, "findings");
    expect(findings?.edition.number).toBe(2);
    expect(findings?.codes).toContainEqual({ code: "S202", before: 2, after: 20 });
  });

  test("an older edition that comes late is recorded, but changes nothing that is shown", async () => {
    served = [leadLost, first];
    const events = await follow(2);
    expect(kindsOf(events)).toEqual(["started", "edition", "edition", "stopped"]);
    expect(find(events, "edition").map((event) => event.shown)).toEqual([true, false]);
  });

  test("other bytes with the same data are seen again, which is said once", async () => {
    served = [first, `${first}\n`, `${first}\n\n`, first];
    const events = await follow(4);
    expect(kindsOf(events)).toEqual(["started", "edition", "seenAgain", "stopped"]);
  });
});

describe("a source that does not behave", () => {
  test("is called silent once, and back when something new comes", async () => {
    served = [first, first, first, first, first, leadLost];
    const events = await follow(7, { more: { silentAfter: 3 } });
    expect(kindsOf(events)).toEqual(["started", "edition", "silent", "back", "edition", "leadChange", "stopped"]);
    expect(find(events, "silent")[0]).toMatchObject({ rounds: 3, since: "2030-01-06T22:00:00Z" });
  });

  test("that fails is named once, and again when it answers", async () => {
    served = [404, 404, first];
    const events = await follow(3);
    expect(kindsOf(events)).toEqual(["started", "failed", "back", "edition", "stopped"]);
    expect(find(events, "failed")[0]?.problem.code).toBe("fetch.notFound");
  });

  test("that mixes two moments is held back and its bytes are kept; the whole file is taken later", async () => {
    const torn = sampleFile("2030-01-06T20:00:00Z", rows, 2, "2030-01-06T20:05:00Z");
    served = [first, torn, torn, leadLost];
    const events = await follow(4);
    expect(kindsOf(events)).toEqual(["started", "edition", "held", "edition", "leadChange", "stopped"]);
    const [held] = find(events, "held");
    expect(held).toMatchObject({ reason: "twoMoments", found: 2 });
    expect(readFileSync(held?.kept ?? "", "utf8")).toBe(torn);
  });

  const hundred = (count: number): readonly SampleRow[] =>
    Array.from({ length: count }, (_, at): SampleRow => [String(1000 + at), "C", 10 + (count % 2), 5]);

  test("that loses stations is held back; when it stays so it is what the source says", async () => {
    const whole = sampleFile("2030-01-06T20:00:00Z", hundred(100));
    const less = sampleFile("2030-01-06T21:00:00Z", hundred(97));
    served = [whole, less, less, less, less, less];
    const events = await follow(6);
    expect(kindsOf(events)).toEqual([
      "started",
      "edition",
      "held",
      "edition",
      "marginChange",
      "countedChanged",
      "stopped",
    ]);
    expect(find(events, "held")[0]).toMatchObject({ reason: "fewerStations", found: 97, before: 100 });
    expect(find(events, "edition")[1]?.at).toBe("2030-01-06T22:20:00Z");
  });

  test("that is healed in the next round is not held up, also by a follower that begins anew", async () => {
    const whole = sampleFile("2030-01-06T20:00:00Z", hundred(100));
    served = [whole];
    await follow(1);
    served = [whole, sampleFile("2030-01-06T21:00:00Z", hundred(50)), sampleFile("2030-01-06T22:00:00Z", hundred(101))];
    await server.close();
    server = await serve((request, response, asked) =>
      sendBytes(request, response, Buffer.from(String(served[asked + 1]))),
    );
    const events = await follow(2);
    expect(kindsOf(events)).toEqual(["started", "held", "edition", "marginChange", "countedChanged", "stopped"]);
    expect(find(events, "held")[0]).toMatchObject({ reason: "fewerStations", found: 50, before: 100 });
  });

  test("that sends a page instead of data is refused once with one line, and the data after it are taken", async () => {
    served = ["<!doctype html><html></html>", "<!doctype html><html></html>", first];
    const events = await follow(3);
    expect(kindsOf(events)).toEqual(["started", "refused", "edition", "stopped"]);
    expect(find(events, "refused")[0]?.problem).toMatchObject({ code: "file.binary", context: { looksLike: "html" } });
  });

  test("that does not say its moment gets an unknown one, never that of the import", async () => {
    lastModified = "Sun, 06 Jan 2030 19:30:00 GMT";
    served = [first];
    const events = await follow(1, { definition: sampleDefinition("") });
    expect(find(events, "edition")[0]?.edition.asOf).toBeNull();
  });

  test("gets the server's time only where that was asked for", async () => {
    lastModified = "Sun, 06 Jan 2030 19:30:00 GMT";
    served = [first];
    const events = await follow(1, { definition: sampleDefinition(""), more: { lastModifiedIsAsOf: true } });
    expect(find(events, "edition")[0]?.edition.asOf).toBe("2030-01-06T19:30:00Z");
  });
});

describe("the data folder", () => {
  test("is free between two rounds, and one that is locked is tried again", async () => {
    served = [first];
    const data = join(folder, "data");
    const opened: boolean[] = [];
    mkdirSync(data);
    const other = openFolderToWrite(data);
    if (!other.ok) throw new Error("opened");
    const events = await follow(3, {
      between: (round) => {
        if (round === 1) other.value.close();
        const mine = openFolderToWrite(data);
        opened.push(mine.ok);
        if (mine.ok) mine.value.close();
      },
    });
    expect(kindsOf(events)).toEqual(["started", "failed", "edition", "stopped"]);
    expect(find(events, "failed")[0]?.problem.code).toBe("store.locked");
    expect(opened).toEqual([true, true]);
  });

  test("remembers what was recorded: a follower that begins anew says nothing again", async () => {
    served = [first];
    await follow(1);
    expect(kindsOf(await follow(2))).toEqual(["started", "stopped"]);
  });

  test("that belongs to somebody else ends the following at once", async () => {
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data", "thesis.txt"), "");
    await expect(follow(1)).rejects.toThrow(/"?ok"?: false/);
  });

  test("keeps the raw bytes in the cache and as blobs", async () => {
    served = [first, leadLost];
    await follow(2);
    const cached = readdirSync(join(folder, "data", "cache")).filter((name) => name !== "addresses");
    expect(cached).toHaveLength(2);
    for (const name of cached) expect(readdirSync(join(folder, "data", "blobs"))).toContain(name);
  });
});

describe("a path", () => {
  test("is followed like an address: a file that grows, and a folder into which files fall", async () => {
    const inbox = join(folder, "inbox");
    mkdirSync(inbox);
    writeFileSync(join(inbox, "a.csv"), first);
    const events = await follow(4, {
      sources: [inbox],
      between: (round) => {
        if (round === 2) writeFileSync(join(inbox, "b.csv"), leadLost);
        if (round === 3) rmSync(join(inbox, "a.csv"));
      },
    });
    expect(kindsOf(events)).toEqual(["started", "edition", "edition", "leadChange", "stopped"]);
  });

  test("that is replaced while nobody looks is read again, and one that is missing is named", async () => {
    const path = join(folder, "feed.csv");
    const events = await follow(4, {
      sources: [path],
      between: (round) => {
        if (round === 1) writeFileSync(path, first);
        if (round !== 2) return;
        writeFileSync(`${path}.new`, leadLost);
        utimesSync(`${path}.new`, 1_900_000_000, 1_900_000_000);
        renameSync(`${path}.new`, path);
      },
    });
    expect(kindsOf(events)).toEqual(["started", "failed", "back", "edition", "edition", "leadChange", "stopped"]);
    expect(find(events, "failed")[0]?.problem.code).toBe("file.notFound");
  });
});

test("the following ends when it is told to, in the middle of a wait", async () => {
  served = [first];
  const controller = new AbortController();
  const events = await follow(1000, {
    more: { signal: controller.signal },
    between: (round) => round === 2 && controller.abort(),
  });
  expect(find(events, "stopped")[0]).toMatchObject({ rounds: 2 });
});

test("the following ends when its time is over", async () => {
  served = [first];
  const events = await follow(1000, { more: { rounds: null, longest: 3_600_000 } });
  expect(find(events, "stopped")[0]).toMatchObject({ rounds: 13 });
});

describeWithShared("the three files of the runoff of Peru 2021, served one after the other", () => {
  const files = ["2021-06-08", "2021-06-09", "2021-06-17"].map((day) =>
    sharedPath("data/peru-2021", `runoff-${day}.csv.gz`),
  );

  test("give three editions, nine regressions, one changed, one annulled and one restored sheet (DATA.md, quirk 10 and changes)", async () => {
    served = files.map((path) => readFileSync(path));
    const definition = readFileSync(join(root, "jurisdictions/peru/2021-runoff/election.yaml"), "utf8");
    const events = await follow(4, { definition });
    expect(kindsOf(events)).toEqual([
      "started",
      "edition",
      "edition",
      "marginChange",
      "regression",
      "edition",
      "marginChange",
      "countedChanged",
      "annulled",
      "restored",
      "stopped",
    ]);
    const margins = find(events, "edition").map((event) => [
      event.edition.asOf,
      event.contests[0]?.counted,
      event.contests[0]?.margin,
    ]);
    expect(margins).toEqual([
      ["2021-06-08T16:15:00Z", 82_795, 77_921],
      ["2021-06-08T22:20:00Z", 83_486, 85_574],
      ["2021-06-17T17:00:00Z", 86_488, 43_957],
    ]);
    expect(find(events, "regression")[0]).toMatchObject({ edition: { number: 2 }, count: 9 });
    expect(find(events, "countedChanged")[0]).toMatchObject({
      edition: { number: 3 },
      changes: [{ station: "001972", votes: { perulibre: -147, fp: -40 } }],
    });
    expect(find(events, "annulled")[0]?.stations).toEqual(["003955"]);
    expect(find(events, "restored")[0]?.stations).toEqual(["026140"]);
    const opened = openFolder(join(folder, "data"));
    if (!opened.ok) throw new Error("opened");
    const index = indexOf(opened.value);
    opened.value.close();
    expect(index.ok && index.value.elections[0]?.editions.length).toBe(3);
  });

  test("a torn official bulletin is held back and the next whole one is recorded (DATA.md, quirk 14)", async () => {
    const series = sharedPath("data/peru-2021/official/runoff-districts");
    await server.close();
    server = await serve((request, response, asked) => {
      // Two files are asked for in each round: torn, torn again, whole.
      const moment = asked < 4 ? "20210608T0118Z-torn" : "20210608T1348Z";
      sendBytes(
        request,
        response,
        readFileSync(join(series, `distrito${request.url ?? ""}-${moment}.csv.gz`.replace("/", "-"))),
      );
    });
    // The definition knows these files by their hashes and vouches for them; here they come from a source that is not known.
    const definition = readFileSync(join(root, "jurisdictions/peru/2021-runoff/election.yaml"), "utf8").replaceAll(
      /sha256: [0-9a-f]{60}/g,
      (hash) => hash.replace(/.{4}$/, "0000"),
    );
    const sources = [`${server.address}/resumen`, `${server.address}/resultados`];
    const events = await follow(3, { definition, sources });
    expect(kindsOf(events)).toEqual(["started", "held", "held", "bulletins", "stopped"]);
    expect(find(events, "held").map((event) => [event.reason, event.found])).toEqual([
      ["twoMoments", 2],
      ["twoMoments", 2],
    ]);
    expect(find(events, "bulletins")[0]).toMatchObject({ written: 1, until: "2021-06-08T13:48:00Z" });
  });
});
