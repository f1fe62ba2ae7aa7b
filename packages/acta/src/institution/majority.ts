import type { MajorityLevel, VoteBase } from "./institution-law.js";

/** What is known of a vote. Null where nobody said. */
export interface VoteFigures {
  readonly inFavour: number;
  readonly against: number | null;
  readonly abstentions: number | null;
  /** Members present; includes those who did not vote. */
  readonly present: number | null;
  /** Members with the right to vote that day (hábiles). */
  readonly eligible: number | null;
}

/** A number of which only bounds may be known; equal when it is known. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** A threshold beside the figures: needed, reached, missing. */
export interface LevelFinding {
  readonly outcome: string;
  readonly votes: MajorityLevel["votes"];
  readonly share: { readonly numerator: number; readonly denominator: number };
  readonly relation: MajorityLevel["relation"];
  readonly of: VoteBase;
  readonly base: Bounds;
  readonly needed: Bounds;
  /** Votes that count for this level; null when nobody said. */
  readonly has: number | null;
  readonly reached: "yes" | "no" | "undetermined";
  /** Votes that were missing; 0 when it was reached for certain. */
  readonly missing: Bounds | null;
}

/** Compares votes with one threshold, exactly. Where a base is not known, its bounds decide, or the answer is `undetermined`. */
export function findLevel(level: MajorityLevel, figures: VoteFigures, legalNumber: number): LevelFinding {
  const base = baseOf(level.of, figures, legalNumber);
  const needed = { least: neededOf(level, base.least), most: neededOf(level, base.most) };
  const has = level.votes === "inFavour" ? figures.inFavour : figures.against;
  const reached =
    has === null ? "undetermined" : has >= needed.most ? "yes" : has < needed.least ? "no" : "undetermined";
  return {
    outcome: level.outcome,
    votes: level.votes,
    share: { numerator: Number(level.share.numerator), denominator: Number(level.share.denominator) },
    relation: level.relation,
    of: level.of,
    base,
    needed,
    has,
    reached,
    missing: has === null ? null : { least: Math.max(needed.least - has, 0), most: Math.max(needed.most - has, 0) },
  };
}

/** The fewest votes that satisfy a threshold on a base. */
function neededOf({ share, relation, rounding }: MajorityLevel, base: number): number {
  const part = share.numerator * BigInt(base);
  const floor = part / share.denominator;
  const rest = part % share.denominator;
  const isUp = rounding === "up" ? rest > 0n : rounding === "nearest" && 2n * rest >= share.denominator;
  const number = Number(isUp ? floor + 1n : floor);
  // More than a share that is (or was rounded to) a whole number: one more.
  return relation === "moreThan" && !(rounding === "up" && rest > 0n) ? number + 1 : number;
}

/** The base of a majority. Not known: at least the votes that were cast, at most everybody who could. */
function baseOf(of: VoteBase, figures: VoteFigures, legalNumber: number): Bounds {
  const { inFavour, against, abstentions, present, eligible } = figures;
  const cast = inFavour + (against ?? 0) + (abstentions ?? 0);
  const canVote = eligible ?? legalNumber;
  const isThere = present ?? canVote;
  switch (of) {
    case "legalNumber":
      return known(legalNumber);
    case "eligible":
      return eligible === null ? { least: Math.max(cast, present ?? 0), most: legalNumber } : known(eligible);
    case "present":
      return present === null ? { least: cast, most: canVote } : known(present);
    case "votesCast":
      return against === null || abstentions === null ? { least: cast, most: isThere } : known(cast);
    case "validVotes":
      return against === null ? { least: inFavour, most: isThere - (abstentions ?? 0) } : known(inFavour + against);
  }
}

function known(value: number): Bounds {
  return { least: value, most: value };
}
