import type { Instant } from "../basics/index.js";
import type { Contest, Election } from "../election/index.js";
import type { BulletinEntry, Edition } from "../record/index.js";
import type { MergedBulletin } from "./bulletin-merge.js";
import type { AreaResult } from "./result.js";

/** Who says the votes of a point: one of our editions, or a bulletin. */
export type MarginSource =
  | { readonly kind: "edition"; readonly edition: string }
  | { readonly kind: "bulletin"; readonly series: string; readonly files: readonly string[] };

/** The votes of the whole contest at one moment. */
export interface MarginPoint {
  readonly asOf: Instant;
  /** In ballot order. */
  readonly votes: readonly number[];
  /** All who say the same. */
  readonly sources: readonly MarginSource[];
  readonly lead: Lead;
}

/** Who is ahead, and by how many votes of the second; nobody is on a tie. */
export interface Lead {
  readonly option: string | null;
  readonly votes: number;
}

/** The votes of a contest over time, oldest first. */
export interface MarginTimeline {
  readonly contest: string;
  readonly options: readonly string[];
  readonly points: readonly MarginPoint[];
  /** What could not be placed: no moment, torn, or votes of an option missing. */
  readonly leftOut: { readonly undated: number; readonly torn: number; readonly incomplete: number };
}

/** The area that is the whole of a contest, by tree: the root, unless the contest is held in one area only. */
export function wholeArea(election: Election, contest: Contest, tree: string): string | null {
  const definition = election.trees.find((each) => each.id === tree);
  if (definition === undefined) return null;
  if (contest.stations === null) return definition.root.code;
  const { tree: own, areas } = contest.stations;
  return own === tree && areas.length === 1 ? (areas[0] ?? null) : null;
}

/**
 * Puts the results of our editions and the bulletins of every series of a contest on one line. Only the whole contest counts: votes
 * of a part of it are another question. Sources that say the same at the same moment are one point; where they differ, both stand.
 */
export function marginTimeline(
  election: Election,
  contest: Contest,
  editions: readonly { readonly edition: Pick<Edition, "id" | "asOf">; readonly result: AreaResult }[],
  bulletins: readonly MergedBulletin[],
): MarginTimeline {
  const leftOut = { undated: 0, torn: 0, incomplete: 0 };
  const points = new Map<string, { asOf: Instant; votes: readonly number[]; sources: MarginSource[] }>();
  const place = (asOf: Instant | null, votes: readonly number[] | null, source: MarginSource): void => {
    if (asOf === null) leftOut.undated++;
    else if (votes === null) leftOut.incomplete++;
    else {
      const key = `${asOf} ${votes.join(" ")}`;
      const point = points.get(key);
      if (point === undefined) points.set(key, { asOf, votes, sources: [source] });
      else point.sources.push(source);
    }
  };
  for (const bulletin of bulletins) {
    const whole = wholeFigures(election, contest, bulletin);
    if (whole === undefined) continue;
    if (bulletin.torn) leftOut.torn++;
    else place(bulletin.asOf, whole.votes, { kind: "bulletin", series: bulletin.series, files: bulletin.sources });
  }
  for (const { edition, result } of editions) {
    const votes = contest.options.map((id) => result.options.find((option) => option.id === id)?.votes ?? 0);
    place(edition.asOf, votes, { kind: "edition", edition: edition.id });
  }
  const sorted = [...points.values()].toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
  return {
    contest: contest.id,
    options: contest.options,
    points: sorted.map((point) => ({ ...point, lead: leadAmong(contest.options, point.votes) })),
    leftOut,
  };
}

/** What a bulletin says of the whole contest. */
interface WholeFigures {
  /** In ballot order; null when an option is missing. */
  readonly votes: readonly number[] | null;
  readonly figures: BulletinEntry["figures"];
}

/** What a bulletin says of the whole contest; undefined when it does not speak of it, but of parts or of another contest. */
export function wholeFigures(election: Election, contest: Contest, bulletin: MergedBulletin): WholeFigures | undefined {
  const series = election.bulletins.find((each) => each.id === bulletin.series);
  if (series === undefined || series.contest !== contest.id) return undefined;
  const row = bulletin.rows.find((each) => each.area === wholeArea(election, contest, each.tree));
  if (row === undefined) return undefined;
  const { figures } = row;
  const votes = contest.options.map((option) => figures[`votes.${option}`] ?? -1);
  return { votes: votes.includes(-1) ? null : votes, figures };
}

/** The lead of an option: its votes less the most that any other has. Negative while it is behind. */
export function leadOfOption(votes: readonly number[], at: number): number {
  let other = 0;
  votes.forEach((value, each) => {
    if (each !== at && value > other) other = value;
  });
  return (votes[at] ?? 0) - other;
}

function leadAmong(options: readonly string[], votes: readonly number[]): Lead {
  for (let at = 0; at < options.length; at++) {
    const lead = leadOfOption(votes, at);
    if (lead > 0) return { option: options[at] ?? null, votes: lead };
  }
  return { option: null, votes: 0 };
}
