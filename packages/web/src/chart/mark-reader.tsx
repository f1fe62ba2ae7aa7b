import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { moveTo, nearestMark } from "./mark-keys.js";
import type { Reading } from "./mark-keys.js";
import type { PlotFrame } from "./plot.js";

/** What a drawing needs to be read mark by mark. */
interface ReadableProps {
  readonly frame: PlotFrame;
  readonly width: number;
  readonly height: number;
  readonly readings: readonly Reading[];
  /** Names the drawing. */
  readonly label: string;
  readonly hint: string;
  readonly position: (at: number, all: number) => string;
  readonly children: ComponentChild;
}

/**
 * A drawing whose marks are read with the arrow keys or by pointing: the mark is ringed and its value stands below, where screen readers are told
 * of it. To them the drawing is a slider along its marks; the table below the chart says the same without it.
 */
export function ReadableDrawing(props: ReadableProps): ComponentChild {
  const { frame, width, height, readings, label, hint, position, children } = props;
  const [at, setAt] = useState(-1);
  const [isOn, setOn] = useState(false);
  const reading = isOn ? readings[at] : undefined;
  const last = readings.length - 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = event.key === "Escape" ? null : moveTo(event.key, at, readings.length);
    if (event.key === "Escape") setOn(false);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    setOn(true);
  };
  const point = (event: PointerEvent): void => {
    if (!(event.currentTarget instanceof Element)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = width / box.width;
    setAt(nearestMark(readings, frame, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale));
    setOn(true);
  };
  return (
    <>
      <div
        class="drawing"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(last, 0)}
        aria-valuenow={Math.max(at, 0)}
        aria-valuetext={at < 0 ? hint : position(at + 1, readings.length)}
        onKeyDown={onKeyDown}
        onFocus={() => setAt(at < 0 ? last : at)}
        onBlur={() => setOn(false)}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setOn(false)}
      >
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {children}
          {reading !== undefined && (
            <g class="reading">
              <line x1={frame.x(reading.x)} x2={frame.x(reading.x)} y1={frame.top} y2={frame.bottom} />
              <circle cx={frame.x(reading.x)} cy={frame.y(reading.y)} r="6" />
            </g>
          )}
        </svg>
      </div>
      <p class="readout" role="status">
        {reading === undefined ? <span class="quiet">{hint}</span> : reading.text}
      </p>
    </>
  );
}
