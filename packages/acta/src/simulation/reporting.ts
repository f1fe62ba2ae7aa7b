import { normal, orderBy, stream } from "../statistics/index.js";
import type { MadeUpRoll } from "./made-up-roll.js";
import type { SimulationSpec } from "./spec.js";

/** The rows in the order in which their sheets come: towns first, late areas last, with chance by place and by station. */
export function reportingOrder(spec: SimulationSpec, made: MadeUpRoll): Uint32Array {
  const delays = new Float64Array(made.roll.codes.length);
  for (const leaf of made.leaves) {
    const source = stream(spec.seed, "delays", leaf.code);
    let place = -1;
    let placeDelay = 0;
    for (let row = leaf.from; row < leaf.to; row++) {
      const here = made.roll.place[row] ?? 0;
      if (here !== place) placeDelay = spec.reporting.place * normal(source);
      place = here;
      const rural = (made.rural[row] ?? 0) * spec.reporting.rural;
      delays[row] = leaf.totals.delay + rural + placeDelay + spec.reporting.station * normal(source);
    }
  }
  return orderBy(delays);
}
