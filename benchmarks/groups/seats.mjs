// From votes to seats: a real chamber, made-up elections for simulations, and a biproportional parliament.
import { inFreshProcess } from "../measure.mjs";
import { sainteLagueFault } from "../peers.mjs";
import { ratio, rowOf } from "./rows.mjs";

/** Elections in one run of the case "random". */
const ELECTIONS = 10_000;

export async function seatsRows() {
  const runsOf = (kind, times) => inFreshProcess("seats.mjs", [kind, times]).runs;
  const random = rowOf(
    `${ELECTIONS.toLocaleString("en-US")} made-up elections, 130 seats, 10 lists, D'Hondt`,
    runsOf("random", 15),
  );
  const perSecond = Math.round((ELECTIONS / random.ms) * 1_000);
  return {
    title: "From votes to seats",
    goal: "goals: 27 districts under 1 ms, 100,000 elections a second, biproportional under 100 ms",
    rows: [
      rowOf("Congress of Peru 2021: 130 seats in 27 districts, every quotient kept", runsOf("congress", 51)),
      { ...random, note: `${perSecond.toLocaleString("en-US")} a second` },
      ...websterRows(),
      rowOf("Zurich 2015, biproportional: 180 seats, 18 districts, 10 lists", runsOf("biproportional", 15)),
    ],
  };
}

/** The same elections by Sainte-Laguë beside the package of that name; every seat of every election must agree. */
function websterRows() {
  const what = `${ELECTIONS.toLocaleString("en-US")} made-up elections, 130 seats, 10 lists, Sainte-Laguë`;
  const acta = inFreshProcess("seats.mjs", ["webster", 15]);
  const rows = [rowOf(what, acta.runs)];
  if (sainteLagueFault() !== "") return rows;
  const peer = inFreshProcess("seats.mjs", ["webster-peer", 3]);
  if (peer.digest !== acta.digest) throw new Error("other seats by Sainte-Laguë");
  const note = "floating point, rounded to 14 digits; every seat the same";
  return [
    ...rows,
    rowOf("sainte-lague 3.0.0 (npm), the same elections", peer.runs, { ...ratio(acta.runs, peer.runs), note }),
  ];
}
