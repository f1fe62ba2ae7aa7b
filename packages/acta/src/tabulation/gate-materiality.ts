import type { Gate } from "./gate.js";
import type { OpenRange, OpenWorking } from "./open-sheets.js";
import type { CountBound } from "./petition.js";
import type { RecountOfAny, RecountSize } from "./recount-size.js";
import type { SmallestFlip } from "./smallest-flip.js";

/** One condition and what can bring it down. Amounts are votes of the lead; for a share, votes times its denominator. */
export interface GateMateriality {
  readonly gate: Gate;
  /** Who gains when it falls; null when it only takes a majority away. */
  readonly gains: string | null;
  /** By how much it holds under the policy. */
  readonly slack: number;
  /** By how much it holds without the open sheets, whether the policy takes them in or not. */
  readonly settled: number;
  readonly flagged: OpenWorking;
  readonly pending: OpenWorking;
  /** Slack at worst and at best: settled, flagged and pending together; null when a roll is not known. */
  readonly bounds: { readonly arithmetic: OpenRange | null; readonly asFiledOrAnnulled: OpenRange | null };
  /** The fewest annulments that bring it down. */
  readonly flip: SmallestFlip;
  /** The most that any so many stations can take, for the numbers asked for. */
  readonly any: readonly AnyStations[];
  /** What the loaded petitions can take if all are upheld; null when they are not loaded. */
  readonly petitions: { readonly located: number; readonly unlocated: CountBound; readonly takes: number } | null;
  readonly recount: RecountSize | null;
}

/** The most that any so many stations can take; `enough` when that reaches the slack: then it is not proved that they cannot. */
export interface AnyStations {
  readonly stations: number;
  readonly takes: number;
  readonly enough: boolean;
  readonly recount: RecountOfAny | null;
}
