import { projectionAbout } from "./flat-projection.js";
import type { Outline, Position } from "./outline.js";

/** A point of the drawing, in whole units. */
export type Point = readonly [number, number];

/** An area on the plane of the drawing. */
export interface FlatArea {
  readonly code: string;
  /** Without repeated points and without the last one, which is the first; empty for an area of which only the place is known. */
  readonly rings: readonly (readonly Point[])[];
  /** Where its symbol stands. */
  readonly centre: Point;
}

/** Areas drawn on a plane of whole units. */
export interface FlatDrawing {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly FlatArea[];
}

/** The place of an area without an outline. */
export interface PlacedPoint {
  readonly code: string;
  readonly position: Position;
}

/**
 * Projects outlines and points together and sets them on a grid whose longer side has `side` units. Neighbours that share a border share it after
 * it too: the same position always falls on the same unit.
 */
export function flatDrawing(outlines: readonly Outline[], points: readonly PlacedPoint[], side: number): FlatDrawing {
  const all = [...outlines.flatMap(({ rings }) => rings.flat()), ...points.map(({ position }) => position)];
  const project = projectionAbout(all);
  const box = boxOf(all.map((position) => project(position)));
  const scale = side / Math.max(box.right - box.left, box.bottom - box.top, Number.MIN_VALUE);
  const finite = Number.isFinite(scale) ? scale : 0;
  const place = (position: Position): Point => {
    const [x, y] = project(position);
    return [Math.round((x - box.left) * finite), Math.round((y - box.top) * finite)];
  };
  const areas = outlines.map(({ code, rings }) => {
    const placed = rings.map((ring) => ring.map((position) => place(position)));
    return { code, centre: centreOf(placed), rings: placed.map(cleaned).filter((ring) => ring.length > 2) };
  });
  return {
    width: Math.max(1, Math.round((box.right - box.left) * finite)),
    height: Math.max(1, Math.round((box.bottom - box.top) * finite)),
    areas: [...areas, ...points.map(({ code, position }) => ({ code, rings: [], centre: place(position) }))],
  };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf(points: readonly (readonly [number, number])[]): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return points.length === 0 ? { left: 0, right: 0, top: 0, bottom: 0 } : { left, right, top, bottom };
}

/** Without points that stand twice in a row, the closing one included. */
function cleaned(ring: readonly Point[]): readonly Point[] {
  const kept = ring.filter(([x, y], at) => {
    const [beforeX, beforeY] = ring[at === 0 ? ring.length - 1 : at - 1] ?? [0, 0];
    return x !== beforeX || y !== beforeY;
  });
  return kept;
}

/** The centroid of the largest ring (by Green's theorem); the mean of its points where it has no area. */
function centreOf(rings: readonly (readonly Point[])[]): Point {
  let best: Centroid = { size: -1, centre: [0, 0] };
  for (const ring of rings) {
    const found = centroidOf(ring);
    if (found.size > best.size) best = found;
  }
  return best.centre;
}

interface Centroid {
  readonly size: number;
  readonly centre: Point;
}

function centroidOf(ring: readonly Point[]): Centroid {
  let [twice, sumX, sumY, meanX, meanY] = [0, 0, 0, 0, 0];
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    const cross = x * nextY - nextX * y;
    twice += cross;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
    meanX += x / ring.length;
    meanY += y / ring.length;
  }
  const centre: Point =
    twice === 0
      ? [Math.round(meanX), Math.round(meanY)]
      : [Math.round(sumX / (3 * twice)), Math.round(sumY / (3 * twice))];
  return { size: Math.abs(twice) / 2, centre };
}
