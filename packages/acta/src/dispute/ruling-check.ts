import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Act, ActMoment, RulingEntry } from "../record/index.js";
import { caseOf, standingActs } from "./acts-of-stations.js";
import { bodyIn, membershipOf, sittingOf } from "./body-membership.js";
import type { SeatHolder } from "./body-membership.js";
import type { LawInForce } from "./law-in-force.js";
import { roleOf, rulingActOf } from "./legal-acts.js";
import type { LegalFrame } from "./legal-frame.js";
import type { LegalPosition } from "./legal-position.js";
import { advance } from "./legal-state.js";

/** A ruling that somebody wants to enter. */
export interface RulingToCheck {
  readonly entry: RulingEntry;
  /** Day or moment of the decision, else the one at which it is entered. */
  readonly at: ActMoment;
  /** The sheets on which it rules. */
  readonly stations: readonly string[];
  /** Acts of the record so far; those of the whole ledger. */
  readonly acts: readonly Act[];
  readonly positionOf: (station: string) => LegalPosition;
}

/**
 * Whether the law allows a ruling: a body with its quorum, on sheets that are before it and not decided already, once.
 * Without a law set everything is allowed: then it is only written down.
 * @returns `dispute.sameRuling`, `dispute.noQuorum`, `dispute.beforeOtherBody`, and what `advance` refuses, with the station.
 */
export function checkRuling(ruling: RulingToCheck, frame: LegalFrame): Result<null> {
  const law = frame.lawOn(ruling.at);
  if (law === null) return succeed(null);
  const { entry } = ruling;
  const acts = standingActs(ruling.acts).filter(({ index }) => index !== entry.replaces);
  const same = acts.find(
    (act) => act.kind === "ruling" && act.entry.ruling === entry.ruling && act.entry.body === entry.body,
  );
  if (same !== undefined)
    return fail({ code: "dispute.sameRuling", context: { ruling: entry.ruling, body: entry.body, index: same.index } });
  const quorum = checkQuorum(entry, acts, law);
  if (!quorum.ok) return quorum;
  for (const station of ruling.stations) {
    const allowed = checkStation(station, ruling, frame, law);
    if (!allowed.ok) return fail({ ...allowed.problem, where: station });
  }
  return succeed(null);
}

function checkStation(station: string, ruling: RulingToCheck, frame: LegalFrame, law: LawInForce): Result<null> {
  const { entry } = ruling;
  const position = ruling.positionOf(station);
  const { before, petitioned, recounted } = position;
  if (entry.instance === 1 && before !== "" && before !== entry.body)
    return fail({ code: "dispute.beforeOtherBody", context: { body: entry.body, before } });
  const state = position.state ?? { kind: "processed" };
  const act = rulingActOf(entry, station, { state, law, petitioned, recounted, isAnnulled: frame.isAnnulled });
  // What moves nothing (a recount, a petition rejected) needs a sheet that still can be moved.
  if (act === null)
    return state.kind === "final"
      ? fail({ code: "dispute.alreadyFinal", context: { act: "rule", by: entry.body, state: state.kind } })
      : succeed(null);
  const step = advance(state, act, law);
  return step.ok ? succeed(null) : step;
}

/** A body that the law does not seat (one of many juries) cannot be checked and is believed. */
function checkQuorum(entry: RulingEntry, acts: readonly Act[], law: LawInForce): Result<null> {
  const rule = bodyIn(law, roleOf(entry.body, law) ?? entry.body);
  if (!rule.ok) return succeed(null);
  const membership = new Map<string, SeatHolder>(membershipOf(rule.value));
  const recused = new Set<string>();
  const absent = new Set<string>();
  for (const act of acts) {
    if (act.kind === "membership" && act.entry.body === entry.body) {
      const { seat, state } = act.entry;
      recused.delete(seat);
      if (state === "recused") recused.add(seat);
      else membership.set(seat, HOLDER[state]);
    }
    if (act.kind === "vote" && act.entry.body === entry.body && entry.case !== "" && caseOf(act) === entry.case) {
      if (act.entry.vote === "absent") absent.add(act.entry.seat);
      if (act.entry.vote === "recused") recused.add(act.entry.seat);
    }
  }
  const { present, quorum, canSit, article } = sittingOf(rule.value, membership, {
    absent: [...absent],
    recused: [...recused],
  });
  if (canSit) return succeed(null);
  return fail({ code: "dispute.noQuorum", context: { body: entry.body, present: present.length, quorum, article } });
}

/** Who holds a seat after an entry of the record; a resignation during an election, also one called declining, waits for the alternate. */
const HOLDER: Readonly<Record<"filled" | "empty" | "declined" | "suspended" | "substituted", SeatHolder>> = {
  filled: "member",
  empty: "vacant",
  declined: "suspended",
  suspended: "suspended",
  substituted: "alternate",
};
