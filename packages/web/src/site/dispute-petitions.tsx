import type { ComponentChild } from "preact";
import { DisputeTable } from "./dispute-table.js";
import type { PageContext } from "./page-kind.js";
import type { DisputesFile } from "./published-forms.js";
import { bodyText } from "./station-text.js";

/** Petitions by state, ground, time of filing and body. While none are loaded nothing is said about how many there are. */
export function DisputePetitions({
  context,
  disputes,
}: {
  readonly context: PageContext;
  readonly disputes: DisputesFile;
}): ComponentChild {
  const { wording, home } = context;
  const { say, number } = wording;
  const { petitions } = disputes;
  if (petitions.kind !== "loaded")
    return (
      <>
        <h2>{say("disputes.petitions")}</h2>
        <p>{say(petitions.kind === "none" ? "disputes.petitionsNone" : "disputes.petitionsNotLoaded")}</p>
      </>
    );
  const { cases, open, located, unlocated, wider } = petitions;
  const count = say("disputes.count");
  return (
    <>
      <h2>{say("disputes.petitions")}</h2>
      <p>{say("disputes.petitionsCount", { cases, open, located, unlocated })}</p>
      {wider > 0 && <p>{say("disputes.wider", { count: wider })}</p>}
      {petitions.asOf !== null && (
        <p class="quiet">{say("disputes.docket", { moment: wording.moment(petitions.asOf, home.words.timeZone) })}</p>
      )}
      <PetitionTables context={context} petitions={petitions} />
      {petitions.bodies.length > 0 && (
        <DisputeTable
          caption={say("disputes.byBody")}
          columns={[say("disputes.body"), count, say("disputes.over"), say("disputes.oldest")]}
          rows={petitions.bodies.map((each) => [
            bodyText(wording, disputes.bodies, each.body),
            number(each.open),
            number(each.over),
            each.oldest === null ? "–" : number(each.oldest),
          ])}
        />
      )}
      {petitions.bodiesInAll > petitions.bodies.length && (
        <p class="quiet">{say("disputes.bodiesMore", { count: petitions.bodiesInAll - petitions.bodies.length })}</p>
      )}
    </>
  );
}

/** The same petitions by state, by ground, and by whether they came in time. */
function PetitionTables({
  context,
  petitions,
}: {
  readonly context: PageContext;
  readonly petitions: DisputesFile["petitions"];
}): ComponentChild {
  const { say, number } = context.wording;
  const count = say("disputes.count");
  return (
    <>
      <DisputeTable
        caption={say("disputes.byState")}
        columns={[say("disputes.dueState"), count]}
        rows={petitions.states.map(({ state, count: cases_ }) => [say(`caseState.${state}`), number(cases_)])}
      />
      <DisputeTable
        caption={say("disputes.byGround")}
        columns={[say("disputes.reason"), count]}
        rows={petitions.grounds.map(({ ground, count: filed }) => [
          ground === "" ? say("disputes.noGround") : say("disputes.ground", { ground: ground.slice(0, 60) }),
          number(filed),
        ])}
      />
      <DisputeTable
        caption={say("disputes.byTime")}
        columns={[say("disputes.dueState"), count]}
        rows={petitions.filings.map(({ time, count: filed }) => [say(`filedTime.${time}`), number(filed)])}
      />
    </>
  );
}
