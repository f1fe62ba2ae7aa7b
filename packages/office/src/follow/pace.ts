import { setTimeout as later } from "node:timers/promises";
import type { Instant } from "acta/basics";

/** Time and chance as they come from outside: tests pass their own and never wait. */
export interface Pace {
  readonly now: () => Instant;
  /** Ends early, without an error, when the signal is given. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
}

/** The pace of the machine: its timers and its chance, with the clock that is given. */
export function machinePace(now: () => Instant): Pace {
  return {
    now,
    random: Math.random,
    // The signal is the only error that a timer knows, and it is no error here.
    sleep: (milliseconds, signal) => later(milliseconds, undefined, { signal }).catch(() => undefined),
  };
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/**
 * Milliseconds before an attempt is repeated: twice as long each time, of which a random half is left out, so that many who lost the
 * same server do not come back together; never less than what the server asked for.
 */
export function waitBefore(attempt: number, asked: number | null, random: () => number): number {
  const whole = Math.min(FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT);
  return Math.max(Math.round(whole * (0.5 + random() / 2)), asked ?? 0);
}

/** A server that asks for more than a day has made a mistake; timers also end somewhere. */
const LONGEST_ASKED = 24 * 3_600_000;

/** Milliseconds that a `Retry-After` asks for (RFC 9110 10.2.3): seconds or a date; null when there is none or it cannot be read. */
export function retryAfterOf(header: string | undefined, now: Instant): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const asked = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.parse(now);
  return Number.isNaN(asked) ? null : Math.min(Math.max(asked, 0), LONGEST_ASKED);
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Milliseconds of `30s`, `5m`, `2h`; undefined for anything else, and for nothing or more than a week. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,6})([smh])$/.exec(text);
  const milliseconds = Number(match?.[1] ?? 0) * (UNITS[match?.[2] ?? ""] ?? 0);
  return milliseconds > 0 && milliseconds <= 7 * 24 * 3_600_000 ? milliseconds : undefined;
}
