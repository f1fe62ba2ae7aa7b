import { assertNever, fail, succeed } from "../basics/index.js";
import type { Fraction, Problem, Result } from "../basics/index.js";
import type { ClaimEvidence } from "./claim-evidence.js";
import { otherBaseNamed } from "./claim-unit.js";
import type { CheckedPart, Claim, ClaimPart, KnownValue, Verdict } from "./claim.js";
import { related } from "./claimed-value.js";
import type { ClaimedValue } from "./claimed-value.js";
import { bestFit, compareSeries } from "./compare-series.js";
import type { ClaimedNumber } from "./compare-series.js";
import { compute } from "./compute.js";
import { compareRatios, minus, plainText, ratio } from "./exact-number.js";
import type { Answer, DatedValue, Finding, NamedAnswer, OutsideReason, Unit, WorkingLine } from "./finding.js";
import { plainWords } from "./same-name.js";
import type { TimeWindow } from "./time-window.js";

/** What one part of a claim comes to, but for what does not depend on the comparison. */
interface Judged {
  readonly verdict: Verdict;
  readonly value: KnownValue | null;
  readonly atTheTime: readonly KnownValue[];
  readonly reason: OutsideReason | null;
  readonly working: readonly WorkingLine[];
}

/** Computes a part of a claim and holds the claim against it. What is missing makes it not checkable here, with the reason. */
export function judgePart(evidence: ClaimEvidence, claim: Claim, part: ClaimPart): CheckedPart {
  const claimed = claimedOf(claim, part);
  const found = compute(evidence, part.computation, claim.asOf);
  const judged = found.ok ? judge(found.value, claimed, claim, part) : found;
  const known = { computation: part.computation, claimed };
  const none = { value: null, atTheTime: [], reason: null };
  if (!judged.ok) {
    const rule = found.ok ? found.value.rule : null;
    const working = found.ok ? found.value.working : [];
    return { ...known, ...none, verdict: "notCheckable", problem: judged.problem, rule, working };
  }
  const { rule = null, working = [] } = found.ok ? found.value : {};
  return { ...known, ...judged.value, problem: null, rule, working: [...judged.value.working, ...working] };
}

function claimedOf({ values }: Claim, { claimed, pick, relation }: ClaimPart): ClaimedValue | null {
  const value = claimed ?? values[pick - 1] ?? null;
  return value === null ? null : related(value, relation);
}

function judge(finding: Finding, claimed: ClaimedValue | null, claim: Claim, part: ClaimPart): Result<Judged> {
  const { answer } = finding;
  if (answer.kind === "outside")
    return succeed({ verdict: "notCheckable", value: null, atTheTime: [], reason: answer.reason, working: [] });
  if (claimed === null) return fail({ code: "claim.nothingClaimed", context: { pick: part.pick } });
  if (answer.kind === "series" || answer.kind === "number" || answer.kind === "within") {
    const needsUnit = part.claimed === null && claim.unit === "";
    if (needsUnit) return fail({ code: "claim.noUnit", context: { value: claimed.text.slice(0, 40) } });
    if (claimed.kind !== "number" && claimed.kind !== "range") return fail(notComparable(claimed, answer.kind));
    const unit = answer.kind === "within" ? answer.shownAs : answer.unit;
    const other = part.claimed === null ? otherBaseNamed(claim.unit, unit) : null;
    if (other === "population")
      return succeed({ verdict: "notCheckable", value: null, atTheTime: [], reason: "otherBase", working: [] });
    if (other !== null)
      return fail({ code: "claim.otherUnit", context: { unit: claim.unit.slice(0, 60), base: other } });
    return succeed(judgeNumber(answer, claim.asOf, claimed));
  }
  return judgeWord(answer, claimed, claim.asOf);
}

function notComparable(claimed: ClaimedValue, kind: string): Problem {
  return { code: "claim.notComparable", context: { value: claimed.text.slice(0, 60), kind } };
}

function judgeNumber(
  answer: Extract<Answer, { readonly kind: "series" | "number" | "within" }>,
  window: TimeWindow | null,
  written: ClaimedNumber,
): Judged {
  const claimed = answer.kind === "within" ? written : inUnit(written, answer.unit);
  if (answer.kind === "series") {
    const { verdict, atTheTime, working } = compareSeries(answer, claimed, window);
    const last = answer.final ?? atTheTime.at(-1) ?? null;
    const value = last === null ? null : numberOf(answer.unit, last.value, last);
    return {
      verdict,
      value,
      atTheTime: atTheTime.map((point) => numberOf(answer.unit, point.value, point)),
      reason: null,
      working,
    };
  }
  if (answer.kind === "within") {
    const least: ClaimedNumber =
      claimed.kind === "number" && claimed.relation === "equal" ? { ...claimed, relation: "atLeast" } : claimed;
    const inside = answer.values.filter((value) => bestFit([{ value }], least).fit !== "none").length;
    const value = numberOf(answer.unit, ratio(inside), null);
    return { verdict: inside > 0 ? "exact" : "wrong", value, atTheTime: [], reason: null, working: [] };
  }
  const { fit, at } = bestFit(
    answer.values.map((value) => ({ value })),
    claimed,
  );
  const value = at?.value ?? nearest(answer.values, claimed);
  const verdict = fit === "none" ? "wrong" : fit;
  return { verdict, value: value && numberOf(answer.unit, value, null), atTheTime: [], reason: null, working: [] };
}

/** In percent and points a number is to its last place, zeros or not, and all of something is not nearly all of it. */
function inUnit(claimed: ClaimedNumber, unit: Unit): ClaimedNumber {
  if (claimed.kind !== "number" || !(unit.startsWith("percent") || unit === "points")) return claimed;
  const { number, relation } = claimed;
  if (relation === "equal" && compareRatios(number.value, ratio(100)) === 0) return { ...claimed, relation: "atLeast" };
  const isFiner = compareRatios(number.step, ratio(1)) <= 0;
  return isFiner ? claimed : { ...claimed, number: { ...number, step: ratio(1) } };
}

function nearest(values: readonly Fraction[], claimed: ClaimedNumber): Fraction | null {
  const wanted = claimed.kind === "range" ? claimed.least.value : claimed.number.value;
  const away = (value: Fraction): Fraction => {
    const { numerator, denominator } = minus(value, wanted);
    return { numerator: numerator < 0n ? -numerator : numerator, denominator };
  };
  return values.toSorted((a, b) => compareRatios(away(a), away(b)))[0] ?? null;
}

function numberOf(unit: Unit, exact: Fraction, dated: DatedValue | null): KnownValue {
  return {
    kind: "number",
    unit,
    exact,
    text: plainText(exact),
    at: dated?.at ?? null,
    source: dated?.source ?? null,
  };
}

type WordAnswer = Extract<Answer, { readonly kind: "date" | "earliest" | "moment" | "word" }>;

function judgeWord(answer: WordAnswer, claimed: ClaimedValue, window: TimeWindow | null): Result<Judged> {
  const judged = (verdict: Verdict, value: KnownValue, atTheTime: readonly KnownValue[] = []): Result<Judged> =>
    succeed({ verdict, value, atTheTime, reason: null, working: [] });
  switch (answer.kind) {
    case "date": {
      // A year or a month says less than a day, and nothing wrong when the day lies in it.
      const isIn = /^\d{4}(?:-\d\d){0,2}$/.test(claimed.text) && answer.date.startsWith(claimed.text);
      return judged(isIn ? "exact" : "wrong", { kind: "date", date: answer.date });
    }
    case "earliest":
      if (claimed.kind !== "date") return fail(notComparable(claimed, answer.kind));
      return judged(claimed.date >= answer.date ? "exact" : "wrong", { kind: "date", date: answer.date });
    case "moment": {
      if (claimed.kind !== "moment") return fail(notComparable(claimed, answer.kind));
      const value: KnownValue = { kind: "moment", at: answer.at };
      if (claimed.at === answer.at) return judged("exact", value);
      const said = answer.announced.find(({ at, on }) => at === claimed.at && isWithin(on, window));
      return said === undefined
        ? judged("wrong", value)
        : judged("rightAtTheTime", value, [{ kind: "moment", at: said.at }]);
    }
    case "word": {
      const value: KnownValue = { kind: "word", word: answer.answer };
      if (isNamed(claimed.text, answer.answer)) return judged("exact", value);
      const { atTheTime } = answer;
      if (atTheTime !== null && isNamed(claimed.text, atTheTime))
        return judged("rightAtTheTime", value, [{ kind: "word", word: atTheTime }]);
      return judged("wrong", value);
    }
    default:
      return assertNever(answer);
  }
}

function isWithin(day: string, window: TimeWindow | null): boolean {
  return window === null || (window.from.slice(0, 10) <= day && day <= window.to.slice(0, 10));
}

function isNamed(text: string, { id, names }: NamedAnswer): boolean {
  return [id, ...names].some((name) => plainWords(name) === plainWords(text));
}
