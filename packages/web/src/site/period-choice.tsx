import type { ComponentChild } from "preact";
import type { Period } from "./lead-period.js";
import type { Wording } from "./wording.js";

/** Lets readers look at a part of the time; nothing where there is only the whole. */
export function PeriodChoice(props: {
  readonly wording: Wording;
  readonly periods: readonly Period[];
  readonly chosen: Period["id"];
  readonly choose: (id: Period["id"]) => void;
}): ComponentChild {
  const { wording, periods, chosen, choose } = props;
  if (periods.length < 2) return null;
  return (
    <fieldset class="choices">
      <legend class="unseen">{wording.say("timeline.period")}</legend>
      {periods.map(({ id }) => (
        <label key={id}>
          <input type="radio" name="period" checked={id === chosen} onChange={() => choose(id)} />
          {wording.say(`period.${id}`)}
        </label>
      ))}
    </fieldset>
  );
}
