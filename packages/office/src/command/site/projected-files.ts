import { succeed, utf8 } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { projectionEn, projectionEs } from "acta/projection";
import type { Projection } from "acta/projection";
import { editionsInOrder } from "acta/record";
import { projectedPath } from "web/site";
import type { ProjectedEnds } from "web/site";
import { editionIn, indexOf } from "../../store/index.js";
import type { DataFolder, FolderIndex, IndexedElection } from "../../store/index.js";
import type { Desk } from "../desk/desk.js";
import { holdOf } from "../desk/publish-hold.js";
import { openContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { projectOpened } from "../projection/project-run.js";

/** A file that stands beside the pages. */
export interface BesideFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The same projection wherever it is made: the seed of `acta project` without one. */
const SEED = 1;

/**
 * Projects every edition of every contest of a folder as `acta project` does, for the pages: a file for each contest that can be projected at
 * all. An edition of which no honest number can be given stands in it without one.
 * @returns a problem where the law keeps projections back (`publish.projectionTooEarly`), and those of reading.
 */
export function projectedFiles(desk: Desk, folder: DataFolder, now: Instant): Result<readonly BesideFile[]> {
  desk.language.learn({ es: projectionEs, en: projectionEn });
  const index = indexOf(folder);
  if (!index.ok) return index;
  // Before anything is computed: a country of many editions takes a while.
  const held = holdOf({ folder, index: index.value }, "projection", now);
  if (!held.ok) return held;
  const files: BesideFile[] = [];
  for (const indexed of index.value.elections) {
    const made = projectedElection(desk, { folder, index: index.value, indexed, at: null });
    if (!made.ok) return made;
    files.push(...made.value);
  }
  return succeed(files);
}

interface OpenedIndex {
  readonly folder: DataFolder;
  readonly index: FolderIndex;
  readonly indexed: IndexedElection;
  readonly at: null;
}

function projectedElection(desk: Desk, opened: OpenedIndex): Result<readonly BesideFile[]> {
  const newest = editionIn(opened.indexed, undefined);
  // An election without an edition has nothing to be projected from.
  if (!newest.ok) return succeed([]);
  const first = openContest(opened, newest.value, undefined);
  if (!first.ok) return first;
  const { election } = first.value.open;
  const files: BesideFile[] = [];
  for (const contest of election.contests) {
    const ends = projectedContest(desk, opened, contest.id);
    if (!ends.ok) return ends;
    if (ends.value.editions.every(({ projected }) => projected === null)) continue;
    files.push({ path: projectedPath(election.id, contest.id), bytes: utf8(JSON.stringify(ends.value)) });
  }
  return succeed(files);
}

function projectedContest(desk: Desk, opened: OpenedIndex, contest: string): Result<ProjectedEnds> {
  const editions: ProjectedEnds["editions"] = [];
  let made: Projection | null = null;
  for (const edition of editionsInOrder(opened.indexed.editions)) {
    const at = openContest(opened, edition, contest);
    if (!at.ok) return at;
    desk.progress(desk.language.say("publish.projecting", { number: edition.number }));
    const projection = projectOpened(at.value, undefined, SEED);
    if (projection.ok) made = projection.value;
    const projected = projection.ok ? projectedEnd(at.value, projection.value) : null;
    editions.push({ number: edition.number, asOf: edition.asOf, projected });
  }
  desk.progress("");
  const before = made?.assumptions.find(({ code }) => code === "assume.previous")?.context["election"];
  return succeed({
    schema: "acta-projected-ends/1",
    previous: before === undefined ? null : String(before),
    seed: SEED,
    draws: made?.draws ?? 0,
    editions,
  });
}

/** Whole votes: a projection does not know more. */
function projectedEnd(
  { contest }: OpenedContest,
  { base, margin, pLead }: Projection,
): ProjectedEnds["editions"][number]["projected"] {
  const whole = ([low, high]: readonly [number, number]): [number, number] => [Math.round(low), Math.round(high)];
  return {
    of: contest.options[margin.of] ?? "",
    over: contest.options[margin.over] ?? "",
    expected: Math.round(margin.expected),
    interval50: whole(margin.interval50),
    interval90: whole(margin.interval90),
    pLead: pLead === null ? null : Math.round(pLead * 1_000_000) / 1_000_000,
    base: {
      counted: base.counted,
      stations: base.stations,
      registeredCounted: Math.round(base.registeredCounted),
      registered: Math.round(base.registered),
    },
  };
}
