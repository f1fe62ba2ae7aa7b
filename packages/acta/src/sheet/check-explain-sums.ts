import { cellsWhere, optionId, votesAndVoters } from "./check-explanation.js";
import type { CheckedSheet, Explainer, Explanation } from "./check-explanation.js";
import { usedBallots } from "./check-reading.js";
import type { SheetCode } from "./finding-codes.js";

type SumCode = Extract<SheetCode, `S2${string}`>;

/** Explains the rules on figures that do not add up. */
export const explainSums: Readonly<Record<SumCode, Explainer>> = {
  S201: ({ layout, reading: { voters, registered } }) => ({ cells: [layout.voters], values: { voters, registered } }),
  S202: ({ layout, reading: { votes, registered } }) => ({ cells: layout.votes, values: { votes, registered } }),
  S203: (sheet) => {
    const { registered } = sheet.reading;
    return optionsOver(sheet, registered, { registered });
  },
  S204: (sheet) => votesAgainstVoters(sheet),
  S205: (sheet) => votesAgainstVoters(sheet),
  S206: (sheet) => {
    const { voters } = sheet.reading;
    return optionsOver(sheet, voters, { voters });
  },
  S207: ({ layout, reading: { ballotsCast, votes } }) => ({
    cells: [...layout.votes, layout.ballotsCast],
    values: { ballotsCast, votes },
  }),
  S208: ({ layout, reading }) => ({
    cells: [layout.unusedBallots],
    values: {
      unusedBallots: reading.unusedBallots,
      ballotsCast: usedBallots(reading),
      registered: reading.registered,
    },
  }),
  S209: ({ layout, reading: { challenged } }) => ({ cells: [layout.challenged], values: { challenged } }),
};

/** All options above a bound are shown, the largest is named. */
function optionsOver(sheet: CheckedSheet, bound: number, values: Readonly<Record<string, number>>): Explanation {
  const { layout, reading } = sheet;
  return {
    cells: cellsWhere(sheet, layout.options, (value) => value > bound),
    values: { option: optionId(sheet, reading.top), votes: reading.topVotes, ...values },
  };
}

function votesAgainstVoters(sheet: CheckedSheet): Explanation {
  const { votes, voters } = sheet.reading;
  return { cells: votesAndVoters(sheet), values: { votes, voters, difference: Math.abs(votes - voters) } };
}
