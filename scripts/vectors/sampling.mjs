// Quick count and exit poll: the kinds of the file of reference cases for estimates that room sampling answers, each recomputed from its
// input. A refusal is `{ refused: true }`. The runner of the whole file is beside this one.
import {
  differenceVariance,
  estimateShares,
  jackknifeCovariance,
  pollDifference,
  publishedDifference,
} from "acta/sampling";
import { normalCdf } from "acta/statistics";

/** @typedef {{ N: number, units: { votes: number[] }[] }} Stratum */
/** @typedef {{ units: { weight: number, x: number[], y: number, v: number }[], populationTotals: number[], N: number }} Calibrated */
/** @typedef {{ p1: number, p2: number, n: number, deff: number, level: number, houseSdOfDifference?: number }} Pair */
/** @typedef {{ gap: number, publishedMarginOfShare: number, level: number, houseSdOfDifference: number }} Published */

const refused = { refused: true };

/** @param {{ strata: Stratum[] }} input */
function stratifiedRatio({ strata }) {
  let from = 0;
  const laid = strata.map(({ N, units }, at) => {
    const stratum = { name: String(at + 1), size: N, from, count: units.length };
    from += units.length;
    return stratum;
  });
  const units = strata.flatMap((stratum) => stratum.units);
  const votes = (units[0]?.votes ?? []).map((_votes, option) =>
    Float64Array.from(units, (unit) => unit.votes[option] ?? 0),
  );
  const sample = { strata: laid, votes };
  const done = estimateShares(sample);
  if (!done.ok) return refused;
  const { shares, covariance } = done.value;
  const rows = (/** @type {Float64Array} */ flat) =>
    [...shares].map((_share, row) => [...flat.subarray(row * shares.length, (row + 1) * shares.length)]);
  const se = Math.sqrt(differenceVariance(done.value, 0, 1));
  const difference = (shares[0] ?? 0) - (shares[1] ?? 0);
  const again = { ...done.value, covariance: jackknifeCovariance(sample) };
  return {
    shares: [...shares],
    covariance: rows(covariance),
    difference01: difference,
    seDifference01: se,
    seShares: [...shares].map((_share, at) => Math.sqrt(covariance[at * shares.length + at] ?? 0)),
    jackknifeSeDifference01: Math.sqrt(differenceVariance(again, 0, 1)),
    pLead01Normal: se > 0 ? normalCdf(difference / se) : null,
  };
}

/**
 * The case estimates one ratio, y / v. As shares of v these are two options, (v + y) / 2 and (v - y) / 2, with the difference y.
 * @param {Calibrated} input
 */
function greg({ units, populationTotals, N }) {
  const sample = {
    strata: [{ name: "1", size: N, from: 0, count: units.length }],
    votes: [Float64Array.from(units, ({ y, v }) => (v + y) / 2), Float64Array.from(units, ({ y, v }) => (v - y) / 2)],
  };
  const covariates = populationTotals.map((_total, at) => Float64Array.from(units, ({ x }) => x[at] ?? 0));
  const done = estimateShares(sample, { covariates, totals: populationTotals });
  if (!done.ok) return refused;
  const { shares, weights } = done.value;
  return {
    weights: [...weights],
    ratio: (shares[0] ?? 0) - (shares[1] ?? 0),
    se: Math.sqrt(differenceVariance(done.value, 0, 1)),
  };
}

/** @param {Pair} input */
function pairOfPoll({ p1, p2, n, deff, level, houseSdOfDifference = 0 }) {
  const done = pollDifference({
    first: p1,
    second: p2,
    interviews: n,
    designEffect: deff,
    level,
    houseSd: houseSdOfDifference,
  });
  if (!done.ok) return refused;
  const told = done.value;
  return {
    moeShare1: told.marginOfFirst,
    moeShare2: told.marginOfSecond,
    moeDifference: told.margin,
    seDifferenceSampling: told.samplingSe,
    seDifferenceTotal: told.totalSe,
    pLead: told.pLead,
    technicalTie: told.isTechnicalTie,
    sampleForLead: told.interviewsToTell,
  };
}

/** @param {Published} input */
function publishedMargin({ gap, publishedMarginOfShare, level, houseSdOfDifference }) {
  const done = publishedDifference({
    first: (1 + gap) / 2,
    second: (1 - gap) / 2,
    marginOfShare: publishedMarginOfShare,
    level,
    houseSd: houseSdOfDifference,
  });
  return done.ok ? { moeDifference: done.value.margin, pLead: done.value.pLead } : refused;
}

/** What answers each kind, from the input of the case. */
export const samplingKinds = {
  "stratified-ratio": stratifiedRatio,
  greg,
  difference: pairOfPoll,
  "published-margin": publishedMargin,
};
