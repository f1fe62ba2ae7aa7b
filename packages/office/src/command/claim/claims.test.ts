import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";

let work = "";
beforeAll(() => {
  work = newFolder();
});
afterAll(() => dropFolder(work));

const day = { what: "weekday", day: "2022-12-07" };
const right = { id: "right", statement: "That day", value: "Wednesday", unit: "weekday", asOf: "2022", compute: day };

async function checked(claims: readonly unknown[], more: Readonly<Record<string, unknown>> = { offset: "-05:00" }) {
  writeFileSync(join(work, "claims.json"), JSON.stringify({ format: "acta-claims/1", id: "x", ...more, claims }));
  const { code, out, err } = await acta(work, "claims", "check", "claims.json", "--json");
  const said = await acta(work, "claims", "check", "claims.json", "--lang", "es");
  const lines = err.trimEnd().split("\n").slice(1);
  expect(said.err.trimEnd().split("\n").slice(1)).toHaveLength(lines.length);
  expect(`${err}${said.err}${said.out}`).not.toMatch(/undefined|NaN|\{\w+\}|\bclaims?\.(?!json)[a-z]/);
  const {
    claims: answers,
  }: { readonly claims: readonly { readonly verdict: string; readonly reason: string | null }[] } = JSON.parse(out);
  return {
    code,
    out: said.out,
    lines,
    verdicts: answers.map(({ verdict }) => verdict),
    reasons: answers.map(({ reason }) => reason),
  };
}

describe("acta claims check", () => {
  test("answers each claim of a file that says itself what to compute", async () => {
    const { code, verdicts, lines } = await checked([right, { ...right, id: "wrong", value: "martes" }]);
    expect([code, verdicts, lines]).toEqual([0, ["exact", "wrong"], []]);
  });

  test("tells each mistake in one line with what to do, and checks the others", async () => {
    const span = { what: "span", from: "2021-01-01", to: "2021-01-06", unit: "days" };
    const { code, verdicts, lines } = await checked([
      right,
      { ...right, id: "what", compute: { what: "horoscope" } },
      { ...right, id: "argument", compute: { what: "weekday", date: "2022-12-07" } },
      { ...right, id: "when", asOf: "7 June" },
      { ...right, id: "unit", value: 5, unit: "", compute: span },
      { ...right, value: "Tuesday" },
      { ...right, id: "fact", compute: { what: "fact", fact: "nowhere", field: "x" } },
      { ...right, id: "last" },
    ]);
    const none = "notCheckable";
    expect([code, verdicts]).toEqual([1, ["exact", none, none, none, none, none, none, "exact"]]);
    expect(lines.map((line) => line.replace(/^\S*claims\.json:\S+ \(claims\.5\)/, "right"))).toEqual([
      expect.stringContaining("what: Nothing is called horoscope here; known are: margin,"),
      expect.stringContaining("argument: weekday cannot be computed with this: look at"),
      expect.stringContaining('when: "7 June" could mean several moments: write 2021-06-07'),
      "right: right stands here twice: the first is used; give the other an id of its own",
      "unit: 5 has no unit: write in what it is counted (votes, % of valid, points, days)",
      "fact: There is no fact nowhere (record) in the claims file",
    ]);
  });

  test("a clock without a zone is refused where the file has no offset", async () => {
    const { code, lines } = await checked([{ ...right, asOf: "2022-12-07T10:00" }], {});
    expect([code, lines]).toEqual([
      1,
      [expect.stringContaining("2022-12-07T10:00 has no zone, and the file no offset")],
    ]);
  });

  test("hostile text reaches no terminal as it is", async () => {
    const { out, verdicts } = await checked([
      { ...right, statement: "\u001B[31mred\u202E<script>", value: "\u001B]0;title\u0007Tuesday" },
    ]);
    expect(verdicts).toEqual(["wrong"]);
    expect(out).not.toMatch(/[\u001B\u0007\u202E]/);
  });

  test("a file that is none, a huge one, or nobody who says what to compute: one line", async () => {
    for (const [text, says] of [
      ["claims: 5", "This is no claims file"],
      ["[1, 2", "claims.yaml:1"],
      [JSON.stringify({ claims: [{ id: "a", claim: "c", claimedValue: 1 }] }), "Nobody says what to compute"],
      [`# ${"x".repeat(5 << 20)}`, "claims.yaml"],
    ] as const) {
      writeFileSync(join(work, "claims.yaml"), text);
      const { code, out, err } = await acta(work, "claims", "check", "claims.yaml");
      expect([code, out, err.trimEnd().split("\n").length, err.includes(says)], says).toEqual([1, "", 1, true]);
    }
    expect((await acta(work, "claims", "check", "nowhere.yaml")).code).toBe(1);
  });
});
