import { fail, parseCount, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { projectSheets, projectionDocument, projectionEn, projectionEs } from "acta/projection";
import type { Projection } from "acta/projection";
import type { Language } from "../../language/index.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { DataFlags } from "../desk/flags.js";
import { atOf, withContest } from "../desk/opened.js";
import { holdOfFolder } from "../desk/publish-hold.js";
import type { OpenedContest } from "../desk/opened.js";
import { earlierEditions } from "./earlier-editions.js";
import { previousContest } from "./previous-election.js";
import type { BacktestFlags } from "./backtest-flags.js";
import { runProjectBacktest } from "./project-backtest.js";
import { projectText } from "./project-text.js";
import type { ProjectedGround } from "./project-text.js";

/** Flags of `acta project`. */
export interface ProjectFlags extends DataFlags, BacktestFlags {
  readonly edition?: string;
  /** Id of the election before, or `none`; without it the one that the definition follows, when it is in the folder. */
  readonly previous?: string;
  readonly level?: string;
  readonly seed?: string;
  /** With `backtest`: the order in which the sheets came, instead of made-up ones. */
  readonly order?: string;
  /** A table of totals by area, instead of the sheets of an edition. */
  readonly totals?: string;
  /** With `totals`: the previous contest as such a table. */
  readonly previousTotals?: string;
  /** With `totals`: a definition file, instead of a data folder. */
  readonly definition?: string;
}

/** Flags that mean nothing without `--backtest`: whoever gives one expects something else than a projection. */
const OF_BACKTEST = ["quick", "orders", "worlds", "stress", "levels", "out", "jobs"] as const;

function isGiven(value: string | boolean | undefined): boolean {
  return value !== undefined && value !== false;
}

/** The problem of a flag that means nothing beside the others; null without one. */
export function strayFlag(flags: ProjectFlags): Problem | null {
  const alone = [
    ["--definition", flags.definition],
    ["--previous-totals", flags.previousTotals],
  ].find(([, value]) => flags.totals === undefined && value !== undefined)?.[0];
  if (alone !== undefined) return { code: "project.needsTotals", context: { flag: alone } };
  const stray = flags.backtest ? undefined : OF_BACKTEST.find((flag) => isGiven(flags[flag]));
  return stray === undefined ? null : { code: "project.onlyBacktest", context: { flag: stray } };
}

/** Draws of a projection that is shown. */
export const DRAWS = 2000;
const MOST_SEED = 2_147_483_647;

/** Runs `acta project`. */
export async function runProject(desk: Desk, flags: ProjectFlags): Promise<Result<null>> {
  desk.language.learn({ es: projectionEs, en: projectionEn });
  const seed = seedOf(flags.seed);
  if (!seed.ok) return seed;
  const stray = strayFlag(flags);
  if (stray !== null) return fail(stray);
  // A backtest tells nothing of a count that is open: it takes a finished one, and may be told at any hour.
  if (flags.backtest) return runProjectBacktest(desk, flags, seed.value);
  return withContest(desk, flags, (opened) => {
    const held = holdOfFolder(opened.folder, "projection", desk.now(), opened.indexed.id);
    if (!held.ok) return held;
    const projection = projectOpened(opened, flags.previous, seed.value);
    if (!projection.ok) return projection;
    if (flags.json) printJson(desk, projectDocument(opened, projection.value));
    else {
      const text = projectText(desk.language, editionGround(desk.language, opened), projection.value, flags.level);
      if (!text.ok) return text;
      desk.print(text.value);
    }
    return succeed(null);
  });
}

/** Projects the edition that is open. @param previous id of the election before, `none`, or undefined for the one that is followed */
export function projectOpened(opened: OpenedContest, previous: string | undefined, seed: number): Result<Projection> {
  const { election, roll } = opened.open;
  const before = previousContest(opened, previous);
  if (!before.ok) return before;
  const earlier = earlierEditions(opened);
  if (!earlier.ok) return earlier;
  const now = { election, contest: opened.contest, roll, table: opened.table };
  return projectSheets({ now, previous: before.value, earlier: earlier.value, seed, draws: DRAWS });
}

function editionGround(language: Language, opened: OpenedContest): ProjectedGround {
  const { election, edition } = opened.open;
  const head = language.say("project.edition", {
    number: edition.number,
    id: edition.id,
    moment: language.moment(edition.asOf, election.timeZone),
  });
  return { election, contest: opened.contest, at: opened.at, head, byArea: false, votersKnown: true };
}

/** A seed as written: a whole number from 0 to 2^31 - 1; 1 without. */
export function seedOf(text: string | undefined): Result<number> {
  if (text === undefined) return succeed(1);
  const seed = parseCount(text);
  return seed === undefined || seed > MOST_SEED
    ? fail({ code: "project.badSeed", context: { seed: text.slice(0, 40) } })
    : succeed(seed);
}

/** The documented JSON shape `acta-projection/1`. */
function projectDocument(opened: OpenedContest, projection: Projection): Readonly<Record<string, unknown>> {
  const { election, edition } = opened.open;
  return {
    schema: "acta-projection/1",
    provenance: election.provenance,
    election: election.id,
    contest: opened.contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    ...atOf(opened),
    ...projectionDocument(projection, opened.contest.options),
  };
}
