// A quick count: the bootstrap and the jackknife that check its standard error, beside a naive bootstrap with numpy.
import { inFreshProcess } from "../measure.mjs";
import { pythonWithNumpy } from "../peers.mjs";
import { ratio, rowOf } from "./rows.mjs";

/** Standard errors of the same sample may differ by chance alone: by about 1 % with 10,000 replicates. */
const SAME_ERROR = 0.05;

export async function quickCountRows() {
  const bootstrap = inFreshProcess("quick-count.mjs", ["bootstrap", 5]);
  const jackknife = inFreshProcess("quick-count.mjs", ["jackknife", 15]);
  agree(jackknife.se, bootstrap.se);
  const rows = [rowOf("10,000 bootstrap replicates of 7,000 stations, 30 strata", bootstrap.runs)];
  const python = pythonWithNumpy();
  if (python !== undefined) {
    const peer = inFreshProcess("bootstrap-numpy.py", [3], python);
    agree(peer.se, bootstrap.se);
    rows.push(
      rowOf("numpy, the same replicates", peer.runs, {
        ...ratio(bootstrap.runs, peer.runs),
        note: "a stratum at a time, one thread; naive",
      }),
    );
  }
  return {
    title: "Quick count",
    goal: "goal: 10,000 bootstrap replicates of 7,000 stations under 2 s",
    rows: [...rows, rowOf("jackknife of 7,000 stations, each left out once", jackknife.runs)],
  };
}

function agree(one, other) {
  if (!(Math.abs(one / other - 1) < SAME_ERROR)) throw new Error(`standard errors of ${one} and ${other}`);
}
