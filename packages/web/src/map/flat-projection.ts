import { geoAzimuthalEqualArea } from "d3-geo";
import type { Position } from "./outline.js";

/** From the earth to a plane whose unit is the earth's radius, y downwards. */
export type Project = (position: Position) => readonly [number, number];

/**
 * Lambert's azimuthal equal-area projection about the middle of the points (Snyder, Map Projections: A Working Manual, 1987, 24-2 to 24-4):
 * areas keep their proportions wherever the country lies, across the 180th meridian too.
 */
export function projectionAbout(points: Iterable<Position>): Project {
  const [longitude, latitude] = middleOf(points);
  const projection = geoAzimuthalEqualArea().rotate([-longitude, -latitude]).scale(1).translate([0, 0]);
  return ([x, y]) => projection([x, y]) ?? [0, 0];
}

const DEGREE = Math.PI / 180;

/** The direction of the mean of all points as seen from the middle of the earth; 0, 0 when they cancel out. */
function middleOf(points: Iterable<Position>): Position {
  let [x, y, z] = [0, 0, 0];
  for (const [longitude, latitude] of points) {
    const flat = Math.cos(latitude * DEGREE);
    x += flat * Math.cos(longitude * DEGREE);
    y += flat * Math.sin(longitude * DEGREE);
    z += Math.sin(latitude * DEGREE);
  }
  const length = Math.hypot(x, y, z);
  return length < 1e-9 ? [0, 0] : [Math.atan2(y, x) / DEGREE, Math.asin(z / length) / DEGREE];
}
