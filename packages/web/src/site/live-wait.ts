/** Milliseconds between looks at the pointer: readers of a page that stays open ask this often on the average (docs/scale.md). */
const EVERY = 30_000;
/** The longest wait while nobody answers, and the wait while a stream of events tells what is new. */
const LONGEST = 300_000;
/** Looks are spread by a fifth either way: readers who came with the same alert must not ask at the same moment ever after. */
const SPREAD = 0.2;
/** The first look comes this soon: the page itself may have come out of a cache. */
const SOONEST = 1_000;
const FIRST = 5_000;

/**
 * Milliseconds to the next look.
 * @param failures looks without an answer since the last one that was answered: each doubles the wait.
 * @param isTold a stream is open: then looking is only the net under it.
 * @param chance from 0 to 1.
 */
export function waitBefore(failures: number, isTold: boolean, chance: number): number {
  const plain = isTold && failures === 0 ? LONGEST : Math.min(LONGEST, EVERY * 2 ** failures);
  return Math.round(plain * (1 - SPREAD + 2 * SPREAD * chance));
}

/** Milliseconds to the first look. */
export function firstWait(chance: number): number {
  return Math.round(SOONEST + FIRST * chance);
}
