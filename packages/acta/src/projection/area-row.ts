import type { Flag } from "../election/index.js";

/** What an authority's table says of one area while the count runs. */
export interface AreaRow {
  /** File and line, for messages. */
  readonly where: string;
  /** Codes of the area from the level under the root down, or one `group:ID` for a whole domain of the definition. */
  readonly path: readonly string[];
  /** Names beside the codes; empty where the table gives none. */
  readonly names: readonly string[];
  /** Votes counted so far of each option, in ballot order. */
  readonly votes: readonly number[];
  /** Sheets in all: counted, at a tribunal, and still out. */
  readonly sheets: number;
  readonly counted: number;
  /** Sheets at a tribunal, by what they are flagged for; null where the table does not say. */
  readonly referred: readonly { readonly flag: Flag | null; readonly sheets: number }[];
  /** Registered voters of all sheets; null when the table does not say. */
  readonly registered: number | null;
  /** Registered voters of the counted sheets; null when the table does not say. */
  readonly registeredCounted: number | null;
}

/** How a row calls a domain: `group:` and the id of the group. */
export const GROUP_PREFIX = "group:";

/** Sheets of an area that are at a tribunal. */
export function referredIn({ referred }: AreaRow): number {
  return referred.reduce((sum, { sheets }) => sum + sheets, 0);
}

/** Code that an area is known by: that of the deepest level, or `group:ID`. */
export function codeOf({ path }: AreaRow): string {
  return path.at(-1) ?? "";
}
