import type { CountCourse, CourseStep } from "./count-course.js";

/** A moment of the count as somebody said it: an edition of this record, or an official bulletin. */
export interface LeadPoint {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly asOf: string;
  readonly source:
    | { readonly kind: "edition"; readonly number: number }
    | { readonly kind: "bulletin"; readonly series: number };
  /** By id of the option. */
  readonly votes: Readonly<Record<string, number>>;
  /** Votes of the option less those of its rival. */
  readonly lead: number;
  /** Of all sheets, those that are counted; null where the source does not say. */
  readonly counted: { readonly numerator: number; readonly denominator: number } | null;
}

/** The lead of one option over another, over time. */
export interface LeadCourse {
  readonly option: string;
  readonly rival: string;
  /** By moment; those of unknown time are left out and counted. */
  readonly points: readonly LeadPoint[];
  readonly undated: number;
  /** Between which two moments the lead went from one to the other. */
  readonly changes: readonly { readonly before: LeadPoint; readonly after: LeadPoint }[];
}

const MILLION = 1_000_000;

/** Takes the first two options of the newest edition and follows the lead of one over the other. Null where there are fewer than two. */
export function leadCourse({ options, editions, bulletins }: CountCourse): LeadCourse | null {
  const newest = editions.at(-1);
  if (newest === undefined) return null;
  const [option, rival] = options.toSorted((a, b) => (newest.votes[b] ?? 0) - (newest.votes[a] ?? 0));
  if (option === undefined || rival === undefined) return null;
  const lead = (votes: LeadPoint["votes"]): number => (votes[option] ?? 0) - (votes[rival] ?? 0);
  const points: LeadPoint[] = [];
  for (const { number, asOf, stations, counted, votes } of editions)
    if (asOf !== null)
      points.push({
        at: Date.parse(asOf),
        asOf,
        source: { kind: "edition", number },
        votes,
        lead: lead(votes),
        counted: { numerator: counted, denominator: stations },
      });
  for (const { series, asOf, shareCounted, votes } of bulletins)
    points.push({
      at: Date.parse(asOf),
      asOf,
      source: { kind: "bulletin", series },
      votes,
      lead: lead(votes),
      counted: shareCounted === null ? null : { numerator: shareCounted, denominator: MILLION },
    });
  points.sort((a, b) => a.at - b.at);
  return {
    option,
    rival,
    points,
    undated: editions.filter(({ asOf }) => asOf === null).length,
    changes: changesOf(points),
  };
}

/** A tie changes nothing by itself: the lead has changed when the other is ahead. */
function changesOf(points: readonly LeadPoint[]): LeadCourse["changes"] {
  const changes: { readonly before: LeadPoint; readonly after: LeadPoint }[] = [];
  let last: LeadPoint | undefined;
  for (const point of points) {
    if (point.lead === 0) continue;
    if (last !== undefined && Math.sign(last.lead) !== Math.sign(point.lead))
      changes.push({ before: last, after: point });
    last = point;
  }
  return changes;
}

/** How sheets moved a lead between two editions. */
export type MoveKind = "counted" | "resolved" | "corrected" | "back" | "open";

/** Sheets that moved a lead in one way. */
export interface Move {
  readonly kind: MoveKind;
  readonly sheets: number;
  readonly change: number;
}

const IN_COUNT: ReadonlySet<string> = new Set(["neverFlagged", "resolved"]);
const KINDS: readonly MoveKind[] = ["counted", "resolved", "corrected", "back", "open"];

/** Adds steps up by what happened to the sheets; the changes add up to the difference of the two leads. */
export function movesOf(steps: readonly CourseStep[]): readonly Move[] {
  return KINDS.flatMap((kind) => {
    const own = steps.filter((step) => kindOf(step) === kind);
    const sum = (of: (step: CourseStep) => number): number => own.reduce((total, step) => total + of(step), 0);
    return own.length === 0 ? [] : [{ kind, sheets: sum(({ sheets }) => sheets), change: sum(({ change }) => change) }];
  });
}

function kindOf({ was, now }: CourseStep): MoveKind {
  if (!IN_COUNT.has(now)) return IN_COUNT.has(was) ? "back" : "open";
  if (IN_COUNT.has(was)) return "corrected";
  return now === "resolved" ? "resolved" : "counted";
}
