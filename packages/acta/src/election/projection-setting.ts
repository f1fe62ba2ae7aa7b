import { compareToFraction, parseFraction } from "../basics/index.js";
import type { WrittenDefinition } from "./definition-schema.js";
import type { ProjectionSetting } from "./definition.js";
import type { ProblemList } from "./problem-list.js";

/** More classes than this cannot be told apart in a column of bytes, and no law knows as many. */
const MOST_CLASSES = 100;

/** Reads what a projection may assume. Domains are groups of the first tree; a chance is from 0 to 1. */
export function projectionOf(written: WrittenDefinition, problems: ProblemList): ProjectionSetting | null {
  const { projection, groups, trees } = written;
  if (projection === undefined) return null;
  const own = new Set(groups.filter((group) => group.tree === trees[0]?.id).map((group) => group.id));
  projection.domains.forEach((domain, at) => {
    if (!own.has(domain)) problems.unknown("group", `projection.domains.${at}`, domain);
  });
  if (projection.annulment.length > MOST_CLASSES)
    problems.add("definition.tooMany", `projection.annulment.${MOST_CLASSES}`, { most: MOST_CLASSES });
  const annulment = projection.annulment.map(({ chance, ...prior }, at) => {
    const fraction = chance === undefined ? null : (parseFraction(chance) ?? null);
    if (fraction !== null && compareToFraction(1, 1, fraction) < 0)
      problems.add("definition.badFraction", `projection.annulment.${at}.chance`, { received: chance ?? "" });
    return { ...prior, chance: fraction };
  });
  return { domains: projection.domains, annulment };
}
