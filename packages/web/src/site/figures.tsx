import type { ComponentChild } from "preact";
import type { ShareFigures, Wording } from "./wording.js";

/** A share in percent, large, with what it is a share of under it: no number stands without its base. */
export function HeadlineShare(props: {
  readonly wording: Wording;
  readonly share: ShareFigures;
  readonly of: string;
}): ComponentChild {
  return (
    <p class="headline-figure">
      <span class="number">{props.wording.percent(props.share)}</span> <span class="base">{props.of}</span>
    </p>
  );
}
