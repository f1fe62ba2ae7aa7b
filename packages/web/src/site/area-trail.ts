import { areaName } from "./area-name.js";
import { isPrerenderedLevel } from "./prerendered-areas.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import type { AreaFile } from "./published-forms.js";

/** The name of an area; stations whose source names none stand together in one without a name. */
export function shownName({ wording }: PageContext, name: string): string {
  return name === "" ? wording.say("area.unnamed") : areaName(name);
}

/** The way down to an area: the whole and what it lies in. */
export function trailOf(context: PageContext, within: AreaFile["within"]): LoadedPage["trail"] {
  const { links, home } = context;
  return within.map(([code, level, name], at) => ({
    name: shownName(context, name),
    href: at === 0 ? links.front() : links.area(code, isPrerenderedLevel(home, level)),
  }));
}

/** What a level is called: as the definition names it; places and groups are ours. */
export function levelName({ wording, home }: PageContext, level: string): string {
  const levels = home.words.trees.flatMap((tree) => tree.levels);
  const found = levels.find(({ id }) => id === level);
  if (found !== undefined) return wording.pick(found.name);
  return wording.has(`level.${level}`) ? wording.say(`level.${level}`) : "";
}

/** The same at the head of a column. */
export function levelTitle(context: PageContext, level: string): string {
  const name = levelName(context, level);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
