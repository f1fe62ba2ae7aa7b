import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { contestIn, figuresOf, findArea, policyOf } from "./area-result.js";
import { levelName, levelTitle, shownName, trailOf } from "./area-trail.js";
import { areaRows, levelBelow } from "./area-rows.js";
import { AreaTable } from "./area-table.js";
import { BallotFacts } from "./ballot-facts.js";
import { CiteFigures } from "./cite-figures.js";
import { CountSteps } from "./count-steps.js";
import { EditionTime } from "./edition-time.js";
import { countSentences, leadHeadline } from "./headline.js";
import { OptionTable } from "./option-table.js";
import { loadAreaMap } from "./load-area-map.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import type { Query } from "./page-links.js";
import { loadPlace } from "./place-page.js";
import { PolicyLine } from "./policy-line.js";
import { PlaceSearch } from "./place-search.js";
import type { AreaFigures, AreaFile } from "./published-forms.js";
import { Terms } from "./terms.js";

/**
 * The page of an area (`?code=`), a group (`?group=`) or a polling place. Problems: `site.noArea` for a code that the edition does not know, and
 * `site.noCode` where the address names none.
 */
export async function loadAreaPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { query } = context;
  const { code, group } = query;
  if (group !== undefined) return await loadGroup(context, group);
  if (code === undefined || code === "") return fail({ code: "site.noCode" });
  const found = await findArea(context, context.edition, code);
  if (!found.ok) return found;
  if (found.value === null) return fail({ code: "site.noArea", context: { code: code.slice(0, 40) } });
  if (found.value.kind === "place") return await loadPlace(context, found.value.hash);
  return await loadArea(context, found.value.file, shownName(context, found.value.file.area.name), { code });
}

async function loadGroup(context: PageContext, group: string): Promise<Result<LoadedPage>> {
  const { wording, home, data, editionFile } = context;
  const trees = contestIn(editionFile, home.contest.id)?.trees ?? [];
  const file = trees.flatMap(({ groups }) => groups).find((each) => each.group === group)?.file;
  if (file === undefined) return fail({ code: "site.noArea", context: { code: group.slice(0, 40) } });
  const area = await data.area(file);
  if (!area.ok) return area;
  const name = home.words.groups.find(({ id }) => id === group)?.name;
  return await loadArea(context, area.value, name === undefined ? group : wording.pick(name), { group });
}

async function loadArea(context: PageContext, file: AreaFile, name: string, where: Query): Promise<Result<LoadedPage>> {
  const { wording, home } = context;
  const policy = policyOf(context);
  const figures = figuresOf(file, policy);
  if (!figures.ok) return figures;
  const rows = await areaRows(context, file);
  if (!rows.ok) return rows;
  const map = await loadAreaMap(context, file, rows.value);
  const headline = leadHeadline(wording, home.words, figures.value);
  const table =
    rows.value.length === 0 ? null : (
      <AreaTable
        context={context}
        rows={rows.value}
        figures={figures.value}
        what={levelTitle(context, levelBelow(context, file.area.level) ?? "place")}
        caption={wording.say("areas.caption", { number: context.edition.number })}
      />
    );
  return succeed({
    title: `${name}: ${headline} · ${wording.pick(home.words.name)}`,
    description: `${name}. ${[headline, ...countSentences(wording, figures.value)].join(" ")}`,
    trail: trailOf(context, file.within),
    ...("code" in where ? { about: { area: file.area.code } } : {}),
    content: (
      <AreaView
        context={context}
        figures={figures.value}
        name={name}
        headline={headline}
        map={map}
        table={table}
        level={file.area.level}
        cite={
          <CiteFigures
            context={context}
            figures={figures.value}
            where={where}
            place={name}
            policy={policy}
            canEmbed={"code" in where}
          />
        }
      />
    ),
  });
}

function AreaView(props: {
  readonly context: PageContext;
  readonly figures: AreaFigures;
  readonly name: string;
  readonly level: string;
  readonly headline: string;
  readonly map: ComponentChild;
  readonly table: ComponentChild;
  readonly cite: ComponentChild;
}): ComponentChild {
  const { context, figures, name, level, headline, map, table, cite } = props;
  const { wording } = context;
  return (
    <div class="front area">
      <section class="story">
        <EditionTime context={context} />
        <h1>
          {name} <span class="level">{levelName(context, level)}</span>
        </h1>
        <p class="area-lead">{headline}</p>
        <p class="lead">
          <Terms wording={wording} text={countSentences(wording, figures).join(" ")} />
        </p>
        <PolicyLine context={context} />
        <OptionTable context={context} figures={figures} />
        <CountSteps context={context} figures={figures} open={null} />
        <BallotFacts context={context} figures={figures} />
        {cite}
      </section>
      <section class="places">
        {table !== null && (
          <h2>{wording.say("area.parts", { level: levelName(context, levelBelow(context, level) ?? "place") })}</h2>
        )}
        <PlaceSearch context={context} />
        {map}
        {table}
      </section>
    </div>
  );
}
