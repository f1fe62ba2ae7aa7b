import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseClaims } from "./index.js";
import type { ClaimsFile } from "./index.js";

const own = (claims: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): ClaimsFile => {
  const read = parseClaims({ format: "acta-claims/1", id: "test", offset: "-05:00", claims, ...more }, null);
  return read.ok ? read.value : expect.unreachable(JSON.stringify(read.problem));
};
const margin = { what: "margin", election: "e" };
const good = { id: "good", statement: "s", value: 5, unit: "votes", asOf: "2021-06-07", compute: margin };
const codes = ({ problems }: ClaimsFile): readonly string[] => problems.map(({ code }) => code);

describe("a claims file", () => {
  test("keeps a place for every claim, and checks the others when one cannot be read", () => {
    const file = own([
      good,
      { ...good, id: "unknown", compute: { what: "astrology", sign: "leo" } },
      { ...good, id: "argument", compute: { what: "margin", electron: "e" } },
      { ...good, id: "date", asOf: "7 June" },
      { ...good, id: "good" },
      "no claim",
      { ...good, id: "slip", unitt: "votes" },
    ]);
    expect(codes(file)).toEqual([
      "claim.unknownComputation",
      "claim.badArgument",
      "claim.badMoment",
      "claim.sameId",
      "claim.badClaim",
      "claim.badClaim",
    ]);
    expect(file.claims.map(({ problem }) => problem === null)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test("names what is known where a computation or an argument is not", () => {
    const [unknown, argument] = own([
      { ...good, compute: { what: "astrology" } },
      { ...good, id: "b", compute: { what: "progress", election: "e", word: "finished" } },
    ]).problems;
    expect(unknown?.context?.["known"]).toContain("margin, marginShare, share");
    expect(argument?.context).toMatchObject({ what: "progress", argument: "word", known: "election, word" });
  });

  test("of somebody else is read for what is claimed, and never for its verdict", () => {
    const list = {
      about: "x",
      claims: [
        {
          id: "a",
          claim: "c",
          claimedValue: 5,
          unit: "u",
          asOf: "2021",
          compute: "free text",
          verdict: "exact",
          official: 6,
        },
      ],
    };
    const read = parseClaims(list, own([{ id: "a", compute: margin }]));
    const [claim] = read.ok ? read.value.claims : [];
    expect(claim).toMatchObject({ id: "a", statement: "c", parts: [{ computation: { ...margin, option: "" } }] });
    expect(JSON.stringify(claim, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
      "exact",
    );
  });

  test("that is none is refused whole", () => {
    for (const bad of [
      null,
      5,
      "text",
      [],
      {},
      { claims: "x" },
      { claims: [] },
      { format: "acta-claims/2", claims: [] },
    ]) {
      const read = parseClaims(bad, null);
      expect(read.ok ? "" : read.problem.code, JSON.stringify(bad)).toBe("claim.badFile");
    }
  });

  test("of any shape is read or refused, and never breaks", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        const read = parseClaims(document, null);
        if (read.ok) expect(read.value.claims.length).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), (claims) => {
        expect(own(claims).claims).toHaveLength(claims.length);
      }),
    );
  });
});
