import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { LeadCourse } from "./course-lead.js";
import type { LeadBand } from "./margin-chart.js";
import type { PageContext } from "./page-kind.js";
import { PROJECTION_INDEX, projectedForm, projectedPath, projectionIndexForm } from "./projected-file.js";
import type { ProjectedEnds } from "./projected-file.js";
import type { PublishedData } from "./published-data.js";

/** Reads what was projected of the contest of a page; null where nothing was published. */
export async function projectedEnds({ data, home }: PageContext): Promise<Result<ProjectedEnds | null>> {
  const files = await publishedProjections(data);
  if (!files.ok) return files;
  const path = projectedPath(home.words.id, home.contest.id);
  return files.value.includes(path) ? data.json(path, projectedForm) : succeed(null);
}

/** Whether a published folder has projections of any contest. */
export async function hasProjections(data: PublishedData): Promise<Result<boolean>> {
  const files = await publishedProjections(data);
  return files.ok ? succeed(files.value.length > 0) : files;
}

/** The paths of what was projected; none in a folder of an earlier version, which does not name any. */
async function publishedProjections(data: PublishedData): Promise<Result<readonly string[]>> {
  const index = await data.json(PROJECTION_INDEX, projectionIndexForm);
  if (index.ok) return succeed(index.value.files);
  return index.problem.code === "site.missingFile" ? succeed([]) : index;
}

/** The end as one edition let expect it, seen from one option: votes of it over its rival. */
export interface ProjectedEnd extends LeadBand {
  readonly number: number;
  /** Chance that the option ends ahead; null where only a range was told. */
  readonly chance: number | null;
  /** Nothing was open any more: the figures are those of the count. */
  readonly isCount: boolean;
}

/** The projections of a lead, by moment; those between other options than the two of the chart are left out. */
export function endsOfLead({ editions }: ProjectedEnds, { option, rival }: LeadCourse): readonly ProjectedEnd[] {
  const ends: ProjectedEnd[] = [];
  for (const { number, asOf, projected } of editions) {
    if (projected === null || asOf === null) continue;
    const { of, over, expected, interval50, interval90, pLead, base } = projected;
    const isCount = base.counted === base.stations;
    const isSame = of === option && over === rival;
    if (!isSame && !(of === rival && over === option)) continue;
    const turned = ([low, high]: readonly [number, number]): readonly [number, number] =>
      isSame ? [low, high] : [-high, -low];
    const [low50, high50] = turned(interval50);
    const [low90, high90] = turned(interval90);
    const chance = pLead === null || isSame ? pLead : 1 - pLead;
    ends.push({
      number,
      asOf,
      low90,
      low50,
      expected: isSame ? expected : 0 - expected,
      high50,
      high90,
      chance,
      isCount,
    });
  }
  return ends.toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
}
