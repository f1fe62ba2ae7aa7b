import { describe, expect, test } from "vitest";
import { institutionsDocument, peruInstitutions } from "../../../../scripts/peru-institutions.js";
import { SEAT_METHODS, parseChamberVotes, parseInstitutions, rulesOn } from "./index.js";
import { parseCivilDate } from "../basics/index.js";

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const isList = (value: unknown): value is Fields[] => Array.isArray(value) && value.every(isFields);

/** The file of Peru after a change: the problems with their places. */
function spoilt(change: (document: Fields, rules: Fields[]) => void): readonly string[] {
  const document: unknown = structuredClone(institutionsDocument());
  if (!isFields(document) || !isList(document["rules"])) return expect.unreachable();
  change(document, document["rules"]);
  const law = parseInstitutions(document);
  return law.ok ? [] : law.problem.map(({ code, where }) => `${where}: ${code}`);
}

const at = (rules: Fields[], id: string): Fields => rules.find((rule) => rule["id"] === id) ?? expect.unreachable(id);

describe("the institutions file of Peru", () => {
  const law = peruInstitutions();

  test("is read whole: every rule in both languages, every method and barrier as values", () => {
    expect(law.rules.length).toBeGreaterThan(25);
    for (const { text } of law.rules) expect(text.es).not.toBe(text.en);
    const seats = law.rules.filter((rule) => rule.kind === "seats");
    expect(seats.map(({ id, method }) => [id, method])).toEqual(
      ["R5.3", "R7.2-deputies", "R7.2-senate"].map((id) => [id, SEAT_METHODS.dHondt]),
    );
  });

  test("chooses by the day: one chamber until 26 July 2026, two from the 28th, none on the day between", () => {
    const chambers = (day: string) =>
      rulesOn(law, "chamber", parseCivilDate(day) ?? expect.unreachable())
        .map(({ chamber }) => chamber)
        .filter((chamber) => chamber !== "jne" && chamber !== "constitutionalTribunal");
    expect(chambers("2026-07-26")).toEqual(["congress"]);
    expect(chambers("2026-07-27")).toEqual([]);
    expect(chambers("2026-07-28")).toEqual(["deputies", "senate"]);
  });
});

describe("a spoilt file is refused with every place", () => {
  test("values that are none", () => {
    expect(
      spoilt((_document, rules) => {
        at(rules, "R6.6")["levels"] = [{ outcome: "approved", share: "3/2", relation: "atLeast", of: "legalNumber" }];
        at(rules, "R5.3")["method"] = "borda";
        at(rules, "R4.1")["validFrom"] = "2021-02-30";
        at(rules, "R6.4")["surprise"] = 1;
      }).map((problem) => problem.replace(/\d+/, "N")),
    ).toEqual([
      "rules.N.method: institution.badMethod",
      "rules.N.validFrom: form.badDate",
      "rules.N.surprise: form.unknownKey",
      "rules.N.levels.0.share: institution.badFraction",
    ]);
  });

  test("remainders without a quota, divisors that do not grow", () => {
    const method = (parts: unknown) => spoilt((_document, rules) => (at(rules, "R5.3")["method"] = parts)).length;
    const averages = (first: readonly number[]) => ({
      quota: null,
      residual: [{ kind: "averages", divisors: { first, step: 2 } }],
    });
    expect(method(averages([14, 30]))).toBe(0);
    expect(method(averages([30, 14]))).toBe(1);
    expect(method({ quota: null, residual: [{ kind: "remainders" }] })).toBe(1);
    expect(method({ quota: { plus: 0, rounding: "exact" }, residual: [{ kind: "remainders", mostEach: 1 }] })).toBe(0);
  });

  test("names that nobody has, names twice, ends before beginnings, two versions on one day", () => {
    expect(
      spoilt((_document, rules) => {
        at(rules, "R6.6")["otherwise"] = "nowhere";
        at(rules, "R6.5")["chamber"] = "lords";
        at(rules, "R6.3")["validTo"] = "2000-01-01";
        const [first, second] = isList(at(rules, "R5.3")["districts"])
          ? (at(rules, "R5.3")["districts"] as Fields[])
          : [];
        if (first !== undefined && second !== undefined) second["id"] = first["id"];
        rules.push({ ...at(rules, "R6.4"), id: "again", validFrom: "2026-07-26", validTo: null });
      }).map((problem) => problem.replace(/rules\.\d+/, "rules.N")),
    ).toEqual([
      "rules.N.districts.1: institution.sameId",
      "rules.N.validTo: institution.endsBefore",
      "rules.N.chamber: institution.unknownReference",
      "rules.N.otherwise: institution.unknownReference",
      "rules.N: institution.overlap",
    ]);
  });
});

describe("a votes document", () => {
  const problems = (document: unknown) => {
    const votes = parseChamberVotes(document);
    return votes.ok ? [] : votes.problem.map(({ code, where }) => `${where}: ${code}`);
  };
  test("is refused with the place of what is wrong", () => {
    const list = { list: "a", votes: 1 };
    const whole = (district: Fields) => ({ format: "acta-votes/1", districts: [{ district: "x", ...district }] });
    expect(problems(whole({ lists: [list] }))).toEqual([]);
    expect(problems(whole({ lists: [{ ...list, votes: -1 }] }))).toEqual([
      "districts.0.lists.0.votes: seats.badDocument",
    ]);
    expect(problems(whole({ lists: [{ ...list, votes: 1.5 }] }))).toEqual([
      "districts.0.lists.0.votes: seats.badDocument",
    ]);
    expect(problems(whole({ lists: [list, list] }))).toEqual(["districts.0.lists.1: seats.listTwice"]);
    expect(problems({ format: "other" })).toContain("format: seats.badDocument");
  });
});
