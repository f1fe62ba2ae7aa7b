import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInstant } from "../basics/index.js";
import { RollBuilder } from "../election/index.js";
import { BLANK, ILLEGIBLE, NOT_SUPPLIED, stateOf, statusOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { NOT_REFERRED, parseSimulation, sheetsAt, simulate, simulateTable, simulatedRows } from "./index.js";
import type { Moment, SimulatedElection, SimulationSpec } from "./index.js";

const FINAL: Moment = { asOf: parseInstant("2026-02-08T12:00Z") ?? raise(), reported: 1, resolved: 1 };

function raise(): never {
  throw new Error("not here");
}

function specOf(document: unknown): SimulationSpec {
  const parsed = parseSimulation(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

interface Written {
  readonly seed: number;
  readonly options: readonly { readonly id: string }[];
  readonly areas: readonly { readonly code: string; readonly stations?: number }[];
  readonly [key: string]: unknown;
}

/** Any simulation file with up to 5 options and 8 areas of one or two levels. */
const anyFile: fc.Arbitrary<Written> = fc
  .record({
    seed: fc.integer({ min: 0, max: 0xffff_ffff }),
    options: fc.integer({ min: 1, max: 5 }),
    deep: fc.boolean(),
    areas: fc.array(
      fc.record({
        stations: fc.integer({ min: 1, max: 40 }),
        fill: fc.double({ min: 0, max: 1, noNaN: true }),
        turnout: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
        parts: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 7, maxLength: 7 }),
        rural: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    most: fc.integer({ min: 1, max: 400 }),
    rho: fc.constantFrom(0, 0.001, 0.1, 0.9),
    lean: fc.integer({ min: -5, max: 5 }),
    flagged: fc.double({ min: 0, max: 0.1, noNaN: true }),
    notInstalled: fc.constantFrom(0, 0.2, 1),
  })
  .map(writeFile);

interface Choices {
  readonly seed: number;
  readonly options: number;
  readonly deep: boolean;
  readonly areas: readonly {
    readonly stations: number;
    readonly fill: number;
    readonly turnout: number;
    readonly parts: readonly number[];
    readonly rural: number;
  }[];
  readonly most: number;
  readonly rho: number;
  readonly lean: number;
  readonly flagged: number;
  readonly notInstalled: number;
}

const ERRORS = [
  ["materialError", "votersAboveSum", 0],
  ["materialError", "votersBelowSum", 0.5],
  ["materialError", "votersAboveRegistered", 0.5],
  ["incomplete", "votersMissing", 0],
  ["illegible", "votersIllegible", 0.3],
  ["other", "cellMissing", 0.3],
  ["challengedVotes", "challenged", 0],
  ["unsigned", "none", 0.9],
  ["lost", "noFigures", 0.5],
] as const;

function writeFile(choices: Choices): Written {
  const ids = ["b", "a", "d", "c", "e"].slice(0, choices.options);
  const spread = { place: choices.rho, station: choices.rho };
  const levels = choices.deep ? ["region", "district"] : ["region"];
  const leaves = choices.areas.map((area, at) => ({
    ...totalsOf(area, ids, choices.most),
    code: `${9 - at}x`,
    name: `Area ${at}`,
    parent: choices.deep ? `R${at % 2}` : "",
    rural: area.rural,
  }));
  const parents = [...new Set(leaves.map((leaf) => leaf.parent))].filter((code) => code !== "");
  return {
    format: "acta-simulation/1",
    id: "any",
    name: "Any",
    source: "Made up by a test",
    country: "ZZ",
    date: "2026-02-01",
    timeZone: "UTC",
    seed: choices.seed,
    options: ids.map((id) => ({ id, name: id, colour: "#123456" })),
    contest: { id: "c", name: "C", outcome: { rule: "plurality" } },
    tree: {
      id: "t",
      name: "T",
      root: { code: "all", level: "country", name: "All" },
      levels: levels.map((id) => ({ id, name: id })),
    },
    areas: [...parents.map((code) => ({ code, name: code })), ...leaves],
    stations: { most: choices.most, usual: 1 + choices.most * 0.9, perPlace: 4 },
    rural: { lean: { [ids[0] ?? ""]: choices.lean, absent: 1 } },
    spread: { turnout: spread, invalid: spread, votes: spread },
    flagged: ERRORS.map(([flag, error, annulled]) => ({ flag, error, annulled, share: choices.flagged })),
    notInstalled: choices.notInstalled,
    moments: [{ asOf: "2026-02-08T12:00Z", reported: 1, resolved: 1 }],
  };
}

function totalsOf(area: Choices["areas"][number], ids: readonly string[], most: number): Record<string, unknown> {
  const registered = area.stations + Math.floor(area.fill * area.stations * (most - 1));
  const cast = Math.floor(registered * area.turnout);
  const weight = area.parts.reduce((sum, part) => sum + part, 1);
  const parts = area.parts.map((part) => Math.floor((cast * part) / weight));
  const votes = Object.fromEntries(ids.map((id, at) => [id, parts[at + 2] ?? 0]));
  return { stations: area.stations, registered, votes, blankVotes: parts[0], nullVotes: parts[1] };
}

/** Sums over the rows of an area; cells without a count add nothing. */
function sumsOf(simulated: SimulatedElection, code: string): Record<string, number> {
  const { roll, table } = simulated;
  const leaf = roll.trees[0]?.areas.findIndex((area) => area.code === code);
  const sums: Record<string, number> = { stations: 0, registered: 0 };
  for (let row = 0; row < table.size; row++) {
    if (roll.leaves[0]?.[row] !== leaf) continue;
    sums["stations"] = (sums["stations"] ?? 0) + 1;
    sums["registered"] = (sums["registered"] ?? 0) + (roll.registered[row] ?? 0);
    table.form.cells.forEach((cell, at) => {
      sums[cell.id] = (sums[cell.id] ?? 0) + Math.max(0, table.cells[at]?.[row] ?? 0);
    });
  }
  return sums;
}

function cellsOf(table: SheetTable, row: number): Record<string, number> {
  return Object.fromEntries(table.form.cells.map((cell, at) => [cell.id, table.cells[at]?.[row] ?? NaN]));
}

/** What was filed first, by cell. */
function filedOn(table: SheetTable, row: number): Record<string, number> {
  const first = table.first.get(row);
  return Object.fromEntries(table.form.cells.map((cell, at) => [cell.id, first?.cells[at] ?? NaN]));
}

/** Sum of the votes written on a sheet, challenged ones too, without the total of voters. */
function written(cells: Record<string, number>): number {
  return Object.entries(cells).reduce((sum, [id, value]) => (id === "voters" ? sum : sum + Math.max(0, value)), 0);
}

function fingerprint(simulated: SimulatedElection): string {
  const hash = createHash("sha256");
  const { roll, table, order, referred } = simulated;
  for (const column of [roll.registered, roll.place, ...roll.leaves, table.status, ...table.cells, order, referred])
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  hash.update(JSON.stringify([roll.trees, roll.places, roll.codes, [...table.first]]));
  return hash.digest("hex");
}

const runs = { seed: 2021, numRuns: 150 };

describe("an election that is made up", () => {
  test("has the given sums in every area, to the vote", () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const spec = specOf(file);
        const simulated = simulate(spec);
        for (const area of spec.areas) {
          if (area.totals === null) continue;
          const { totals } = area;
          const votes = Object.fromEntries(spec.options.map((option, at) => [option.id, totals.votes[at]]));
          const cast = totals.votes.reduce((sum, each) => sum + each, totals.blankVotes + totals.nullVotes);
          expect(sumsOf(simulated, area.code)).toEqual({
            stations: totals.stations,
            registered: totals.registered,
            ...votes,
            blank: totals.blankVotes,
            null: totals.nullVotes,
            challenged: 0,
            voters: cast,
          });
        }
      }),
      runs,
    );
  });

  test("has final sheets that add up and never more votes than registered voters", () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const simulated = simulate(specOf(file));
        const { table, roll } = simulated;
        const most = simulated.spec.stations.most;
        for (let row = 0; row < table.size; row++) {
          const registered = roll.registered[row] ?? 0;
          expect(registered >= 1 && registered <= most).toBe(true);
          const cells = cellsOf(table, row);
          const state = stateOf(table, row);
          if (state === "notInstalled") expect(new Set(Object.values(cells))).toEqual(new Set([NOT_SUPPLIED]));
          else {
            expect(written(cells)).toBe(cells["voters"]);
            expect(cells["voters"]).toBeLessThanOrEqual(registered);
            expect(cells["challenged"]).toBe(0);
            if (state === "annulled") expect(cells["null"]).toBe(cells["voters"]);
          }
        }
      }),
      runs,
    );
  });

  test("is the same, byte for byte, for the same file", () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        expect(fingerprint(simulate(specOf(file)))).toBe(fingerprint(simulate(specOf(file))));
      }),
      { ...runs, numRuns: 25 },
    );
  });

  test("is another one for another seed", () => {
    expect(fingerprint(simulateTable({ stations: 100, options: 2, seed: 1 }))).not.toBe(
      fingerprint(simulateTable({ stations: 100, options: 2, seed: 2 })),
    );
  });

  test("does not depend on the order of areas and options in the file", () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const one = simulate(specOf(file));
        const other = simulate(specOf({ ...file, areas: file.areas.toReversed(), options: file.options.toReversed() }));
        expect(other.roll).toEqual(one.roll);
        expect(other.order).toEqual(one.order);
        for (let row = 0; row < one.table.size; row++) {
          expect(cellsOf(other.table, row)).toEqual(cellsOf(one.table, row));
          expect(statusOf(other.table, row)?.id).toBe(statusOf(one.table, row)?.id);
          expect(filedOn(other.table, row)).toEqual(filedOn(one.table, row));
        }
      }),
      { ...runs, numRuns: 40 },
    );
  });

  test("an added area leaves the figures of the others as they are, station by station", () => {
    const file = fc.sample(anyFile, { seed: 5, numRuns: 30 }).find((each) => each.areas.length > 4) ?? raise();
    const leaves = file.areas.filter((area) => area.stations !== undefined);
    const without = specOf({ ...file, areas: file.areas.filter((area) => area !== leaves[0]) });
    const all = simulate(specOf(file));
    const fewer = simulate(without);
    for (const { code } of leaves.slice(1)) expect(sheetsIn(fewer, code)).toEqual(sheetsIn(all, code));
  });

  test("is synthetic, in every output, whatever the totals are", () => {
    const simulated = simulateTable({ stations: 30, options: 2, seed: 3 });
    expect(simulated.provenance).toBe("synthetic");
    expect(simulated.election.provenance).toBe("synthetic");
    const [header, ...rows] = [...simulatedRows(simulated, FINAL)];
    const column = header?.indexOf("provenance") ?? -1;
    expect(new Set(rows.map((row) => row[column]))).toEqual(new Set(["synthetic"]));
    for (const place of simulated.roll.places) expect(place.name).toMatch(/^Local inventado/);
  });

  test("gives the same bytes in every version (golden)", () => {
    expect(fingerprint(simulateTable({ stations: 2_000, options: 3, seed: 42 }))).toBe(
      "63c18da8121847581fb92206108abaa56fcdf27b265c3a4176cc4f7eb16b4484",
    );
  });
});

function sheetsIn(simulated: SimulatedElection, code: string): readonly unknown[] {
  const { roll, table } = simulated;
  const leaf = roll.trees[0]?.areas.findIndex((area) => area.code === code);
  const rows = Array.from({ length: table.size }, (_, row) => row).filter((row) => roll.leaves[0]?.[row] === leaf);
  return rows.map((row) => [roll.registered[row], statusOf(table, row)?.id, cellsOf(table, row), table.first.get(row)]);
}

describe("chance in a made-up election", () => {
  const simulated = simulateTable({ stations: 60_000, options: 2, seed: 11 });

  test("flags and annuls as often as asked, within 5 standard errors", () => {
    const { spec, table, referred } = simulated;
    for (const flag of new Set(spec.flagged.map((kind) => kind.flag))) {
      const share = spec.flagged.reduce((sum, kind) => sum + (kind.flag === flag ? kind.share : 0), 0);
      const status = table.statuses.findIndex((each) => each.id === `referred.${flag}`);
      expectShare(referred.filter((each) => each === status).length, table.size, share);
    }
    const annulled = spec.flagged.reduce((sum, kind) => sum + kind.share * kind.annulled, 0);
    expectShare(countOf(table, "annulled"), table.size, annulled);
    expectShare(countOf(table, "notInstalled"), table.size, spec.notInstalled);
  });

  test("votes cluster as asked: variance n p (1 - p) (1 + (n - 1) rho) between stations of a place", () => {
    for (const rho of [0, 0.02]) {
      const ratio = overdispersion(rho);
      expect(Math.abs(ratio / (1 + 199 * rho) - 1)).toBeLessThan(0.1);
    }
  });

  test("reports towns first and late areas last", () => {
    const { order, roll } = simulated;
    const rank = new Float64Array(order.length);
    order.forEach((row, at) => (rank[row] = at / order.length));
    const mean = (zone: string): number => {
      const ranks = rank.filter((_, row) => roll.places[roll.place[row] ?? 0]?.address === zone);
      return ranks.reduce((sum, each) => sum + each, 0) / ranks.length;
    };
    expect(mean("zona rural") - mean("zona urbana")).toBeGreaterThan(0.15);
    const areas = simulated.spec.areas.toSorted((a, b) => (a.totals?.delay ?? 0) - (b.totals?.delay ?? 0));
    const first = areas[0]?.code;
    const last = areas.at(-1)?.code;
    const areaMean = (code: string | undefined): number => {
      const leaf = roll.trees[0]?.areas.findIndex((area) => area.code === code);
      const ranks = rank.filter((_, row) => roll.leaves[0]?.[row] === leaf);
      return ranks.reduce((sum, each) => sum + each, 0) / ranks.length;
    };
    expect(areaMean(last)).toBeGreaterThan(areaMean(first));
  });

  test("every row reports once", () => {
    expect([...simulated.order].toSorted((a, b) => a - b)).toEqual([...simulated.roll.codes.keys()]);
  });
});

function expectShare(found: number, of: number, share: number): void {
  expect(Math.abs(found - of * share)).toBeLessThanOrEqual(5 * Math.sqrt(of * share * (1 - share)) + 1e-9);
}

function countOf(table: SheetTable, state: string): number {
  let count = 0;
  for (let row = 0; row < table.size; row++) if (stateOf(table, row) === state) count += 1;
  return count;
}

const NONE = { place: 0, station: 0 };

/** Variance of the votes of an option over stations of 200 voters who all vote, in binomial variances. */
function overdispersion(rho: number): number {
  const { spec } = simulateTable({ stations: 25, options: 2, seed: 1 });
  const totals = {
    ...(spec.areas[0]?.totals ?? raise()),
    stations: 4_000,
    registered: 800_000,
    votes: [320_000, 480_000],
    blankVotes: 0,
    nullVotes: 0,
  };
  const { table } = simulate({
    ...spec,
    areas: [{ code: "1", name: "One", parent: "", totals }],
    stations: { usual: 200, most: 200, perPlace: 10 },
    spread: { turnout: NONE, invalid: NONE, votes: { place: 0, station: rho } },
    flagged: [],
    notInstalled: 0,
  });
  const votes = table.cells[0] ?? raise();
  return votes.reduce((sum, each) => sum + (each - 80) ** 2, 0) / votes.length / (200 * 0.4 * 0.6);
}

describe("sheets as they were filed", () => {
  const file = writeFile({
    seed: 4,
    options: 3,
    deep: false,
    areas: [{ stations: 3_000, fill: 0.97, turnout: 0.75, parts: [1, 6, 40, 30, 10, 0, 0], rural: 0.3 }],
    most: 300,
    rho: 0.01,
    lean: 0,
    flagged: 0.02,
    notInstalled: 0.01,
  });
  const simulated = simulate(specOf(file));
  const early = sheetsAt(simulated, { reported: 1, resolved: 0 });

  /** Sheets with this flag while they are open, and what they became. */
  function open(
    flag: string,
  ): readonly { row: number; filed: Record<string, number>; final: Record<string, number> }[] {
    const rows = Array.from({ length: early.size }, (_, row) => row);
    return rows
      .filter((row) => statusOf(early, row)?.id === `referred.${flag}`)
      .map((row) => ({ row, filed: cellsOf(early, row), final: cellsOf(simulated.table, row) }));
  }

  test("material errors do not add up, or have more voters than the roll", () => {
    const sheets = open("materialError");
    expect(sheets.length).toBeGreaterThan(100);
    for (const { row, filed } of sheets) {
      const wrong = written(filed) !== filed["voters"];
      expect(wrong || (filed["voters"] ?? 0) > (simulated.roll.registered[row] ?? 0)).toBe(true);
    }
  });

  test("each kind of material error occurs: too many votes, too few, and more voters than the roll", () => {
    const letters = open("materialError").map(({ row, filed }) => {
      const voters = filed["voters"] ?? 0;
      if (voters > (simulated.roll.registered[row] ?? 0)) return "A";
      return written(filed) < voters ? "D" : "E";
    });
    for (const letter of ["A", "D", "E"])
      expectShare(letters.filter((each) => each === letter).length, early.size, 0.02);
  });

  test("an annulled sheet whose votes were above its voters keeps the voters as null votes (RULES R2.13 f)", () => {
    const sheets = open("materialError").filter(({ row }) => stateOf(simulated.table, row) === "annulled");
    const below = sheets.filter(({ filed }) => written(filed) > (filed["voters"] ?? 0));
    expect(below.length).toBeGreaterThan(5);
    for (const { filed, final } of below) expect(final["null"]).toBe(filed["voters"]);
  });

  test("missing votes become null votes when the sheet is resolved (RULES R2.13 e)", () => {
    const sheets = open("materialError").filter(
      ({ row, filed }) =>
        written(filed) < (filed["voters"] ?? 0) &&
        (filed["voters"] ?? 0) <= (simulated.roll.registered[row] ?? 0) &&
        stateOf(simulated.table, row) === "counted",
    );
    const kept = sheets.filter(({ filed, final }) => final["null"] !== filed["null"]);
    expect(kept.length).toBeGreaterThan(20);
    for (const { filed, final } of kept)
      expect((final["null"] ?? 0) - (filed["null"] ?? 0)).toBe((filed["voters"] ?? 0) - written(filed));
  });

  test("incomplete, illegible and missing cells are marks, never zeros", () => {
    for (const { filed } of open("incomplete")) expect(filed["voters"]).toBe(BLANK);
    for (const { filed } of open("illegible")) expect(filed["voters"]).toBe(ILLEGIBLE);
    for (const flag of ["incomplete", "illegible", "other", "lost"]) expect(open(flag).length).toBeGreaterThan(20);
    for (const { filed } of open("other")) expect(Object.values(filed).filter((each) => each === BLANK).length).toBe(1);
    for (const { filed } of open("lost")) expect(new Set(Object.values(filed))).toEqual(new Set([NOT_SUPPLIED]));
  });

  test("challenged votes are set aside, and the sheet still adds up", () => {
    const sheets = open("challengedVotes").filter(({ final }) => (final["voters"] ?? 0) > 0);
    expect(sheets.length).toBeGreaterThan(30);
    for (const { filed, final } of sheets) {
      expect(filed["challenged"]).toBeGreaterThan(0);
      expect(written(filed)).toBe(filed["voters"]);
      expect(filed["voters"]).toBe(final["voters"]);
    }
  });

  test("the final state keeps what was filed first on every flagged sheet with figures", () => {
    for (const { row, filed } of open("unsigned")) {
      const first = simulated.table.first.get(row) ?? raise();
      expect(first.cells).toEqual(Object.values(filed));
      expect(simulated.table.statuses[first.status]?.state).toBe("referred");
    }
    for (const { row } of open("lost")) expect(simulated.table.first.has(row)).toBe(false);
  });
});

describe("moments of a count", () => {
  const simulated = simulateTable({ stations: 5_000, options: 2, seed: 8 });

  test("the end is the final state", () => {
    expect(sheetsAt(simulated, FINAL)).toEqual(simulated.table);
  });

  test("before the first sheet everything is pending and empty", () => {
    const none = sheetsAt(simulated, { reported: 0, resolved: 0 });
    expect(countOf(none, "pending")).toBe(5_000);
    for (const column of none.cells) expect(new Set(column)).toEqual(new Set([NOT_SUPPLIED]));
    expect(none.first.size).toBe(0);
  });

  test("the share that has come is the share asked for, and a sheet that has come never goes back", () => {
    let before = sheetsAt(simulated, { reported: 0, resolved: 0 });
    for (const reported of [0.1, 0.35, 0.8, 0.97, 1]) {
      const now = sheetsAt(simulated, { reported, resolved: reported / 2 });
      expect(countOf(now, "pending")).toBe(Math.round(5_000 * (1 - reported)));
      for (let row = 0; row < now.size; row++) {
        const was = stateOf(before, row);
        if (was === "counted" || was === "annulled" || was === "notInstalled") {
          expect(stateOf(now, row)).toBe(was);
          expect(cellsOf(now, row)).toEqual(cellsOf(before, row));
        }
      }
      before = now;
    }
  });

  test("flagged sheets are at the tribunal until they are resolved", () => {
    const flagged = simulated.referred.filter((status) => status !== NOT_REFERRED).length;
    for (const resolved of [0, 0.25, 1]) {
      const now = sheetsAt(simulated, { reported: 1, resolved });
      expect(countOf(now, "referred")).toBe(flagged - Math.round(flagged * resolved));
    }
  });
});

describe("rows for a file", () => {
  test("carry the roll: read back they give the same one", () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const simulated = simulate(specOf(file));
        const [header, ...rows] = [...simulatedRows(simulated, FINAL)];
        const builder = new RollBuilder(simulated.election.trees);
        const at = (name: string): number => header?.indexOf(name) ?? -1;
        const levels = simulated.spec.tree.levels;
        for (const row of rows) {
          const codes = levels.map((level) => row[at(`area.${level.id}.code`)] ?? "");
          const names = levels.map((level) => row[at(`area.${level.id}.name`)] ?? "");
          const text = (name: string): string => row[at(name)] ?? "";
          const leaf = builder.area(0, codes, names);
          builder.set(
            builder.position(text("station")),
            [leaf],
            text("place"),
            text("zone"),
            Number(text("registered")),
          );
        }
        expect(builder.build()).toEqual(simulated.roll);
      }),
      { ...runs, numRuns: 50 },
    );
  });

  test("carry the cells and the status in the words of the definition", () => {
    const simulated = simulateTable({ stations: 3_000, options: 2, seed: 9 });
    const moment = { ...FINAL, reported: 0.9, resolved: 0.1 };
    const table = sheetsAt(simulated, moment);
    const part = simulated.election.sources[0]?.parts[0] ?? raise();
    const marks: Readonly<Record<string, number>> = { blank: BLANK, illegible: ILLEGIBLE, notSupplied: NOT_SUPPLIED };
    const words = new Map(part.values.missing.map(({ word, means }) => [word, marks[means]]));
    const [header, ...rows] = [...simulatedRows(simulated, moment)];
    rows.forEach((row, at) => {
      for (const { cell, column } of part.sheets[0]?.cells ?? []) {
        const text = row[header?.indexOf(column) ?? -1] ?? raise();
        expect(words.get(text) ?? Number(text)).toBe(cellsOf(table, at)[cell]);
      }
      const status = simulated.election.statuses.find(
        (each) => each.words[0]?.[0] === row[header?.indexOf("status") ?? -1],
      );
      expect(status?.id).toBe(statusOf(table, at)?.id);
      expect(row[header?.indexOf("asOf") ?? -1]).toBe(FINAL.asOf);
    });
    expect(rows.length).toBe(3_000);
  });
});

describe("a made-up country", () => {
  test.each([
    [1, 1],
    [7, 1],
    [24, 9],
    [1_000, 40],
  ])("of %d stations and %d options has them", (stations, options) => {
    const simulated = simulateTable({ stations, options, seed: 6 });
    expect(simulated.table.size).toBe(stations);
    expect(simulated.election.options.length).toBe(options);
  });

  test.each([
    [0, 2],
    [10_000_001, 2],
    [5, 0],
    [NaN, 2],
  ])("of %d stations and %d options is a bug", (stations, options) => {
    expect(() => simulateTable({ stations, options, seed: 1 })).toThrow();
  });
});
