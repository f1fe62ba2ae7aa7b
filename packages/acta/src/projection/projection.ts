import type { CountBase } from "./night-size.js";
import type { NightArea } from "./night-tree.js";
import type { OptionChances } from "./option-chances.js";
import type { Interval, Spread } from "./spread.js";

/** A projected difference between two options, by position on the ballot: `of` is expected ahead of `over`. */
export interface ProjectedMargin extends Spread {
  readonly of: number;
  readonly over: number;
  /** The same as parts of the valid votes that are expected. */
  readonly share: { readonly expected: number; readonly interval50: Interval; readonly interval90: Interval };
}

/** One option in the end. */
export interface ProjectedOption {
  readonly id: string;
  readonly counted: number;
  readonly votes: Spread;
  readonly share: number;
  readonly chances: OptionChances;
}

/** One area in the end. Expected votes add up to those of the area above, in every draw. */
export interface ProjectedArea {
  readonly area: NightArea;
  readonly base: CountBase;
  readonly counted: readonly number[];
  readonly expected: readonly number[];
  readonly margin: { readonly of: number; readonly over: number; readonly expected: number; readonly sd: number };
  readonly pLead: number;
}

/** What one part of the open votes brings to the margin. */
export interface ProjectedPart {
  readonly kind: "counted" | "open" | "flagged";
  /** The domain; null for the whole. */
  readonly area: NightArea | null;
  readonly margin: number;
  /** Standard deviation, with what the night has taught. */
  readonly sd: number;
  readonly stations: number;
}

/** What earlier editions of the night teach of a domain. */
export interface NightLesson {
  readonly area: NightArea | null;
  /** The factor by which the model's own deviations are multiplied. */
  readonly lambda: number;
  /** Votes by which the expected margin of the option expected first is moved. */
  readonly drift: number;
}

/** What was taken for granted, as a code with its figures; the prose stands in the message files. */
export interface Assumption {
  readonly code: string;
  readonly context: Readonly<Record<string, string | number>>;
}

/** Whether what is open can still change who leads, by arithmetic alone. */
export interface OpenBound {
  /** Lead in the count, in votes. */
  readonly lead: number;
  /** All registered voters of what is open. */
  readonly mostVotes: number;
  /** The same at the highest rate of valid votes that a counted area of the highest level shows. */
  readonly plausibleVotes: number;
  readonly canChange: boolean;
  readonly canPlausiblyChange: boolean;
}

/** A projection of one edition. Not a count: an expectation with its spread, by what the night itself has taught. */
export interface Projection {
  readonly base: CountBase;
  readonly margin: ProjectedMargin;
  /** Chance that the option expected first ends ahead of all others; null where only a range can be told. */
  readonly pLead: number | null;
  readonly options: readonly ProjectedOption[];
  readonly areas: readonly ProjectedArea[];
  readonly parts: readonly ProjectedPart[];
  readonly bound: OpenBound;
  /** A third option lies within the intervals of the first two. */
  readonly threeWay: boolean;
  /** What the night has taught, by domain; one with `area` null for the whole, where there are no domains. */
  readonly lessons: readonly NightLesson[];
  /** By how many of its own deviations each earlier edition missed what came until the next; above 0: the option expected first did better. */
  readonly misses: readonly { readonly edition: string; readonly area: NightArea | null; readonly z: number }[];
  readonly assumptions: readonly Assumption[];
  readonly draws: number;
  readonly seed: number;
}
