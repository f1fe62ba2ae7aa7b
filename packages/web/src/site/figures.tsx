import type { ComponentChild } from "preact";
import type { ShareFigures, Wording } from "./wording.js";

/** A number with what it is a number of; it never stands without its base. */
export function Count(props: {
  readonly wording: Wording;
  readonly value: number;
  readonly of: ComponentChild;
}): ComponentChild {
  return (
    <span class="figure">
      <span class="number">{props.wording.number(props.value)}</span> <span class="base">{props.of}</span>
    </span>
  );
}

/** A share in percent with its base behind it. */
export function Percent(props: {
  readonly wording: Wording;
  readonly share: ShareFigures;
  readonly of: ComponentChild;
  readonly decimals?: number;
}): ComponentChild {
  return (
    <span class="figure">
      <span class="number">{props.wording.percent(props.share, props.decimals)}</span>{" "}
      <span class="base">{props.of}</span>
    </span>
  );
}
