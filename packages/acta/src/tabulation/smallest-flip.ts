/** The sheets that can take something from a condition, by what each takes: amounts from the largest down, and how many take it. */
export interface StakeTiers {
  readonly amounts: readonly number[];
  readonly sheets: readonly number[];
}

/**
 * The fewest annulments that bring a condition down, or the proof that none do: what all that could help would take together.
 * `ends`: exactly nothing is left (`tie`), or less than nothing (`over`).
 */
export type SmallestFlip =
  | {
      readonly kind: "possible";
      readonly stations: number;
      readonly takes: number;
      /** The most that one station fewer can take: less than the slack, or it would be enough. */
      readonly oneFewerTakes: number;
      readonly ends: "tie" | "over";
    }
  | { readonly kind: "impossible"; readonly stations: number; readonly takes: number };

/** Sheets seldom take more than their voters: up to here every amount has a counter of its own. */
const MOST_COUNTERS = 1 << 16;

/** Sorts what sheets take into tiers. `among` marks the sheets that may be annulled; null for all. Only what is above 0 helps. */
export function tiersOf(stakes: Float64Array, among: Uint8Array | null): StakeTiers {
  const helping = new Float64Array(stakes.length);
  let largest = 0;
  let count = 0;
  for (let row = 0; row < stakes.length; row++) {
    const stake = stakes[row] ?? 0;
    if (stake <= 0 || (among !== null && among[row] !== 1)) continue;
    helping[count++] = stake;
    if (stake > largest) largest = stake;
  }
  const taken = helping.subarray(0, count);
  return largest < MOST_COUNTERS ? countedTiers(taken, largest) : sortedTiers(taken);
}

function countedTiers(taken: Float64Array, largest: number): StakeTiers {
  const counters = new Uint32Array(largest + 1);
  for (const amount of taken) counters[amount] = (counters[amount] ?? 0) + 1;
  const tiers: { amounts: number[]; sheets: number[] } = { amounts: [], sheets: [] };
  for (let amount = largest; amount > 0; amount--) {
    const sheets = counters[amount] ?? 0;
    if (sheets === 0) continue;
    tiers.amounts.push(amount);
    tiers.sheets.push(sheets);
  }
  return tiers;
}

function sortedTiers(taken: Float64Array): StakeTiers {
  const tiers: { amounts: number[]; sheets: number[] } = { amounts: [], sheets: [] };
  const sorted = taken.toSorted();
  for (let at = sorted.length - 1; at >= 0; at--) {
    const last = tiers.amounts.length - 1;
    if (tiers.amounts[last] === sorted[at]) tiers.sheets[last] = (tiers.sheets[last] ?? 0) + 1;
    else {
      tiers.amounts.push(sorted[at] ?? 0);
      tiers.sheets.push(1);
    }
  }
  return tiers;
}

/**
 * The most that any `stations` sheets can take: the largest stakes. Each sheet takes its own amount whatever the others do, so no
 * choice of so many sheets takes more than those with the largest amounts (exchange any other for one of them: the sum never falls).
 */
export function mostTaken(tiers: StakeTiers, stations: number): number {
  let left = stations;
  let takes = 0;
  for (let at = 0; at < tiers.amounts.length && left > 0; at++) {
    const sheets = Math.min(left, tiers.sheets[at] ?? 0);
    takes += sheets * (tiers.amounts[at] ?? 0);
    left -= sheets;
  }
  return takes;
}

/**
 * The fewest sheets whose annulment brings a condition down, exactly: since the largest k amounts are the most that k sheets can take,
 * the first k at which they reach the slack is the smallest, and k - 1 sheets are proved not to be enough. With several rivals
 * each has its own condition, and the outcome changes if any falls: the smallest of the answers is exact too.
 */
export function smallestFlip(slack: number, tiers: StakeTiers): SmallestFlip {
  if (slack <= 0)
    return { kind: "possible", stations: 0, takes: 0, oneFewerTakes: 0, ends: slack === 0 ? "tie" : "over" };
  let stations = 0;
  let takes = 0;
  for (let at = 0; at < tiers.amounts.length; at++) {
    const amount = tiers.amounts[at] ?? 0;
    const sheets = tiers.sheets[at] ?? 0;
    const needed = Math.ceil((slack - takes) / amount);
    if (needed <= sheets) {
      const taken = takes + needed * amount;
      const ends = taken === slack ? "tie" : "over";
      return { kind: "possible", stations: stations + needed, takes: taken, oneFewerTakes: taken - amount, ends };
    }
    stations += sheets;
    takes += sheets * amount;
  }
  return { kind: "impossible", stations, takes };
}

/**
 * The rows with the largest stakes (above 0), the largest first, equal ones by row, which is by station code. For those who may see it: a
 * public page shows the size of a set and never this.
 */
export function largestRows(stakes: Float64Array, among: Uint8Array | null, count: number): readonly number[] {
  const { amounts, sheets } = tiersOf(stakes, among);
  let left = count;
  let cut = Infinity;
  for (let at = 0; at < amounts.length && left > 0; at++) {
    cut = amounts[at] ?? 0;
    left -= sheets[at] ?? 0;
  }
  const rows: number[] = [];
  for (let row = 0; row < stakes.length; row++)
    if ((stakes[row] ?? 0) >= cut && (among === null || among[row] === 1)) rows.push(row);
  return rows.toSorted((a, b) => (stakes[b] ?? 0) - (stakes[a] ?? 0) || a - b).slice(0, count);
}
