import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { figuresOf, findArea } from "./area-result.js";
import { shownName } from "./area-trail.js";
import { EditionTime } from "./edition-time.js";
import { leadHeadline, countSentences } from "./headline.js";
import { OptionTable } from "./option-table.js";
import type { LoadedPage, PageContext } from "./page-kind.js";

/**
 * The result of an area, small enough to stand in somebody else's page (`?code=`, the whole without it). It follows the count, or stays at the edition
 * that its address names. Problems: `site.noArea`, for places too: they are not made for that.
 */
export async function loadEmbedPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home, query, links } = context;
  const code = query["code"] ?? home.words.trees[0]?.root.code ?? "";
  const found = await findArea(context, context.edition, code);
  if (!found.ok) return found;
  if (found.value?.kind !== "area") return fail({ code: "site.noArea", context: { code: code.slice(0, 40) } });
  const { file } = found.value;
  const figures = figuresOf(file);
  if (!figures.ok) return figures;
  const headline = leadHeadline(wording, home.words, figures.value);
  const name = shownName(context, file.area.name);
  return succeed({
    title: `${name}: ${headline} · ${wording.pick(home.words.name)}`,
    description: headline,
    trail: [],
    about: { area: code },
    content: (
      <section class="embedded">
        <p class="quiet">
          {wording.pick(home.words.name)} · {name}
        </p>
        <h1>{headline}</h1>
        <EditionTime context={context} />
        <OptionTable context={context} figures={figures.value} />
        <p class="quiet">{countSentences(wording, figures.value).join(" ")}</p>
        <p>
          <a href={links.area(code, false)} target="_top">
            {wording.say("embed.whole")}
          </a>
        </p>
      </section>
    ),
  });
}
