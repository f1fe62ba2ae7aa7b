// Whether what is open can change the winner, and scenarios, on the stored edition in memory.
import { inFreshProcess } from "../measure.mjs";
import { rowOf } from "./rows.mjs";

export async function disputesRows({ data }) {
  const { runs, flip, lead, over } = inFreshProcess("disputes.mjs", [data, 15]);
  if (flip.stations !== 183 || flip.takes !== 44_147 || lead.supposed !== -190)
    throw new Error(`another smallest set: ${JSON.stringify({ flip, lead })}`);
  return {
    title: "What is open, and scenarios, 86,488 real sheets in memory",
    goal: "goals: materiality under 100 ms, a scenario under 50 ms",
    rows: [
      rowOf("bounds, smallest flipping set, any 165, 270 and 943, recount", runs.materiality),
      rowOf("scenario: the 183 most favourable annulled, beside today", runs.best),
      rowOf("scenario: a rule of more than 80 %, beside today", runs.rule, {
        note: `${over.toLocaleString("en-US")} sheets annulled`,
      }),
    ],
  };
}
