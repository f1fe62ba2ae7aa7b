import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { courseOf, knownThen } from "./count-course.js";
import type { CountCourse } from "./count-course.js";
import { leadCourse } from "./course-lead.js";
import { ChangesChart, LeadsChart } from "./lead-classes-chart.js";
import { matchedAreas } from "./matched-areas.js";
import type { MatchedAreas } from "./matched-areas.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import { RoundsChart } from "./rounds-chart.js";
import { ShareChart } from "./share-chart.js";
import { spreadOf } from "./station-spread.js";
import type { SpreadFile } from "./station-spread.js";
import { TurnoutChart } from "./turnout-chart.js";

interface ChartsParts {
  readonly course: CountCourse;
  readonly spread: SpreadFile | null;
  readonly matched: MatchedAreas | null;
}

/** Charts that answer questions: each says what to see, and has its figures below. */
export async function loadChartsPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home } = context;
  const [course, spread, matched] = await Promise.all([courseOf(context), spreadOf(context), matchedAreas(context)]);
  if (!course.ok) return course;
  if (!spread.ok) return spread;
  if (!matched.ok) return matched;
  const parts = { course: knownThen(context, course.value), spread: spread.value, matched: matched.value };
  const title = wording.say("shell.charts");
  return succeed({
    title: `${title} · ${wording.pick(home.words.name)}`,
    description: wording.say("charts.lead"),
    trail: [],
    content: <ChartsView context={context} parts={parts} />,
  });
}

function ChartsView({
  context,
  parts,
}: {
  readonly context: PageContext;
  readonly parts: ChartsParts;
}): ComponentChild {
  const { wording } = context;
  const { course, spread, matched } = parts;
  const lead = leadCourse(course);
  const isDrawn = spread !== null && spread.turnout.rows.length > 0;
  return (
    <div class="charts">
      <h1>{wording.say("shell.charts")}</h1>
      <p class="lead">{wording.say("charts.lead")}</p>
      {lead !== null && lead.points.length > 1 && <ShareChart context={context} course={course} lead={lead} />}
      {isDrawn && <TurnoutChart context={context} spread={spread} />}
      {matched !== null && matched.areas.length > 0 && <RoundsChart context={context} matched={matched} />}
      {spread !== null && <LeadsChart context={context} spread={spread} />}
      {spread !== null && <ChangesChart context={context} spread={spread} />}
    </div>
  );
}
