import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson } from "../../../../scripts/acta-desk.js";
import { publishDisputed } from "../../../../scripts/disputed-folder.js";

const root = mkdtempSync(join(tmpdir(), "acta-disputed-"));
const json = (path: string) => JSON.parse(readFileSync(join(root, "out", path), "utf8"));
const data = (hash: string) => json(`data/${hash}.json`);

/** The edition with this number, its only contest, and the place of a station. */
function editionOf(number: number) {
  const { root: hash } = json("pointer.json").editions.find((each: { number: number }) => each.number === number);
  const [contest] = data(hash).contests;
  return { open: data(contest.open), disputes: data(contest.disputes), place: placeOf(contest.trees[0].root) };
}

/** The place of station 000001: stations without a named place stand together in their district. */
function placeOf(hash: string) {
  const district = data(hash).children.rows.find(([code]: string[]) => code === "S");
  return data(data(district[2]).children.rows[0][2]);
}

function rowsOf(list: { rows?: unknown[][]; pages?: { file: string }[]; columns: string[] }) {
  const rows = list.rows ?? (list.pages ?? []).flatMap(({ file }) => data(file).rows);
  return rows.map((row) => Object.fromEntries(list.columns.map((name, at) => [name, row[at]])));
}

describe("what a published folder says of disputes", () => {
  beforeAll(() => publishDisputed(root), 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("verifies: whoever has the entries and the law makes the same files", async () => {
    const ran = await acta(root, "verify", "out");
    expect([ran.code, ran.err]).toEqual([0, ""]);
  });

  test("says nothing about petitions while none are loaded, and of nothing that it is certified", () => {
    const { open, disputes } = editionOf(2);
    expect(open.petitions).toEqual({ kind: "notLoaded" });
    expect(open.certified).toBeNull();
    expect(disputes.petitions).toMatchObject({ kind: "notLoaded", cases: 0, open: 0 });
    expect(disputes.calendar).toBeNull();
    expect(disputes.sheets).toEqual([{ reason: "materialError", stations: 2, registeredVoters: 600 }]);
    expect(disputes.areas.rows).toEqual([
      { code: "S", name: "S", flagged: 2, pending: 0, petitioned: 0, registeredVoters: 600 },
    ]);
  });

  test("says with petitions in the record what the command says", async () => {
    const { open } = editionOf(3);
    const { materiality } = await actaJson(root, "disputes", "--data", "data", "--edition", "2026-02-07T20:00Z");
    expect(open.petitions).toEqual({ kind: "loaded", located: 1, unlocated: 3, wider: 0 });
    expect(open.verdict).toEqual({
      kind: materiality.verdict.kind,
      says: materiality.verdict.says.map(({ code, values }: { code: string; values: unknown }) => ({ code, values })),
    });
    for (const [at, gate] of open.gates.entries()) {
      expect(gate.slack).toBe(materiality.gates[at].slack);
      expect(gate.petitions.takes).toBe(materiality.gates[at].petitions.takes);
      expect(gate.flip.stations).toBe(materiality.gates[at].flip.stations);
    }
    expect(open.gates.length).toBeGreaterThan(0);
  });

  test("counts petitions by ground and state, rulings by outcome, and sheets by where the law stands with them", () => {
    const { disputes } = editionOf(3);
    expect(disputes.petitions).toMatchObject({ kind: "loaded", cases: 2, open: 2, located: 1, unlocated: 3 });
    expect(disputes.petitions.grounds).toEqual([
      { ground: "b", count: 1 },
      { ground: "c", count: 1 },
    ]);
    expect(disputes.petitions.states).toEqual([{ state: "filed", count: 2 }]);
    expect(disputes.rulings).toEqual([{ ruling: "1 corrected", count: 1 }]);
    const ruled = disputes.standings.find(
      ({ basis, state }: Record<string, string>) => basis === "recorded" && state === "ruled",
    );
    expect(ruled).toMatchObject({ effect: "corrected", stations: 1 });
    expect(disputes.areas.rows).toContainEqual({
      code: "N",
      name: "N",
      flagged: 0,
      pending: 0,
      petitioned: 1,
      registeredVoters: 300,
    });
  });

  test("gives the deadlines of the calendar, of its own moment", async () => {
    const { calendar } = editionOf(3).disputes;
    const moment = "2026-02-07T20:00Z";
    const told = await actaJson(root, "calendar", "--data", "data", "--now", moment, "--edition", moment, "--all");
    const due = (each: { what: string; due: string }): string => `${each.what} ${each.due}`;
    expect([...new Set(calendar.deadlines.map(due))].toSorted()).toEqual(
      [...new Set(told.deadlines.map(due))].toSorted(),
    );
    expect(calendar.deadlines.length).toBeGreaterThan(0);
    expect(calendar.path.map(({ step }: { step: string }) => step)).toContain("petitions");
  });

  test("names the certification in the edition that follows it, and in no earlier one", () => {
    expect(editionOf(3).open.certified).toBeNull();
    expect(editionOf(4).open.certified).toEqual({ at: "2026-03-01", body: "finalTribunal", resolution: "0001-2026" });
  });

  test("names no station and no case: sizes only", () => {
    for (const number of [1, 2, 3, 4]) {
      const { disputes, open } = editionOf(number);
      for (const file of [disputes, open]) expect(JSON.stringify(file)).not.toMatch(/"\d{6}"|C-1|C-2|P-2/);
    }
  });

  test("gives every version of a sheet, who recorded it, when and why, as the command does", async () => {
    const { versions } = await actaJson(root, "history", "1", "--data", "data");
    const { sheets } = editionOf(4).place;
    const own = rowsOf(sheets.versions).filter(({ station }) => station === "000001");
    expect(own.map(({ entry }) => entry)).toEqual(versions.map(({ entry }: { entry: number }) => entry));
    expect(own.length).toBe(3);
    const batches = rowsOf(sheets.batches);
    for (const [at, version] of versions.entries()) {
      expect(own[at]).toMatchObject({ status: version.status, state: version.state, "cell.a": version.cells.a });
      const batch = batches.find((each) => each["batch"] === own[at]?.["batch"]);
      expect(batch).toMatchObject({
        kind: version.kind,
        actor: version.actor.name,
        role: version.actor.role,
        basis: version.basis,
        recordedAt: version.recordedAt,
        reason: version.reason,
        edition: version.edition.number,
      });
    }
  });

  test("gives the findings of a sheet that `acta station` prints, and the legal state and acts", async () => {
    for (const [number, moment] of [
      [1, "2026-02-01T20:00Z"],
      [3, "2026-02-07T20:00Z"],
    ] as const) {
      const { place } = editionOf(number);
      const stations = rowsOf(place.stations).map(({ station }) => String(station));
      for (const code of ["000001", "000004", "000007"]) {
        const told = await actaJson(root, "station", code, "--data", "data", "--edition", moment);
        const findings = place.sheets.findings === null ? [] : rowsOf(place.sheets.findings);
        expect(
          findings
            .filter(({ station }) => station === code)
            .map((each) => [each["code"], JSON.parse(String(each["values"]))]),
          `${code} ${moment}`,
        ).toEqual(told.findings.map((each: { code: string; values: unknown }) => [each.code, each.values]));
        const standing = place.sheets.legal.standings[place.sheets.legal.each[stations.indexOf(code)]];
        expect([standing.basis, standing.state, standing.effect]).toEqual([
          told.legal.basis,
          told.legal.state?.kind ?? null,
          told.legal.state?.effect ?? null,
        ]);
      }
    }
    const events = rowsOf(editionOf(3).place.sheets.events).filter(({ station }) => station === "000001");
    expect(events.map(({ by, kind }) => `${by} ${kind}`)).toContain("ruling taken");
  });

  test("says who may still act and until when by the law in the record, and where an image stands", () => {
    const { sheets, stations } = editionOf(3).place;
    const at = rowsOf(stations).findIndex(({ station }) => station === "000001");
    const standing = sheets.legal.standings[sheets.legal.each[at]];
    const outlook = data(standing.outlook);
    expect(outlook.open.map(({ act }: { act: string }) => act)).toContain("appeal");
    expect(standing.appeal.rule).not.toBe("");
    expect(rowsOf(sheets.images)).toEqual([
      expect.objectContaining({ station: "000001", url: "https://example.org/1.jpg", sha256: "5f".repeat(32) }),
    ]);
  });

  test("keeps every data file under 20 kB", () => {
    for (const name of readdirSync(join(root, "out", "data")))
      expect(readFileSync(join(root, "out", "data", name)).length, name).toBeLessThan(20_000);
  });
});
