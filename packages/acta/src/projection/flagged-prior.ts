import type { Election } from "../election/index.js";
import { annulmentChance } from "./flagged-fate.js";
import type { FatePrior } from "./flagged-fate.js";
import { FLAGGED, NO_FATE, OPEN, VOID } from "./night.js";
import type { Night } from "./night.js";

/** When neither the definition nor a previous contest says how often flagged sheets are annulled: one of five (declared). */
const USUAL_CHANCE = 0.2;
const USUAL_STRENGTH = 20;

/**
 * What is believed of every class of flagged sheets: the definition's prior, and what the tribunals have decided so far (Beta-binomial). The
 * last class takes in all sheets that no class of the definition fits.
 * @param previous part of the decided sheets of the previous contest that was annulled; null when it is not known
 */
export function flaggedFates(election: Election, night: Night, previous: number | null): readonly FatePrior[] {
  const usual = previous ?? USUAL_CHANCE;
  const priors = [...(election.projection?.annulment ?? []), null];
  return priors.map((prior, at) => {
    const strength = prior?.strength ?? USUAL_STRENGTH;
    const fraction = prior?.chance ?? null;
    const chance = fraction === null ? usual : Number(fraction.numerator) / Number(fraction.denominator);
    const { annulled, all } = night.decided[at] ?? { annulled: 0, all: 0 };
    return { annulled: chance * strength + annulled, upheld: (1 - chance) * strength + all - annulled };
  });
}

/**
 * Part of the votes of the open units that is expected to stay in the count: some will be flagged, as part of those that came, and some of
 * these annulled, as those flagged so far are.
 */
export function keptPart(night: Night, fates: readonly FatePrior[]): number {
  let come = 0;
  let flagged = 0;
  let lost = 0;
  for (const { all } of night.decided) flagged += all;
  night.decided.forEach((_each, at) => (lost += annulmentChance(fates[at]) * (night.decided[at]?.all ?? 0)));
  for (let unit = 0; unit < night.size; unit++) {
    const state = night.state[unit] ?? OPEN;
    if (state !== OPEN && state !== VOID) come += night.sheets[unit] ?? 0;
    const fate = night.fate[unit] ?? NO_FATE;
    if (fate === NO_FATE || (state !== FLAGGED && state !== OPEN)) continue;
    flagged += night.sheets[unit] ?? 0;
    lost += annulmentChance(fates[fate]) * (night.sheets[unit] ?? 0);
  }
  if (come === 0 || flagged === 0) return 1;
  return 1 - (Math.min(flagged / come, 1) * lost) / flagged;
}
