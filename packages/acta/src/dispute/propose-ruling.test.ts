import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { date, peruLaw, runoffForm, runoffLaw, runoffSheet } from "../../../../scripts/peru-disputes.js";
import type { Flag } from "../election/index.js";
import { ABSURD, BLANK, ILLEGIBLE, NOT_SUPPLIED } from "../sheet/index.js";
import { figuresOf, flagsOf, lawInForce, meetsPostcondition, proposeRuling } from "./index.js";
import type { ChallengedVotes, ComparedCopy, FiledSheet, LawInForce, Proposal } from "./index.js";

const law = runoffLaw();
const lawOf = (electionDay: string): LawInForce =>
  lawInForce(peruLaw(), { convocation: date(electionDay), electionDay: date(electionDay), act: date(electionDay) });

interface More {
  readonly given?: readonly Flag[];
  readonly copies?: readonly ComparedCopy[];
  readonly challenged?: ChallengedVotes;
  readonly law?: LawInForce;
}

function propose(sheet: FiledSheet, more: More = {}): Proposal {
  const inForce = more.law ?? law;
  const { flags } = flagsOf(sheet, inForce, more.given);
  const matter = {
    sheet,
    flags,
    copies: more.copies ?? [],
    challenged: more.challenged ?? ({ kind: "unopened" } as const),
  };
  const result = proposeRuling(matter, inForce);
  return result.ok ? result.value : expect.unreachable(result.problem.code);
}

const copy = (
  holder: string,
  voters: number,
  votes: readonly number[],
  signed: boolean | null = true,
): ComparedCopy => ({
  holder,
  cells: [...votes, voters],
  signed,
});

/** Outcome, deciding row and figures: options, blank, null, challenged, voters. */
const short = ({ outcome, decidedBy, cells }: Proposal) => [outcome, decidedBy, [...cells]];

describe("the real sheets of RULES 2.5", () => {
  test("051128: more votes than voters: annulled with those who voted", () => {
    const proposal = propose(runoffSheet(300, 168, [96, 157, 0, 15, 0]));
    expect(short(proposal)).toEqual(["annulled", "R2.13f", [0, 0, 0, 168, 0, 168]]);
    expect(proposal.steps.map(({ rule, article }) => [rule, article])).toEqual([["R2.13f", "RAO 15.3"]]);
  });

  test("044382: the votes reach the registered voters exactly: still with those who voted", () => {
    expect(short(propose(runoffSheet(300, 261, [21, 233, 39, 7, 0])))).toEqual([
      "annulled",
      "R2.13f",
      [0, 0, 0, 261, 0, 261],
    ]);
  });

  test("053508: more votes than registered voters: annulled with the registered voters, which are no attendance", () => {
    const proposal = propose(runoffSheet(300, 224, [97, 119, 77, 8, 0]));
    expect(short(proposal)).toEqual(["annulled", "R2.13d", [0, 0, 0, 300, 0, 300]]);
    expect([proposal.votersReported, proposal.votersImputed]).toEqual([224, 300]);
  });

  test("000734: a vote fewer than voters becomes null", () => {
    const proposal = propose(runoffSheet(300, 176, [119, 47, 0, 9, 0]));
    expect(short(proposal)).toEqual(["corrected", "R2.13e", [119, 47, 0, 10, 0, 176]]);
    expect([proposal.votersReported, proposal.votersImputed]).toEqual([176, null]);
  });

  test("001740: more voters than registered: the total is what the votes add up to", () => {
    const proposal = propose(runoffSheet(300, 334, [100, 113, 2, 19, 0]));
    expect(short(proposal)).toEqual(["corrected", "R2.13c", [100, 113, 2, 19, 0, 234]]);
    expect([proposal.votersReported, proposal.votersImputed]).toEqual([334, 234]);
  });

  test("023322: another copy has 8 null votes where ours has 80: cured", () => {
    const sheet = runoffSheet(294, 233, [145, 80, 0, 80, 0]);
    expect(short(propose(sheet))).toEqual(["annulled", "R2.13d", [0, 0, 0, 294, 0, 294]]);
    const cured = propose(sheet, { copies: [copy("firstTribunal", 233, [145, 80, 0, 8, 0])] });
    expect(short(cured)).toEqual(["corrected", null, [145, 80, 0, 8, 0, 233]]);
    expect(cured.steps).toMatchObject([
      { rule: "R2.12", article: "RAO 16", did: { do: "takeCopy", holder: "firstTribunal" } },
    ]);
    expect([propose(sheet).dependsOnComparison, cured.dependsOnComparison]).toEqual([true, false]);
  });

  // The division of the votes among the options is ours where the gazette gives only totals.
  test("032865 (2016): 261 votes for 260 voters: valid, with the 261 voters of another copy", () => {
    const sheet = runoffSheet(299, 260, [150, 100, 5, 6, 0]);
    const old = { law: lawOf("2016-06-05") };
    expect(propose(sheet, old).outcome).toBe("annulled");
    const cured = propose(sheet, { ...old, copies: [copy("firstTribunal", 261, [150, 100, 5, 6, 0])] });
    expect(short(cured)).toEqual(["corrected", null, [150, 100, 5, 6, 0, 261]]);
  });

  test("022244 (2016): 54 voters and 240 votes: annulled with 54", () => {
    const proposal = propose(runoffSheet(300, 54, [120, 100, 10, 10, 0]), { law: lawOf("2016-06-05") });
    expect(proposal.cells).toEqual([0, 0, 0, 54, 0, 54]);
  });

  test("027801 (2020): 220 votes for 219 voters: annulled with 219; the copy of the last instance lacked the one vote", () => {
    const sheet = runoffSheet(300, 219, [110, 90, 10, 10, 0]);
    const then = { law: lawOf("2020-01-26") };
    expect(short(propose(sheet, then))).toEqual(["annulled", "R2.13f", [0, 0, 0, 219, 0, 219]]);
    const cured = propose(sheet, { ...then, copies: [copy("finalTribunal", 219, [110, 90, 10, 9, 0])] });
    expect(short(cured)).toEqual(["corrected", null, [110, 90, 10, 9, 0, 219]]);
  });

  test("hearing of 14 June 2021: 260 votes for 240 voters, 203 for 202, 182 for 300 voters: restored by a copy", () => {
    const cases = [
      [runoffSheet(300, 240, [150, 90, 10, 10, 0]), copy("finalTribunal", 260, [150, 90, 10, 10, 0])],
      [runoffSheet(300, 202, [100, 90, 3, 10, 0]), copy("finalTribunal", 203, [100, 90, 3, 10, 0])],
      [runoffSheet(300, 300, [100, 70, 2, 10, 0]), copy("finalTribunal", 182, [100, 70, 2, 10, 0])],
    ] as const;
    for (const [sheet, other] of cases) {
      const cured = propose(sheet, { copies: [other] });
      expect(cured.outcome).toBe("corrected");
      expect(cured.cells).toEqual(other.cells);
    }
  });
});

describe("challenged votes come first", () => {
  test("without envelopes they become null: 9 and 32 missing make 41, of 281", () => {
    const proposal = propose(runoffSheet(300, 281, [86, 147, 7, 9, 32]), { challenged: { kind: "missing" } });
    expect(short(proposal)).toEqual(["corrected", null, [86, 147, 7, 41, 0, 281]]);
    expect(proposal.steps).toMatchObject([{ stage: "challengedVotes", rule: "R2.11" }]);
  });

  test("unopened they are for the jury, and nothing is annulled: the figures so far keep them", () => {
    const proposal = propose(runoffSheet(300, 231, [109, 98, 2, 19, 3]));
    expect([proposal.outcome, proposal.needs]).toEqual(["needsBody", ["challengedVotes"]]);
    expect(proposal.cells).toEqual([109, 98, 2, 19, 3, 231]);
  });

  test("decided one by one they go where the jury said (000043: 1, 2 and 0)", () => {
    const proposal = propose(runoffSheet(300, 231, [109, 98, 2, 19, 3]), {
      challenged: { kind: "decided", votes: { pl: 1, fp: 2 } },
    });
    expect(short(proposal)).toEqual(["corrected", null, [110, 100, 2, 19, 0, 231]]);
  });

  test("decisions that do not account for all of them, or name no cell for votes, are refused", () => {
    const sheet = runoffSheet(300, 231, [109, 98, 2, 19, 3]);
    const refused = (votes: Readonly<Record<string, number>>) =>
      proposeRuling({ sheet, flags: ["challengedVotes"], copies: [], challenged: { kind: "decided", votes } }, law);
    expect(refused({ pl: 2 })).toMatchObject({
      ok: false,
      problem: { code: "dispute.challengedSum", context: { decided: 2, challenged: 3 } },
    });
    expect(refused({ voters: 3 })).toMatchObject({ ok: false, problem: { code: "dispute.unknownCell" } });
    expect(refused({ pl: 4, fp: -1 })).toMatchObject({ ok: false, problem: { code: "dispute.noFigure" } });
  });

  test("then the other flags: one vote is lacking after the three were assigned", () => {
    const proposal = propose(runoffSheet(300, 232, [109, 98, 2, 19, 3]), { challenged: { kind: "missing" } });
    expect(short(proposal)).toEqual(["corrected", "R2.13e", [109, 98, 2, 23, 0, 232]]);
    expect(proposal.steps.map(({ stage }) => stage)).toEqual(["challengedVotes", "table"]);
  });
});

describe("comparison of copies", () => {
  const unsigned = runoffSheet(300, 200, [100, 90, 4, 6, 0]);

  test("a signed copy saves an unsigned sheet as it was filed; an unsigned copy does not", () => {
    const saved = propose(unsigned, { given: ["unsigned"], copies: [copy("firstTribunal", 200, [100, 90, 4, 6, 0])] });
    expect(saved.outcome).toBe("keptAsFiled");
    const lost = propose(unsigned, {
      given: ["unsigned"],
      copies: [copy("firstTribunal", 200, [100, 90, 4, 6, 0], false)],
    });
    expect(short(lost)).toEqual(["annulled", "R2.13h", [0, 0, 0, 300, 0, 300]]);
    expect(lost.dependsOnComparison).toBe(false);
  });

  test("two consistent copies that differ are weighed by the body, never chosen by their order", () => {
    const sheet = runoffSheet(300, 200, [100, 90, 4, 7, 0]);
    const copies = [copy("firstTribunal", 200, [100, 90, 4, 6, 0]), copy("finalTribunal", 201, [100, 90, 4, 7, 0])];
    for (const order of [copies, copies.toReversed()]) {
      const proposal = propose(sheet, { copies: order });
      expect([proposal.outcome, proposal.needs]).toEqual(["needsBody", ["copiesDisagree"]]);
      expect(proposal.cells).toEqual(sheet.cells);
    }
  });

  test("a party's copy is none of the originals that the law compares", () => {
    const sheet = runoffSheet(300, 200, [100, 90, 4, 7, 0]);
    const proposal = propose(sheet, { copies: [copy("agent", 200, [100, 90, 4, 6, 0])] });
    expect([proposal.outcome, proposal.dependsOnComparison]).toEqual(["annulled", true]);
  });

  test("a sheet in order is compared with nothing and kept", () => {
    const proposal = propose(unsigned, { copies: [copy("firstTribunal", 150, [50, 90, 4, 6, 0])] });
    expect([proposal.outcome, proposal.steps]).toEqual(["keptAsFiled", []]);
  });

  test("challenged votes of the other copy are treated like ours before it is looked at", () => {
    const sheet = runoffSheet(300, 200, [100, 90, 4, 7, 2]);
    const copies = [copy("firstTribunal", 200, [100, 88, 4, 6, 2])];
    const proposal = propose(sheet, { copies, challenged: { kind: "missing" } });
    expect(short(proposal)).toEqual(["corrected", null, [100, 88, 4, 8, 0, 200]]);
  });
});

describe("what is missing", () => {
  test("a blank total is what the votes add up to; reported none, imputed the sum (000319)", () => {
    const proposal = propose(runoffSheet(300, BLANK, [93, 17, 1, 6, 0]));
    expect(short(proposal)).toEqual(["corrected", "R2.13a", [93, 17, 1, 6, 0, 117]]);
    expect([proposal.votersReported, proposal.votersImputed]).toEqual([null, 117]);
  });

  test("an illegible total likewise, under its own article; above the registered voters the sheet is annulled", () => {
    expect(propose(runoffSheet(300, ILLEGIBLE, [93, 17, 1, 6, 0])).decidedBy).toBe("R2.13j");
    expect(short(propose(runoffSheet(300, BLANK, [193, 117, 1, 6, 0])))).toEqual([
      "annulled",
      "R2.13b",
      [0, 0, 0, 300, 0, 300],
    ]);
  });

  test("an illegible cell of votes is 0 and the table goes on: what is lacking becomes null", () => {
    const proposal = propose(runoffSheet(300, 200, [100, ILLEGIBLE, 4, 6, 0]));
    expect(short(proposal)).toEqual(["corrected", "R2.13e", [100, 0, 4, 96, 0, 200]]);
    expect(proposal.steps.map(({ rule, confidence }) => [rule, confidence])).toEqual([
      ["R2.13k", "low"],
      ["R2.13e", "high"],
    ]);
  });

  test("with no cell of votes to read the sheet is annulled", () => {
    const none = Array.from({ length: 5 }, () => ILLEGIBLE);
    expect(propose(runoffSheet(300, 200, none), { challenged: { kind: "missing" } }).decidedBy).toBe("R2.13k-nothing");
  });

  test("lost, destroyed and petitioned sheets are for a body, with what it must see", () => {
    const sheet = runoffSheet(300, 200, [100, 90, 4, 6, 0]);
    expect(propose(sheet, { given: ["lost"] }).needs).toEqual(["otherOriginal"]);
    expect(propose(sheet, { given: ["nullityRequested"] }).needs).toEqual(["petition"]);
    expect(propose(sheet, { given: ["noData"] })).toMatchObject({ outcome: "annulled", decidedBy: "R2.13i" });
  });

  test("a sheet without registered voters on the roll cannot be shown to be in order", () => {
    const sheet = { form: runoffForm, registeredVoters: null, cells: [100, 90, 4, 6, 0, 200] };
    expect(propose(sheet)).toMatchObject({ outcome: "needsBody", needs: ["noRule"] });
  });
});

describe("the law of the day", () => {
  test("in 2026 the ballots are counted again before any vote is lost; a sheet in order is not recounted", () => {
    const law2026 = { law: lawOf("2026-04-12") };
    const proposal = propose(runoffSheet(300, 168, [96, 157, 0, 15, 0]), law2026);
    expect([proposal.outcome, proposal.cells]).toEqual(["recount", [96, 157, 0, 15, 0, 168]]);
    expect(proposal.steps).toMatchObject([{ rule: "R7.6", article: "Law 32299" }]);
    expect(propose(runoffSheet(300, 200, [100, 90, 4, 6, 0]), law2026).outcome).toBe("keptAsFiled");
    expect(
      propose(runoffSheet(300, 200, [100, 90, 4, 6, 0]), { ...law2026, given: ["nullityRequested"] }).outcome,
    ).toBe("needsBody");
  });

  test("before the rules on observed sheets there is no order of work, and that is said", () => {
    const sheet = runoffSheet(300, 168, [96, 157, 0, 15, 0]);
    const result = proposeRuling(
      { sheet, flags: [], copies: [], challenged: { kind: "unopened" } },
      lawOf("2011-06-05"),
    );
    expect(result).toMatchObject({ ok: false, problem: { code: "dispute.noOrder", context: { day: "2011-06-05" } } });
  });
});

describe("every proposal (random sheets, flags and copies)", () => {
  const value = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 320 }) },
    { weight: 1, arbitrary: fc.constantFrom(BLANK, ILLEGIBLE, ABSURD, NOT_SUPPLIED) },
  );
  const cells = fc.array(value, { minLength: 6, maxLength: 6 });
  const sheets = fc.record({ form: fc.constant(runoffForm), registeredVoters: fc.constantFrom(300, 280, 3), cells });
  const given = fc.subarray(["unsigned", "illegible", "noData", "lost", "nullityRequested", "other"] as const);
  const copies = fc.array(
    fc.record({
      holder: fc.constantFrom("firstTribunal", "finalTribunal", "agent"),
      cells,
      signed: fc.constantFrom(true, false, null),
    }),
    { maxLength: 3 },
  );
  const challenged = fc.constantFrom<ChallengedVotes>({ kind: "unopened" }, { kind: "missing" });
  const day = fc.constantFrom("2016-06-05", "2021-06-06", "2026-04-12");
  const laws = new Map(["2016-06-05", "2021-06-06", "2026-04-12"].map((each) => [each, lawOf(each)]));

  test("ends in figures that meet R2.14, or says what a body must see; and never touches its input", () => {
    fc.assert(
      fc.property(sheets, given, copies, challenged, day, (sheet, flags, others, envelopes, on) => {
        const filed = JSON.stringify(sheet);
        const inForce = laws.get(on) ?? law;
        const proposal = propose(sheet, { given: flags, copies: others, challenged: envelopes, law: inForce });
        expect(JSON.stringify(sheet)).toBe(filed);
        if (proposal.outcome === "needsBody") expect(proposal.needs.length).toBeGreaterThan(0);
        else if (proposal.outcome !== "recount") {
          expect(proposal.needs).toEqual([]);
          expect(meetsPostcondition({ ...sheet, cells: proposal.cells }, inForce)).toBe(true);
          if (proposal.outcome !== "annulled")
            expect(proposal.outcome === "keptAsFiled").toBe(proposal.cells.join() === sheet.cells.join());
        }
        for (const { rule, confidence } of proposal.steps) {
          expect(inForce.rules.some(({ id }) => id === rule)).toBe(true);
          expect(["high", "medium", "low"]).toContain(confidence);
        }
        expect(proposal.votersReported).toBe(figuresOf(sheet).voters);
      }),
      { numRuns: 3_000 },
    );
  });

  test("does not depend on the names or the order of the options: no side is favoured", () => {
    fc.assert(
      fc.property(sheets, given, challenged, (sheet, flags, envelopes) => {
        const swap = (values: readonly number[]): number[] => {
          const [a = 0, b = 0, ...rest] = values;
          return [b, a, ...rest];
        };
        const one = propose(sheet, { given: flags, challenged: envelopes });
        const other = propose({ ...sheet, cells: swap(sheet.cells) }, { given: flags, challenged: envelopes });
        expect([other.outcome, other.decidedBy, other.needs]).toEqual([one.outcome, one.decidedBy, one.needs]);
        expect(other.cells).toEqual(swap(one.cells));
      }),
      { numRuns: 1_000 },
    );
  });
});
