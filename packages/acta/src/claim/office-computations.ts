import { daysBetween, fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Asked } from "./computation.js";
import { yearsLater } from "./calendar-computations.js";
import { dayFrom, factOf, factsOf } from "./claim-evidence.js";
import type { ClaimEvidence } from "./claim-evidence.js";
import type { HoldingFact } from "./claim-fact.js";
import { ratio } from "./exact-number.js";
import { namedBy } from "./fact-computations.js";
import { found, line, wordAnswer } from "./finding.js";
import type { Finding, WorkingLine } from "./finding.js";

/** Who held an office between two days: how many held it, took it, left it, or were removed from it. */
export function holders(evidence: ClaimEvidence, asked: Asked<"holders">): Result<Finding> {
  const from = dayFrom(evidence, asked.from);
  if (!from.ok) return from;
  const to = dayFrom(evidence, asked.to);
  if (!to.ok) return to;
  const isIn = (day: string | null): boolean => day !== null && from.value <= day && day <= to.value;
  const all = factsOf(evidence.facts, "holding").filter(({ office }) => office === asked.office);
  const inOffice = all.filter((each) => each.from <= to.value && (each.to === null || each.to >= from.value));
  if (all.length === 0) return fail({ code: "claim.noOffice", context: { office: asked.office } });
  const counted: Readonly<Record<typeof asked.figure, number>> = {
    inOffice: inOffice.length,
    tookOffice: inOffice.filter((each) => isIn(each.from)).length,
    left: inOffice.filter((each) => isIn(each.to)).length,
    removed: inOffice.filter((each) => isIn(each.to) && asked.causes.includes(each.left)).length,
  };
  const answer = { kind: "number" as const, unit: "people" as const, values: [ratio(counted[asked.figure])] };
  return succeed(found(answer, inOffice.map(holdingLine)));
}

function holdingLine({ holder, from, to, left, source }: HoldingFact): WorkingLine {
  return line("claim.held", {
    holder,
    from,
    to: to ?? "",
    days: to === null ? 0 : daysBetween(from, to),
    left: left === "" ? "none" : left,
    source,
  });
}

/** The office that somebody had before this one. */
export function cameFrom(evidence: ClaimEvidence, { holding }: Asked<"cameFrom">): Result<Finding> {
  const fact = factOf(evidence, "holding", holding);
  if (!fact.ok) return fact;
  const answer = namedBy(evidence, fact.value.before);
  return succeed(found({ kind: "word", answer, atTheTime: null }, [holdingLine(fact.value)]));
}

/** The year in which a term of so many years ends that began with a holding. */
export function termEnd(evidence: ClaimEvidence, { holding, years }: Asked<"termEnd">): Result<Finding> {
  const fact = factOf(evidence, "holding", holding);
  if (!fact.ok) return fact;
  const end = yearsLater(fact.value.from, years);
  const lines = [line("claim.termEnds", { from: fact.value.from, years, end })];
  return succeed(found({ kind: "number", unit: "number", values: [ratio(Number(end.slice(0, 4)))] }, lines));
}

/** Whether a year is the one in which a term ends by itself, or an earlier or a later one. */
export function moved(evidence: ClaimEvidence, { holding, years, to }: Asked<"moved">): Result<Finding> {
  const fact = factOf(evidence, "holding", holding);
  if (!fact.ok) return fact;
  const end = yearsLater(fact.value.from, years);
  const year = Number(end.slice(0, 4));
  const answer = wordAnswer(to > year ? "postponed" : to < year ? "broughtForward" : "regularDate");
  return succeed(
    found({ kind: "word", answer, atTheTime: null }, [line("claim.termEnds", { from: fact.value.from, years, end })]),
  );
}

/** Whether something that asks for a number of events found it met, or not met, in each of several spans of time alike. */
export function sameCondition(evidence: ClaimEvidence, asked: Asked<"sameCondition">): Result<Finding> {
  const events = factsOf(evidence.facts, "event").filter(
    ({ topic, outcome }) => topic === asked.topic && (asked.outcome === "" || outcome === asked.outcome),
  );
  const lines: WorkingLine[] = [];
  const met = new Set<boolean>();
  for (const each of asked.spans) {
    const from = dayFrom(evidence, each.from);
    if (!from.ok) return from;
    const to = dayFrom(evidence, each.to);
    if (!to.ok) return to;
    const inside = events.filter(({ on }) => from.value <= on && on <= to.value);
    const isMet = inside.length >= asked.atLeast;
    met.add(isMet);
    const context = {
      from: from.value,
      to: to.value,
      events: inside.length,
      needed: asked.atLeast,
      met: isMet ? 1 : 0,
    };
    lines.push(line("claim.condition", context));
  }
  return succeed(
    found({ kind: "word", answer: wordAnswer(met.size > 1 ? "different" : "same"), atTheTime: null }, lines),
  );
}
