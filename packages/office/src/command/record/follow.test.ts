import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../../../../scripts/shared-data.js";
import { root } from "../../../../../scripts/workshop.mjs";
import { sampleDefinition, sampleFile, sendBytes, serve } from "../../follow/sample-source.js";
import type { LoopbackServer, SampleRow } from "../../follow/sample-source.js";
import { runActa } from "../index.js";

let folder: string;
let server: LoopbackServer;
let served: string[];
let hooked: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "acta-command-"));
  writeFileSync(join(folder, "election.yaml"), sampleDefinition("moment"));
  served = [];
  hooked = [];
  let round = 0;
  server = await serve((request, response) => {
    if (request.method === "POST")
      request.on("data", (block: Buffer) => hooked.push(block.toString("utf8"))).on("end", () => response.end());
    else sendBytes(request, response, Buffer.from(served[Math.min(round++, served.length - 1)] ?? ""));
  });
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function acta(...given: readonly string[]) {
  let out = "";
  let err = "";
  const code = await runActa({
    process: {
      stdout: { write: (text: string) => void (out += text) },
      stderr: { write: (text: string) => void (err += text) },
      env: {},
      exitCode: null,
    },
    arguments: given,
    environment: { LANG: "es_PE.UTF-8" },
    cwd: folder,
    isTerminal: false,
    clock: () => Date.now(),
  });
  return { code, out, err };
}

const rows: readonly SampleRow[] = [
  ["0001", "C", 100, 90],
  ["0002", "P", 0, 0],
];
const first = sampleFile("2030-01-06T20:00:00Z", rows);
const second = sampleFile("2030-01-06T20:05:00Z", [rows[0] ?? ["0001", "C", 0, 0], ["0002", "C", 10, 40]]);

describe("acta follow", () => {
  test("says what happens in words, in a file and to a webhook, with the mark of what did not happen", async () => {
    served = [first, second];
    const feed = `${server.address}/feed.csv?key=secret`;
    const given = ["--every", "1s", "--rounds", "2", "--log", "events.ndjson", "--webhook", `${server.address}/hook`];
    const { code, out, err } = await acta("follow", "election.yaml", "--source", feed, ...given);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(
      "CAMBIÓ EL PRIMER LUGAR (Alcaldía): ahora Luna va adelante por 20 votos; antes, Sol va adelante por 10 votos.",
    );
    expect(out.split("\n").filter((line) => line.includes("SIMULACRO"))).toHaveLength(5);
    expect(out).not.toContain("secret");
    const logged = readFileSync(join(folder, "events.ndjson"), "utf8").trim().split("\n");
    expect(logged.map((line) => JSON.parse(line).kind)).toEqual([
      "started",
      "edition",
      "edition",
      "leadChange",
      "stopped",
    ]);
    expect(hooked).toEqual(logged);
    expect(logged.join("")).not.toContain("secret");
  });

  test("prints its events as JSON lines", async () => {
    served = [first];
    const { out } = await acta(
      "follow",
      "election.yaml",
      "--source",
      `${server.address}/feed.csv`,
      "--every",
      "1s",
      "--rounds",
      "1",
      "--json",
    );
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { schema: "acta-event/1", kind: "started", every: 1, provenance: "drill" },
      { kind: "edition", edition: { number: 1 } },
      { kind: "stopped" },
    ]);
  });

  test("goes on when its file or its webhook fails, and says so", async () => {
    served = [first];
    mkdirSync(join(folder, "a-folder"));
    const given = [
      "--every",
      "1s",
      "--rounds",
      "1",
      "--log",
      "a-folder",
      "--webhook",
      "http://127.0.0.1:1/hook/secret",
      "--lang",
      "en",
    ];
    const { code, out, err } = await acta(
      "follow",
      "election.yaml",
      "--source",
      `${server.address}/feed.csv`,
      ...given,
    );
    expect(code).toBe(0);
    expect(out).toContain("Edition 1");
    expect(err).toContain("events are no longer written");
    expect(err).toContain("the webhook did not get an event");
    expect(err).not.toContain("secret");
  }, 20_000);

  test.each([
    [[], "no se indicó ninguna fuente"],
    [["--source", "a.csv", "--every", "5"], "--every 5 no es un tiempo"],
    [["--source", "https://example.org/a.csv", "--every", "5s"], "--every 5s es demasiado seguido"],
    [["--source", "http://example.org/a.csv"], "solo se usa https"],
    [["--source", "a.csv", "--rounds", "0"], "--rounds 0 no es un número entero"],
    [["--source", "a.csv", "--silent-after", "x"], "--silent-after x no es un número entero"],
    [["--source", "a.csv", "--as-of", "2030-01-06"], "aquí solo vale last-modified"],
    [["--source", "a.csv", "--webhook", "ftp://example.org"], "--webhook: solo se usa https"],
  ])("refuses %s in one line", async (given, line) => {
    const { code, err } = await acta("follow", "election.yaml", ...given);
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(line);
    expect(existsSync(join(folder, "acta-data"))).toBe(false);
  });
});

describe("acta import", () => {
  test("takes an address as it takes a file, and fetches it only when it changed", async () => {
    served = [first];
    const { code, out } = await acta("import", "election.yaml", "--source", `${server.address}/feed.csv`);
    expect(code).toBe(0);
    expect(out).toContain("feed.csv");
    expect(out).toContain("Edición 1 sellada");
    const again = await acta("import", "election.yaml", "--source", `${server.address}/feed.csv`);
    expect(again.out).toContain("Visto otra vez");
    expect(server.asked[1]?.headers["if-none-match"]).toBeDefined();
  });

  test("says in one line why an address could not be fetched, and that a definition names no file", async () => {
    const { code, err } = await acta("import", "election.yaml", "--source", "http://example.org/feed.csv");
    expect(code).toBe(1);
    expect(err).toBe("http://example.org/feed.csv: solo se usa https (http, únicamente en esta máquina)\n");
    const none = await acta("import", "election.yaml", "--fetch");
    expect(none.err).toContain("la definición de sample no nombra archivos con dirección");
  });

  test("never fetches without being asked", async () => {
    const { code, err } = await acta("import", join(root, "jurisdictions/peru/2021-runoff/election.yaml"));
    expect(code).toBe(1);
    expect(err).toContain("--fetch");
    expect(existsSync(join(folder, "acta-data"))).toBe(false);
  });
});

describeWithShared("acta import --fetch with the files of the runoff of Peru 2021 in the cache", () => {
  test("imports them without a network", async () => {
    const known = {
      f1600ef804b309a6f7f1d727e2394b0e87a95f57ec22708090d580e878f86416: "runoff-2021-06-08.csv.gz",
      "3be7751251f37dcc64330973e7a265774159225bea37735c278877053fa28f87": "runoff-2021-06-09.csv.gz",
      "5727175851bf6c9280b4389af6003fb7d805da0a0bca1657cd1da9ac7db04675": "runoff-2021-06-17.csv.gz",
    };
    await acta("import", "election.yaml", "--fetch");
    for (const [sha256, name] of Object.entries(known)) {
      mkdirSync(join(folder, "acta-data/cache", sha256), { recursive: true });
      copyFileSync(sharedPath("data/peru-2021", name), join(folder, "acta-data/cache", sha256, name));
    }
    const { code, out } = await acta("import", join(root, "jurisdictions/peru/2021-runoff/election.yaml"), "--fetch");
    expect(code).toBe(0);
    for (const number of [1, 2, 3]) expect(out).toContain(`Edición ${number} sellada`);
  });
});
