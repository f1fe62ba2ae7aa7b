import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { stationAt } from "../election/index.js";
import type { Roll } from "../election/index.js";
import { unitCount } from "./frame.js";
import type { Frame } from "./frame.js";

/** A station of the sample, and its votes when its sheet has come. */
export interface SampledSheet {
  readonly station: string;
  /** By option, in the order of the contest; null when the sheet has not come. */
  readonly votes: readonly number[] | null;
  /** When it came, in any form that sorts; "" when nobody wrote it down. */
  readonly came: string;
  /** A sheet of the record was checked when it was recorded; what somebody typed is held against the voters. */
  readonly isRecorded: boolean;
}

/** The sheets of a sample, at their units. */
export interface PlacedSheets {
  /** Stations of the sample by unit of the frame, and those whose sheets have come. */
  readonly drawn: Uint32Array;
  readonly came: Uint32Array;
  /** By option, then by unit: votes of the sheets that have come. */
  readonly votes: readonly Float64Array[];
  /** Registered voters of stations in the sample whose sheets have not come, by unit. */
  readonly missingVoters: Float64Array;
  /** Moment of each sheet that came, with unit and votes; empty unless every one of them has a moment. */
  readonly arrivals: readonly SheetArrival[];
}

/** A sheet that came at a moment. */
export interface SheetArrival {
  readonly unit: number;
  readonly came: string;
  readonly votes: readonly number[];
}

/** Finds the station of every sheet in the frame: each once, none from elsewhere, none with more votes than voters. */
export function placeSheets(
  frame: Frame,
  roll: Roll,
  options: number,
  sheets: readonly SampledSheet[],
): Result<PlacedSheets> {
  const units = unitCount(frame);
  const drawn = new Uint32Array(units);
  const came = new Uint32Array(units);
  const votes = Array.from({ length: options }, () => new Float64Array(units));
  const missingVoters = new Float64Array(units);
  const arrivals: SheetArrival[] = [];
  const seen = new Set<number>();
  for (const sheet of sheets) {
    const row = stationAt(roll, sheet.station);
    const unit = row < 0 ? -1 : (frame.unitOf[row] ?? -1);
    const context = { station: sheet.station.slice(0, 40) };
    if (unit < 0) return fail({ code: "sampling.notInFrame", context });
    if (seen.has(row)) return fail({ code: "sampling.stationTwice", context });
    seen.add(row);
    const registered = roll.registered[row] ?? -1;
    drawn[unit] = (drawn[unit] ?? 0) + 1;
    if (sheet.votes === null) {
      missingVoters[unit] = (missingVoters[unit] ?? 0) + Math.max(0, registered);
      continue;
    }
    const valid = sheet.votes.reduce((sum, each) => sum + each, 0);
    if (!sheet.isRecorded && registered >= 0 && valid > registered)
      return fail({ code: "sampling.moreThanRegistered", context: { ...context, votes: valid, registered } });
    came[unit] = (came[unit] ?? 0) + 1;
    votes.forEach((column, option) => (column[unit] = (column[unit] ?? 0) + (sheet.votes?.[option] ?? 0)));
    arrivals.push({ unit, came: sheet.came, votes: sheet.votes });
  }
  const isTimed = arrivals.every((each) => each.came !== "");
  return succeed({ drawn, came, votes, missingVoters, arrivals: isTimed ? arrivals : [] });
}
