import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runoffLaw } from "../../../../scripts/peru-disputes.js";
import { bodyIn, changeMembership, decideByVote, membershipOf, sittingOf } from "./index.js";
import type { BodyRule, Membership, MembershipEvent, SeatVote } from "./index.js";

const law = runoffLaw();
const found = bodyIn(law, "finalTribunal");
const plenary: BodyRule = found.ok ? found.value : expect.unreachable();
const seats = plenary.seats.map(({ id }) => id);
const [court = "", prosecutors = "", bar = "", deansPublic = "", deansPrivate = ""] = seats;

function after(now: Membership, ...events: readonly MembershipEvent[]): Membership {
  let membership = now;
  for (const event of events) {
    const next = changeMembership(plenary, membership, event);
    membership = next.ok ? next.value : expect.unreachable(next.problem.code);
  }
  return membership;
}

const votes = (positions: Readonly<Record<string, string>>): SeatVote[] =>
  Object.entries(positions).map(([seat, position]) => ({ seat, position }));

function decide(positions: Readonly<Record<string, string>>, body = plenary) {
  const result = decideByVote(body, sittingOf(body, membershipOf(body)), votes(positions));
  return result.ok ? result.value : expect.unreachable(result.problem.code);
}

describe("the plenary in June 2021 (R1.9)", () => {
  const june = membershipOf(plenary, [bar]);
  const declined: MembershipEvent = { kind: "resign", seat: prosecutors, duringElection: true };

  test("five seats, four filled: it can sit", () => {
    expect(sittingOf(plenary, june)).toMatchObject({
      present: [court, prosecutors, deansPublic, deansPrivate],
      quorum: 4,
      canSit: true,
    });
  });

  test("23 June: a member declines, three are left: no quorum, and a ruling is refused with the article", () => {
    const sitting = sittingOf(plenary, after(june, declined));
    expect([sitting.present.length, sitting.canSit]).toEqual([3, false]);
    const ruling = decideByVote(plenary, sitting, votes({ [court]: "no", [deansPublic]: "no", [deansPrivate]: "no" }));
    expect(ruling).toMatchObject({
      ok: false,
      problem: { code: "dispute.noQuorum", context: { present: 3, quorum: 4 } },
    });
  });

  test("24 June: a resignation during the election suspends the member and calls the alternate: four again; the seat was never closed", () => {
    const suspended = after(june, declined);
    expect(suspended.get(prosecutors)).toBe("suspended");
    const again = after(suspended, { kind: "callAlternate", seat: prosecutors });
    expect([again.get(prosecutors), sittingOf(plenary, again).canSit]).toEqual(["alternate", true]);
  });

  test("outside an election a resignation leaves the seat vacant; under a law that closes seats it always does", () => {
    expect(after(june, { ...declined, duringElection: false }).get(prosecutors)).toBe("vacant");
    const closing = changeMembership({ ...plenary, resignation: "closesSeat" }, june, declined);
    expect(closing.ok && closing.value.get(prosecutors)).toBe("vacant");
  });

  test("the first ten appeals were rejected by 3 to 1, with a dissent", () => {
    const sitting = sittingOf(plenary, june);
    const cast = votes({
      [court]: "reject",
      [prosecutors]: "uphold",
      [deansPublic]: "reject",
      [deansPrivate]: "reject",
    });
    const decision = decideByVote(plenary, sitting, cast);
    expect(decision).toMatchObject({
      ok: true,
      value: { kind: "decided", position: "reject", by: "votes", dissent: [prosecutors] },
    });
  });
});

describe("membership", () => {
  test("a recused or absent member does not sit; two of five leave too few", () => {
    const full = membershipOf(plenary);
    expect(sittingOf(plenary, full, { recused: [bar] })).toMatchObject({ canSit: true, recused: [bar] });
    expect(sittingOf(plenary, full, { recused: [bar], absent: [court] }).canSit).toBe(false);
  });

  test("a seat that is not there, empty or taken is refused", () => {
    const full = membershipOf(plenary, [bar]);
    const code = (event: MembershipEvent) => {
      const next = changeMembership(plenary, full, event);
      return next.ok ? "allowed" : next.problem.code;
    };
    expect(code({ kind: "vacate", seat: "throne" })).toBe("dispute.noSeat");
    expect(code({ kind: "vacate", seat: bar })).toBe("dispute.seatEmpty");
    expect(code({ kind: "callAlternate", seat: court })).toBe("dispute.seatTaken");
    expect(code({ kind: "fill", seat: bar })).toBe("allowed");
  });

  test("a body that the law does not know has no rules", () => {
    expect(bodyIn(law, "senate")).toMatchObject({ ok: false, problem: { code: "dispute.noBody" } });
  });
});

describe("a tie", () => {
  test("of 2 to 2 is decided by the chair, whose vote makes no fifth", () => {
    const decision = decide({ [court]: "uphold", [prosecutors]: "reject", [bar]: "uphold", [deansPublic]: "reject" });
    expect(decision).toMatchObject({ position: "uphold", by: "castingVote", dissent: [prosecutors, deansPublic] });
    expect(decision.votes.map(({ seats: each }) => each.length)).toEqual([2, 2]);
  });

  test("of 2 to 2 with the chair for a third position is decided by the next member in the order of the Constitution", () => {
    const decision = decide({
      [court]: "annul",
      [prosecutors]: "reject",
      [bar]: "uphold",
      [deansPublic]: "uphold",
      [deansPrivate]: "reject",
    });
    expect(decision).toMatchObject({ position: "reject", by: "nextInOrder", dissent: [court, bar, deansPublic] });
  });

  test("that no rule breaks is undecided, by name", () => {
    const body: BodyRule = { ...plenary, castingVote: false, tieWithoutChair: "undecided" };
    const tied = decide({ [court]: "a", [prosecutors]: "b", [bar]: "a", [deansPublic]: "b" }, body);
    expect(tied).toMatchObject({ kind: "undecided", position: null, by: "nobody", dissent: [] });
  });

  test("who abstains counts for the quorum; with no vote at all nothing is decided", () => {
    const three = decide({ [court]: "reject", [bar]: "reject", [deansPublic]: "uphold" });
    expect(three).toMatchObject({ position: "reject", dissent: [deansPublic] });
    expect(decide({})).toMatchObject({ kind: "undecided", votes: [] });
  });

  test("more than half of the seats is more than half of those present", () => {
    const three = { [court]: "a", [prosecutors]: "a", [bar]: "b", [deansPublic]: "c" };
    expect(decide(three).position).toBe("a");
    expect(decide(three, { ...plenary, majority: "halfOfVotes" }).position).toBeNull();
    const most = { ...three, [bar]: "a" };
    expect(decide(most, { ...plenary, majority: "halfOfSeats" }).position).toBe("a");
    expect(decide({ ...most, [bar]: "b" }, { ...plenary, majority: "halfOfSeats" }).position).toBeNull();
  });
});

describe("any vote (random ones)", () => {
  const positions = fc.constantFrom("uphold", "reject", "annul");
  const ballots = fc
    .tuple(fc.subarray(seats, { minLength: 4 }), fc.array(positions, { minLength: 5, maxLength: 5 }))
    .map(([voting, chosen]) => voting.map((seat, at) => ({ seat, position: chosen[at] ?? "reject" })));
  const sitting = sittingOf(plenary, membershipOf(plenary));

  test("is always decided by a position with most votes; who dissents voted otherwise; the order of voting is nothing", () => {
    fc.assert(
      fc.property(ballots, (cast) => {
        const result = decideByVote(plenary, sitting, cast);
        const decision = result.ok ? result.value : expect.unreachable();
        const of = (position: string | null) => cast.filter((vote) => vote.position === position).length;
        const most = Math.max(...cast.map(({ position }) => of(position)));
        expect(of(decision.position)).toBe(most);
        expect(decision.dissent.length).toBe(cast.length - most);
        expect(decideByVote(plenary, sitting, cast.toReversed())).toMatchObject({
          value: { position: decision.position, by: decision.by },
        });
      }),
    );
  });

  test("from a seat that does not sit, or twice, is refused", () => {
    const cast = seats.map((seat) => ({ seat, position: "reject" }));
    const recused = sittingOf(plenary, membershipOf(plenary), { recused: [bar] });
    expect(decideByVote(plenary, recused, cast)).toMatchObject({
      problem: { code: "dispute.notSitting", context: { seat: bar } },
    });
    const twice = [...cast.slice(0, 4), { seat: court, position: "uphold" }];
    expect(decideByVote(plenary, sitting, twice)).toMatchObject({ problem: { code: "dispute.votedTwice" } });
  });
});
