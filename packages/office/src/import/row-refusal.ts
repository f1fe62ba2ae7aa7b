import type { RowRefusal } from "../files/index.js";

/** Why a row could not be used; kept with the row in the quarantine. The reader's reasons, and those of the mapping. */
export type RefusalReason =
  | RowRefusal
  | "noStation"
  | "badStation"
  | "notACount"
  | "unknownStatus"
  | "unknownOption"
  | "unknownContest"
  | "stationOutOfContest"
  | "stationNotOnRoll"
  | "stationTwiceSame"
  | "stationTwiceDifferent"
  | "badMoment"
  | "unknownArea"
  | "unknownWord"
  | "areaTwiceDifferent";

/** A refused row, as the quarantine keeps it: one JSON line each. */
export interface QuarantinedRow {
  readonly file: string;
  readonly line: number;
  /** Column from 1; 0 when the whole row is meant. */
  readonly column: number;
  readonly reason: RefusalReason;
  /** What stood in the column, at most 80 characters. */
  readonly seen: string;
  /** The row as read. */
  readonly raw: string;
}

/** Rows said twice with the same figures are kept aside but do not speak against the file. */
export function countsAsRefused(reason: RefusalReason): boolean {
  return reason !== "stationTwiceSame";
}
