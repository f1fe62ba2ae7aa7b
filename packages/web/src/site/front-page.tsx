import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { levelTitle, shownName } from "./area-trail.js";
import { areaRows, groupRows, levelBelow } from "./area-rows.js";
import { AreaTable } from "./area-table.js";
import type { AreaRow } from "./area-table.js";
import { contestIn, figuresOf, wholeOf } from "./area-result.js";
import { BallotFacts } from "./ballot-facts.js";
import { CiteFigures } from "./cite-figures.js";
import { courseOf, knownThen } from "./count-course.js";
import { CountSteps } from "./count-steps.js";
import { leadCourse } from "./course-lead.js";
import type { LeadCourse } from "./course-lead.js";
import { ChangeView, changeSince } from "./edition-change.js";
import type { EditionChange } from "./edition-change.js";
import { countSentences, leadHeadline, openSentences } from "./headline.js";
import { ExpectedEndView, expectedEnd } from "./expected-end.js";
import { EditionTime } from "./edition-time.js";
import { MarginBar } from "./margin-bar.js";
import { OptionTable } from "./option-table.js";
import { OtherContests } from "./other-contests.js";
import { loadAreaMap } from "./load-area-map.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import { PlaceSearch } from "./place-search.js";
import type { AreaFigures, AreaFile, OpenFile } from "./published-forms.js";
import { SmallMargin } from "./small-margin.js";
import { Terms } from "./terms.js";

interface FrontParts {
  readonly whole: AreaFile["area"];
  readonly figures: AreaFigures;
  readonly open: OpenFile;
  readonly rows: readonly AreaRow[];
  readonly groups: readonly AreaRow[];
  readonly map: ComponentChild;
  readonly change: EditionChange | null;
  readonly lead: LeadCourse | null;
  readonly expected: ComponentChild;
}

/** The one screen: who leads, by how much, on which base, and whether it can still change; then the picture and the tables that prove it. */
export async function loadFrontPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home, data, editionFile, edition } = context;
  const contest = contestIn(editionFile, home.contest.id);
  const whole = await wholeOf(context, edition);
  if (!whole.ok) return whole;
  if (contest === undefined) return fail({ code: "site.noContest" });
  const figures = figuresOf(whole.value);
  if (!figures.ok) return figures;
  const open = await data.open(contest.open);
  if (!open.ok) return open;
  const rows = await areaRows(context, whole.value);
  if (!rows.ok) return rows;
  const groups = await groupRows(context);
  if (!groups.ok) return groups;
  const map = await loadAreaMap(context, whole.value, rows.value);
  const change = await changeSince(context, whole.value);
  if (!change.ok) return change;
  const course = await courseOf(context);
  if (!course.ok) return course;
  const expected = await expectedEnd(context, figures.value);
  if (!expected.ok) return expected;
  const parts = {
    whole: whole.value.area,
    figures: figures.value,
    open: open.value,
    rows: rows.value,
    groups: groups.value,
    map,
    change: change.value,
    lead: leadCourse(knownThen(context, course.value)),
    expected: expected.value === null ? null : <ExpectedEndView context={context} end={expected.value} />,
  };
  const headline = leadHeadline(wording, home.words, figures.value);
  return succeed({
    title: `${headline} · ${wording.pick(home.words.name)}`,
    description: [headline, ...countSentences(wording, figures.value)].join(" "),
    trail: [],
    about: { area: whole.value.area.code },
    content: <FrontView context={context} parts={parts} headline={headline} />,
  });
}

function FrontView(props: {
  readonly context: PageContext;
  readonly parts: FrontParts;
  readonly headline: string;
}): ComponentChild {
  const { context, parts, headline } = props;
  const { wording, home } = context;
  const { figures, open, change, lead } = parts;
  return (
    <div class="front">
      <section class="story">
        <EditionTime context={context} />
        <h1>{headline}</h1>
        <p class="lead">
          <Terms
            wording={wording}
            text={[...countSentences(wording, figures), ...openSentences(wording, home.words, open)].join(" ")}
          />
        </p>
        <MarginBar context={context} open={open} />
        {parts.expected}
        <CountSteps context={context} figures={figures} open={open} />
        <OptionTable context={context} figures={figures} />
        <BallotFacts context={context} figures={figures} />
        <CiteFigures
          context={context}
          figures={figures}
          where={{ code: parts.whole.code }}
          place={shownName(context, parts.whole.name)}
          policy="counted"
          canEmbed
        />
        {change !== null && <ChangeView context={context} change={change} />}
        {lead !== null && <SmallMargin context={context} lead={lead} />}
      </section>
      <FrontPlaces context={context} parts={parts} />
    </div>
  );
}

function FrontPlaces({
  context,
  parts,
}: {
  readonly context: PageContext;
  readonly parts: FrontParts;
}): ComponentChild {
  const { wording, home, edition } = context;
  const { figures, rows, groups, map } = parts;
  const below = levelBelow(context, home.words.trees[0]?.root.level ?? "") ?? "";
  return (
    <section class="places">
      <h2>{wording.say("front.places")}</h2>
      <PlaceSearch context={context} />
      {map}
      <AreaTable
        context={context}
        rows={rows}
        figures={figures}
        what={levelTitle(context, below)}
        caption={wording.say("areas.caption", { number: edition.number })}
      />
      <p class="quiet">
        <a href={context.links.shell("compare.html")}>{wording.say("compare.link")}</a>
      </p>
      {groups.length > 0 && (
        <AreaTable
          context={context}
          rows={groups}
          figures={figures}
          what={wording.say("areas.group")}
          caption={wording.say("areas.groups", { number: edition.number })}
        />
      )}
      <OtherContests context={context} />
    </section>
  );
}
