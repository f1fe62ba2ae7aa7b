import { resultOf } from "./chamber-vote.js";
import type { ChamberRule, MajorityRule } from "./institution-law.js";
import type { RollCall } from "./roll-call.js";

/** What a count of expected votes says while some are unknown. */
export interface WhipCount {
  readonly unknown: number;
  /** Every outcome that the unknown votes can bring. */
  readonly possible: readonly string[];
  /** Votes in favour in the end: from those that are certain to those and all unknown ones. */
  readonly inFavour: { readonly least: number; readonly most: number };
  /** For the first level of the rule: of the unknown, so many in favour. Null when not even all are enough. */
  readonly first: {
    readonly outcome: string;
    /** The fewest, if the other unknown members help by what they do (stay away, abstain). */
    readonly fewest: number | null;
    /** Enough whatever the other unknown members do. */
    readonly enough: number | null;
  };
}

/**
 * A whip count: unknown votes as a range. The other unknown members vote against, abstain or stay away, all alike: for thresholds that is
 * the worst and the best that they can do.
 */
export function whipCount(rule: MajorityRule, chamber: ChamberRule, { figures, unknown }: RollCall): WhipCount {
  const { inFavour, eligible } = figures;
  const against = figures.against ?? 0;
  const abstentions = figures.abstentions ?? 0;
  const wanted = rule.levels[0]?.outcome ?? rule.otherwise;
  const possible = new Set<string>();
  let fewest: number | null = null;
  let enough: number | null = null;
  for (let more = unknown; more >= 0; more--) {
    const rest = unknown - more;
    const ends = [
      { against: against + rest, abstentions },
      { against, abstentions: abstentions + rest },
      { against, abstentions },
    ].flatMap((others) => {
      const cast = inFavour + more + others.against + others.abstentions;
      return resultOf(rule, chamber, { inFavour: inFavour + more, ...others, present: cast, eligible }).possible;
    });
    for (const end of ends) possible.add(end);
    if (ends.includes(wanted)) fewest = more;
    if (ends.every((end) => end === wanted)) enough = more;
  }
  const order = [...rule.levels.map(({ outcome }) => outcome), rule.otherwise];
  return {
    unknown,
    possible: [...new Set(order)].filter((outcome) => possible.has(outcome)),
    inFavour: { least: inFavour, most: inFavour + unknown },
    first: { outcome: wanted, fewest, enough },
  };
}
