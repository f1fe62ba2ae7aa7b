import { compareRatios, plainText, roundsTo } from "./exact-number.js";
import type { Fraction } from "../basics/index.js";
import type { ClaimedValue } from "./claimed-value.js";
import type { Verdict } from "./claim.js";
import type { Answer, DatedValue, WorkingLine } from "./finding.js";
import { line } from "./finding.js";
import type { TimeWindow } from "./time-window.js";

/** A claimed value that can stand beside a number. */
export type ClaimedNumber = Extract<ClaimedValue, { readonly kind: "number" | "range" }>;

/** How a number fits what is claimed of it. */
export type Fit = "exact" | "rounding" | "none";

/** Whether a value is what is claimed: equal, equal when rounded as written, within a range or a bound. */
export function fitOf(value: Fraction, claimed: ClaimedNumber): Fit {
  if (claimed.kind === "range") {
    const isIn = compareRatios(claimed.least.value, value) <= 0 && compareRatios(value, claimed.most.value) <= 0;
    return isIn ? "exact" : "none";
  }
  const order = compareRatios(value, claimed.number.value);
  switch (claimed.relation) {
    case "lessThan":
      return order < 0 ? "exact" : "none";
    case "atMost":
      return order <= 0 ? "exact" : "none";
    case "moreThan":
      return order > 0 ? "exact" : "none";
    case "atLeast":
      return order >= 0 ? "exact" : "none";
    case "equal":
      return order === 0 ? "exact" : roundsTo(value, claimed.number) ? "rounding" : "none";
  }
}

/** The better of several fits, and whose it is. */
export function bestFit<T extends { readonly value: Fraction }>(
  values: readonly T[],
  claimed: ClaimedNumber,
): { readonly fit: Fit; readonly at: T | null } {
  const exact = values.find(({ value }) => fitOf(value, claimed) === "exact");
  if (exact !== undefined) return { fit: "exact", at: exact };
  const rounded = values.find(({ value }) => fitOf(value, claimed) === "rounding");
  return rounded === undefined ? { fit: "none", at: null } : { fit: "rounding", at: rounded };
}

/** What a comparison says. */
export interface Comparison {
  readonly verdict: Exclude<Verdict, "partly" | "notCheckable">;
  /** The values at the time of the claim that decide it. */
  readonly atTheTime: readonly DatedValue[];
  readonly working: readonly WorkingLine[];
}

/**
 * Holds a claim against everything that was ever said of a quantity. At the time of the claim an edition may say it, or two neighbours
 * enclose it; when the last word is another, it was right at the time. What was said at other times only does not make it right.
 */
export function compareSeries(
  { points, final }: Extract<Answer, { readonly kind: "series" }>,
  claimed: ClaimedNumber,
  window: TimeWindow | null,
): Comparison {
  const atTheTime = pointsThen(points, window);
  const best = bestFit(atTheTime, claimed);
  const last = final === null ? "none" : fitOf(final.value, claimed);
  if (best.at !== null && best.fit !== "none") {
    const stays = final === null || last !== "none";
    const working = [line(best.fit === "exact" ? "claim.saidExactly" : "claim.saidRounded", pointContext(best.at))];
    return { verdict: stays ? best.fit : "rightAtTheTime", atTheTime: [best.at], working };
  }
  const bracket = bracketOf(points, claimed, window);
  if (bracket !== null) {
    const working = [line("claim.between"), ...bracket.map((point) => line("claim.saidThen", pointContext(point)))];
    return { verdict: last === "none" ? "rightAtTheTime" : last, atTheTime: bracket, working };
  }
  const ends = [atTheTime[0], atTheTime.at(-1)].flatMap((point) => (point === undefined ? [] : [point]));
  const shown = ends.length === 2 && ends[0] === ends[1] ? ends.slice(1) : ends;
  const elsewhere = bestFit(points, claimed).at;
  const working = [
    ...shown.map((point) => line("claim.saidThen", pointContext(point))),
    ...(elsewhere === null ? [] : [line("claim.saidElsewhere", pointContext(elsewhere))]),
  ];
  return { verdict: "wrong", atTheTime: shown, working };
}

function pointContext({ at, source, value }: DatedValue): WorkingLine["context"] {
  // The hour of a dated fact is often not known: its day is told.
  return { at: source.kind === "fact" ? at.slice(0, 10) : at, source: source.id, value: plainText(value) };
}

/** What was said within the time of the claim; what stood when it ended, where nothing was said within it. */
function pointsThen(points: readonly DatedValue[], window: TimeWindow | null): readonly DatedValue[] {
  if (window === null) return points;
  const inside = points.filter(({ at }) => window.from <= at && at <= window.to);
  if (inside.length > 0) return inside;
  const before = points.findLast(({ at }) => at < window.from);
  // Nothing had been said by then: the first word that came is the nearest.
  const nearest = before ?? points[0];
  return nearest === undefined ? [] : [nearest];
}

/** Two neighbours, at the time of the claim, between whose values the claimed one lies. */
function bracketOf(
  points: readonly DatedValue[],
  claimed: ClaimedNumber,
  window: TimeWindow | null,
): readonly DatedValue[] | null {
  if (claimed.kind !== "number" || claimed.relation !== "equal") return null;
  const { value } = claimed.number;
  for (let at = 1; at < points.length; at++) {
    const before = points[at - 1];
    const after = points[at];
    if (before === undefined || after === undefined) continue;
    if (window !== null && (before.at > window.to || after.at < window.from)) continue;
    if (compareRatios(before.value, value) * compareRatios(after.value, value) < 0) return [before, after];
  }
  return null;
}
