import { addDays, parseCivilDate } from "acta/basics";
import type { Instant } from "acta/basics";
import type { ActMoment } from "acta/record";

/** A hearing for a calendar. */
export interface CalendarHearing {
  /** Stable for the same hearing: calendars update it instead of doubling it. */
  readonly id: string;
  readonly at: ActMoment;
  readonly title: string;
  readonly place: string;
  readonly note: string;
  readonly state: "called" | "held" | "postponed" | "cancelled";
}

/**
 * Writes hearings as an iCalendar file (RFC 5545): CRLF, lines folded at 75 octets, text escaped, UTC times; a hearing whose hour nobody
 * knows is one of the whole day. No moment of writing stands in it but `stamp`: the same hearings give the same bytes.
 */
export function writeHearings(hearings: readonly CalendarHearing[], name: string, stamp: Instant): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//acta//petition hearings//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...hearings.flatMap((hearing) => event(hearing, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function event(hearing: CalendarHearing, stamp: Instant): readonly string[] {
  const { id, title, place, note, state } = hearing;
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(id)}`,
    `DTSTAMP:${utc(stamp)}`,
    ...times(hearing.at),
    `SUMMARY:${escaped(title)}`,
    ...(place === "" ? [] : [`LOCATION:${escaped(place)}`]),
    ...(note === "" ? [] : [`DESCRIPTION:${escaped(note)}`]),
    `STATUS:${STATUS[state]}`,
    "END:VEVENT",
  ];
}

const STATUS = { called: "CONFIRMED", held: "CONFIRMED", postponed: "TENTATIVE", cancelled: "CANCELLED" } as const;

/** Without an end a hearing takes no time (RFC 5545 3.6.1); a day ends where the next begins. */
function times(at: ActMoment): readonly string[] {
  const day = parseCivilDate(at);
  if (day === undefined) return [`DTSTART:${utc(at)}`];
  return [`DTSTART;VALUE=DATE:${bare(day)}`, `DTEND;VALUE=DATE:${bare(addDays(day, 1))}`];
}

function utc(moment: string): string {
  return moment.replaceAll(/[-:]/g, "");
}

function bare(day: string): string {
  return day.replaceAll("-", "");
}

/** RFC 5545 3.3.11: backslash, semicolon, comma and line breaks. Other control characters may not stand in it. */
function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll(/\r\n|\r|\n/g, "\\n")
    .replaceAll(/\p{Cc}/gu, "");
}

/** RFC 5545 3.1: no line is longer than 75 octets; the rest goes on after a blank. A character is never cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const length = new TextEncoder().encode(character).length;
    if (octets + length > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = "";
      octets = 0;
    }
    part += character;
    octets += length;
  }
  return [...parts, part].join("\r\n ");
}
