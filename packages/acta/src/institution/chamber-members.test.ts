import { describe, expect, test } from "vitest";
import { parseCivilDate, parseInstant } from "../basics/index.js";
import type { Act, ActMoment, MembershipEntry } from "../record/index.js";
import { SAMPLE_ACTS } from "../record/sample-acts.js";
import { membersOn, withMembers } from "./index.js";
import type { RollCall } from "./index.js";

const day = (text: string) => parseCivilDate(text) ?? expect.unreachable(text);
const utcDay = (moment: ActMoment) => day(moment.slice(0, 10));

/** Membership acts in the order of the ledger. */
function acts(
  ...entries: readonly (readonly [
    seat: string,
    state: MembershipEntry["state"],
    at: string | null,
    more?: Partial<MembershipEntry>,
  ])[]
) {
  return entries.map(([seat, state, at, more], index): Act => {
    const moment = at === null ? null : (parseCivilDate(at) ?? parseInstant(at) ?? expect.unreachable(at));
    const holder = `holder of ${seat}`;
    const entry = { ...SAMPLE_ACTS.membership, body: "c", seat, state, holder, at: moment, replaces: null, ...more };
    const header = { kind: "membership" } as unknown as Act["header"];
    return { kind: "membership", entry, index, header };
  });
}

const states = (all: readonly Act[], on: string) => {
  const found = membersOn(all, "c", day(on), utcDay);
  return found === null
    ? null
    : [found.eligible, Object.fromEntries(found.seats.map(({ seat, state }) => [seat, state]))];
};

describe("the members of a chamber on a day", () => {
  const all = acts(
    ["2", "suspended", "2030-05-10"],
    ["1", "filled", null],
    ["2", "filled", "2030-01-01"],
    ["3", "filled", "2030-01-01T10:00:00Z"],
    ["3", "empty", "2030-06-01"],
    ["3", "substituted", "2030-06-03T23:00:00Z"],
  );

  test("follow the days of the acts, not the order in which they were recorded", () => {
    expect(states(all, "2029-12-31")).toEqual([1, { "1": "filled" }]);
    expect(states(all, "2030-05-09")).toEqual([3, { "1": "filled", "2": "filled", "3": "filled" }]);
    expect(states(all, "2030-05-10")).toEqual([2, { "1": "filled", "2": "suspended", "3": "filled" }]);
    expect(states(all, "2030-06-02")).toEqual([1, { "1": "filled", "2": "suspended", "3": "empty" }]);
    expect(states(all, "2030-06-03")).toEqual([2, { "1": "filled", "2": "suspended", "3": "substituted" }]);
  });

  test("an act that was replaced does not count, and another chamber is another chamber", () => {
    const corrected = [
      ...all,
      ...acts(["2", "filled", "2030-05-10", { replaces: 0 }]).map((act) => ({ ...act, index: 6 })),
    ];
    expect(states(corrected, "2030-05-10")?.[0]).toBe(3);
    expect(membersOn(all, "other", day("2030-05-10"), utcDay)).toBeNull();
  });

  test("only they vote, and their number is who had the right to where nobody said", () => {
    const members = membersOn(all, "c", day("2030-05-10"), utcDay) ?? expect.unreachable();
    const figures = { inFavour: 1, against: 0, abstentions: 0, present: null, eligible: null };
    const call = (member: string): RollCall => ({
      figures,
      unknown: 0,
      members: [{ member, group: "", vote: "inFavour" }],
    });
    expect(withMembers(call("holder of 1"), members)).toMatchObject({ ok: true, value: { figures: { eligible: 2 } } });
    expect(withMembers(call("1"), members).ok).toBe(true);
    for (const member of ["holder of 2", "nobody"])
      expect(withMembers(call(member), members)).toMatchObject({
        problem: { code: "vote.notMember", context: { member } },
      });
    const known = { ...call("1"), figures: { ...figures, eligible: 5 } };
    expect(withMembers(known, members)).toMatchObject({ value: { figures: { eligible: 5 } } });
  });
});
