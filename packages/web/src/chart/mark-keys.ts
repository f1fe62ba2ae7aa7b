import type { PlotFrame } from "./plot.js";

/** A mark that can be read: where it stands, in values, and what it says. */
export interface Reading {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** A mark that is wide, from and to: nowhere in it is one far from it. */
  readonly across?: readonly [number, number];
}

/** How a key moves among marks; null for a key that does not. Pages are a tenth of them. */
export function moveTo(key: string, at: number, all: number): number | null {
  const page = Math.max(Math.round(all / 10), 1);
  const last = all - 1;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return Math.min(at + 1, last);
    case "ArrowLeft":
    case "ArrowDown":
      return Math.max(at - 1, 0);
    case "PageUp":
      return Math.min(at + page, last);
    case "PageDown":
      return Math.max(at - page, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/** The mark nearest to a place on paper; -1 when there is none. */
export function nearestMark(readings: readonly Reading[], frame: PlotFrame, x: number, y: number): number {
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  readings.forEach((reading, at) => {
    // Across counts more than up: readers point at a moment, not at a line.
    const distance = distanceAcross(reading, frame, x) * 4 + Math.abs(frame.y(reading.y) - y);
    if (distance < least) [nearest, least] = [at, distance];
  });
  return nearest;
}

function distanceAcross({ x: at, across }: Reading, frame: PlotFrame, x: number): number {
  const [from, to] = across ?? [at, at];
  return Math.max(frame.x(from) - x, x - frame.x(to), 0);
}
