import { addUnits, emptyMoments } from "./count-moments.js";
import { covariatesOf } from "./covariates.js";
import { marginMisses } from "./margin-miss.js";
import type { DomainMiss } from "./margin-miss.js";
import { nightFromSheets } from "./night-from-sheets.js";
import type { SheetGround, SheetNight } from "./night-from-sheets.js";
import { fitNight, modelledOptions, startFrom } from "./night-fit.js";
import type { FitStart } from "./night-fit.js";
import { nightTreeOf } from "./night-tree.js";
import type { NightTree } from "./night-tree.js";
import { COUNTED, OPEN } from "./night.js";
import type { Covariates } from "./night.js";
import { allUnits } from "./night-plan.js";
import type { NightFit } from "./open-forecast.js";
import { contendersOf } from "./option-pair.js";
import { previousFigures } from "./previous-contest.js";
import type { PreviousContest, PreviousFigures } from "./previous-contest.js";

/** One edition as the model sees it. */
export interface PreparedNight {
  readonly tree: NightTree;
  readonly night: SheetNight;
  readonly figures: PreviousFigures | null;
  readonly covariates: Covariates;
}

/** Reads an edition and what is known of its stations before the night. */
export function prepareNight(now: SheetGround, previous: PreviousContest | null): PreparedNight {
  const tree = nightTreeOf(now.election, now.roll);
  const night = nightFromSheets(now, tree);
  const figures = previous === null ? null : previousFigures(night, now, previous);
  const inBoth =
    previous === null
      ? []
      : now.contest.options.map((option) => previous.contest.options.indexOf(option)).filter((at) => at >= 0);
  return { tree, night, figures, covariates: covariatesOf(night, figures, inBoth) };
}

/** Fits an edition from nothing, or from the variances of the one before. */
export function fitEdition({ night, covariates }: PreparedNight, start: FitStart | null): NightFit {
  const modelled = modelledOptions(night);
  const moments = emptyMoments(night, covariates, modelled.length);
  addUnits(moments, night, covariates, modelled, allUnits(night));
  return fitNight(night, modelled, moments, start);
}

/** By how much an earlier edition missed one domain. */
export interface EditionMiss extends DomainMiss {
  readonly edition: string;
}

/** What the earlier editions of a night teach: how far each missed what came until the next, and where the next fit begins. */
export interface NightRecord {
  /** For each earlier edition one for each domain of which enough came until the next; in order. */
  readonly misses: readonly EditionMiss[];
  readonly start: FitStart | null;
}

/** An earlier edition and how it is called. */
export interface EarlierEdition extends SheetGround {
  readonly edition: string;
}

/** Projects each earlier edition to the next one (the last to `now`) and compares. */
export function nightRecord(
  earlier: readonly EarlierEdition[],
  now: PreparedNight,
  codes: readonly string[],
  previous: PreviousContest | null,
): NightRecord {
  const misses: EditionMiss[] = [];
  const pair = contendersOf(now.night);
  let start: FitStart | null = null;
  const prepared = earlier.map((each) => ({ each, night: prepareNight(each, previous) }));
  prepared.forEach(({ each, night }, at) => {
    const fit = fitEdition(night, start);
    start = startFrom(fit);
    const next = prepared[at + 1];
    const later = next?.night ?? now;
    const merged = withVotesOf(night.night, each.roll.codes, later.night, next?.each.roll.codes ?? codes);
    for (const miss of marginMisses(merged.night, night.covariates, fit, merged.came, pair))
      misses.push({ edition: each.edition, ...miss });
  });
  return { misses, start };
}

/** The earlier night with the later votes of the units that came in between. */
function withVotesOf(
  before: SheetNight,
  codes: readonly string[],
  after: SheetNight,
  laterCodes: readonly string[],
): { readonly night: SheetNight; readonly came: Uint32Array } {
  const unitOf = new Map<string, number>();
  after.rows.forEach((row, unit) => unitOf.set(laterCodes[row] ?? "", unit));
  const votes = before.votes.map((column) => Float64Array.from(column));
  const came: number[] = [];
  before.rows.forEach((row, unit) => {
    const later = unitOf.get(codes[row] ?? "");
    if (later === undefined || before.state[unit] !== OPEN || after.state[later] !== COUNTED) return;
    came.push(unit);
    votes.forEach((column, option) => (column[unit] = after.votes[option]?.[later] ?? 0));
  });
  return { night: { ...before, votes }, came: Uint32Array.from(came) };
}
