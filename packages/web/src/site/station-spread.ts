import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { dataPath } from "acta/edition";
import * as v from "valibot";
import { contestIn } from "./area-result.js";
import type { PageContext } from "./page-kind.js";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const whole = v.pipe(v.number(), v.integer());
const classes = { columns: v.array(v.string()), rows: v.array(v.tuple([whole, count, whole])) };

/** `acta-spread/1`: its rows have one form only, so their places are read as they are written. */
const spreadForm = v.object({
  schema: v.literal("acta-spread/1"),
  option: v.string(),
  rival: v.string(),
  classes: v.pipe(count, v.minValue(1)),
  leadClass: v.pipe(count, v.minValue(1)),
  turnout: v.object({ rows: v.array(v.tuple([count, count, count, count, count, count, count, v.array(count)])) }),
  leads: v.object({ ...classes, ahead: v.object({ option: count, rival: count, neither: count }) }),
  changes: v.nullable(v.object({ ...classes, same: count, lacking: count })),
  leftOut: v.object({ noValid: count, noRoll: count, overRoll: count }),
});

/** How the stations of a contest are spread, as published. */
export type SpreadFile = v.InferOutput<typeof spreadForm>;

/** Stations of one class of turnout. */
export interface TurnoutRow {
  /** Class of turnout, from 0. */
  readonly at: number;
  readonly stations: number;
  readonly registeredVoters: number;
  readonly ballotsCast: number;
  readonly validVotes: number;
  readonly votes: number;
  /** Stations by class of the option's share, the first that has any at `firstShare`. */
  readonly firstShare: number;
  readonly shares: readonly number[];
}

/** Reads how the stations are spread in the edition of a page; null for a contest of fewer than two options. */
export async function spreadOf({ data, editionFile, home }: PageContext): Promise<Result<SpreadFile | null>> {
  const contest = contestIn(editionFile, home.contest.id);
  if (contest === undefined) return fail({ code: "site.noContest" });
  return contest.spread === null ? succeed(null) : await data.json(dataPath(contest.spread), spreadForm);
}

/** The classes of turnout by name. */
export function turnoutRows({ turnout }: SpreadFile): readonly TurnoutRow[] {
  return turnout.rows.map(([at, stations, registeredVoters, ballotsCast, validVotes, votes, , shares]) => {
    const [firstShare = 0, ...counts] = shares;
    return { at, stations, registeredVoters, ballotsCast, validVotes, votes, firstShare, shares: counts };
  });
}
