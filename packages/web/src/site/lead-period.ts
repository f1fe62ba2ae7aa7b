import type { LeadCourse, LeadPoint } from "./course-lead.js";

const DAY = 86_400_000;

/** A part of a count, for those who look closer: of its time, in milliseconds since 1970; or `counted`, in percent of the sheets. */
export interface Period {
  readonly id: "start" | "sinceChange" | "all" | "counted";
  readonly from: number;
  readonly to: number;
}

/** Points from which on a line is worth looking at more closely. */
const ENOUGH = 5;

/**
 * The parts in which a course is worth looking at, the first of them first: its first two days where it lasts longer than four, all of it,
 * since the lead changed last, and along the sheets that were counted instead of along the clock. The first two days come first where most of what is
 * known lies in them; with few points, or most of them later, all of it does.
 */
export function periodsOf({ points, changes }: LeadCourse): readonly Period[] {
  const [first, last, change] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0, changes.at(-1)?.after.at];
  const start = { id: "start", from: first, to: first + 2 * DAY } as const;
  const early = points.filter(({ at }) => at <= start.to).length;
  const all = { id: "all", from: first, to: last } as const;
  const isLong = last - first > 4 * DAY && early >= ENOUGH;
  const isEarly = 2 * early >= points.length;
  const periods: Period[] = isLong ? (isEarly ? [start, all] : [all, start]) : [all];
  if (change !== undefined && change < last && change > first)
    periods.push({ id: "sinceChange", from: change, to: last });
  const counted = alongCount(points);
  const [least, most] = [Math.min(...counted.map(({ at }) => at)), Math.max(...counted.map(({ at }) => at))];
  if (counted.length > 2 && least < most) periods.push({ id: "counted", from: least, to: most });
  return periods;
}

/** The same points along the sheets that were counted, in percent, still in the order of time; those that do not say how many are left out. */
function alongCount(points: readonly LeadPoint[]): readonly LeadPoint[] {
  return points.flatMap((point) => {
    const { counted } = point;
    return counted === null || counted.denominator === 0
      ? []
      : [{ ...point, at: (100 * counted.numerator) / counted.denominator }];
  });
}

/** A course as a period looks at it. */
export function seenIn(lead: LeadCourse, { id }: Period): LeadCourse {
  if (id !== "counted") return lead;
  const points = alongCount(lead.points);
  const known = new Map(points.map((point) => [point.asOf, point]));
  const changes = lead.changes.flatMap(({ before, after }) => {
    const [from, to] = [known.get(before.asOf), known.get(after.asOf)];
    return from === undefined || to === undefined ? [] : [{ before: from, after: to }];
  });
  return { ...lead, points, changes };
}

/** The points inside a period; a stair that begins before it or ends after it goes on to its edges. */
export function within<T extends { readonly at: number }>(points: readonly T[], { from, to }: Period): readonly T[] {
  const inside = points.filter(({ at }) => at >= from && at <= to);
  const before = points.findLast(({ at }) => at < from);
  const last = inside.at(-1) ?? before;
  return [
    ...(before !== undefined && inside[0]?.at !== from ? [{ ...before, at: from }] : []),
    ...inside,
    ...(last !== undefined && last.at < to ? [{ ...last, at: to }] : []),
  ];
}

/** Least and greatest lead with nothing ahead between them, and some air. */
export function leadExtent(
  points: readonly Pick<LeadPoint, "lead">[],
  others: readonly number[],
): readonly [number, number] {
  const values = [0, ...points.map(({ lead }) => lead), ...others];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = Math.max((most - least) * 0.08, 1);
  return [least < 0 ? least - air : 0, most > 0 ? most + air : 0];
}
