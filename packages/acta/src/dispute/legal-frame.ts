import { parseCivilDate, parseInstant, succeed } from "../basics/index.js";
import type { CivilDate, Instant, Result } from "../basics/index.js";
import type { Election } from "../election/index.js";
import type { ActMoment } from "../record/index.js";
import { civilDateOf, momentOf } from "./civil-time.js";
import { lawDatesOf, lawInForce } from "./law-in-force.js";
import type { LawDates, LawInForce } from "./law-in-force.js";
import type { Law, LawCalendar } from "./law.js";

/** A law set that a ledger holds from an entry on. */
export interface HeldLaw {
  readonly law: Law;
  /** Ledger position of its entry. */
  readonly since: number;
}

/** The law of an election as acts of different days meet it. */
export interface LegalFrame {
  /**
   * The law in force on the day of an act; null where the record holds no law set. An act is judged by the law set that the record held
   * when it came, so that a later one changes nothing that was decided; the first one stands also for what came before it.
   * @param entry ledger position of the act; without it the newest law set.
   */
  readonly lawOn: (at: ActMoment, entry?: number) => LawInForce | null;
  /** True for a status whose sheets are annulled. */
  readonly isAnnulled: (status: string) => boolean;
}

/**
 * The frame of an election under the law sets of a record, oldest first; without any of them nothing is judged.
 * @returns `dispute.noConvocation` when a law set does not say when the election was called.
 */
export function legalFrame(laws: readonly HeldLaw[], election: Election): Result<LegalFrame> {
  const annulled = new Set(election.statuses.flatMap(({ id, state }) => (state === "annulled" ? [id] : [])));
  const chosen: { readonly since: number; readonly on: (at: ActMoment) => LawInForce }[] = [];
  for (const { law, since } of laws) {
    const dates = lawDatesOf(law, election, election.date);
    if (!dates.ok) return dates;
    chosen.push({ since, on: byDay(law, dates.value) });
  }
  return succeed({
    isAnnulled: (status) => annulled.has(status),
    lawOn: (at, entry = Number.POSITIVE_INFINITY) =>
      (chosen.findLast(({ since }) => since < entry) ?? chosen[0])?.on(at) ?? null,
  });
}

/** Rules are chosen once for each day: thousands of acts fall on few days. */
function byDay(law: Law, dates: LawDates): (at: ActMoment) => LawInForce {
  const days = new Map<CivilDate, LawInForce>();
  return (at) => {
    const act = civilDayOf(law.calendar, at);
    const known = days.get(act) ?? lawInForce(law, { ...dates, act });
    days.set(act, known);
    return known;
  };
}

/** The civil day of a moment where the law's clock runs; a day stays a day. */
function civilDayOf(calendar: LawCalendar, at: ActMoment): CivilDate {
  const moment = parseInstant(at);
  const day = moment === undefined ? parseCivilDate(at) : civilDateOf(calendar, moment);
  if (day === undefined) throw new Error(`neither a moment nor a day: ${at}`);
  return day;
}

/** A moment of an act; noon of the day where only the day is known (terms in days do not look at the hour). */
export function instantOf(calendar: LawCalendar, at: ActMoment): Instant {
  return parseInstant(at) ?? momentOf(calendar, civilDayOf(calendar, at), "12:00");
}
