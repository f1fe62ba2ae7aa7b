import type { Roll } from "../election/index.js";
import { sumByUnit, unitCount } from "./frame.js";
import type { Frame } from "./frame.js";
import type { PreviousShares } from "./previous-shares.js";
import type { FrameCovariates } from "./sampled-units.js";

/** Options below this share of the ballots are calibrated together, not one by one: a covariate costs a degree of freedom. */
const LEAST_SHARE = 0.01;

/**
 * Covariates of every unit for calibration, the most telling first: the constant, stations (of places), registered voters, and registered
 * voters times what the previous contest says: the shares of the two options that matter most, turnout, other ballots, squares and
 * product of both shares, because the response bends, then the shares of the other larger options. What depends on others is left out when
 * it is fitted.
 * @param leading positions in the previous contest of the two options that the estimate is about.
 */
export function frameCovariates(
  frame: Frame,
  roll: Roll,
  previous: PreviousShares,
  leading: readonly [number, number],
): FrameCovariates {
  const registered = Float64Array.from(roll.registered, (voters) => Math.max(0, voters));
  const times = (column: Float64Array): Float64Array => column.map((share, row) => share * (registered[row] ?? 0));
  const first = previous.shares[leading[0]] ?? registered;
  const second = previous.shares[leading[1]] ?? registered;
  const others = previous.shares
    .filter((_share, at) => !leading.includes(at))
    .map((share) => ({ share, mean: meanOf(share, registered) }))
    .filter(({ mean }) => mean >= LEAST_SHARE)
    .toSorted((a, b) => b.mean - a.mean);
  const columns = [
    registered,
    times(first),
    times(second),
    times(previous.turnout),
    times(previous.other),
    times(first.map((share) => share * share)),
    times(second.map((share) => share * share)),
    times(first.map((share, row) => share * (second[row] ?? 0))),
    ...others.map(({ share }) => times(share)),
  ];
  const constant = new Float64Array(unitCount(frame)).fill(1);
  const stations = sumByUnit(frame, new Float64Array(roll.codes.length).fill(1));
  const known = columns.map((column) => sumByUnit(frame, column));
  const all = [constant, ...(frame.unit === "place" ? [stations] : []), ...known];
  return { columns: all, totals: all.map((column) => column.reduce((sum, each) => sum + each, 0)) };
}

/** Mean of a share, weighted by registered voters. */
function meanOf(share: Float64Array, registered: Float64Array): number {
  let sum = 0;
  let weight = 0;
  for (let row = 0; row < share.length; row++) {
    sum += (share[row] ?? 0) * (registered[row] ?? 0);
    weight += registered[row] ?? 0;
  }
  return weight > 0 ? sum / weight : 0;
}
