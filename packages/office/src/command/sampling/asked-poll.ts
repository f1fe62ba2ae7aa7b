import type { ExitPoll } from "acta/sampling";

/** A poll as it was asked about, with what was not said. */
export interface AskedPoll {
  readonly poll: ExitPoll;
  /** Nobody gave a house effect: the declared default stands for it. */
  readonly isHouseAssumed: boolean;
  /** Nobody gave a design effect: interviews are taken as independent, and that is said. */
  readonly isIndependenceAssumed: boolean;
}
