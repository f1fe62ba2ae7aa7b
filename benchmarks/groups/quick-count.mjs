// A quick count: the bootstrap and the jackknife that check its standard error.
import { inFreshProcess } from "../measure.mjs";
import { rowOf } from "./rows.mjs";

export async function quickCountRows() {
  const runsOf = (kind, times) => inFreshProcess("quick-count.mjs", [kind, times]).runs;
  return {
    title: "Quick count",
    goal: "goal: 10,000 bootstrap replicates of 7,000 stations under 2 s",
    rows: [
      rowOf("10,000 bootstrap replicates of 7,000 stations, 30 strata", runsOf("bootstrap", 5)),
      rowOf("jackknife of 7,000 stations, each left out once", runsOf("jackknife", 15)),
    ],
  };
}
