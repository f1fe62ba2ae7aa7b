import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { AreaMap } from "./area-map.js";
import { levelName } from "./area-trail.js";
import { labelOf } from "./headline.js";
import { lowestStandings } from "./lowest-figures.js";
import { picturesOf, placed } from "./map-picture.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import { PlaceSearch } from "./place-search.js";
import { lowestMapsOf, mapIndexOf } from "./published-maps.js";
import type { Standing } from "./standing.js";

/** All areas of the lowest level in one map: in a country of departments, provinces and districts each district. */
export async function loadLowestMapPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home } = context;
  const index = await mapIndexOf(context.data, home);
  const [standings, maps] = await Promise.all([lowestStandings(context, index), lowestMapsOf(context.data, index)]);
  if (!standings.ok) return standings;
  if (!maps.ok) return maps;
  const level = home.words.trees[0]?.levels.at(-1)?.id ?? "";
  const title = wording.say("map.lowestTitle", { level: levelName(context, level) });
  const pictures = picturesOf(placed(context, standings.value), index, maps.value);
  return succeed({
    title: `${title} · ${wording.pick(home.words.name)}`,
    description: title,
    trail: [{ name: wording.pick(home.words.name), href: context.links.front() }],
    content:
      standings.value.length === 0 ? (
        <p class="notice">{wording.say("map.oneLevel")}</p>
      ) : (
        <section class="lowest-map">
          <h1>{title}</h1>
          <p class="lead">{leadsText(context, standings.value, level)}</p>
          <PlaceSearch context={context} />
          <AreaMap context={context} pictures={pictures} index={index} level={level} />
        </section>
      ),
  });
}

/** In how many areas each option leads, the most first. */
function leadsText(context: PageContext, standings: readonly Standing[], level: string): ComponentChild {
  const { wording, home } = context;
  const led = new Map<string, number>();
  for (const { first } of standings) if (first !== null) led.set(first.option, (led.get(first.option) ?? 0) + 1);
  const parts = [...led]
    .toSorted((a, b) => b[1] - a[1])
    .map(([id, areas]) => wording.say("map.leadsIn", { name: labelOf(wording, home.words, id), areas }));
  const empty = standings.filter(({ validVotes }) => validVotes === 0).length;
  const tied = standings.filter(({ first, validVotes }) => first === null && validVotes > 0).length;
  if (tied > 0) parts.push(wording.say("map.tiedIn", { areas: tied }));
  if (empty > 0) parts.push(wording.say("map.emptyIn", { areas: empty }));
  return wording.say("map.lowestSays", {
    areas: standings.length,
    leads: wording.list(parts),
    level: levelName(context, level),
  });
}
