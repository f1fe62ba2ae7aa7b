import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Result } from "../basics/index.js";
import type { Policy } from "../election/index.js";
import { BLANK, NOT_SUPPLIED } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { flippingStations, materialityOf, policiesOf, resultOf, tallyBy } from "./index.js";
import type { AreaResult, Materiality, MaterialityRequest, Petitions } from "./index.js";
import { rowVotes, totalsOf } from "./row-votes.js";
import { SAMPLE_STATUSES, sampleCount } from "./sample-count.js";
import type { SampleCount, SampleRules, SampleStation } from "./sample-count.js";

const NOT_LOADED: Petitions = { kind: "notLoaded" };

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function policyIn(sample: SampleCount, id: string): Policy {
  return policiesOf(sample.election).find((policy) => policy.id === id) ?? expect.unreachable(id);
}

function ask(sample: SampleCount, more: Partial<MaterialityRequest> = {}): MaterialityRequest {
  const policy = policyIn(sample, "counted");
  return { ...sample, policy, scope: null, petitions: NOT_LOADED, filer: null, among: null, any: [], ...more };
}

const work = (sample: SampleCount, more: Partial<MaterialityRequest> = {}): Materiality =>
  valueOf(materialityOf(ask(sample, more)));

/** The result of a sample by the ordinary way of counting. */
function resultIn(sample: SampleCount, table: SheetTable, policy: Policy): AreaResult {
  const whole = { code: "X", name: "X", level: "country", wholeContest: true };
  const { election, roll, contest } = sample;
  return resultOf(contest, tallyBy(election, roll, table, policy, new Uint32Array(table.size), 1), 0, whole);
}

/** The sheets with those of some rows annulled: votes 0, all ballots null. Written apart from the code under test. */
function annulled({ table }: SampleCount, rows: readonly number[]): SheetTable {
  const status = table.status.slice();
  const cells = table.cells.map((column) => column.slice());
  const parts = table.form.cells.flatMap(({ role }, at) => (role === "voters" || role === "ballotsCast" ? [] : [at]));
  const nullAt = table.form.cells.findIndex(({ role }) => role === "null");
  for (const row of rows) {
    const ballots = parts.reduce((sum, at) => sum + Math.max(cells[at]?.[row] ?? 0, 0), 0);
    for (const at of parts)
      cells.forEach((column, each) => each === at && (column[row] = each === nullAt ? ballots : 0));
    status[row] = SAMPLE_STATUSES.indexOf("annulled");
  }
  return { ...table, status, cells };
}

/** Every subset of the rows 0 to n - 1. */
function subsets(n: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** n }, (_, bits) =>
    Array.from({ length: n }, (__, row) => row).filter((row) => Math.floor(bits / 2 ** row) % 2 === 1),
  );
}

const countedStation = (options: number): fc.Arbitrary<SampleStation> =>
  fc
    .tuple(
      fc.constantFrom("1" as const, "2" as const),
      fc.array(fc.nat(9), { minLength: options, maxLength: options }),
      fc.nat(3),
      fc.nat(3),
    )
    .map(([region, votes, blank, nulls]) => {
      const ballots = votes.reduce((sum, each) => sum + each, blank + nulls);
      return { region, registered: ballots + 2, figures: [...votes, blank, nulls, 0, ballots] };
    });

const RULES: readonly SampleRules[] = [
  { options: 2, outcome: { rule: "majority", runoffBetween: 0 } },
  { options: 2, outcome: { rule: "plurality" } },
  { options: 3, outcome: { rule: "plurality" } },
  { options: 4, outcome: { rule: "plurality", winners: 2 } },
  { options: 3, outcome: { rule: "majority", runoffBetween: 2 } },
  { options: 4, outcome: { rule: "majority", runoffBetween: 2 } },
  { options: 3, outcome: { rule: "majority", moreThan: "2/5", runoffBetween: 2 } },
  { options: 3, outcome: { rule: "majority", base: "ballotsCast", runoffBetween: 2 } },
  { options: 3, outcome: { rule: "majority", base: "registeredVoters", moreThan: "1/3", runoffBetween: 2 } },
];

describe("the smallest set of annulments that changes the outcome", () => {
  // Every subset is annulled and counted again by the ordinary way: exact, and proved to be smallest.
  test.each(RULES.map((rules) => [JSON.stringify(rules), rules] as const))("%s: equals brute force", (_, rules) => {
    fc.assert(
      fc.property(fc.array(countedStation(rules.options), { minLength: 1, maxLength: 7 }), (stations) => {
        const sample = sampleCount(rules, stations);
        const policy = policyIn(sample, "counted");
        const today = outcomeText(resultIn(sample, sample.table, policy));
        fc.pre(today.startsWith("won") || today.startsWith("runoff"));
        const changing = subsets(stations.length).filter(
          (rows) => outcomeText(resultIn(sample, annulled(sample, rows), policy)) !== today,
        );
        const fewest = Math.min(...changing.map((rows) => rows.length));
        const flips = work(sample).gates.map(({ flip }) => (flip.kind === "possible" ? flip.stations : Infinity));
        expect(Math.min(...flips)).toBe(fewest);
      }),
      { numRuns: 150 },
    );
  });

  test("a policy that leaves annulled sheets out shrinks the ballots cast too", () => {
    const rules = { options: 3, outcome: { rule: "majority", base: "ballotsCast", runoffBetween: 2 } };
    fc.assert(
      fc.property(fc.array(countedStation(3), { minLength: 1, maxLength: 6 }), (stations) => {
        const sample = sampleCount(rules, stations);
        const policy = policyIn(sample, "strict");
        const today = outcomeText(resultIn(sample, sample.table, policy));
        fc.pre(today.startsWith("won") || today.startsWith("runoff"));
        const fewest = Math.min(
          ...subsets(stations.length)
            .filter((rows) => outcomeText(resultIn(sample, annulled(sample, rows), policy)) !== today)
            .map((rows) => rows.length),
        );
        const flips = work(sample, { policy }).gates.map(({ flip }) =>
          flip.kind === "possible" ? flip.stations : Infinity,
        );
        expect(Math.min(...flips)).toBe(fewest);
      }),
    );
  });

  test("among chosen sheets: exact, or the proof that there is none", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(countedStation(3), fc.boolean()), { minLength: 1, maxLength: 7 }), (stations) => {
        const sample = sampleCount(
          { options: 3, outcome: { rule: "plurality" } },
          stations.map(([station]) => station),
        );
        const among = Uint8Array.from(stations, ([, chosen]) => (chosen ? 1 : 0));
        const policy = policyIn(sample, "counted");
        const today = outcomeText(resultIn(sample, sample.table, policy));
        fc.pre(today.startsWith("won"));
        const changing = subsets(stations.length).filter(
          (rows) =>
            rows.every((row) => among[row] === 1) &&
            outcomeText(resultIn(sample, annulled(sample, rows), policy)) !== today,
        );
        const { gates, verdict } = work(sample, { among });
        const flips = gates.map(({ flip }) => (flip.kind === "possible" ? flip.stations : Infinity));
        expect(Math.min(...flips)).toBe(Math.min(...changing.map((rows) => rows.length)));
        for (const { flip, slack } of gates) if (flip.kind === "impossible") expect(flip.takes).toBeLessThan(slack);
        expect(verdict.says[0]?.code).toBe(
          changing.length > 0 ? "materiality.petitionsNotLoadedAmong" : "materiality.petitionsNotLoadedNoSet",
        );
      }),
    );
  });

  test("its list does what its size says; what one station fewer takes is not enough", () => {
    fc.assert(
      fc.property(fc.array(countedStation(3), { minLength: 1, maxLength: 8 }), (stations) => {
        const sample = sampleCount({ options: 3, outcome: { rule: "plurality" } }, stations);
        const { gates } = work(sample);
        for (const { gate, slack, flip } of gates) {
          if (slack <= 0 || flip.kind === "impossible" || gate.kind !== "ahead") continue;
          const list = valueOf(flippingStations(ask(sample), gate));
          const rows = list.map((station) => sample.roll.codes.indexOf(station));
          const { options } = resultIn(sample, annulled(sample, rows), policyIn(sample, "counted"));
          const votes = (id: string): number => options.find((option) => option.id === id)?.votes ?? 0;
          expect(list).toHaveLength(flip.stations);
          expect(votes(gate.option) - votes(gate.rival)).toBe(slack - flip.takes);
          expect(flip.ends).toBe(flip.takes === slack ? "tie" : "over");
          expect(flip.oneFewerTakes).toBeLessThan(slack);
        }
      }),
    );
  });
});

/** An outcome without the order of who is in it. */
function outcomeText({ outcome }: AreaResult): string {
  return `${outcome.kind} ${outcome.between.toSorted().join(" ")}`;
}

describe("the most that any k stations can take", () => {
  test("equals brute force; with counts by area, over all sets that have at least so many in each", () => {
    fc.assert(
      fc.property(
        fc.array(countedStation(2), { minLength: 1, maxLength: 7 }),
        fc.nat(7),
        fc.nat(3),
        fc.nat(3),
        (stations, any, north, south) => {
          const sample = sampleCount({ options: 2, outcome: { rule: "plurality" } }, stations);
          const regions = stations.map(({ region }) => region);
          const inRegion = (rows: readonly number[], region: string): number =>
            rows.filter((row) => regions[row] === region).length;
          const all = regions.map((_, row) => row);
          const total = north + south + any;
          fc.pre(total <= stations.length && inRegion(all, "1") >= north && inRegion(all, "2") >= south);
          const [gate] = work(sample, { any: [total], petitions: countedPetitions(any, north, south) }).gates;
          const { option, rival } = gate?.gate.kind === "ahead" ? gate.gate : expect.unreachable();
          const cell = (id: string, row: number): number =>
            stations[row]?.figures["ab".indexOf(id)] ?? expect.unreachable();
          const takes = (rows: readonly number[]): number =>
            rows.reduce((sum, row) => sum + Math.max(cell(option, row) - cell(rival, row), 0), 0);
          const sets = subsets(stations.length).filter((rows) => rows.length === total);
          expect(gate?.any[0]?.takes).toBe(Math.max(...sets.map(takes)));
          const allowed = sets.filter((rows) => inRegion(rows, "1") >= north && inRegion(rows, "2") >= south);
          expect(gate?.petitions?.takes).toBe(Math.max(...allowed.map(takes)));
        },
      ),
      { numRuns: 400 },
    );
  });

  function countedPetitions(any: number, north: number, south: number): Petitions {
    const area = (code: string) => ({ tree: "geo", code });
    const unlocated = [
      { filer: "p", stations: any, area: null },
      { filer: "p", stations: north, area: area("1") },
      { filer: "q", stations: south, area: area("2") },
    ];
    return { kind: "loaded", located: [], unlocated: unlocated.filter((each) => each.stations > 0), wider: [] };
  }
});

describe("petitions", () => {
  const two = (stations: readonly SampleStation[]): SampleCount =>
    sampleCount({ options: 2, outcome: { rule: "plurality" } }, stations);
  const counted = (a: number, b: number): SampleStation => ({ registered: 300, figures: [a, b, 0, 0, 0, a + b] });
  const sample = two([
    counted(100, 40),
    counted(90, 80),
    { ...counted(50, 80), region: "2" },
    { ...counted(70, 10), status: "referred" },
  ]);
  const located = (...stations: readonly string[]): Petitions => ({
    kind: "loaded",
    located: stations.map((station, at) => ({ station, filer: `party-${at}`, ground: "b" })),
    unlocated: [],
    wider: [],
  });

  test("not loaded: nothing is said to be decided, and what would suffice is", () => {
    const { verdict } = work(two([counted(100, 40), counted(90, 80)]));
    expect(verdict.kind).toBe("petitionsNotLoaded");
    expect(verdict.says[0]).toEqual({
      code: "materiality.petitionsNotLoaded",
      values: { stations: 2, takes: 70, per: 1 },
    });
  });

  test("against named stations take their own lead, once each, and nothing where the rival is ahead", () => {
    const [gate] = work(sample, { petitions: located("1000", "1000", "1002") }).gates;
    expect(gate).toMatchObject({ slack: 40, petitions: { located: 60, takes: 60 } });
  });

  test("against an open sheet add nothing: its annulment is in the bounds of what is open", () => {
    const [gate] = work(sample, { petitions: located("1003") }).gates;
    expect(gate?.petitions?.takes).toBe(0);
    expect(gate?.flagged.asFiledOrAnnulled).toEqual({ least: 0, most: 60 });
  });

  test("of one filer only", () => {
    const petitions = located("1000", "1001");
    expect(work(sample, { petitions, filer: "party-1" }).gates[0]?.petitions?.takes).toBe(10);
    expect(work(sample, { petitions, filer: null }).gates[0]?.petitions?.takes).toBe(70);
    const settled = two([counted(100, 40), counted(90, 80)]);
    expect(work(settled, { petitions, filer: "party-1" }).verdict.kind).toBe("filerCannotChange");
    expect(work(settled, { petitions }).verdict.kind).toBe("canChange");
  });

  test("that ask for more than stations are not bounded: nothing is decided while one is open", () => {
    const settled = two([counted(100, 40)]);
    const asking = (...filers: readonly string[]): Petitions => ({
      kind: "loaded",
      located: [],
      unlocated: [],
      wider: filers.map((filer) => ({ filer })),
    });
    expect(work(settled, { petitions: asking() }).verdict.kind).toBe("decided");
    const { verdict, petitions } = work(settled, { petitions: asking("p", "q") });
    expect(verdict.kind).toBe("canChange");
    expect(verdict.says.at(-1)).toEqual({ code: "materiality.widerPetitions", values: { count: 2 } });
    expect(petitions).toMatchObject({ wider: 2 });
    expect(work(settled, { petitions: asking("p"), filer: "q" }).verdict.kind).toBe("filerCannotChange");
  });

  test("stations that are not named are looked for among the others", () => {
    const petitions: Petitions = {
      kind: "loaded",
      located: [{ station: "1000", filer: "p", ground: "" }],
      unlocated: [{ filer: "p", stations: 1, area: null }],
      wider: [],
    };
    expect(work(sample, { petitions }).gates[0]?.petitions).toMatchObject({ located: 60, takes: 70 });
  });

  test("sheets and petitions that cannot change it each alone may do it together", () => {
    const open = two([counted(100, 40), counted(30, 10), { ...counted(0, 0), registered: 70, status: "pending" }]);
    const petitions = located("1001");
    const { verdict, gates } = work(open, { petitions });
    expect(gates[0]).toMatchObject({ slack: 80, bounds: { arithmetic: { least: 10 } }, petitions: { takes: 20 } });
    expect(verdict.kind).toBe("canChange");
    expect(verdict.says.map(({ code }) => code)).toEqual([
      "materiality.petitionsCannotChange",
      "materiality.openCannotChange",
      "materiality.togetherCouldChange",
    ]);
  });

  test("exactly to a tie is a change: 79 open voters leave it decided, 80 do not", () => {
    const open = (registered: number): SampleCount =>
      two([counted(100, 20), { ...counted(0, 0), registered, status: "pending" }]);
    const petitions = located();
    expect(work(open(79), { petitions }).verdict.kind).toBe("decided");
    expect(work(open(80), { petitions }).verdict.kind).toBe("canChange");
  });

  test.each([
    [
      "an unknown station",
      { located: [{ station: "9", filer: "", ground: "" }], unlocated: [], wider: [] },
      "unknownStation",
    ],
    ["an unknown area", areaOf("9", 1), "unknownArea"],
    ["more than the area has", areaOf("2", 2), "areaTooSmall"],
    [
      "more than there are",
      { located: [], unlocated: [{ filer: "", stations: 5, area: null }], wider: [] },
      "moreThanThereAre",
    ],
    [
      "an area inside another",
      { located: [], unlocated: [...areaOf("1", 1).unlocated, ...areaOf("X", 1).unlocated], wider: [] },
      "areasOverlap",
    ],
  ])("%s is refused", (_, petitions, code) => {
    const refused = materialityOf(ask(sample, { petitions: { kind: "loaded", ...petitions } }));
    expect(refused).toMatchObject({ ok: false, problem: { code: `materiality.${code}` } });
  });

  function areaOf(code: string, stations: number) {
    return { located: [], unlocated: [{ filer: "", stations, area: { tree: "geo", code } }], wider: [] };
  }
});

describe("bounds of what is open", () => {
  const cell = fc.oneof({ weight: 6, arbitrary: fc.nat(20) }, fc.constantFrom(BLANK, NOT_SUPPLIED));
  const anyStation: fc.Arbitrary<SampleStation> = fc.record({
    region: fc.constantFrom("1" as const, "2" as const),
    registered: fc.integer({ min: 20, max: 40 }),
    status: fc.constantFrom(...SAMPLE_STATUSES),
    figures: fc.array(cell, { minLength: 7, maxLength: 7 }),
  });
  const rules = { options: 3, outcome: { rule: "majority", runoffBetween: 2 } };

  test("hold whatever each flagged sheet becomes: counted as filed, or annulled", () => {
    fc.assert(
      fc.property(fc.array(anyStation, { minLength: 1, maxLength: 6 }), fc.nat(), (stations, choice) => {
        const sample = sampleCount(
          rules,
          stations.map((each) =>
            each.status === "pending" || each.status === "notCollected"
              ? { ...each, status: "counted" as const }
              : each,
          ),
        );
        const policy = policyIn(sample, "counted");
        const flagged = stations.flatMap(({ status }, row) => (status === "referred" ? [row] : []));
        const kept = flagged.filter((_, at) => Math.floor(choice / 2 ** at) % 2 === 1);
        const gone = flagged.filter((row) => !kept.includes(row));
        const table = annulled(sample, gone);
        for (const row of kept) table.status[row] = 0;
        const { options } = resultIn(sample, table, policy);
        const votes = (id: string): number => options.find((option) => option.id === id)?.votes ?? 0;
        for (const { gate, bounds } of work(sample).gates) {
          if (gate.kind !== "ahead" || bounds.asFiledOrAnnulled === null) continue;
          const lead = votes(gate.option) - votes(gate.rival);
          expect(lead).toBeGreaterThanOrEqual(bounds.asFiledOrAnnulled.least);
          expect(lead).toBeLessThanOrEqual(bounds.asFiledOrAnnulled.most);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("hold whatever the open sheets bring, for every condition; and are reached", () => {
    fc.assert(
      fc.property(
        fc.array(anyStation, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat(1_000)),
        (stations, amounts) => {
          const sample = sampleCount(rules, stations);
          const policy = policyIn(sample, "counted");
          const { gates, bounds } = work(sample);
          const open = (row: number): boolean =>
            ["referred", "pending", "notCollected"].includes(stations[row]?.status ?? "");
          const draw = (most: number): number => (amounts.next().value ?? 0) % (most + 1);
          const filled = filledTable(sample, (row) => {
            if (!open(row)) return null;
            const a = draw(stations[row]?.registered ?? 0);
            const b = draw((stations[row]?.registered ?? 0) - a);
            return [a, b, draw((stations[row]?.registered ?? 0) - a - b)];
          });
          const totals = totalsOf(
            rowVotes(sample.election, filled, policy, null),
            sample.roll.registered,
            filled,
            null,
            null,
          );
          const votes = (id: string): number => totals.votes.get(id) ?? 0;
          for (const each of gates) {
            const { least, most } = each.bounds.arithmetic ?? expect.unreachable();
            const { gate } = each;
            const over =
              gate.kind === "ahead"
                ? votes(gate.option) - votes(gate.rival)
                : gate.share.denominator * votes(gate.option) - gate.share.numerator * totals.validVotes;
            const slack = gate.kind === "share" && !gate.passes ? 1 - over : over;
            expect(slack).toBeGreaterThanOrEqual(least);
            expect(slack).toBeLessThanOrEqual(most);
          }
          for (const { option, arithmetic } of bounds) {
            const lead = votes(option) - Math.max(...["a", "b", "c"].filter((id) => id !== option).map(votes));
            expect(lead).toBeGreaterThanOrEqual(arithmetic?.least ?? Infinity);
            expect(lead).toBeLessThanOrEqual(arithmetic?.most ?? -Infinity);
          }
          const [first] = gates.filter(({ gate }) => gate.kind === "ahead");
          if (first === undefined) return;
          const rival = first?.gate.kind === "ahead" ? first.gate.rival : "";
          const worst = filledTable(sample, (row) =>
            open(row) ? ["a", "b", "c"].map((id) => (id === rival ? (stations[row]?.registered ?? 0) : 0)) : null,
          );
          const atWorst = totalsOf(
            rowVotes(sample.election, worst, policy, null),
            sample.roll.registered,
            worst,
            null,
            null,
          );
          const own = first?.gate.option ?? "";
          expect((atWorst.votes.get(own) ?? 0) - (atWorst.votes.get(rival) ?? 0)).toBe(first?.bounds.arithmetic?.least);
        },
      ),
      { numRuns: 300 },
    );
  });

  function filledTable(sample: SampleCount, votesOf: (row: number) => readonly number[] | null): SheetTable {
    const table = {
      ...sample.table,
      status: sample.table.status.slice(),
      cells: sample.table.cells.map((c) => c.slice()),
    };
    for (let row = 0; row < table.size; row++) {
      const votes = votesOf(row);
      if (votes === null) continue;
      table.status[row] = 0;
      table.cells.forEach((column, at) => (column[row] = votes[at] ?? 0));
    }
    return table;
  }

  test("are not given where a station's roll is not known, and that is said", () => {
    const sample = sampleCount(rules, [
      { registered: 300, figures: [100, 20, 3, 0, 0, 0, 123] },
      { registered: -1, figures: [], status: "pending" },
    ]);
    const { gates, bounds, verdict } = work(sample, {
      petitions: { kind: "loaded", located: [], unlocated: [], wider: [] },
    });
    expect(gates.map((gate) => gate.bounds.arithmetic)).toEqual(gates.map(() => null));
    expect(bounds.map(({ arithmetic }) => arithmetic)).toEqual([null, null, null]);
    expect(verdict.kind).toBe("canChange");
    expect(verdict.says.map(({ code }) => code)).toContain("materiality.openOfUnknownSize");
  });

  test("a tie, and a count without votes, have names of their own", () => {
    const tied = { registered: 300, figures: [7, 7, 0, 0, 0, 0, 14] };
    expect(work(sampleCount({ ...rules, outcome: { rule: "plurality" } }, [tied])).verdict.kind).toBe("tied");
    expect(work(sampleCount(rules, [{ ...tied, status: "pending" }])).verdict.kind).toBe("noVotes");
  });

  test("a share that no computer keeps exactly is refused", () => {
    const outcome = { rule: "majority", moreThan: "1000001/2000003", runoffBetween: 2 };
    const sample = sampleCount({ options: 3, outcome }, [{ registered: 9, figures: [5, 2, 1, 0, 0, 0, 8] }]);
    expect(materialityOf(ask(sample))).toMatchObject({ ok: false, problem: { code: "materiality.shareTooFine" } });
  });

  test("the addends of every sheet sum to the tally, under every policy, both notations and any first figures", () => {
    fc.assert(
      fc.property(
        fc.array(anyStation, { minLength: 1, maxLength: 12 }),
        fc.constantFrom("asDecided" as const, "asWritten" as const),
        fc.array(fc.tuple(fc.nat(11), fc.nat(5), fc.array(cell, { minLength: 7, maxLength: 7 })), { maxLength: 4 }),
        (stations, annulledFigures, firsts) => {
          const sample = sampleCount({ ...rules, annulledFigures }, stations);
          for (const [row, status, cells] of firsts)
            if (row < stations.length) sample.table.first.set(row, { status, cells });
          for (const policy of policiesOf(sample.election)) {
            const result = resultIn(sample, sample.table, policy);
            const addends = rowVotes(sample.election, sample.table, policy, null);
            const totals = totalsOf(addends, sample.roll.registered, sample.table, null, null);
            expect(
              result.options.map(({ id }) => totals.votes.get(id)),
              policy.id,
            ).toEqual(result.options.map(({ votes }) => votes));
            expect(totals, policy.id).toMatchObject({
              validVotes: result.validVotes,
              ballotsCast: result.ballotsCast,
              registeredVoters: result.registeredVoters,
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
