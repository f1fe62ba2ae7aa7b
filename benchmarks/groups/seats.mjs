// From votes to seats: a real chamber, made-up elections for simulations, and a biproportional parliament.
import { inFreshProcess } from "../measure.mjs";
import { rowOf } from "./rows.mjs";

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
      rowOf("Zurich 2015, biproportional: 180 seats, 18 districts, 10 lists", runsOf("biproportional", 15)),
    ],
  };
}
