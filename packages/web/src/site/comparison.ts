import type { ContestHome } from "./contest-home.js";

/** What is compared: an option here and an option there, or two options of the same contest. */
export interface Comparison {
  readonly other: ContestHome;
  readonly here: string;
  readonly there: string;
  /** The area whose parts are compared. */
  readonly code: string;
}
