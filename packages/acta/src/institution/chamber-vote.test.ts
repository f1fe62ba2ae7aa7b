import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCivilDate, parseFraction } from "../basics/index.js";
import { decideVote, rollCallOf, rollCallOfEntry, turningVotes, voteOfWord, whipCount } from "./index.js";
import type { ChamberRule, MajorityLevel, MajorityRule, NamedVote, RollCall, VoteBase } from "./index.js";

const day = parseCivilDate("2030-01-01") ?? expect.unreachable();
const facts = {
  article: "1",
  text: { es: "r", en: "r" },
  note: null,
  confidence: "high" as const,
  validFrom: day,
  validTo: null,
};
const chamber = (legalNumber: number, more: Partial<ChamberRule> = {}): ChamberRule => ({
  ...facts,
  kind: "chamber",
  id: "c",
  chamber: "c",
  name: { es: "c", en: "c" },
  legalNumber,
  quorum: 0,
  leaveReducesEligible: true,
  ...more,
});
const level = (share: string, of: VoteBase, more: Partial<MajorityLevel> = {}): MajorityLevel => ({
  outcome: "approved",
  votes: "inFavour",
  share: parseFraction(share) ?? expect.unreachable(share),
  relation: "moreThan",
  of,
  rounding: "up",
  ...more,
});
const rule = (...levels: readonly MajorityLevel[]): MajorityRule => ({
  ...facts,
  kind: "majority",
  id: "m",
  chamber: "c",
  question: "q",
  levels,
  otherwise: "rejected",
});
const figures = (inFavour: number, against: number, abstentions = 0) => ({
  inFavour,
  against,
  abstentions,
  present: null,
  eligible: null,
});

function outcomeOf(asked: MajorityRule, body: ChamberRule, vote: RollCall["figures"]): string | null {
  const done = decideVote(asked, body, vote);
  return done.ok ? done.value.outcome : expect.unreachable(JSON.stringify(done.problem));
}

describe("majorities on every base", () => {
  const needed = (each: MajorityLevel, vote: RollCall["figures"]) => {
    const done = decideVote(rule(each), chamber(130), vote);
    return done.ok ? done.value.levels[0]?.needed : null;
  };
  test("the same vote needs another number on each", () => {
    const vote = { ...figures(40, 30, 10), present: 85, eligible: 120 };
    const of = (base: VoteBase) => needed(level("1/2", base), vote);
    expect(of("legalNumber")).toEqual({ least: 66, most: 66 });
    expect(of("eligible")).toEqual({ least: 61, most: 61 });
    expect(of("present")).toEqual({ least: 43, most: 43 });
    expect(of("votesCast")).toEqual({ least: 41, most: 41 });
    expect(of("validVotes")).toEqual({ least: 36, most: 36 });
  });

  test("at least and more than differ by one where the share is whole; the law's rounding is followed", () => {
    const vote = { ...figures(40, 30, 10), eligible: 101 };
    const of = (share: string, relation: MajorityLevel["relation"], rounding: MajorityLevel["rounding"]) =>
      needed(level(share, "eligible", { relation, rounding }), vote)?.most;
    expect([of("1/2", "atLeast", "up"), of("1/2", "moreThan", "up")]).toEqual([51, 51]);
    expect([of("1/101", "atLeast", "up"), of("1/101", "moreThan", "up")]).toEqual([1, 2]);
    expect([of("1/3", "atLeast", "up"), of("1/3", "atLeast", "nearest"), of("1/3", "atLeast", "down")]).toEqual([
      34, 34, 33,
    ]);
    expect([of("1/4", "atLeast", "nearest"), of("1/4", "moreThan", "down")]).toEqual([25, 26]);
  });

  test("bounds of an unknown base decide where they can and say undetermined where they cannot", () => {
    const asked = rule(level("2/5", "eligible", { relation: "atLeast" }));
    const vote = (inFavour: number) => figures(inFavour, 125 - inFavour);
    expect([52, 51, 50, 49].map((yes) => outcomeOf(asked, chamber(130), vote(yes)))).toEqual([
      "approved",
      null,
      null,
      "rejected",
    ]);
    expect(outcomeOf(asked, chamber(130), { ...vote(51), eligible: 127 })).toBe("approved");
    expect(outcomeOf(asked, chamber(130), { ...vote(51), eligible: 128 })).toBe("rejected");
  });

  test("a vote against that nobody knows leaves open what depends on it, and only that", () => {
    const unknown = { ...figures(40, 0), against: null, abstentions: null };
    expect(outcomeOf(rule(level("1/2", "validVotes")), chamber(130), unknown)).toBeNull();
    expect(outcomeOf(rule(level("1/2", "legalNumber")), chamber(130), unknown)).toBe("rejected");
  });

  test("what is said with unknown figures holds whatever they are", () => {
    const bases: readonly VoteBase[] = ["legalNumber", "eligible", "present", "votesCast", "validVotes"];
    const share = fc.constantFrom("1/2", "2/5", "2/3", "3/4");
    const seats = fc.integer({ min: 1, max: 12 });
    const parts = fc.array(fc.nat(4), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.constantFrom(...bases),
        share,
        seats,
        parts,
        (of, part, legal, [yes = 0, no = 0, abst = 0, there = 0, away = 0]) => {
          const present = yes + no + abst + there;
          const eligible = present + away;
          if (eligible > legal) return;
          const asked = rule(level(part, of));
          const known = { inFavour: yes, against: no, abstentions: abst, present, eligible };
          const truth = outcomeOf(asked, chamber(legal), known);
          expect(truth).not.toBeNull();
          for (const hidden of [
            { present: null },
            { eligible: null },
            { present: null, eligible: null },
            { abstentions: null },
            { against: null, abstentions: null, present: null, eligible: null },
          ]) {
            const said = outcomeOf(asked, chamber(legal), { ...known, ...hidden });
            if (said !== null) expect(said).toBe(truth);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

/** So many members of each vote, in groups by turns. */
function members(
  votes: Readonly<Partial<Record<NamedVote["vote"], number>>>,
  groups: readonly string[],
): readonly NamedVote[] {
  const kinds: readonly NamedVote["vote"][] = [
    "inFavour",
    "against",
    "abstains",
    "present",
    "absent",
    "onLeave",
    "unknown",
  ];
  return kinds
    .flatMap((vote) => Array.from({ length: votes[vote] ?? 0 }, () => vote))
    .map((vote, at) => ({ member: `m${at}`, group: groups[at % groups.length] ?? "", vote }));
}

function call(named: readonly NamedVote[], body: ChamberRule): RollCall {
  const done = rollCallOf(named, body);
  return done.ok ? done.value : expect.unreachable(JSON.stringify(done.problem));
}

describe("a roll call", () => {
  test("counts who was present and who had the right to vote", () => {
    const named = members({ inFavour: 50, against: 20, abstains: 5, present: 3, absent: 12, onLeave: 4 }, ["A"]);
    expect(call(named, chamber(130)).figures).toEqual({
      inFavour: 50,
      against: 20,
      abstentions: 5,
      present: 78,
      eligible: 90,
    });
    expect(call(named, chamber(130, { leaveReducesEligible: false })).figures.eligible).toBe(94);
  });

  test("a member who votes twice is named; nobody is no roll call", () => {
    const [one] = members({ inFavour: 1 }, ["A"]);
    if (one === undefined) return expect.unreachable();
    expect(rollCallOf([one, { ...one, vote: "against" }], chamber(5))).toMatchObject({
      problem: { code: "vote.votedTwice", context: { member: "m0" } },
    });
    expect(rollCallOf([], chamber(5))).toMatchObject({ problem: { code: "vote.noMembers" } });
    return undefined;
  });

  test("of an act is held against its totals", () => {
    const entryFacts = {
      at: null,
      replaces: null,
      motion: "m",
      chamber: "c",
      question: "q",
      present: null,
      eligible: null,
    };
    const named = [{ member: "a", group: "A", vote: "inFavour" as const }];
    const entry = { ...entryFacts, inFavour: 1, against: 0, abstentions: 0, members: named };
    expect(rollCallOfEntry(entry, chamber(3))).toMatchObject({
      ok: true,
      value: { figures: { present: 1, eligible: 1 } },
    });
    expect(rollCallOfEntry({ ...entry, inFavour: 2 }, chamber(3))).toMatchObject({
      problem: { code: "vote.totalsDiffer" },
    });
    expect(rollCallOfEntry({ ...entry, inFavour: 2, members: [] }, chamber(3))).toMatchObject({
      value: { members: [] },
    });
  });

  test("words are those of the law file, whatever their case", () => {
    const words = [{ word: "SI +++", vote: "inFavour" as const }];
    expect([voteOfWord(words, " si +++ "), voteOfWord(words, "maybe")]).toEqual(["inFavour", undefined]);
  });
});

describe("who could still have turned it", () => {
  const asked = rule(level("2/3", "legalNumber", { relation: "atLeast" }));
  test("missing 9 votes: 9 of those against or away would have done, the 8 who abstained would not", () => {
    const named = members({ inFavour: 78, against: 19, abstains: 8, absent: 25 }, ["A"]);
    const { switches } = turningVotes(asked, chamber(130), call(named, chamber(130)));
    const fewest = Object.fromEntries(switches.map((each) => [`${each.from} ${each.to}`, each.fewest]));
    expect(fewest).toMatchObject({
      "against inFavour": 9,
      "abstains inFavour": null,
      "away inFavour": 9,
      "inFavour against": null,
    });
  });

  test("a switch between for and against counts twice where the base is the votes themselves", () => {
    const simple = rule(level("1/2", "validVotes"));
    const { switches } = turningVotes(
      simple,
      chamber(130),
      call(members({ inFavour: 75, against: 24, abstains: 3 }, ["A"]), chamber(130)),
    );
    const of = (from: string, to: string) => switches.find((each) => each.from === from && each.to === to)?.fewest;
    expect([of("inFavour", "against"), of("inFavour", "abstains")]).toEqual([26, 51]);
  });

  test("a group of 10 that voted against turns a vote that misses 9, a group of 9 with one in favour does not", () => {
    const vote = (group: string, count: number, kind: NamedVote["vote"], from: number): readonly NamedVote[] =>
      Array.from({ length: count }, (_, at) => ({ member: `${group}${from + at}`, group, vote: kind }));
    const named = [
      ...vote("A", 77, "inFavour", 0),
      ...vote("B", 10, "against", 0),
      ...vote("C", 1, "inFavour", 0),
      ...vote("C", 8, "against", 1),
    ];
    const { groups } = turningVotes(asked, chamber(130), call(named, chamber(130)));
    const turned = groups
      .filter(({ outcome }) => outcome !== null)
      .map(({ group, to, members: count }) => [group, to, count]);
    expect(turned).toEqual([["B", "inFavour", 10]]);
  });
});

describe("a whip count", () => {
  test("gives a range, and how many of the unknown are needed", () => {
    const asked = rule(level("2/3", "legalNumber", { relation: "atLeast" }));
    const found = whipCount(
      asked,
      chamber(130),
      call(members({ inFavour: 80, against: 30, unknown: 20 }, ["A"]), chamber(130)),
    );
    expect(found).toEqual({
      unknown: 20,
      possible: ["approved", "rejected"],
      inFavour: { least: 80, most: 100 },
      first: { outcome: "approved", fewest: 7, enough: 7 },
    });
    const lost = whipCount(asked, chamber(130), call(members({ inFavour: 60, unknown: 20 }, ["A"]), chamber(130)));
    expect(lost).toMatchObject({ possible: ["rejected"], first: { fewest: null, enough: null } });
  });

  test("where those present are the base, what the others do matters: every way is tried", () => {
    const asked = rule(level("1/2", "present"));
    const given = fc.record({ yes: fc.nat(6), no: fc.nat(6), unknown: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(given, fc.constantFrom("present", "validVotes", "legalNumber"), ({ yes, no, unknown }, of) => {
        const by = of === "present" ? asked : rule(level("1/2", of === "validVotes" ? "validVotes" : "legalNumber"));
        const body = chamber(20);
        const found = whipCount(by, body, call(members({ inFavour: yes, against: no, unknown }, ["A"]), body));
        const wins = (more: number, contra: number, abst: number) => {
          const present = yes + no + more + contra + abst;
          const vote = {
            inFavour: yes + more,
            against: no + contra,
            abstentions: abst,
            present,
            eligible: yes + no + unknown,
          };
          return outcomeOf(by, body, vote) === "approved";
        };
        const ways = (more: number) => {
          const all: boolean[] = [];
          for (let contra = 0; contra <= unknown - more; contra++)
            for (let abst = 0; abst <= unknown - more - contra; abst++) all.push(wins(more, contra, abst));
          return all;
        };
        const counts = Array.from({ length: unknown + 1 }, (_, more) => more);
        expect(found.first.fewest).toBe(counts.find((more) => ways(more).includes(true)) ?? null);
        expect(found.first.enough).toBe(counts.find((more) => ways(more).every(Boolean)) ?? null);
      }),
      { numRuns: 300 },
    );
  });
});
