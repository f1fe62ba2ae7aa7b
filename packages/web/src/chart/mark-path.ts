/** A point in values or on paper: across, then up or down. */
export type Point = readonly [number, number];

/** A line through points, as an SVG path; "" for none. Tenths of a pixel are enough for any screen. */
export function linePath(points: readonly Point[]): string {
  return points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${tenth(x)} ${tenth(y)}`).join("");
}

/** The corners of a stair: a value holds until the next one is known. */
export function stairs(points: readonly Point[]): readonly Point[] {
  return points.flatMap((point, at) => {
    const before = points[at - 1];
    return before === undefined || before[1] === point[1] ? [point] : [[point[0], before[1]] as const, point];
  });
}

/** The area between a line and a level. */
export function areaPath(points: readonly Point[], level: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return "";
  return `${linePath(points)}L${tenth(last[0])} ${tenth(level)}L${tenth(first[0])} ${tenth(level)}Z`;
}

/** The area between two lines that have the same places across. */
export function bandPath(upper: readonly Point[], lower: readonly Point[]): string {
  return upper.length === 0 ? "" : `${linePath(upper)}${linePath(lower.toReversed()).replace("M", "L")}Z`;
}

/** A piece of a line that stays on one side of a level. */
export interface SidePart {
  readonly side: "above" | "below";
  readonly points: readonly Point[];
}

/** Cuts a line where it crosses a level; both pieces hold the crossing. What runs along the level belongs to the piece before it. */
export function sidesOf(points: readonly Point[], level: number): readonly SidePart[] {
  const parts: { readonly side: SidePart["side"]; readonly points: Point[] }[] = [];
  let before: Point | undefined;
  for (const point of points) {
    const open = parts.at(-1);
    const side = point[1] > level ? "above" : point[1] < level ? "below" : (open?.side ?? "above");
    if (open === undefined || side === open.side) {
      if (open === undefined) parts.push({ side, points: [point] });
      else open.points.push(point);
    } else if (before !== undefined) {
      const crossing = crossingOf(before, point, level);
      open.points.push(crossing);
      parts.push({ side, points: [crossing, point] });
    }
    before = point;
  }
  return parts;
}

function crossingOf([x0, y0]: Point, [x1, y1]: Point, level: number): Point {
  return [y0 === y1 ? x1 : x0 + ((level - y0) / (y1 - y0)) * (x1 - x0), level];
}

function tenth(value: number): string {
  // Nothing that is not a number may reach a path: the browser would drop all of it.
  return String(Number.isFinite(value) ? Math.round(value * 10) / 10 : 0);
}
