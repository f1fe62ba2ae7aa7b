import { parseCivilDate, parseInstant } from "acta/basics";
import type { Instant } from "acta/basics";

const LOCAL = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d)?)?$/;

/**
 * Reads a moment as people write it: with a zone it is taken as it is; a day or a local time is that of the election's zone, and a day
 * alone means its end, since "the count of 8 June" includes that day.
 */
export function momentOf(text: string, zone: string): Instant | undefined {
  const exact = parseInstant(text);
  if (exact !== undefined) return exact;
  const match = LOCAL.exec(text);
  const [, day = "", time = "23:59"] = match ?? [];
  if (match === null || parseCivilDate(day) === undefined) return undefined;
  const seconds = match[2] === undefined ? "59" : "00";
  const guess = parseInstant(`${day}T${time}:${seconds}Z`);
  if (guess === undefined) return undefined;
  const offset = offsetAt(guess, zone);
  return instantAt(Date.parse(guess) - offset * 60_000);
}

/** The moment that the clock of the machine gives. */
export function instantAt(milliseconds: number): Instant {
  const instant = parseInstant(new Date(milliseconds).toISOString());
  if (instant === undefined) throw new Error(`not a time: ${milliseconds}`);
  return instant;
}

/**
 * A zone that this machine knows: the zone itself, or UTC. A definition names a zone that was known where it was recorded; a machine
 * with an older list must still be able to read it.
 */
export function zoneHere(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: zone }).resolvedOptions().timeZone === "" ? "UTC" : zone;
  } catch {
    return "UTC";
  }
}

function offsetAt(moment: Instant, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zoneHere(zone),
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(moment));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "00";
  const local = `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}Z`;
  return Math.round((Date.parse(local) - Date.parse(moment)) / 60_000);
}
