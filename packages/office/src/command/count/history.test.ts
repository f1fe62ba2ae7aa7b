import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PERU, dropFolder, newFolder, peruFile } from "../../../../../scripts/acta-desk.js";
import { describeWithShared } from "../../../../../scripts/shared-data.js";
import { sampleCsv, sampleDefinition } from "../../import/sample-import.js";
import { runActa } from "../index.js";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `acta` at a moment of our own clock. */
async function actaOn(moment: string, cwd: string, ...given: readonly string[]): Promise<Ran> {
  let [out, err] = ["", ""];
  const code = await runActa({
    process: {
      stdout: { write: (text) => void (out += text) },
      stderr: { write: (text) => void (err += text) },
      env: {},
      exitCode: null,
    },
    arguments: given,
    environment: { LANG: "en_US.UTF-8" },
    cwd,
    isTerminal: false,
    clock: () => Date.parse(moment),
  });
  return { code, out, err };
}

async function json(cwd: string, ...given: readonly string[]) {
  const ran = await actaOn("2026-03-01T00:00:00Z", cwd, ...given, "--json");
  if (ran.code !== 0) throw new Error(ran.err);
  return JSON.parse(ran.out);
}

const votesOf = (result: { options: readonly { votes: number }[] }): readonly number[] =>
  result.options.map(({ votes }) => votes);

describeWithShared("the three editions of the runoff of Peru 2021, imported in turn", () => {
  const RECORDED = ["2026-01-01T10:00:00Z", "2026-01-02T10:00:00Z", "2026-01-03T10:00:00Z"] as const;
  // Figures: ../shared/data/peru-2021/DATA.md.
  const TOTALS = [
    [8_597_399, 8_519_478],
    [8_649_164, 8_563_590],
    [8_835_653, 8_791_696],
  ] as const;
  let data = "";
  let editions: readonly { id: string; size: number; asOf: string; sealedAt: string }[] = [];
  beforeAll(async () => {
    data = newFolder();
    for (const [at, file] of (["08", "09", "17"] as const).entries()) {
      const ran = await actaOn(RECORDED[at] ?? "", data, "import", PERU.runoff, "--source", peruFile(file));
      expect(ran).toMatchObject({ code: 0, err: "" });
    }
    ({ editions } = await json(data, "editions"));
  }, 60_000);
  afterAll(() => dropFolder(data));

  test.each([0, 1, 2])(
    "number %i: --at its size, its moment of recording and its id give the known total",
    async (at) => {
      const edition = editions[at];
      if (edition === undefined) throw new Error("no such edition");
      for (const text of [String(edition.size), RECORDED[at] ?? "", edition.id]) {
        const result = await json(data, "results", "--at", text);
        expect(votesOf(result), text).toEqual(TOTALS[at]);
        expect(result).toMatchObject({ at: edition.size, edition: { id: edition.id, asOf: edition.asOf } });
        expect((await json(data, "editions", "--at", text)).editions).toEqual(editions.slice(0, at + 1));
      }
    },
  );

  test("an entry short of a seal, the edition before it is the newest; before the first there is none", async () => {
    const [first, second] = editions;
    expect(votesOf(await json(data, "results", "--at", String((second?.size ?? 0) - 1)))).toEqual(TOTALS[0]);
    const unsealed = await actaOn(RECORDED[2], data, "results", "--at", String((first?.size ?? 0) - 1));
    expect(unsealed).toMatchObject({ code: 1, err: expect.stringMatching(/has no edition yet/) });
    const nothing = await actaOn(RECORDED[2], data, "results", "--at", "2025-12-31");
    expect(nothing).toMatchObject({
      code: 1,
      err: expect.stringMatching(/at 2025-12-31 no election had been recorded here/),
    });
  });

  test("026140: flagged, annulled, counted again with its own votes and a larger total", async () => {
    const { versions } = await json(data, "history", "26140");
    expect(versions.map((version: { state: string }) => version.state)).toEqual(["referred", "annulled", "counted"]);
    expect(versions.map((version: { cells: object }) => Object.values(version.cells))).toEqual([
      [74, 175, 1, 10, 0, 240],
      [0, 0, 0, 240, 0, 240],
      [74, 175, 1, 10, 0, 260],
    ]);
    expect(versions.map((version: { edition: { number: number } }) => version.edition.number)).toEqual([1, 2, 3]);
    expect(versions.map((version: { replaces: number }) => version.replaces)).toEqual([
      null,
      versions[0].entry,
      versions[1].entry,
    ]);
    expect(versions[0].changed).toBeNull();
    expect(versions[2]).toMatchObject({
      asOf: "2021-06-17T17:00:00Z",
      recordedAt: RECORDED[2],
      actor: { role: "electionAuthority", name: "ONPE" },
      basis: "reported",
      reason: "import",
      source: { name: "runoff-2021-06-17.csv.gz" },
      changed: { cells: expect.arrayContaining([expect.objectContaining({ from: 240, to: 260 })]) },
    });
    // The ledger as it was knows nothing of what came later.
    const then = await json(data, "history", "026140", "--at", editions[1]?.id ?? "");
    expect(then.versions).toEqual(versions.slice(0, 2));
  });

  test("001972: counted, and counted with other figures: 147, 40, 3, 9 of 199 became 300 null votes", async () => {
    const { versions } = await json(data, "history", "001972");
    expect(
      versions.map((version: { state: string; cells: object }) => [version.state, ...Object.values(version.cells)]),
    ).toEqual([
      ["counted", 147, 40, 3, 9, 0, 199],
      ["counted", 0, 0, 0, 300, 0, 300],
    ]);
    expect(versions[1].edition.number).toBe(3);
  });

  test("003955: counted, then annulled: 219 cast became 300 null votes", async () => {
    const { versions } = await json(data, "history", "003955");
    expect(
      versions.map((version: { state: string; cells: { null: number } }) => [version.state, version.cells.null]),
    ).toEqual([
      ["counted", 7],
      ["annulled", 300],
    ]);
    expect(Object.values(versions[0].cells).at(-1)).toBe(219);
  });

  test("a sheet that never changed has one version; in words it says who, when and from what", async () => {
    const { versions } = await json(data, "history", "000001");
    expect(versions).toHaveLength(1);
    const said = await actaOn(RECORDED[2], data, "history", "026140", "--lang", "es");
    expect(said.out).toMatch(/Mesa 026140: 3 versiones/);
    expect(said.out).toMatch(/según lo publicó ONPE \(motivo: importación\)/);
    expect(said.out).toMatch(/Reemplaza el asiento [\d,]+: .*240 → 260/);
  });
});

describe("the ledger as it was, of a small election whose older edition came last", () => {
  let data = "";
  const at = (...given: readonly string[]) => json(data, ...given);
  beforeAll(async () => {
    data = newFolder();
    writeFileSync(join(data, "election.yaml"), sampleDefinition());
    const give = async (moment: string, asOf: string, csv: string): Promise<void> => {
      writeFileSync(join(data, "sheets.csv"), csv);
      const ran = await actaOn(moment, data, "import", "election.yaml", "--source", "sheets.csv", "--as-of", asOf);
      expect(ran).toMatchObject({ code: 0, err: "" });
    };
    await give("2026-02-02T00:00:00Z", "2026-02-01T22:00Z", sampleCsv(10, 5));
    await give("2026-02-03T00:00:00Z", "2026-02-01T20:00Z", sampleCsv(10));
  });
  afterAll(() => dropFolder(data));

  test("the newest state of the count among what was sealed by then is shown", async () => {
    const { editions } = await at("editions");
    const [older, newer] = editions;
    expect([older.number, newer.number]).toEqual([2, 1]);
    for (const size of [newer.size, older.size, older.size - 1])
      expect(await at("results", "--at", String(size))).toMatchObject({ edition: { id: newer.id } });
    expect(await at("station", "3", "--at", older.id, "--edition", "2")).toMatchObject({
      at: older.size,
      cells: { a: 2 },
    });
    const refused = await actaOn(
      "2026-03-01T00:00:00Z",
      data,
      "results",
      "--at",
      String(newer.size),
      "--edition",
      older.id,
    );
    expect(refused.err).toMatch(/no edition, or more than one, goes by/);
  });

  test("every command that reads it says so, in its document and in words", async () => {
    const { editions } = await at("editions");
    const size = editions[1].size;
    for (const given of [
      ["results"],
      ["station", "000001"],
      ["check"],
      ["editions"],
      ["history", "000001"],
      ["export", "--out", "out.csv"],
    ])
      expect(await at(...given, "--at", String(size)), given[0]).toMatchObject({ at: size, provenance: "synthetic" });
    expect(readFileSync(join(data, "out.csv"), "utf8")).not.toBe("");
    for (const given of [
      ["results"],
      ["station", "000001"],
      ["check"],
      ["history", "000001"],
      ["editions"],
      ["editions", "--margin", "3"],
    ]) {
      const said = await actaOn("2026-03-01T00:00:00Z", data, ...given, "--at", String(size));
      expect(said.out, given[0]).toMatch(new RegExp(`The ledger as it was with ${size} entries`));
    }
    expect(await at("results")).not.toHaveProperty("at");
  });

  test.each([
    ["1000000", /the ledger has \d+ entries, not 1000000/],
    ["0", /at 0 no election had been recorded here/],
    ["yesterday", /yesterday is neither a number of entries, nor a moment, nor one edition/],
    ["2026", /the ledger has \d+ entries, not 2026/],
    ["-5", /-5 is neither/],
  ])("--at %s is refused in one line", async (text, says) => {
    const ran = await actaOn("2026-03-01T00:00:00Z", data, "results", `--at=${text}`);
    expect(ran).toMatchObject({ code: 1, out: "", err: expect.stringMatching(says) });
    expect(ran.err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("a checkpoint that is behind is told by readers, and does not stand in the way", async () => {
    const path = join(data, "acta-data", "ledger", "checkpoint");
    const now = readFileSync(path, "utf8");
    writeFileSync(path, now.replace(/\n\d+\n/, "\n12\n"));
    const ran = await actaOn("2026-03-01T00:00:00Z", data, "results");
    expect(ran).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^The signed checkpoint stands at 12 entries; \d+ entries behind it/),
    });
    writeFileSync(path, now);
    expect((await actaOn("2026-03-01T00:00:00Z", data, "results")).err).toBe("");
  });
});
