import type { ComponentChild } from "preact";
import { labelOf } from "./headline.js";
import { Sign } from "./map-sign.js";
import { optionClass, optionMark } from "./option-colour.js";
import type { PageContext } from "./page-kind.js";
import type { ShareSteps } from "./share-steps.js";
import type { Standing } from "./standing.js";

/** Side of a pattern, in the map's units. */
const CELL = 14;

/** The fills of a map: of each option that leads somewhere its colour with its sign, the same hatched, and the hatching alone. */
export function MapDefinitions(props: {
  readonly context: PageContext;
  readonly leaders: readonly string[];
}): ComponentChild {
  const { home } = props.context;
  const lines = `M0 ${CELL}L${CELL} 0M${-CELL / 2} ${CELL / 2}L${CELL / 2} ${-CELL / 2}M${CELL / 2} ${1.5 * CELL}L${1.5 * CELL} ${CELL / 2}`;
  return (
    <defs>
      <Fill id="map-open">
        <rect width={CELL} height={CELL} class="ground" />
        <path class="hatch" d={lines} />
      </Fill>
      {props.leaders.slice(0, 8).flatMap((id, at) => {
        const ground = <rect width={CELL} height={CELL} class={optionClass(home.words, id)} />;
        const sign = <Sign sign={optionMark(home.contest, id)} x={CELL / 2} y={CELL / 2} radius={5} />;
        return [
          <Fill key={id} id={`map-f${at}`}>
            {ground}
            {sign}
          </Fill>,
          <Fill key={`${id} open`} id={`map-f${at}-open`}>
            {ground}
            {sign}
            <path class="hatch" d={lines} />
          </Fill>,
        ];
      })}
    </defs>
  );
}

function Fill({ id, children }: { readonly id: string; readonly children: ComponentChild }): ComponentChild {
  return (
    <pattern id={id} width={CELL} height={CELL} patternUnits="userSpaceOnUse">
      {children}
    </pattern>
  );
}

/** What the colours, signs and hatching of a map mean. */
export function MapKey(props: {
  readonly context: PageContext;
  readonly leaders: readonly string[];
  readonly steps: ShareSteps;
  readonly areas: readonly Standing[];
}): ComponentChild {
  const { context, leaders, steps, areas } = props;
  const { wording, home } = context;
  const ends = steps.from.map((least, at) => {
    const next = steps.from[at + 1];
    return next === undefined ? `${least}+` : `${least}–${next}`;
  });
  return (
    <ul class="map-key">
      {leaders.map((id) => (
        <li key={id}>
          <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
            <circle class={optionClass(home.words, id)} cx="10" cy="10" r="9" />
            <Sign sign={optionMark(home.contest, id)} x={10} y={10} radius={9} />
          </svg>
          {labelOf(wording, home.words, id)}
        </li>
      ))}
      {areas.some(({ counted, stations }) => counted < stations) && (
        <li>
          <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
            <path class="hatch" d="M0 20L20 0M-5 5L5 -5M15 25L25 15M-5 15L15 -5M5 25L25 5" />
          </svg>
          {wording.say("map.keyOpen")}
        </li>
      )}
      {areas.some(({ validVotes }) => validVotes === 0) && (
        <li>
          <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
            <circle class="none" cx="10" cy="10" r="8" />
          </svg>
          {wording.say("map.keyUnknown")}
        </li>
      )}
      <li class="of-shares">
        <svg viewBox="0 0 100 20" width="80" height="16" aria-hidden="true">
          {ends.map((end, at) => (
            <rect key={end} class={`ramp s${at}`} x={20 * at} width="19" height="20" />
          ))}
        </svg>
        {wording.say("map.keySteps", { steps: `${ends.join(" · ")} %` })}
      </li>
    </ul>
  );
}
