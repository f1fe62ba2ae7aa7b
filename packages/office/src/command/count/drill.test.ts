import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { sampleCsv, sampleDefinition } from "../../import/sample-import.js";

describe("a drill of an election that is real", () => {
  let work = "";
  beforeAll(async () => {
    work = newFolder();
    writeFileSync(
      join(work, "election.yaml"),
      sampleDefinition().replace("provenance: synthetic\n", "provenance: real\n"),
    );
    writeFileSync(join(work, "first.csv"), sampleCsv(10));
    writeFileSync(join(work, "second.csv"), sampleCsv(10, 3));
    const given = ["election.yaml", "--source", "first.csv", "--as-of", "2026-02-01T20:00Z"];
    expect(await actaJson(work, "import", ...given, "--drill")).toMatchObject({ provenance: "drill" });
    expect(await actaJson(work, "import", ...given, "--data", "real")).toMatchObject({ provenance: "real" });
  });
  afterAll(() => dropFolder(work));

  test("is marked in the ledger's first entry and in the name under which checkpoints are signed", () => {
    const [origin = ""] = readFileSync(join(work, "acta-data", "ledger", "checkpoint"), "utf8").split("\n");
    expect(origin).toMatch(/^drill\.recorder\.[0-9a-f]{12}\/sample$/);
    const log = readFileSync(join(work, "acta-data", "ledger", "entries.log"), "utf8");
    expect(log).toContain(`{"drill":true,"mode":"reported","origin":"${origin}"}`);
    expect(readFileSync(join(work, "real", "ledger", "checkpoint"), "utf8")).toMatch(/^recorder\./);
  });

  test("stays one when more is imported, with or without the flag", async () => {
    const given = ["import", "election.yaml", "--source", "second.csv", "--as-of", "2026-02-01T21:00Z"];
    expect(await actaJson(work, ...given)).toMatchObject({ provenance: "drill" });
    expect(await actaJson(work, ...given, "--drill")).toMatchObject({ provenance: "drill", entries: 0 });
    expect(readFileSync(join(work, "acta-data", "ledger", "checkpoint"), "utf8")).toMatch(/^drill\.recorder\./);
  });

  test("every document and every text says so", async () => {
    const commands = [
      ["results"],
      ["station", "000001"],
      ["history", "000001"],
      ["check"],
      ["editions"],
      ["diff"],
      ["editions", "--margin", "3"],
      ["export", "--out", "out.csv"],
    ];
    for (const given of commands) {
      expect(await actaJson(work, ...given), given[0]).toMatchObject({ provenance: "drill" });
      const said = await acta(work, ...given);
      expect(said.out, given[0]).toMatch(/DRILL: not an election/);
      const real = await acta(work, ...given.map((word) => (word === "out.csv" ? "real.csv" : word)), "--data", "real");
      expect(real.out, given[0]).not.toMatch(/DRILL/);
    }
    expect(readFileSync(join(work, "out.csv"), "utf8")).toMatch(/drill/);
    const follow = ["follow", "election.yaml", "--source", "first.csv", "--every", "1s", "--rounds", "1", "--json"];
    expect((await acta(work, ...follow)).out.split("\n")[0]).toMatch(/"provenance":"drill"/);
    expect(await actaJson(work, "doctor")).toMatchObject({ drill: true, sound: true });
    expect((await acta(work, "doctor", "--lang", "es")).out).toMatch(/^SIMULACRO: este libro no es de una elección/);
  });

  test("a ledger that is not one cannot become one, and is left as it was", async () => {
    const before = readFileSync(join(work, "real", "ledger", "entries.log"));
    const given = ["import", "election.yaml", "--source", "second.csv", "--data", "real", "--drill"];
    const ran = await acta(work, ...given);
    expect(ran).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/is not a drill's and cannot become one: use a new folder/),
    });
    expect(readFileSync(join(work, "real", "ledger", "entries.log")).equals(before)).toBe(true);
  });

  test("a backup of it is one as well", async () => {
    expect(await actaJson(work, "backup", "copy", "--with-key")).toMatchObject({
      schema: "acta-backup/1",
      hasKey: true,
    });
    expect(await actaJson(work, "restore", "copy", "--data", "again")).toMatchObject({
      schema: "acta-restore/1",
      sound: true,
    });
    expect(await actaJson(work, "results", "--data", "again")).toMatchObject({ provenance: "drill" });
    const told = await acta(work, "backup", "copy2", "--lang", "es");
    expect(told.out).toMatch(/La clave privada no está incluida/);
    writeFileSync(join(work, "copy2", "ledger", "entries.log"), "x");
    expect(await acta(work, "restore", "copy2", "--data", "third")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is not as it was written/),
    });
  });
});
