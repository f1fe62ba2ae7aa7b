import type { ComponentChild } from "preact";
import { DisputeTable } from "./dispute-table.js";
import type { PageContext } from "./page-kind.js";
import type { DisputesFile, OpenFile } from "./published-forms.js";
import { actMoment, bodyText, legalStateText } from "./station-text.js";

/** What was decided: where the law stands with the sheets, rulings by outcome, and whether the result is certified. */
export function DisputeDecisions(props: {
  readonly context: PageContext;
  readonly disputes: DisputesFile;
  readonly open: OpenFile;
}): ComponentChild {
  const { context, disputes, open } = props;
  const { wording } = context;
  const { say, number } = wording;
  const { certified } = open;
  return (
    <>
      <h2>{say("disputes.decided")}</h2>
      <p>
        {certified === null
          ? say("disputes.notCertified")
          : say("disputes.certified", {
              body: bodyText(wording, disputes.bodies, certified.body),
              resolution: certified.resolution.slice(0, 100),
              on: certified.at === null ? "none" : actMoment(context, certified.at),
            })}
      </p>
      <DisputeTable
        caption={say("disputes.standings")}
        columns={[say("disputes.standing"), say("disputes.stations"), say("disputes.basis")]}
        rows={disputes.standings.map(({ basis, state, effect, how, stations }) => [
          legalStateText(wording, { state, effect, how }),
          number(stations),
          say(`disputesBasis.${basis}`),
        ])}
      />
      {disputes.rulings.length === 0 ? (
        <p>{say("disputes.rulingsNone")}</p>
      ) : (
        <DisputeTable
          caption={say("disputes.rulings")}
          columns={[say("disputes.what"), say("disputes.count")]}
          rows={disputes.rulings.map(({ ruling, count }) => {
            const [instance = "", outcome = ""] = ruling.split(" ");
            return [say("disputes.instance", { instance, outcome: say(`rulingOutcome.${outcome}`) }), number(count)];
          })}
        />
      )}
    </>
  );
}
