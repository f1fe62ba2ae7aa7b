import type { Standing } from "./standing.js";

/** Lower ends of the five steps of a share, in percent: what a runoff has, and what a race of many has. */
const OF_TWO = [50, 55, 60, 70, 80] as const;
const OF_MANY = [0, 25, 35, 45, 55] as const;

/** Steps of the share of whoever is first, for the areas of one map. */
export interface ShareSteps {
  /** Lower ends in percent of the valid votes. */
  readonly from: readonly number[];
  /** The step of an area, from 0; null where nobody is first. */
  readonly stepOf: (standing: Standing) => number | null;
}

/** The steps that fit some areas: from half upwards where nobody leads with less. Compared in whole numbers. */
export function shareSteps(areas: readonly Standing[]): ShareSteps {
  const led = areas.flatMap(({ first, validVotes }) => (first === null ? [] : [{ votes: first.votes, validVotes }]));
  const from: readonly number[] = led.every(({ votes, validVotes }) => 2 * votes >= validVotes) ? OF_TWO : OF_MANY;
  return {
    from,
    stepOf: ({ first, validVotes }) =>
      first === null
        ? null
        : Math.max(
            0,
            from.findLastIndex((least) => 100 * first.votes >= least * validVotes),
          ),
  };
}
