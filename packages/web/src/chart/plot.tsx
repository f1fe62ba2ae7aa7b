import type { ComponentChild } from "preact";
import { linearScale } from "./scale.js";
import type { Extent, Scale } from "./scale.js";

/** An axis: what it spans and what is written on it. */
export interface Axis {
  readonly extent: Extent;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** A value whose line is drawn strongly: nobody ahead, one half. */
  readonly strong?: number;
}

/** Where a plot's values stand on paper, in pixels. */
export interface PlotFrame {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for labels outside of the plot, in pixels. */
export interface PlotRoom {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Room of a plot whose labels of values stand on their lines, as newspapers set them: the whole width is for the marks. */
export const ROOM: PlotRoom = { top: 22, right: 10, bottom: 26, left: 2 };

/** Places the values of two axes in a drawing of this size. */
export function plotFrame(width: number, height: number, x: Axis, y: Axis, room: PlotRoom = ROOM): PlotFrame {
  const [left, right] = [room.left, width - room.right];
  const [top, bottom] = [room.top, height - room.bottom];
  return { x: linearScale(x.extent, [left, right]), y: linearScale(y.extent, [bottom, top]), left, right, top, bottom };
}

/** Lines and labels of both axes; marks are drawn over them. */
export function Axes(props: { readonly frame: PlotFrame; readonly x: Axis; readonly y: Axis }): ComponentChild {
  const { frame, x, y } = props;
  const { left, right, top, bottom } = frame;
  return (
    <g class="axes">
      {y.ticks.map(({ at, label }) => (
        <g key={at} class={at === y.strong ? "strong" : undefined}>
          <line x1={left} x2={right} y1={frame.y(at)} y2={frame.y(at)} />
          <text x={left} y={frame.y(at) - 4}>
            {label}
          </text>
        </g>
      ))}
      {x.ticks.map(({ at, label }) => (
        <g key={at} class={at === x.strong ? "strong" : undefined}>
          <line x1={frame.x(at)} x2={frame.x(at)} y1={at === x.strong ? top : bottom} y2={bottom + 5} />
          <text x={frame.x(at)} y={bottom + 19} text-anchor={anchorAt(frame, at)}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Half the width that a label of an axis may need, in pixels. */
const HALF_LABEL = 26;

/** A label at the edge stands inside the drawing. */
function anchorAt({ x, left, right }: PlotFrame, value: number): "start" | "middle" | "end" {
  if (x(value) < left + HALF_LABEL) return "start";
  return x(value) > right - HALF_LABEL ? "end" : "middle";
}
