import { describe, expect, test } from "vitest";
import { parseInstant } from "../basics/index.js";
import { NO_PLACE, parseDefinition } from "../election/index.js";
import type { Election, Roll } from "../election/index.js";
import type { BulletinEntry } from "../record/index.js";
import { checkBulletins } from "./index.js";
import type { MergedBulletin } from "./index.js";

const document = {
  format: "acta-election/1",
  id: "made-up",
  name: "Made up",
  date: "2021-06-06",
  timeZone: "America/Lima",
  provenance: "synthetic",
  authority: { name: "Nobody" },
  options: [
    { id: "a", name: "A" },
    { id: "b", name: "B" },
  ],
  contests: [{ id: "president", name: "President", options: ["a", "b"], outcome: { rule: "plurality" } }],
  trees: [
    {
      id: "geographic",
      name: "Geography",
      root: { code: "X", level: "country", name: "X" },
      levels: [
        { id: "department", name: "Department" },
        { id: "district", name: "District" },
      ],
    },
  ],
  groups: [{ id: "home", name: "Home", tree: "geographic", except: ["03"] }],
  statuses: [{ id: "counted", state: "counted", words: [["C"]] }],
  bulletins: [
    {
      id: "s",
      title: "Series",
      contest: "president",
      parts: [{ id: "p", asOf: "at", area: { fixed: "X" }, figures: { counted: "counted" } }],
      identities: { processed: { left: "processed", right: ["counted", "referred"] } },
      shares: { shareCounted: { part: "counted", base: ["stations"] }, shareOfValid: { base: ["votes.a", "votes.b"] } },
    },
    {
      id: "t",
      title: "Other",
      contest: "president",
      parts: [{ id: "p", area: { fixed: "X" }, figures: { counted: "c" } }],
    },
  ],
};

function electionOf(checks: object = {}): Election {
  const parsed = parseDefinition({ ...document, checks });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

const election = electionOf();

/** Departments 01 (districts 0101, 0102), 02 (0201) and, abroad, 03 (0301). */
function rollOf(): Roll {
  const departments = ["01", "02", "03"];
  const districts = ["0101", "0102", "0201", "0301"];
  const areas = [
    { code: "X", name: "X", level: 0, parent: -1 },
    ...departments.map((code) => ({ code, name: code, level: 1, parent: 0 })),
    ...districts.map((code) => ({ code, name: code, level: 2, parent: departments.indexOf(code.slice(0, 2)) + 1 })),
  ];
  return {
    trees: [{ id: "geographic", areas }],
    places: [],
    codes: districts.map((code) => `${code}1`),
    leaves: [Uint32Array.from(districts, (_, at) => departments.length + 1 + at)],
    place: new Uint32Array(districts.length).fill(NO_PLACE),
    registered: new Int32Array(districts.length).fill(300),
  };
}

const roll = rollOf();

type Rows = Readonly<Record<string, Readonly<Record<string, number>>>>;

function bulletin(hour: number, rows: Rows, more: Partial<MergedBulletin> = {}): MergedBulletin {
  const asOf = parseInstant(`2021-06-08T${String(hour).padStart(2, "0")}:00Z`) ?? null;
  const entries = Object.entries(rows).map(([area, figures]): BulletinEntry => ({
    tree: "geographic",
    area,
    asOf: null,
    figures,
  }));
  return { series: "s", asOf, torn: false, sources: [], rows: entries, ...more };
}

const found = (...bulletins: readonly MergedBulletin[]) =>
  checkBulletins(election, roll, bulletins).map(({ code, area, values }) => ({ code, area, values }));

describe("checkBulletins", () => {
  test("B101: a total that is not the sum of its parts; not checked where a part is missing", () => {
    expect(found(bulletin(1, { X: { processed: 10, counted: 7, referred: 2 } }))).toEqual([
      { code: "B101", area: "X", values: { left: "processed", total: 10, sum: 9 } },
    ]);
    expect(found(bulletin(1, { X: { processed: 10, counted: 7 } }))).toEqual([]);
    expect(found(bulletin(1, { X: { processed: 9, counted: 7, referred: 2 } }))).toEqual([]);
  });

  test("B102: two moments in one bulletin, which then takes no part in sums and order", () => {
    const whole = bulletin(3, { X: { counted: 5 } });
    const torn = bulletin(2, { X: { counted: 9 } });
    const rows = torn.rows.map((row) => ({ ...row, asOf: parseInstant("2021-06-08T01:00Z") ?? null }));
    const later: BulletinEntry = { tree: "geographic", area: "0101", asOf: null, figures: { counted: 1 } };
    expect(found({ ...torn, torn: true, rows: [...rows, later] }, whole)).toEqual([
      { code: "B102", area: "", values: { earlier: "2021-06-08T01:00:00Z", later: "2021-06-08T02:00:00Z" } },
    ]);
  });

  test("B103: a total against its areas, over levels that are not printed, across series and for groups", () => {
    const districts = bulletin(
      1,
      { "0101": { counted: 1 }, "0102": { counted: 2 }, "0201": { counted: 4 } },
      { series: "t" },
    );
    const totals = bulletin(1, {
      "01": { counted: 4 },
      "02": { counted: 4 },
      X: { counted: 50 },
      "group:home": { counted: 7 },
    });
    // 03 is not printed: the country cannot be checked. The group is 01 as printed (4) and 02 (4).
    expect(found(totals, districts)).toEqual([
      { code: "B103", area: "01", values: { figure: "counted", total: 4, sum: 3 } },
      { code: "B103", area: "group:home", values: { figure: "counted", total: 7, sum: 8 } },
    ]);
  });

  test("B104: the same moment with other figures, in one series or in two", () => {
    expect(found(bulletin(1, { X: { counted: 1 } }), bulletin(1, { X: { counted: 2 } }))).toEqual([
      { code: "B104", area: "X", values: { figure: "counted", one: 1, other: 2 } },
    ]);
    expect(found(bulletin(1, { X: { counted: 1 } }), bulletin(1, { X: { counted: 2 } }, { series: "t" }))).toHaveLength(
      1,
    );
  });

  test("B105: a figure that went back; reasons for referral may", () => {
    expect(
      found(bulletin(1, { X: { counted: 5, referred: 3 } }), bulletin(2, { X: { counted: 4, referred: 1 } })),
    ).toEqual([{ code: "B105", area: "X", values: { figure: "counted", earlier: 5, later: 4 } }]);
  });

  test("B106: a printed percentage beyond the rounding of its last place", () => {
    // 2/3 is 66.6666...: 66.667 is right, 66.666 is not; 1/8 is 12.500 exactly.
    expect(found(bulletin(1, { X: { shareCounted: 666_670, counted: 2, stations: 3 } }))).toEqual([]);
    expect(found(bulletin(1, { X: { shareCounted: 125_000, counted: 1, stations: 8 } }))).toEqual([]);
    expect(found(bulletin(1, { X: { shareCounted: 666_660, counted: 2, stations: 3 } }))).toEqual([
      { code: "B106", area: "X", values: { figure: "shareCounted", printed: "66.6660 %", computed: "66.6667 %" } },
    ]);
    expect(found(bulletin(1, { X: { "shareOfValid.votes.a": 600_000, "votes.a": 1, "votes.b": 1 } }))).toMatchObject([
      { code: "B106", values: { figure: "shareOfValid.votes.a" } },
    ]);
  });

  test("B107: an area that the roll does not know; without a roll nobody can say", () => {
    const unknown = bulletin(1, { "0999": { counted: 1 } });
    expect(found(unknown)).toEqual([{ code: "B107", area: "0999", values: { area: "0999" } }]);
    expect(checkBulletins(election, undefined, [unknown])).toEqual([]);
  });

  test("the definition may switch a rule off or let a difference pass", () => {
    const wrong = [bulletin(1, { X: { processed: 10, counted: 7, referred: 2 } })];
    expect(checkBulletins(electionOf({ identityFails: { severity: "off" } }), roll, wrong)).toEqual([]);
    expect(checkBulletins(electionOf({ identityFails: { tolerance: 1 } }), roll, wrong)).toEqual([]);
    expect(checkBulletins(electionOf({ identityFails: { severity: "warning" } }), roll, wrong)).toMatchObject([
      { severity: "warning" },
    ]);
  });
});

describe("bulletins in a definition", () => {
  test("a figure, option or group that does not exist is refused with its place", () => {
    const [series] = document.bulletins;
    const parts = [
      {
        id: "p",
        area: { fixed: "X" },
        scope: { column: "s", words: { x: "group:nowhere" } },
        figures: { "votes.c": "c", countd: "d" },
      },
    ];
    const parsed = parseDefinition({ ...document, bulletins: [{ ...series, parts, shares: {} }] });
    expect(parsed.ok ? [] : parsed.problem.map((problem) => [problem.where, problem.context?.["name"]])).toEqual([
      ["bulletins.0.parts.0.figures.votes.c", "votes.c"],
      ["bulletins.0.parts.0.figures.countd", "countd"],
      ["bulletins.0.parts.0.scope.words.x", "group:nowhere"],
    ]);
  });
});
