import { describe, expect, test } from "vitest";
import { date, lawDocument, peruLaw } from "../../../../scripts/peru-disputes.js";
import { flagsOf, lawDatesOf, lawInForce, parseLaw, proposeRuling } from "./index.js";

/** The law file of Peru as a document that a test may spoil. */
function spoilt(
  change: (document: Record<string, unknown>, rules: Record<string, unknown>[]) => void,
): readonly string[] {
  const document = structuredClone(lawDocument());
  if (!isRecord(document) || !Array.isArray(document["rules"])) return expect.unreachable();
  change(document, document["rules"]);
  const law = parseLaw(document);
  return law.ok ? [] : law.problem.map(({ code, where }) => `${where}: ${code}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

describe("the law file of Peru", () => {
  const law = peruLaw();

  test("is read whole, each rule in both languages, and everybody it names is there", () => {
    expect(law.rules.length).toBeGreaterThan(45);
    for (const rule of law.rules)
      for (const text of [rule.text.es, rule.text.en]) expect(text.length, rule.id).toBeGreaterThan(10);
    expect(law.roles.map(({ id }) => id)).toContain("finalTribunal");
  });

  test("says what is doubtful: rules of low confidence are those of RULES section 9", () => {
    const low = law.rules.filter(({ confidence }) => confidence === "low").map(({ id }) => id);
    expect(low).toEqual(["R2.13p", "R2.13i", "R2.13k-nothing", "R2.13k", "R2.13b"]);
    for (const { id, article, note } of law.rules) if (article === "") expect(note, id).not.toBeNull();
  });

  test("gives other rules for other days: no order of work in 2011, one without a recount in 2021, one with it in 2026", () => {
    const stages = ["2011-06-05", "2021-06-06", "2026-04-12"].map((day) => {
      const inForce = lawInForce(law, { convocation: date(day), electionDay: date(day), act: date(day) });
      return inForce.rules.flatMap((rule) => (rule.kind === "order" ? [rule.stages.length] : []));
    });
    expect(stages).toEqual([[], [3], [4]]);
  });

  test("knows when an election was called; of one that it does not know it says so", () => {
    const [day, act] = [date("2021-06-06"), date("2021-06-10")];
    expect(lawDatesOf(law, { id: "peru-2021-runoff", date: day }, act)).toEqual({
      ok: true,
      value: { convocation: "2020-07-09", electionDay: day, act },
    });
    expect(lawDatesOf(law, { id: "peru-1980", date: day }, act)).toMatchObject({
      problem: { code: "dispute.noConvocation" },
    });
  });

  test("chooses a rule by the day that the rule names", () => {
    const [before, after] = [date("2025-04-29"), date("2025-05-01")];
    const recount = (convocation: typeof before, electionDay: typeof before) =>
      lawInForce(law, { convocation, electionDay, act: after }).rules.some(({ kind }) => kind === "recount");
    expect(recount(before, after)).toBe(true);
    expect(recount(before, before)).toBe(false);
  });
});

describe("a law file with mistakes", () => {
  test("is refused with all of them at once, each with its place", () => {
    const problems = spoilt((document, rules) => {
      document["surplus"] = true;
      const [first = {}, second = {}, third = {}, fourth = {}] = rules;
      first["when"] = ["sum is lost"];
      second["validFrom"] = "2015-02-30";
      third["confidence"] = "certain";
      delete fourth["text"];
    });
    expect(problems.toSorted()).toEqual([
      "rules.0.when.0: law.badCondition",
      "rules.1.validFrom: form.badDate",
      "rules.2.confidence: form.badValue",
      "rules.3.text: form.missing",
      "surplus: form.unknownKey",
    ]);
  });

  test("names what is not there: roles, units, seats; and quorums, terms and steps that cannot be", () => {
    const problems = spoilt((_, rules) => {
      for (const rule of rules) {
        if (rule["id"] === "R2.11") rule["by"] = "oracle";
        if (rule["id"] === "R3.3") rule["of"] = "goldBar";
        if (rule["id"] === "R1.2") rule["closes"] = "20:00";
        if (rule["id"] === "R2.7-count") rule["to"] = "final";
        if (rule["id"] === "R1.6") Object.assign(rule, { chair: "nobody", quorum: 6, body: "oracle" });
        if (rule["id"] === "R2.14") rule["validTo"] = "1990-01-01";
      }
    });
    expect(problems.map((each) => each.replace(/^rules\.\d+\.?/, ""))).toEqual([
      "by: law.unknownReference",
      "validTo: law.endsBefore",
      "to: law.impossibleStep",
      "closes: law.closingHour",
      "of: law.unknownReference",
      "body: law.unknownReference",
      "chair: law.unknownReference",
      "quorum: law.quorumAboveSeats",
    ]);
  });

  test("with two versions of a rule on the same day is refused, with both places; the day after the end is no overlap", () => {
    const twice = (validTo: string | null) =>
      spoilt((_, rules) => {
        const at = rules.findIndex(({ id }) => id === "R2.14");
        const version = { ...rules[at], validFrom: "2030-01-01" };
        Object.assign(rules[at] ?? {}, { validTo });
        rules.push(version);
      });
    expect(twice(null)).toEqual([expect.stringMatching(/^rules\.\d+: law\.overlap$/)]);
    expect(twice("2030-01-01")).toHaveLength(1);
    expect(twice("2029-12-31")).toEqual([]);
    const document = structuredClone(lawDocument());
    if (!isRecord(document) || !Array.isArray(document["rules"])) return expect.unreachable();
    const { rules } = document;
    rules.push({ ...rules[0] });
    expect(parseLaw(document)).toMatchObject({
      problem: [{ where: `rules.${rules.length - 1}`, context: { id: "R2.3A", other: "rules.0" } }],
    });
  });

  test("with a holiday of another year, or two amounts of a unit on one day, is refused", () => {
    const problems = spoilt((document) => {
      if (isRecord(document["calendar"])) document["calendar"]["holidays"] = { "2021": ["2021-07-28", "2022-07-28"] };
      if (Array.isArray(document["units"])) document["units"].push({ ...document["units"][0] });
    });
    expect(problems).toEqual(["calendar.holidays.2021.1: law.otherYear", "units.1: law.unitOverlap"]);
  });

  test("that is no document is refused, never an exception", () => {
    for (const nothing of [null, 7, "law", [], { format: "acta-law/2" }]) expect(parseLaw(nothing).ok).toBe(false);
  });
});

describe("an invented country with other rules", () => {
  // One commission, no challenged votes, sheets over by at most 5 votes lose what is over from the blank votes; others are annulled.
  const facts = {
    article: "7",
    text: "Rule of an invented country",
    confidence: "high",
    chosenBy: "electionDay",
    validFrom: "2000-01-01",
  };
  const document = {
    format: "acta-law/1",
    id: "nowhere",
    name: "Nowhere",
    roles: [{ id: "commission", name: "Commission" }],
    calendar: { zone: "Etc/UTC", offsets: [{ from: "2000-01-01T00:00Z", offset: "Z" }], weekend: [7], holidays: {} },
    rules: [
      { ...facts, id: "1", kind: "flag", flag: "materialError", letter: "X", when: ["ballotsCast > voters"] },
      { ...facts, id: "2", kind: "order", stages: ["table"] },
      {
        ...facts,
        id: "3",
        kind: "decision",
        when: ["everyOption is missing"],
        actions: [{ do: "askBody", about: "paper" }],
      },
      {
        ...facts,
        id: "4",
        kind: "decision",
        when: ["someOption > voters"],
        actions: [{ do: "zero", cells: "optionsAboveVoters" }],
        proceeds: true,
      },
      {
        ...facts,
        id: "5",
        kind: "decision",
        when: ["sum < voters"],
        actions: [{ do: "addShortfall", to: "blankVotes" }],
      },
      { ...facts, id: "6", kind: "postcondition", holds: ["sum <= voters"] },
    ],
  };
  const cells = [
    { id: "a", role: "option", option: "a", candidate: 0 },
    { id: "b", role: "option", option: "b", candidate: 0 },
    { id: "blank", role: "blank", option: "", candidate: 0 },
    { id: "cast", role: "ballotsCast", option: "", candidate: 0 },
    { id: "voters", role: "voters", option: "", candidate: 0 },
  ] as const;

  test("needs its own file and no code: an option with more votes than voters is emptied, what is lacking becomes blank", () => {
    const parsed = parseLaw(document);
    const day = date("2021-01-01");
    const law = lawInForce(parsed.ok ? parsed.value : expect.unreachable(), {
      convocation: day,
      electionDay: day,
      act: day,
    });
    const sheet = { form: { cells }, registeredVoters: 200, cells: [150, 40, 5, 101, 100] };
    const { flags, letters } = flagsOf(sheet, law);
    expect([flags, letters]).toEqual([["materialError"], "X"]);
    const proposal = proposeRuling({ sheet, flags, copies: [], challenged: { kind: "unopened" } }, law);
    expect(proposal).toMatchObject({
      ok: true,
      value: { outcome: "corrected", decidedBy: "5", cells: [0, 40, 60, 101, 100] },
    });
  });
});
