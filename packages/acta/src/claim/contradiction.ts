import type { CheckedPart, Claim } from "./claim.js";
import type { ClaimedValue } from "./claimed-value.js";
import { fitOf } from "./compare-series.js";
import { compareRatios } from "./exact-number.js";
import { plainWords } from "./same-name.js";
import { overlaps } from "./time-window.js";

/** A claim and its parts, as far as contradictions need them. */
interface Said {
  readonly claim: Claim;
  readonly parts: readonly Pick<CheckedPart, "computation" | "claimed">[];
}

/**
 * Which claims contradict which: they say of the same thing (the same computation with the same arguments, or the same named subject
 * outside the data) at times that overlap what cannot both be true. Neither has to be checkable.
 */
export function contradictionsOf(said: readonly Said[]): readonly (readonly string[])[] {
  const byThing = new Map<string, { at: number; claimed: ClaimedValue }[]>();
  said.forEach(({ parts }, at) => {
    for (const { computation, claimed } of parts) {
      const isNamed = computation.what !== "outside" || computation.subject !== "";
      if (claimed === null || !isNamed) continue;
      // Forms put arguments in one order, whatever the order in the file.
      const key = JSON.stringify(computation);
      byThing.set(key, [...(byThing.get(key) ?? []), { at, claimed }]);
    }
  });
  const found = said.map(() => new Set<string>());
  for (const same of byThing.values())
    for (const one of same)
      for (const other of same) {
        const a = said[one.at];
        const b = said[other.at];
        if (a === undefined || b === undefined || one.at === other.at) continue;
        if (overlaps(a.claim.asOf, b.claim.asOf) && !canBothBe(one.claimed, other.claimed))
          found[one.at]?.add(b.claim.id);
      }
  return found.map((ids) => [...ids]);
}

/** Whether one value can have both descriptions: equal, one the rounding of the other, or bounds and ranges that meet. */
export function canBothBe(one: ClaimedValue, other: ClaimedValue): boolean {
  if (one.kind === "number" && other.kind === "number") {
    if (one.relation === "equal") return fitOf(one.number.value, other) !== "none" || bothEqual(one, other);
    if (other.relation === "equal") return fitOf(other.number.value, one) !== "none";
    return boundsMeet(one, other);
  }
  if (one.kind === "range" && other.kind === "range")
    return (
      compareRatios(one.least.value, other.most.value) <= 0 && compareRatios(other.least.value, one.most.value) <= 0
    );
  if (one.kind === "range" && other.kind === "number") return rangeMeets(one, other);
  if (one.kind === "number" && other.kind === "range") return rangeMeets(other, one);
  // A year or a month and a day in it say the same, one of them less.
  if (one.kind === "date" || other.kind === "date")
    return one.text.startsWith(other.text) || other.text.startsWith(one.text);
  if (one.kind === "moment" && other.kind === "moment") return one.at === other.at;
  return plainWords(one.text) === plainWords(other.text);
}

type OfKind<K extends ClaimedValue["kind"]> = Extract<ClaimedValue, { readonly kind: K }>;

function bothEqual(one: OfKind<"number">, other: OfKind<"number">): boolean {
  return other.relation === "equal" && fitOf(other.number.value, one) !== "none";
}

function boundsMeet(one: OfKind<"number">, other: OfKind<"number">): boolean {
  const isUpper = ({ relation }: OfKind<"number">): boolean => relation === "lessThan" || relation === "atMost";
  if (isUpper(one) === isUpper(other)) return true;
  const [upper, lower] = isUpper(one) ? [one, other] : [other, one];
  const order = compareRatios(lower.number.value, upper.number.value);
  return order < 0 || (order === 0 && upper.relation === "atMost" && lower.relation === "atLeast");
}

function rangeMeets(range: OfKind<"range">, number: OfKind<"number">): boolean {
  if (number.relation === "equal") return fitOf(number.number.value, range) !== "none";
  return [range.least.value, range.most.value].some((value) => fitOf(value, number) !== "none");
}
