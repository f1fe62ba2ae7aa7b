import { parseCivilDate, parseInstant, succeed } from "../basics/index.js";
import type { CivilDate, Instant, Result } from "../basics/index.js";
import type { Election } from "../election/index.js";
import type { ActMoment } from "../record/index.js";
import { civilDateOf, momentOf } from "./civil-time.js";
import { lawDatesOf, lawInForce } from "./law-in-force.js";
import type { LawInForce } from "./law-in-force.js";
import type { Law, LawCalendar } from "./law.js";

/** The law of an election as acts of different days meet it. */
export interface LegalFrame {
  /** The law in force on the day of an act; null where the record holds no law set. */
  readonly lawOn: (at: ActMoment) => LawInForce | null;
  /** True for a status whose sheets are annulled. */
  readonly isAnnulled: (status: string) => boolean;
}

/**
 * The frame of an election under a law set, or without one.
 * @returns `dispute.noConvocation` when the law set does not say when the election was called.
 */
export function legalFrame(law: Law | null, election: Election): Result<LegalFrame> {
  const annulled = new Set(election.statuses.flatMap(({ id, state }) => (state === "annulled" ? [id] : [])));
  const isAnnulled = (status: string): boolean => annulled.has(status);
  if (law === null) return succeed({ lawOn: () => null, isAnnulled });
  const dates = lawDatesOf(law, election, election.date);
  if (!dates.ok) return dates;
  // Rules are chosen once for each day: thousands of acts fall on few days.
  const days = new Map<CivilDate, LawInForce>();
  const lawOn = (at: ActMoment): LawInForce => {
    const act = civilDayOf(law.calendar, at);
    const known = days.get(act) ?? lawInForce(law, { ...dates.value, act });
    days.set(act, known);
    return known;
  };
  return succeed({ lawOn, isAnnulled });
}

/** The civil day of a moment where the law's clock runs; a day stays a day. */
export function civilDayOf(calendar: LawCalendar, at: ActMoment): CivilDate {
  const moment = parseInstant(at);
  const day = moment === undefined ? parseCivilDate(at) : civilDateOf(calendar, moment);
  if (day === undefined) throw new Error(`neither a moment nor a day: ${at}`);
  return day;
}

/** A moment of an act; noon of the day where only the day is known (terms in days do not look at the hour). */
export function instantOf(calendar: LawCalendar, at: ActMoment): Instant {
  return parseInstant(at) ?? momentOf(calendar, civilDayOf(calendar, at), "12:00");
}
