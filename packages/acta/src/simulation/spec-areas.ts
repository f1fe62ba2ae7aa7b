import type { WrittenSimulation } from "./spec-schema.js";
import { MOST_STATIONS } from "./spec.js";
import type { AreaTotals, SpecArea } from "./spec.js";
import type { SpecProblems } from "./spec-problems.js";

type WrittenArea = WrittenSimulation["areas"][number];

/** Checks that the areas make a tree of the given levels and that the totals of the last level can be spread over its stations. */
export function areasOf(written: WrittenSimulation, problems: SpecProblems): readonly SpecArea[] {
  const depths = depthsOf(written, problems);
  const parents = new Set(written.areas.map((area) => area.parent));
  const areas = written.areas.map((area, at) => {
    const where = `areas.${at}`;
    const depth = depths[at] ?? 0;
    const last = depth >= written.tree.levels.length;
    if (depth > written.tree.levels.length) problems.add("simulation.tooDeep", where, { code: area.code });
    if (last) return { ...named(area), totals: totalsOf(area, written, where, problems) };
    if (depth > 0 && !parents.has(area.code)) problems.add("simulation.emptyArea", where, { code: area.code });
    if (givesTotals(area)) problems.add("simulation.totalsAbove", where, { code: area.code });
    return { ...named(area), totals: null };
  });
  const stations = areas.reduce((sum, area) => sum + (area.totals?.stations ?? 0), 0);
  if (stations > MOST_STATIONS) problems.add("simulation.tooManyStations", "areas", { stations, most: MOST_STATIONS });
  return areas;
}

function named(area: WrittenArea): Omit<SpecArea, "totals"> {
  return { code: area.code, name: area.name, parent: area.parent };
}

function givesTotals(area: WrittenArea): boolean {
  return [area.stations, area.registered, area.votes, area.blankVotes, area.nullVotes].some(
    (part) => part !== undefined,
  );
}

/** Depth of every area under the root, from 1; 0 where the way up does not end. */
function depthsOf(written: WrittenSimulation, problems: SpecProblems): readonly number[] {
  const byCode = new Map<string, WrittenArea>();
  written.areas.forEach((area, at) => {
    if (byCode.has(area.code) || area.code === written.tree.root.code)
      problems.add("simulation.sameCode", `areas.${at}.code`, { code: area.code });
    byCode.set(area.code, area);
  });
  return written.areas.map((area, at) => {
    let depth = 1;
    for (let above: WrittenArea | undefined = area; above !== undefined && above.parent !== ""; depth++) {
      if (depth > written.areas.length) {
        problems.add("simulation.parentLoop", `areas.${at}.parent`, { code: area.code });
        return 0;
      }
      const parent = byCode.get(above.parent);
      if (parent === undefined && above === area)
        problems.add("simulation.badParent", `areas.${at}.parent`, { parent: area.parent });
      above = parent;
    }
    return depth;
  });
}

function totalsOf(area: WrittenArea, written: WrittenSimulation, where: string, problems: SpecProblems): AreaTotals {
  for (const part of ["stations", "registered", "votes", "blankVotes", "nullVotes"] as const)
    if (area[part] === undefined) problems.add("simulation.missing", `${where}.${part}`);
  const totals: AreaTotals = {
    stations: area.stations ?? 0,
    registered: area.registered ?? 0,
    votes: votesOf(area, written, where, problems),
    blankVotes: area.blankVotes ?? 0,
    nullVotes: area.nullVotes ?? 0,
    source: area.source,
    rural: area.rural ?? null,
    delay: area.delay,
    flagged: area.flagged,
  };
  if (area.stations !== undefined && area.registered !== undefined)
    checkTotals(area.code, totals, written, where, problems);
  return totals;
}

function votesOf(
  area: WrittenArea,
  written: WrittenSimulation,
  where: string,
  problems: SpecProblems,
): readonly number[] {
  const votes = area.votes ?? {};
  const options = new Set(written.options.map((option) => option.id));
  for (const option of Object.keys(votes))
    if (!options.has(option)) problems.add("simulation.unknownOption", `${where}.votes.${option}`, { option });
  return written.options.map((option) => {
    const given = Object.hasOwn(votes, option.id) ? votes[option.id] : undefined;
    if (given === undefined && area.votes !== undefined)
      problems.add("simulation.missingVotes", `${where}.votes`, { code: area.code, option: option.id });
    return given ?? 0;
  });
}

function checkTotals(
  code: string,
  totals: AreaTotals,
  written: WrittenSimulation,
  where: string,
  problems: SpecProblems,
): void {
  const { stations, registered } = totals;
  const votes = totals.votes.reduce((sum, each) => sum + each, totals.blankVotes + totals.nullVotes);
  const { most } = written.stations;
  if (stations === 0) problems.add("simulation.noStations", `${where}.stations`, { code });
  else if (registered < stations)
    problems.add("simulation.fewRegistered", `${where}.registered`, { code, registered, stations });
  else if (registered > stations * most)
    problems.add("simulation.manyRegistered", `${where}.registered`, {
      code,
      registered,
      stations,
      most,
      room: stations * most,
    });
  if (votes > registered)
    problems.add("simulation.votesAboveRegistered", `${where}.votes`, { code, votes, registered });
  const share = written.flagged.reduce((sum, kind) => sum + kind.share, 0) * totals.flagged;
  if (share > 1 + 1e-9) problems.add("simulation.flaggedAboveAll", `${where}.flagged`, { code, share });
}
