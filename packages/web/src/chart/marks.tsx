import type { ComponentChild } from "preact";
import { areaPath, bandPath, linePath, sidesOf } from "./mark-path.js";
import type { Point } from "./mark-path.js";
import type { PlotFrame } from "./plot.js";

/** What every mark needs: where it stands, and the class that gives it its colour. */
interface MarkProps {
  readonly frame: PlotFrame;
  readonly class?: string | undefined;
}

const placed = ({ x, y }: PlotFrame, points: readonly Point[]): readonly Point[] =>
  points.map(([a, b]) => [x(a), y(b)]);

/** A line through values; `stairs` makes it one of steps. */
export function LineMark(props: MarkProps & { readonly points: readonly Point[] }): ComponentChild {
  return <path class={`mark-line ${props.class ?? ""}`} d={linePath(placed(props.frame, props.points))} />;
}

/** The area between a line and a level, each side in its own class. */
export function SideAreas(
  props: MarkProps & {
    readonly points: readonly Point[];
    readonly level: number;
    readonly classes: { readonly above: string; readonly below: string };
  },
): ComponentChild {
  const { frame, points, level, classes } = props;
  return (
    <g class="mark-area">
      {sidesOf(points, level).map((part) => (
        <path
          key={part.points[0]?.[0]}
          class={classes[part.side]}
          d={areaPath(placed(frame, part.points), frame.y(level))}
        />
      ))}
    </g>
  );
}

/** A range at one moment, with the inner range where the most likely values are. */
export interface BandPoint {
  readonly at: number;
  readonly low90: number;
  readonly low50: number;
  readonly expected: number;
  readonly high50: number;
  readonly high90: number;
}

/** A fan: nine in ten, one in two, and what is expected. */
export function BandMark(props: MarkProps & { readonly bands: readonly BandPoint[] }): ComponentChild {
  const { frame, bands } = props;
  const along = (value: (band: BandPoint) => number): readonly Point[] =>
    placed(
      frame,
      bands.map((band) => [band.at, value(band)]),
    );
  if (bands.length === 0) return null;
  return (
    <g class={`mark-band ${props.class ?? ""}`}>
      <path
        class="ninety"
        d={bandPath(
          along((each) => each.high90),
          along((each) => each.low90),
        )}
      />
      <path
        class="half"
        d={bandPath(
          along((each) => each.high50),
          along((each) => each.low50),
        )}
      />
      <path class="expected" d={linePath(along((each) => each.expected))} />
    </g>
  );
}

/** The same at each moment by itself: a thin rule for nine in ten, a thick one for one in two, a notch for what is expected. */
export function BandRules(props: MarkProps & { readonly bands: readonly BandPoint[] }): ComponentChild {
  const { frame, bands } = props;
  return (
    <g class="mark-band-rules">
      {bands.map(({ at, low90, low50, expected, high50, high90 }) => {
        const x = frame.x(at);
        return (
          <g key={at}>
            <line class="ninety" x1={x} x2={x} y1={frame.y(high90)} y2={frame.y(low90)} />
            <line class="half" x1={x} x2={x} y1={frame.y(high50)} y2={frame.y(low50)} />
            <line class="expected" x1={x - 5} x2={x + 5} y1={frame.y(expected)} y2={frame.y(expected)} />
          </g>
        );
      })}
    </g>
  );
}

/** A dot of a given radius in pixels. */
export interface Dot {
  readonly at: Point;
  readonly radius: number;
  readonly class?: string;
}

/** Dots at values. */
export function DotsMark(props: MarkProps & { readonly dots: readonly Dot[] }): ComponentChild {
  const { frame, dots } = props;
  return (
    <g class={`mark-dots ${props.class ?? ""}`}>
      {dots.map(({ at: [x, y], radius, class: own }, at) => (
        <circle key={at} class={own} cx={frame.x(x)} cy={frame.y(y)} r={radius} />
      ))}
    </g>
  );
}

/** A bar from a level to a value, between two values across. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly class?: string;
}

/** Bars from a level: histograms. A hair of paper stays between neighbours. */
export function BarsMark(props: MarkProps & { readonly bars: readonly Bar[]; readonly level: number }): ComponentChild {
  const { frame, bars, level } = props;
  return (
    <g class="mark-bars">
      {bars.map(({ from, to, value, class: own }) => {
        const [a, b] = [frame.y(level), frame.y(value)];
        const width = frame.x(to) - frame.x(from);
        return (
          <rect
            key={from}
            class={own ?? props.class}
            x={frame.x(from)}
            width={Math.max(width - (width > 4 ? 1 : 0), 0.5)}
            y={Math.min(a, b)}
            // What is there is seen, however little of it.
            height={value === level ? 0 : Math.max(Math.abs(a - b), 1)}
          />
        );
      })}
    </g>
  );
}

/** A cell of a grid of values; `tone` 1 to 5 is how dark it is. */
export interface GridCell {
  readonly x: number;
  readonly y: number;
  readonly tone: number;
}

/** Cells of a density, each one class wide and high. */
export function CellsMark(
  props: MarkProps & { readonly cells: readonly GridCell[]; readonly size: number },
): ComponentChild {
  const { frame, cells, size } = props;
  return (
    <g class={`mark-cells ${props.class ?? ""}`}>
      {cells.map(({ x, y, tone }) => (
        <rect
          key={`${x} ${y}`}
          class={`tone${tone}`}
          x={frame.x(x)}
          y={frame.y(y + size)}
          width={frame.x(x + size) - frame.x(x)}
          height={frame.y(y) - frame.y(y + size)}
        />
      ))}
    </g>
  );
}

/** Marks on one line for things that happened: a tick for each, higher where there was more. */
export function StripMark(
  props: MarkProps & { readonly ticks: readonly { readonly at: number; readonly size: number }[]; readonly y: number },
): ComponentChild {
  return (
    <g class={`mark-strip ${props.class ?? ""}`}>
      {props.ticks.map(({ at, size }) => (
        <line key={at} x1={props.frame.x(at)} x2={props.frame.x(at)} y1={props.y} y2={props.y - size} />
      ))}
    </g>
  );
}

/** Words beside a mark, instead of a legend. */
export function MarkLabel(
  props: MarkProps & {
    readonly x: number;
    readonly y: number;
    readonly anchor?: "start" | "middle" | "end";
    readonly children: ComponentChild;
  },
): ComponentChild {
  return (
    <text class={`mark-label ${props.class ?? ""}`} x={props.x} y={props.y} text-anchor={props.anchor ?? "start"}>
      {props.children}
    </text>
  );
}
