import { mostTaken, smallestFlip } from "acta/tabulation";
import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { labelOf } from "./headline.js";
import type { PageContext } from "./page-kind.js";
import type { DisputesFile } from "./published-forms.js";

type Scenarios = NonNullable<DisputesFile["scenarios"]>;
type ScenarioSet = Scenarios["sets"][number];

/**
 * What would become of the lead if so many sheets were annulled, or counted as written: the worst case of any number of them, exact. Works on
 * published sizes with the code of the library, and names no sheet, since it does not know any.
 */
export function DisputeScenario({
  context,
  disputes,
}: {
  readonly context: PageContext;
  readonly disputes: DisputesFile;
}): ComponentChild {
  const { wording, home } = context;
  const { scenarios } = disputes;
  const [chosen, choose] = useState(0);
  const [asked, move] = useState(0);
  const set = scenarios?.sets[chosen];
  if (scenarios === null || set === undefined || scenarios.lead <= 0) return null;
  const sheets = Math.min(asked, set.sheets);
  const name = labelOf(wording, home.words, scenarios.option);
  return (
    <section class="scenario">
      <h2>{wording.say("disputes.scenario")}</h2>
      <p class="quiet">{wording.say("disputes.scenarioLead", { name })}</p>
      <p>
        <label>
          {wording.say("disputes.set")}{" "}
          <select value={String(chosen)} onChange={(event) => choose(Number(event.currentTarget.value))}>
            {scenarios.sets.map((each, at) => (
              <option key={each.set} value={String(at)}>
                {wording.say(`scenarioSet.${each.set}`)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {set.sheets === 0 ? (
        <p>{wording.say("disputes.empty")}</p>
      ) : (
        <Slider context={context} scenarios={scenarios} set={set} sheets={sheets} move={move} />
      )}
    </section>
  );
}

/** Beyond twice what a tie takes the slider has nothing more to tell; where nothing reaches it, all sheets that take something do. */
function longest(lead: number, set: ScenarioSet): number {
  const flip = smallestFlip(lead, tiersOf(set));
  return Math.min(set.sheets, Math.max(1, flip.kind === "possible" ? flip.stations * 2 : flip.stations));
}

function tiersOf({ amounts, counts }: ScenarioSet): {
  readonly amounts: readonly number[];
  readonly sheets: readonly number[];
} {
  return { amounts, sheets: counts };
}

function Slider(props: {
  readonly context: PageContext;
  readonly scenarios: Scenarios;
  readonly set: ScenarioSet;
  readonly sheets: number;
  readonly move: (sheets: number) => void;
}): ComponentChild {
  const { context, scenarios, set, move } = props;
  const { wording } = context;
  const most = longest(scenarios.lead, set);
  const sheets = Math.min(props.sheets, most);
  const takes = mostTaken(tiersOf(set), sheets);
  const value = wording.say("disputes.sliderValue", { sheets, all: set.sheets });
  return (
    <>
      <label class="slider">
        {wording.say("disputes.slider")}
        <input
          type="range"
          min="0"
          max={String(most)}
          step="1"
          value={String(sheets)}
          aria-valuetext={value}
          onInput={(event) => move(Number(event.currentTarget.value))}
        />
      </label>
      <p class="quiet">{value}</p>
      <LeadBar lead={scenarios.lead} takes={takes} />
      <p class="outcome" role="status">
        {outcomeText(context, scenarios, sheets, takes)}
      </p>
      <p class="quiet">{flipText(context, scenarios.lead, set)}</p>
    </>
  );
}

const WIDTH = 1000;

/** What is left of the lead, and what was taken, hatched: it is contested. */
function LeadBar({ lead, takes }: { readonly lead: number; readonly takes: number }): ComponentChild {
  const all = Math.max(lead, takes);
  const left = Math.max(0, lead - takes);
  return (
    <svg class="bar" viewBox={`0 0 ${WIDTH} 20`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="today" x="0" width={(left * WIDTH) / all} height="20" />
      <rect class="contested" x={(left * WIDTH) / all} width={WIDTH - (left * WIDTH) / all} height="20" />
      <line class="zero" x1={(lead * WIDTH) / all} x2={(lead * WIDTH) / all} y1="0" y2="20" />
    </svg>
  );
}

function outcomeText(
  { wording, home }: PageContext,
  { lead, option, rival }: Scenarios,
  sheets: number,
  takes: number,
): string {
  const left = lead - takes;
  const name = labelOf(wording, home.words, option);
  if (left > 0) return wording.say("disputes.outcome", { sheets, name, lead: left, takes });
  if (left === 0) return wording.say("disputes.outcomeTied", { sheets });
  return wording.say("disputes.outcomeBehind", { sheets, rival: labelOf(wording, home.words, rival), lead: -left });
}

function flipText({ wording }: PageContext, lead: number, set: ScenarioSet): string {
  const flip = smallestFlip(lead, tiersOf(set));
  return flip.kind === "possible"
    ? wording.say("disputes.outcomeLeast", { sheets: flip.stations })
    : wording.say("disputes.outcomeNever", { sheets: set.sheets });
}
