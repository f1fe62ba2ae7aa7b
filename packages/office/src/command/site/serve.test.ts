// The whole command: what the API says is what --json prints, news come by themselves, and nothing is said before it may be.
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiClient } from "../../../../web/src/client/index.js";
import { acta, actaAt, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { root } from "../../../../../scripts/workshop.mjs";
import { serve } from "./sample-serving.js";
import type { Serving } from "./sample-serving.js";

const FIRST = ["--source", "norland/padron.csv", "--source", "norland/votos.csv", "--as-of", "2030-03-10T22:00+01:00"];
const SECOND = [
  "--source",
  "norland/padron.csv",
  "--source",
  "norland/votos-final.csv",
  "--as-of",
  "2030-03-11T22:00+01:00",
];

let folder = "";
let served: Serving;
beforeAll(async () => {
  folder = newFolder();
  cpSync(join(root, "examples", "norland"), join(folder, "norland"), { recursive: true });
  const votes = readFileSync(join(folder, "norland", "votos.csv"), "latin1");
  const final = votes.replaceAll("OBSERVADA", "COMPUTADA").replace("s/d", "39");
  writeFileSync(join(folder, "norland", "votos-final.csv"), final, "latin1");
  for (const given of [FIRST, SECOND]) await acta(folder, "import", "norland/election.yaml", ...given);
  served = await serve(folder);
}, 60_000);
afterAll(async () => {
  expect(await served.end()).toBe(0);
  expect(served.said()).toContain("Ended. Nobody was waiting for news.");
  dropFolder(folder);
});

async function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${served.address}${path}`, { headers });
}

const QUESTIONS: readonly (readonly [string, string, readonly string[]])[] = [
  ["/editions", "api/v1/editions?lang=en", ["editions"]],
  ["/results", "api/v1/results?edition=1&lang=en", ["results", "--edition", "1"]],
  [
    "/results",
    "api/v1/results?level=province&policy=as-filed&lang=en",
    ["results", "--level", "province", "--policy", "as-filed"],
  ],
  ["/stations/{station}", "api/v1/stations/0001?lang=en", ["station", "0001"]],
  ["/stations/{station}/history", "api/v1/stations/0001/history?lang=en", ["history", "0001"]],
  ["/diff", "api/v1/diff?lang=en", ["diff"]],
  ["/findings", "api/v1/findings?edition=1&lang=en", ["check", "--edition", "1"]],
];

describe("the API of a data folder", () => {
  test.each(QUESTIONS)("%s: %s is what the command prints", async (_path, address, command) => {
    const answer = await ask(address);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(await actaJson(folder, ...command));
  });

  test("says of what is open what the command says, without the stations", async () => {
    const document = await (await ask("api/v1/disputes?any=2&lang=en")).json();
    const printed = await actaJson(folder, "disputes", "--any", "2");
    expect(printed.materiality.smallestFlip.ids.length).toBeGreaterThan(0);
    delete printed.materiality.smallestFlip.ids;
    expect(document).toEqual(printed);
    expect(JSON.stringify(document)).not.toContain('"ids"');
  });

  test("answers as its OpenAPI document says", async () => {
    const document = await (await ask("api/v1/openapi.json")).json();
    const ajv = new Ajv2020({ strict: false });
    const more = [
      ["/disputes", "api/v1/disputes?any=1", []],
      ["/timeline", "api/v1/timeline", []],
    ] as const;
    for (const [path, address] of [...QUESTIONS, ...more]) {
      const { schema } = document.paths[`/api/v1${path}`].get.responses["200"].content["application/json"];
      const holds = ajv.compile(schema);
      expect(holds(await (await ask(address)).json()), `${address}: ${ajv.errorsText(holds.errors)}`).toBe(true);
    }
    expect(document.openapi).toBe("3.1.0");
  });

  test("the document that is served is the one in docs", async () => {
    const text = readFileSync(join(root, "docs", "openapi.json"), "utf8");
    expect(await (await ask("api/v1/openapi.json")).json()).toEqual(JSON.parse(text));
  });

  test("holds for ever where editions are named by their ids, else only until the next look", async () => {
    const editions = await (await ask("api/v1/editions")).json();
    const [one, two] = editions.editions.map((each: { readonly id: string }) => each.id);
    const kept = async (path: string) => (await ask(path)).headers.get("cache-control");
    const forEver = "public, max-age=31536000, immutable";
    expect(await kept(`api/v1/results?edition=${one}`)).toBe(forEver);
    expect(await kept(`api/v1/diff?from=${one}&to=${two}`)).toBe(forEver);
    for (const path of [
      "results",
      "results?edition=1",
      `diff?to=${two}`,
      `results?edition=${one}&at=24`,
      `stations/0001?edition=${one}`,
    ])
      expect(await kept(`api/v1/${path}`), path).toBe("public, max-age=0, s-maxage=2, must-revalidate");
  });

  test("costs one line when nothing has changed", async () => {
    const etag = (await ask("api/v1/results")).headers.get("etag") ?? "";
    expect((await ask("api/v1/results", { "if-none-match": etag })).status).toBe(304);
  });

  test("lets any page ask, also with headers of its own", async () => {
    const leave = await fetch(`${served.address}api/v1/results`, { method: "OPTIONS" });
    expect(leave.status).toBe(204);
    expect(leave.headers.get("access-control-allow-origin")).toBe("*");
    expect(leave.headers.get("access-control-allow-headers")).toContain("If-None-Match");
  });
});

describe("a question that was asked wrongly", () => {
  test.each([
    ["results?area=ZZ", 404, "command.unknownArea"],
    ["results?edition=99", 404, "store.unknownEdition"],
    ["results?contest=nobody", 404, "command.unknownContest"],
    ["results?election=nobody", 404, "store.unknownElection"],
    ["results?policy=mine", 404, "command.unknownPolicy"],
    ["results?level=planet", 404, "command.unknownLevel"],
    ["results?group=nobody", 404, "command.unknownGroup"],
    ["results?at=9999", 400, "store.atTooLarge"],
    ["stations/9999", 404, "command.unknownStation"],
    ["stations/%00", 400, "serve.badParameter"],
    ["findings?code=S999", 404, "command.unknownCode"],
    ["results?colour=red", 400, "serve.badUnknown"],
    ["results?area=NL&area=01", 400, "serve.badRepeated"],
    ["results?area=", 400, "serve.badParameter"],
    [`results?area=${"a".repeat(5_000)}`, 400, "serve.badParameter"],
    ["disputes?any=-1", 400, "serve.badParameter"],
    ["disputes?any=1e9", 400, "serve.badParameter"],
    ["results?lang=xx", 400, "serve.badParameter"],
    ["bulletins", 404, "command.noBulletins"],
    ["nothing", 404, "serve.notFound"],
  ])("%s gets %i and one sentence (%s)", async (path, status, code) => {
    const answer = await ask(`api/v1/${path}`, { "accept-language": "en" });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    const problem = await answer.json();
    expect(problem).toMatchObject({ status, code });
    expect(problem.detail.length).toBeGreaterThan(15);
    expect(problem.detail).not.toBe(code);
    expect(problem.detail).not.toMatch(/\n|node_modules|\.[jt]s:|acta-data/);
  });

  test("never breaks the server, whatever stands in the address", async () => {
    const names = fc.constantFrom("edition", "policy", "area", "level", "tree", "group", "contest", "at", "lang", "x");
    const queries = fc.array(fc.tuple(names, fc.string({ unit: "binary", maxLength: 60 })), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const answer = await ask(`api/v1/results?${new URLSearchParams(query.map(([a, b]) => [a, b])).toString()}`);
        const problem = await answer.json();
        expect(answer.status, JSON.stringify(problem)).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });

  test("is told in the language of whoever asks", async () => {
    const english = await (await ask("api/v1/results?colour=red", { "accept-language": "en" })).json();
    const spanish = await (await ask("api/v1/results?colour=red", { "accept-language": "es-PE" })).json();
    expect(english.detail).toContain("there is no parameter colour here");
    expect(spanish.detail).toContain("aquí no hay un parámetro colour");
  });
});

describe("the client of the site", () => {
  test("asks by name and gets typed documents, or one coded problem", async () => {
    const client = apiClient(served.address, fetch);
    const results = await client.ask("results", { edition: "1", lang: "en" });
    expect(results.ok && "validVotes" in results.value && results.value.validVotes).toBe(2264);
    const station = await client.ask("station", { station: "0001" });
    expect(station.ok && station.value.station).toBe("0001");
    const wrong = await client.ask("results", { area: "ZZ" });
    expect(!wrong.ok && wrong.problem).toMatchObject({ status: 404, code: "command.unknownArea" });
  });
});

interface Told {
  readonly name: string;
  readonly size: number;
}

/** Listens to the events of a server; gives what was told until an event came, and leaves. */
async function listen(address: string): Promise<(name: string, size: number) => Promise<readonly Told[]>> {
  const leave = new AbortController();
  const { body } = await fetch(`${address}api/v1/events`, { signal: leave.signal });
  if (body === null) throw new Error("no stream");
  const reader = body.getReader();
  let text = "";
  return async (name, size) => {
    for (;;) {
      const told = [...text.matchAll(/event: (\w+)\ndata: (.*)\n/g)].map(([, event = "", data = ""]) => {
        const { size: grown }: { size: number } = JSON.parse(data);
        return { name: event, size: grown };
      });
      if (told.some((each) => each.name === name && each.size === size)) {
        leave.abort();
        return told;
      }
      const { done, value } = await reader.read();
      if (done) return told;
      text += new TextDecoder().decode(value);
    }
  };
}

describe("a ledger that grows while it is served", () => {
  test("is published again: readers are told, files and answers are the new ones", async () => {
    const mine = newFolder();
    cpSync(join(folder, "norland"), join(mine, "norland"), { recursive: true });
    await acta(mine, "import", "norland/election.yaml", ...FIRST);
    const other = await serve(mine);
    try {
      const pointer = async () => (await fetch(`${other.address}pointer.json`)).json();
      const results = async () => (await fetch(`${other.address}api/v1/results`)).json();
      expect((await pointer()).size).toBe(24);
      expect((await results()).edition.number).toBe(1);
      const news = await listen(other.address);
      await acta(mine, "import", "norland/election.yaml", ...SECOND);
      await other.until("New publication: 32 entries; one reader told.");
      const told = await news("publication", 32);
      expect(told.map(({ name, size }) => [name, size])).toEqual([
        ["publication", 24],
        ["ledger", 32],
        ["publication", 32],
      ]);
      expect((await pointer()).size).toBe(32);
      expect((await results()).edition.number).toBe(2);
      for (const where of ["acta-data/published", other.address])
        expect((await acta(mine, "verify", where)).code, where).toBe(0);
    } finally {
      expect(await other.end()).toBe(0);
      served = await serve(folder);
      dropFolder(mine);
    }
  }, 30_000);
});

describe("what the law keeps back", () => {
  const hold = 'publishNotBefore: [{ product: results, moment: "2026-01-02T18:00-05:00", article: "art. 190" }]\n';
  const line = "the results of norland-2030 may not be published before 2026-01-03 00:00 (Europe/Madrid; art. 190)";

  test("is neither published nor served before its moment, and both after it", async () => {
    const mine = newFolder();
    cpSync(join(folder, "norland"), join(mine, "norland"), { recursive: true });
    const path = join(mine, "norland", "election.yaml");
    writeFileSync(path, `${readFileSync(path, "utf8")}\n${hold}`);
    await acta(mine, "import", "norland/election.yaml", ...FIRST);
    for (const command of [
      ["publish", "out"],
      ["serve", "--port", "0"],
    ]) {
      const refused = await acta(mine, ...command);
      expect(refused.code).toBe(1);
      expect(refused.err.trim()).toBe(line);
    }
    expect(existsSync(join(mine, "out"))).toBe(false);
    expect(existsSync(join(mine, "acta-data", "published"))).toBe(false);
    expect((await actaAt(Date.UTC(2026, 0, 2, 23), mine, "publish", "out")).code).toBe(0);
    // Published elsewhere, served here too early: the same line.
    const early = await acta(mine, "serve", "--folder", "out", "--port", "0");
    expect(early.err.trim()).toBe(`${join(mine, "out")}: ${line}`);
    dropFolder(mine);
  }, 30_000);

  test("may come earlier, or later, by an entry of whoever the law empowers; the last one that stands holds", async () => {
    const mine = newFolder();
    cpSync(join(folder, "norland"), join(mine, "norland"), { recursive: true });
    const path = join(mine, "norland", "election.yaml");
    writeFileSync(path, `${readFileSync(path, "utf8")}\n${hold}`);
    await acta(mine, "import", "norland/election.yaml", ...FIRST);
    const decide = async (notBefore: string, product = "results") => {
      const facts = { product, notBefore, article: "art. 191", text: "decided in public session" };
      const actor = { role: "tribunal", name: "Electoral court" };
      writeFileSync(join(mine, "act.json"), JSON.stringify({ kind: "publication", actor, entries: [facts] }));
      return await acta(mine, "enter", "act.json");
    };
    const publish = () => acta(mine, "publish", "out");
    expect((await decide("2026-01-02 10:00", "projection")).code).toBe(0);
    expect((await publish()).err.trim()).toBe(line);
    expect((await decide("2026-01-02 10:00")).code).toBe(0);
    expect(await publish()).toMatchObject({ code: 0, err: "" });
    expect((await acta(mine, "verify", "out")).code).toBe(0);
    const copied = await serve(mine, "--folder", "out");
    expect(await copied.end()).toBe(0);
    // One signal ends all servers of this process.
    served = await serve(folder);
    expect((await decide("2026-01-05 09:00")).code).toBe(0);
    expect((await publish()).err).toContain("may not be published before 2026-01-05 09:00 (Europe/Madrid; art. 191)");
    expect(await decide("soon")).toMatchObject({ code: 1, err: expect.stringContaining("notBefore") });
    dropFolder(mine);
  }, 60_000);
});

describe("acta serve", () => {
  test("refuses what is no port, no folder and nothing published in one line", async () => {
    const line = async (...given: readonly string[]) => {
      const ran = await acta(folder, "serve", ...given);
      expect(ran.code).toBe(1);
      return ran.err.trim();
    };
    expect(await line("--port", "http")).toBe("http is not a port: a whole number from 0 to 65535");
    expect(await line("--port", "70000")).toContain("is not a port");
    expect(await line("--folder", "norland")).toContain("nothing is published in this folder");
    expect(await line("--data", "nowhere")).toMatch(/^nowhere: no acta data here: acta import DEFINITION/);
    expect(await line("--port", new URL(served.address).port)).toContain("is taken or not allowed");
  });
});
