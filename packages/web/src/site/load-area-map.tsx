import type { ComponentChild } from "preact";
import { AreaMap } from "./area-map.js";
import { levelBelow } from "./area-rows.js";
import type { AreaRow } from "./area-table.js";
import { levelName } from "./area-trail.js";
import { picturesOf } from "./map-picture.js";
import type { PageContext } from "./page-kind.js";
import type { AreaFile } from "./published-forms.js";
import { areaMapOf } from "./published-maps.js";
import { standingOf } from "./standing.js";

/**
 * The map of the parts of an area; null for an area whose parts are polling places, which are a list. A map that cannot be read is drawn as squares:
 * it never keeps a page from being shown.
 */
export async function loadAreaMap(
  context: PageContext,
  { area }: AreaFile,
  rows: readonly AreaRow[],
): Promise<ComponentChild> {
  const level = levelBelow(context, area.level);
  if (level === null || rows.length < 2) return null;
  const { index, map } = await areaMapOf(context, area.code);
  const areas = rows.map((row) => ({ ...standingOf(row, row.shownName), href: row.href }));
  const pictures = picturesOf(areas, index, map === null ? [] : [map]);
  const { wording, home, links } = context;
  const levels = home.words.trees[0]?.levels ?? [];
  const isWhole = area.level === home.words.trees[0]?.root.level;
  return (
    <>
      <AreaMap context={context} pictures={pictures} index={index} level={level} />
      {isWhole && levels.length > 1 && (
        <p class="quiet">
          <a href={links.shell("map.html")}>
            {wording.say("map.all", { level: levelName(context, levels.at(-1)?.id ?? "") })}
          </a>
        </p>
      )}
    </>
  );
}
