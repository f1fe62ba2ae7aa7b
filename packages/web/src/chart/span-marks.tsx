import type { ComponentChild } from "preact";
import type { PlotFrame } from "./plot.js";

/** A stretch of time on a line of its own: from and to along, the upper and lower edge across, all in values. */
export interface SpanBar {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly class: string;
  /** What may stand in it, the longest first: the first that fits is written, none where none does. */
  readonly labels: readonly string[];
}

/** What is there for a day among years is still seen. */
const LEAST_WIDTH = 3;
/** Pixels that a letter of a label takes at most, and the room beside it. */
const [LETTER, ROOM_BESIDE] = [7.4, 8] as const;

/** The first label that fits a width in pixels; "" when none does. */
function labelThatFits(labels: readonly string[], width: number): string {
  return labels.find((label) => label.length * LETTER + ROOM_BESIDE <= width) ?? "";
}

/** Strips of spans; what is disputed takes the pattern `span-hatch`. */
export function SpanStrips(props: { readonly frame: PlotFrame; readonly spans: readonly SpanBar[] }): ComponentChild {
  const { frame, spans } = props;
  // Short ones over long ones: a day between two terms is not covered by what follows it.
  const byLength = spans.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  return (
    <g class="mark-spans">
      <defs>
        <pattern id="span-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-ground" width="6" height="6" />
          <rect class="hatch-line" width="2.4" height="6" />
        </pattern>
      </defs>
      {byLength.map((span) => {
        const [x, y] = [frame.x(span.from), frame.y(span.top)];
        const [width, height] = [Math.max(frame.x(span.to) - x - 1, LEAST_WIDTH), frame.y(span.bottom) - y];
        const label = labelThatFits(span.labels, width);
        return (
          <g key={`${span.from} ${span.top} ${span.class}`} class={span.class}>
            <rect x={x} y={y} width={width} height={height} />
            {label !== "" && (
              <text x={x + width / 2} y={y + height / 2 + 4.5} text-anchor="middle">
                {label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
