import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import * as v from "valibot";
import type { LeadCourse } from "./course-lead.js";
import type { LeadBand } from "./margin-chart.js";
import type { PageContext } from "./page-kind.js";

const whole = v.pipe(v.number(), v.integer());
const interval = v.tuple([whole, whole]);
const projectedForm = v.object({
  schema: v.literal("acta-projected-ends/1"),
  previous: v.nullable(v.string()),
  seed: whole,
  draws: whole,
  editions: v.array(
    v.object({
      number: whole,
      asOf: v.nullable(v.string()),
      projected: v.nullable(
        v.object({
          of: v.string(),
          over: v.string(),
          expected: whole,
          interval50: interval,
          interval90: interval,
          pLead: v.nullable(v.number()),
        }),
      ),
    }),
  ),
});

/** What each edition of a contest let expect of its end; `projected` is null where no honest number could be given. */
export type ProjectedEnds = v.InferOutput<typeof projectedForm>;

/** Where the projections of a contest stand, beside the pages: whoever publishes decides whether there are any. */
export function projectedPath(election: string, contest: string): string {
  return `projection/${election}/${contest}.json`;
}

/** Reads what was projected of the contest of a page; null where nothing was published. */
export async function projectedEnds({ data, home }: PageContext): Promise<Result<ProjectedEnds | null>> {
  const read = await data.json(projectedPath(home.words.id, home.contest.id), projectedForm);
  return read.ok || read.problem.code !== "site.missingFile" ? read : succeed(null);
}

/** The end as one edition let expect it, seen from one option: votes of it over its rival. */
export interface ProjectedEnd extends LeadBand {
  readonly number: number;
  /** Chance that the option ends ahead; null where only a range was told. */
  readonly chance: number | null;
}

/** The projections of a lead, by moment; those between other options than the two of the chart are left out. */
export function endsOfLead({ editions }: ProjectedEnds, { option, rival }: LeadCourse): readonly ProjectedEnd[] {
  const ends: ProjectedEnd[] = [];
  for (const { number, asOf, projected } of editions) {
    if (projected === null || asOf === null) continue;
    const { of, over, expected, interval50, interval90, pLead } = projected;
    const isSame = of === option && over === rival;
    if (!isSame && !(of === rival && over === option)) continue;
    const turned = ([low, high]: readonly [number, number]): readonly [number, number] =>
      isSame ? [low, high] : [-high, -low];
    const [low50, high50] = turned(interval50);
    const [low90, high90] = turned(interval90);
    const chance = pLead === null || isSame ? pLead : 1 - pLead;
    ends.push({ number, asOf, low90, low50, expected: isSame ? expected : 0 - expected, high50, high90, chance });
  }
  return ends.toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
}
