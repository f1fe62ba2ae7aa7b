import type { ComponentChild } from "preact";
import { HeadlineShare } from "./figures.js";
import type { PageContext } from "./page-kind.js";
import type { AreaFigures } from "./published-forms.js";
import { Terms } from "./terms.js";

/** Turnout and what became of the ballots, each over its own base. */
export function BallotFacts({
  context,
  figures,
}: {
  readonly context: PageContext;
  readonly figures: AreaFigures;
}): ComponentChild {
  const { wording } = context;
  const { say, number, percent } = wording;
  const { turnoutCounted, turnoutRoll, ballotsCast } = figures;
  const rows = [
    { id: "valid", votes: figures.validVotes },
    { id: "blank", votes: figures.blankVotes },
    { id: "null", votes: figures.nullVotes },
    ...(figures.challengedVotes > 0 ? [{ id: "challenged", votes: figures.challengedVotes }] : []),
  ];
  return (
    <section class="facts" id="turnout">
      <h2>{say("facts.title")}</h2>
      <HeadlineShare
        wording={wording}
        share={turnoutCounted}
        of={say("facts.turnoutCounted", { base: turnoutCounted.denominator })}
      />
      {turnoutRoll.denominator !== turnoutCounted.denominator && (
        <p class="quiet">{say("facts.turnoutRoll", { share: percent(turnoutRoll), base: turnoutRoll.denominator })}</p>
      )}
      <table class="plain">
        <caption class="unseen">{say("facts.ballots")}</caption>
        <tbody>
          {rows.map(({ id, votes }) => (
            <tr key={id}>
              <th scope="row">
                <Terms wording={wording} text={say(`facts.${id}`)} />
              </th>
              <td>{number(votes)}</td>
              <td>{percent({ numerator: votes, denominator: ballotsCast })}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Terms wording={wording} text={say("facts.cast")} />
            </th>
            <td>{number(ballotsCast)}</td>
            <td>{percent({ numerator: ballotsCast, denominator: ballotsCast })}</td>
          </tr>
        </tfoot>
      </table>
      {figures.missingCells > 0 && <p class="quiet">{say("facts.missingCells", { count: figures.missingCells })}</p>}
    </section>
  );
}
