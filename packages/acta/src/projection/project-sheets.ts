import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { stateOf } from "../sheet/index.js";
import { checkNight, checkPrevious } from "./check-night.js";
import { fitEdition, nightRecord, prepareNight } from "./night-record.js";
import type { EarlierEdition, PreparedNight } from "./night-record.js";
import type { SheetGround } from "./night-from-sheets.js";
import { basesByArea } from "./night-size.js";
import type { PreviousContest } from "./previous-contest.js";
import { projectPrepared } from "./project-night.js";
import type { Assumption, Projection } from "./projection.js";

/** What is projected, and from what. */
export interface ProjectionRequest {
  readonly now: SheetGround;
  readonly previous: PreviousContest | null;
  /** Earlier editions of the same count, oldest first. */
  readonly earlier: readonly EarlierEdition[];
  readonly seed: number;
  /** An even number, at least 2. */
  readonly draws: number;
}

/** Projects a partial count of sheets; refuses, with a reason, where no honest number can be given. */
export function projectSheets(request: ProjectionRequest): Result<Projection> {
  const { now, previous, earlier, seed } = request;
  const fitting = checkPrevious(now, previous);
  if (!fitting.ok) return fitting;
  const prepared = prepareNight(now, previous);
  const referred = Uint8Array.from(prepared.night.rows, (row) => (stateOf(now.table, row) === "referred" ? 1 : 0));
  const bases = basesByArea(prepared.night, referred);
  const checked = checkNight(prepared.night, bases, prepared.figures);
  if (!checked.ok) return checked;
  const falls = checkEarlier(now, prepared, earlier);
  if (!falls.ok) return falls;
  const useful = earlier.filter((each) => countedIn(each) >= LEAST_EARLIER);
  const record = nightRecord(useful, prepared, now.roll.codes, previous);
  const fit = fitEdition(prepared, record.start);
  return projectPrepared({
    election: now.election,
    contest: now.contest,
    night: prepared.night,
    areas: prepared.tree.areas,
    covariates: prepared.covariates,
    figures: prepared.figures,
    fit,
    bases,
    misses: record.misses,
    assumptions: sheetAssumptions(request, prepared),
    seed,
    draws: request.draws,
  });
}

/** An earlier edition with fewer counted sheets teaches nothing. */
const LEAST_EARLIER = 100;

function countedIn({ table }: SheetGround): number {
  let counted = 0;
  for (let row = 0; row < table.size; row++) if (stateOf(table, row) === "counted") counted += 1;
  return counted;
}

/** A count that has fewer sheets than an edition before it, other than those that went to a tribunal, is not the same count. */
function checkEarlier(now: SheetGround, prepared: PreparedNight, earlier: readonly EarlierEdition[]): Result<null> {
  const last = earlier.at(-1);
  if (last === undefined) return succeed(null);
  const before = countedIn(last);
  const counted = countedIn(now);
  let regressed = 0;
  for (let row = 0; row < Math.min(last.table.size, now.table.size); row++)
    if (stateOf(last.table, row) === "counted" && stateOf(now.table, row) === "referred") regressed += 1;
  return counted + regressed < before && prepared.night.size > 0
    ? fail({ code: "projection.fewerSheets", context: { edition: last.edition, before, counted } })
    : succeed(null);
}

function sheetAssumptions({ previous }: ProjectionRequest, { figures, night }: PreparedNight): readonly Assumption[] {
  if (previous === null || figures === null) return [{ code: "assume.noPrevious", context: {} }];
  const { own, place, area, none } = figures.found;
  return [
    {
      code: "assume.previous",
      context: { election: previous.election.id, own, place, area, none, stations: night.size },
    },
  ];
}
