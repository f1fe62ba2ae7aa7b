import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaAt, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { startPostgres } from "../../../../../scripts/postgres-server.mjs";
import type { TestServer } from "../../../../../scripts/postgres-server.mjs";
import { describeWithPostgres } from "../../../../../scripts/postgres-tests.js";
import { sampleCsv, sampleDefinition } from "../../import/sample-import.js";

const folder = newFolder();
afterAll(() => dropFolder(folder));

/** Writes a definition and files of growing figures. */
function writeSample(): void {
  writeFileSync(join(folder, "election.yaml"), sampleDefinition());
  for (const more of [0, 1, 2, 3]) writeFileSync(join(folder, `sheets${more}.csv`), sampleCsv(20, more));
}

const importing = (data: string, more: number): readonly string[] => [
  "import",
  "election.yaml",
  "--source",
  `sheets${more}.csv`,
  "--as-of",
  `2026-02-01T2${more}:00Z`,
  "--data",
  data,
];

/** All text files under a folder that may be looked through for what must not be there. */
function textsIn(path: string): string {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

describe("the address of a server where a folder is needed", () => {
  const secret = "postgres://ana:hunter2@db.example/acta";
  const commands = [
    ["import", "election.yaml", "--source", "sheets0.csv", "--data", secret],
    ["follow", "election.yaml", "--source", "sheets0.csv", "--rounds", "1", "--data", secret],
    ["results", "--data", secret],
    ["history", "000001", "--data", secret],
    ["doctor", "--data", secret],
    ["backup", "copy", "--data", secret],
    ["restore", "copy", "--data", secret],
    ["publish", "public", "--data", secret],
    ["join", secret],
  ];
  test.each(commands)(
    "acta %s: one line in both languages, without the password, and nothing is made",
    async (...given) => {
      writeSample();
      const before = readdirSync(folder);
      for (const [lang, words] of [
        ["en", /acta join ADDRESS|~\/\.pgpass/],
        ["es", /acta join DIRECCIÓN|~\/\.pgpass/],
      ] as const) {
        const ran = await acta(folder, ...given, "--lang", lang);
        expect([ran.code, ran.out]).toEqual([1, ""]);
        expect(ran.err).toMatch(words);
        expect(ran.err).not.toContain("hunter2");
      }
      expect(readdirSync(folder)).toEqual(before);
    },
  );
});

describe("a clock that runs backwards", () => {
  const NOON = Date.UTC(2026, 1, 3, 12);
  const HOUR = 3_600_000;

  test("is told in one line, and what is recorded gets the moment of the last entry", async () => {
    writeSample();
    const sealed = async (): Promise<readonly string[]> =>
      (await actaJson(folder, "editions", "--data", "clock")).editions.map(
        (each: { sealedAt: string }) => each.sealedAt,
      );
    expect((await actaAt(NOON, folder, ...importing("clock", 0))).err).toBe("");
    const english = await actaAt(NOON - 3 * HOUR, folder, ...importing("clock", 1), "--lang", "en");
    expect([english.code, english.err]).toEqual([
      0,
      "The clock of this machine (2026-02-03T09:00:00Z) is behind the last entry here (2026-02-03T12:00:00Z). What was recorded has the moment of that entry; see which of the two is wrong.\n",
    ]);
    const spanish = await actaAt(NOON - HOUR, folder, ...importing("clock", 2), "--lang", "es");
    expect([spanish.code, spanish.err]).toEqual([
      0,
      "El reloj de este equipo (2026-02-03T11:00:00Z) está atrasado respecto al último asiento (2026-02-03T12:00:00Z). Lo que se registró lleva el momento de ese asiento; vea cuál de los dos está mal.\n",
    ]);
    // A few seconds are how clocks differ: they are not worth a word.
    expect((await actaAt(NOON - 4_000, folder, ...importing("clock", 3))).err).toBe("");
    expect(await sealed()).toEqual(Array.from({ length: 4 }, () => "2026-02-03T12:00:00Z"));
    expect((await acta(folder, "doctor", "--data", "clock")).code).toBe(0);
  });
});

describeWithPostgres("acta with a folder that is a desk of a PostgreSQL server", () => {
  let server: TestServer;
  beforeAll(async () => {
    writeSample();
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  async function ok(...given: readonly string[]): Promise<string> {
    const ran = await acta(folder, ...given);
    expect([given[0], ran.code, ran.err]).toEqual([given[0], 0, ""]);
    return ran.out;
  }

  test("import, results, history, export, publish, backup and doctor say what they say of a folder of its own", async () => {
    server.createDatabase("whole");
    await ok("join", server.address("whole"), "--data", "desk");
    for (const more of [0, 1]) {
      await ok(...importing("desk", more));
      await ok(...importing("plain", more));
    }
    await ok("join", server.address("whole"), "--data", "second");
    for (const command of [
      ["results", "--json"],
      ["results", "--level", "district"],
      ["station", "000001", "--json"],
      ["check", "--json"],
      ["editions", "--json"],
      ["diff", "--json"],
    ])
      expect(await ok(...command, "--data", "second")).toBe(await ok(...command, "--data", "plain"));
    expect((await actaJson(folder, "history", "000001", "--data", "second")).versions).toHaveLength(2);
    expect(await ok("publish", "public", "--data", "desk")).toContain("2 editions");
    expect((await actaJson(folder, "verify", "public")).consistent).toBe(true);
    await ok("backup", "saved", "--data", "second");
    expect(await ok("doctor", "--data", "second")).toContain("sound");
  });

  test("a second desk writes when it has the key, and says where to put it when it has not", async () => {
    server.createDatabase("keys");
    await ok("join", server.address("keys"), "--data", "first");
    await ok(...importing("first", 0));
    const joined = await ok("join", server.address("keys"), "--data", "other", "--lang", "en");
    expect(joined).toContain("other/keys/recorder.key");
    const refused = await acta(folder, ...importing("other", 1));
    expect([refused.code, refused.err.trim().split("\n").length]).toEqual([1, 1]);
    expect(refused.err).toContain("recorder.key");
    cpSync(join(folder, "first", "keys", "recorder.key"), join(folder, "other", "keys", "recorder.key"));
    await ok(...importing("other", 1));
    expect(JSON.parse(await ok("editions", "--data", "first", "--json")).editions).toHaveLength(2);
    // The way back into a lost database: a backup of a desk, and a new server.
    await ok("backup", "saved-key", "--with-key", "--data", "other");
    server.createDatabase("again");
    await ok("restore", "saved-key", "--data", "restored");
    expect(await ok("join", server.address("again"), "--data", "restored")).toContain("given to the server");
    await ok(...importing("restored", 2));
  });

  test("PostgreSQL going away: one line to who writes, the copy and two lines to who reads, and then it goes on", async () => {
    server.createDatabase("away");
    await ok("join", server.address("away"), "--data", "away");
    await ok(...importing("away", 0));
    const before = await ok("results", "--data", "away", "--json");
    await server.kill();
    for (const [lang, gone, copy] of [
      ["en", "the server does not answer", "What follows is the copy"],
      ["es", "el servidor no responde", "Lo que sigue es la copia"],
    ] as const) {
      const writing = await acta(folder, ...importing("away", 1), "--lang", lang);
      expect([writing.code, writing.out, writing.err.trim().split("\n").length]).toEqual([1, "", 1]);
      expect(writing.err).toContain(gone);
      const reading = await acta(folder, "results", "--data", "away", "--json", "--lang", lang);
      expect([reading.code, reading.out]).toEqual([0, before]);
      const lines = reading.err.trim().split("\n");
      expect([lines.length, lines[0]?.includes(gone), lines[1]?.startsWith(copy)]).toEqual([2, true, true]);
      const joining = await acta(folder, "join", server.address("away"), "--data", `late-${lang}`, "--lang", lang);
      expect([joining.code, joining.err.trim().split("\n").length]).toEqual([1, 1]);
      expect(joining.err).toContain(gone);
    }
    await server.start();
    await ok(...importing("away", 1));
    expect(JSON.parse(await ok("editions", "--data", "away", "--json")).editions).toHaveLength(2);
    expect(existsSync(join(folder, "away", "lock"))).toBe(false);
  });

  test("while another process writes here, the copy is read as it is, and that is told", async () => {
    server.createDatabase("busy");
    await ok("join", server.address("busy"), "--data", "busy");
    await ok(...importing("busy", 0));
    const before = await ok("results", "--data", "busy", "--json");
    writeFileSync(join(folder, "busy", "lock"), JSON.stringify({ pid: process.ppid, started: "" }));
    for (const lang of ["en", "es"]) {
      const reading = await acta(folder, "results", "--data", "busy", "--json", "--lang", lang);
      expect([reading.code, reading.out, reading.err.trim().split("\n").length]).toEqual([0, before, 2]);
      expect(reading.err).toContain(String(process.ppid));
    }
  });

  test("somebody who owns the database and alters it is found out, in both languages", async () => {
    server.createDatabase("altered");
    await ok("join", server.address("altered"), "--data", "altered");
    await ok(...importing("altered", 0));
    server.sql(
      "ALTER TABLE acta.range DISABLE TRIGGER ALL; DELETE FROM acta.range; UPDATE acta.head SET size = 0",
      "altered",
    );
    for (const [lang, words] of [
      ["en", "something was taken away there"],
      ["es", "allí se quitó algo"],
    ] as const) {
      for (const given of [
        ["results", "--data", "altered"],
        ["doctor", "--data", "altered"],
        importing("altered", 1),
      ]) {
        const ran = await acta(folder, ...given, "--lang", lang);
        expect(ran.code).toBe(1);
        expect(ran.err).toContain(words);
      }
      // The copy is sound, and the doctor says that as well.
      expect(
        (await acta(folder, "doctor", "--data", "altered", "--lang", lang)).out.split("\n").length,
      ).toBeGreaterThan(6);
    }
  });

  test("no credential of the server lands in the folder", async () => {
    const kept = textsIn(join(folder, "desk"));
    expect(kept).toContain('"server":"postgres:///whole?host=');
    expect(kept).not.toMatch(/password/i);
  });
});
