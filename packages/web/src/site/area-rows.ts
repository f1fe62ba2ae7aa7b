import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { childrenOf } from "./area-children.js";
import type { ChildArea } from "./area-children.js";
import { shownName } from "./area-trail.js";
import { contestIn, figuresOf } from "./area-result.js";
import type { AreaRow } from "./area-table.js";
import { isPrerenderedLevel } from "./prerendered-areas.js";
import type { PageContext } from "./page-kind.js";
import type { AreaFile } from "./published-forms.js";

/** The areas that one is made of, as rows with links to their pages. A leaf is made of polling places, whose stations stand on their page. */
export async function areaRows(context: PageContext, area: AreaFile): Promise<Result<readonly AreaRow[]>> {
  const children = await childrenOf(context.data, area);
  if (!children.ok) return children;
  const below = levelBelow(context, area.area.level);
  return succeed(children.value.map((child) => rowOf(context, child, below)));
}

function rowOf(context: PageContext, child: ChildArea, level: string | null): AreaRow {
  const { home, links } = context;
  const isPlace = level === null;
  return {
    ...child,
    shownName: isPlace ? placeName(context, child) : shownName(context, child.name),
    href: links.area(child.code, !isPlace && isPrerenderedLevel(home, level)),
  };
}

/** Sources of early editions name no places: then the first station stands for the group. */
function placeName({ wording }: PageContext, { name, code }: ChildArea): string {
  if (name !== "") return name;
  return wording.say("area.unnamedPlace", { code: code.split("/").at(-1) ?? code });
}

/** The level of the areas that an area of this level is made of; null for a leaf. */
export function levelBelow({ home }: PageContext, level: string): string | null {
  const [tree] = home.words.trees;
  const levels = tree?.levels ?? [];
  if (level === tree?.root.level) return levels[0]?.id ?? null;
  const at = levels.findIndex(({ id }) => id === level);
  return at < 0 ? null : (levels[at + 1]?.id ?? null);
}

/** Groups of areas that the definition names, with their results. */
export async function groupRows(context: PageContext): Promise<Result<readonly AreaRow[]>> {
  const { data, wording, home, editionFile, links } = context;
  const files = contestIn(editionFile, home.contest.id)?.trees.flatMap(({ groups }) => groups) ?? [];
  const rows: AreaRow[] = [];
  for (const { group, file } of files) {
    const area = await data.area(file);
    const figures = area.ok ? figuresOf(area.value) : area;
    if (!figures.ok) return figures;
    const { stations, registeredVoters, ballotsCast, validVotes, options } = figures.value;
    const name = home.words.groups.find(({ id }) => id === group)?.name;
    rows.push({
      code: group,
      name: group,
      file,
      stations: stations.total,
      counted: stations.counted,
      registeredVoters,
      ballotsCast,
      validVotes,
      votes: options.map(({ id, votes }) => ({ option: id, votes })),
      shownName: name === undefined ? group : wording.pick(name),
      href: links.shell("area.html", { group }),
    });
  }
  return succeed(rows);
}
