import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Contest, Election, Roll } from "../election/index.js";
import { codeOf } from "./area-row.js";
import type { AreaRow } from "./area-row.js";
import { checkNight } from "./check-night.js";
import { checkRows } from "./check-rows.js";
import { addUnits, emptyMoments } from "./count-moments.js";
import { covariatesOf } from "./covariates.js";
import { fitNight, modelledOptions, startVariances } from "./night-fit.js";
import { allUnits } from "./night-plan.js";
import { basesByArea } from "./night-size.js";
import type { NightArea } from "./night-tree.js";
import { OPEN } from "./night.js";
import type { Covariates } from "./night.js";
import type { NightFit } from "./open-forecast.js";
import type { Variances } from "./outcome-fit.js";
import { placeRows } from "./placed-rows.js";
import type { PlacedRow, PlacedRows } from "./placed-rows.js";
import type { PreviousFigures } from "./previous-contest.js";
import { figuresOfAreas } from "./previous-totals.js";
import type { PreviousTotals } from "./previous-totals.js";
import { projectPrepared } from "./project-night.js";
import type { Assumption, Projection } from "./projection.js";
import { votersOf } from "./row-voters.js";
import type { KnownVoters } from "./row-voters.js";
import { PART, isWide, totalsNight } from "./totals-night.js";
import type { TotalsNight } from "./totals-night.js";

/** A table of totals by area, and what it is projected with. */
export interface TotalsRequest {
  readonly election: Election;
  readonly contest: Contest;
  /** The roll, where it is known: it names the areas and their voters. */
  readonly roll: Roll | null;
  readonly rows: readonly AreaRow[];
  readonly previous: PreviousTotals | null;
  readonly seed: number;
  /** An even number, at least 2. */
  readonly draws: number;
}

/** A projection from totals by area. */
export interface TotalsProjection {
  readonly projection: Projection;
  /** False when neither the table, nor a roll, nor a previous contest says how many voters there are: then bases are of sheets alone. */
  readonly votersKnown: boolean;
}

/**
 * Noise of the share of a part of an area with one valid vote, and of its rate with one registered voter. Stations of one place come
 * together and vote alike, so this is several times the noise between stations: places of 1,200 votes that differ by 4 points of share, places
 * of 2,000 voters that differ by 8 points of rate. It cannot be learnt from one total for each area; it was measured within the districts of
 * the first round of Peru 2021 (1.94 and 12.8), the contest before the one that this is tried on.
 */
const PART_SHARE = 2;
const PART_RATE = 13;
/**
 * Standard deviation of what the open parts of all areas have in common against the counted ones: villages come late within every district.
 * With sheets the model knows the places; with totals it cannot. One point of share (two of the margin), declared.
 */
const LATE_POINTS = 0.01;
/** The fit's prior gives every coefficient a deviation of one half. */
const LATE = 2 * LATE_POINTS;

/** Projects a count of which only totals by area are known; refuses, with a reason, where no honest number can be given. */
export function projectTotals(request: TotalsRequest): Result<TotalsProjection> {
  const { election, contest, previous, seed, draws } = request;
  if (previous?.country !== undefined && previous.country !== null && previous.country !== election.country)
    return fail({
      code: "projection.otherCountry",
      context: { previous: previous.source, country: previous.country || "?", wanted: election.country || "?" },
    });
  const checked = checkRows(request.rows);
  if (!checked.ok) return checked;
  const placed = placeRows(election, request.roll, request.rows);
  if (!placed.ok) return placed;
  const voters = votersOf(placed.value.rows, votersElsewhere(request, placed.value));
  const night = totalsNight(election, contest.options, placed.value, voters.rows);
  const figures = previous === null ? null : figuresOfAreas(night, previous);
  const bases = basesByArea(night, night.referred);
  const sound = checkNight(night, bases, figures);
  if (!sound.ok) return sound;
  const inBoth = contest.options.map((option) => previous?.options.indexOf(option) ?? -1).filter((at) => at >= 0);
  const covariates = withLateness(night, withoutSizes(night, covariatesOf(night, figures, inBoth)));
  const projection = projectPrepared({
    election,
    contest,
    night,
    areas: night.tree.areas,
    covariates,
    figures,
    fit: fitTotals(night, covariates),
    bases,
    misses: [],
    assumptions: assumptionsOf(night, placed.value, voters, previous, figures),
    seed,
    draws,
  });
  return projection.ok
    ? succeed({ projection: reported(projection.value, night), votersKnown: voters.known })
    : projection;
}

/** Columns of `covariatesOf` that tell how large an area is. */
const SIZES = ["stationsOfPlace", "registeredOfArea"];

/** A row that stands for several areas says nothing of their size: it takes the mean, which is 0, not that of a giant area. */
function withoutSizes(night: TotalsNight, covariates: Covariates): Covariates {
  const rows = covariates.rows.slice();
  const columns = covariates.names.flatMap((name, at) => (SIZES.includes(name) ? [at] : []));
  for (let unit = 0; unit < night.size; unit++)
    if (isWide(night, unit)) for (const at of columns) rows[unit * covariates.width + at] = 0;
  return { ...covariates, rows };
}

/**
 * Adds a column that is 0 for all that is counted and `LATE` for all that is open. No count can teach its coefficient, which is expected to be
 * 0 and keeps the spread of its prior: what is out of every area may differ from what is in, everywhere in the same direction.
 */
function withLateness(night: TotalsNight, covariates: Covariates): Covariates {
  const width = covariates.width + 1;
  const rows = new Float64Array(night.size * width);
  for (let unit = 0; unit < night.size; unit++) {
    rows.set(covariates.rows.subarray(unit * covariates.width, (unit + 1) * covariates.width), unit * width);
    rows[unit * width + width - 1] = night.state[unit] === OPEN ? LATE : 0;
  }
  return { width, rows, names: [...covariates.names, "late"] };
}

/** Fits with the declared noise of a part of an area; effects of areas and coefficients are learnt. */
function fitTotals(night: TotalsNight, covariates: Covariates): NightFit {
  const modelled = modelledOptions(night);
  const moments = emptyMoments(night, covariates, modelled.length);
  addUnits(moments, night, covariates, modelled, allUnits(night));
  const start = (unit: number): Variances => startVariances(night.tree, unit);
  const outcomes = [start(PART_RATE), ...modelled.map(() => start(PART_SHARE))];
  return fitNight(night, modelled, moments, { modelled, outcomes }, true);
}

/** Registered voters of an area by the roll, else by the previous contest. */
function votersElsewhere({ roll, previous }: TotalsRequest, { tree }: PlacedRows): (row: PlacedRow) => number {
  const byArea = new Float64Array(tree.areas.length);
  const [whole] = roll?.trees ?? [];
  roll?.leaves[0]?.forEach((leaf, station) => {
    for (let at = leaf; at >= 0; at = whole?.areas[at]?.parent ?? -1)
      if (at < byArea.length) byArea[at] = (byArea[at] ?? 0) + Math.max(roll.registered[station] ?? 0, 0);
  });
  return (row) => {
    const known = row.area < 0 ? 0 : (byArea[row.area] ?? 0);
    return known > 0 ? known : (previous?.totals.get(codeOf(row))?.at(-1) ?? 0);
  };
}

function assumptionsOf(
  night: TotalsNight,
  placed: PlacedRows,
  voters: KnownVoters,
  previous: PreviousTotals | null,
  figures: PreviousFigures | null,
): readonly Assumption[] {
  let referred = 0;
  for (let unit = 0; unit < night.size; unit++) if (night.referred[unit] === 1) referred += night.sheets[unit] ?? 0;
  const told: Assumption[] = [
    {
      code: "assume.totals",
      context: { areas: placed.rows.length, points: (100 * Math.sqrt(PART_SHARE / 1000)).toFixed(1) },
    },
    { code: "assume.totalsLate", context: { points: 100 * LATE_POINTS } },
  ];
  if (referred > 0) told.push({ code: "assume.totalsReferred", context: { referred } });
  if (night.wide > 0) told.push({ code: "assume.totalsWide", context: { areas: night.wide } });
  if (placed.unlisted > 0) told.push({ code: "assume.totalsUnlisted", context: { areas: placed.unlisted } });
  if (!voters.known) told.push({ code: "assume.totalsNoVoters", context: {} });
  else if (voters.filled > 0) told.push({ code: "assume.totalsVoters", context: { areas: voters.filled } });
  if (previous === null || figures === null) return [...told, { code: "assume.noPrevious", context: {} }];
  const { own, area, none } = figures.found;
  return [...told, { code: "assume.previousTotals", context: { source: previous.source, own, area, none } }];
}

/** Without the nodes that are no areas. A table has no figures of flagged sheets: they are among what is open, and not told apart.
 * Nor does it say that nothing but areas makes a sheet late. */
function reported(projection: Projection, night: TotalsNight): Projection {
  const parts = new Set(night.tree.areas.filter(({ level }) => level === PART));
  const openIn = (area: NightArea | null): number => {
    const base = area === null ? projection.base : projection.areas.find((each) => each.area === area)?.base;
    return base === undefined ? 0 : base.pending + base.referred;
  };
  return {
    ...projection,
    areas: projection.areas.filter(({ area }) => !parts.has(area)),
    parts: projection.parts.flatMap((part) => {
      if (part.kind === "flagged") return [];
      return [part.kind === "open" ? { ...part, stations: openIn(part.area) } : part];
    }),
    assumptions: projection.assumptions.filter(({ code }) => code !== "assume.flagged" && code !== "assume.order"),
  };
}
