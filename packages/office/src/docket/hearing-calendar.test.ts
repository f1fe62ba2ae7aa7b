import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCivilDate, parseInstant } from "acta/basics";
import { writeHearings } from "./index.js";

const moment = (text: string) => parseInstant(text) ?? expect.unreachable(text);
const stamp = moment("2021-06-11T12:00:00Z");
const hearing = {
  id: "C-1 a@election",
  at: moment("2021-06-23T09:00:00-05:00"),
  title: "Hearing C-1",
  place: "",
  note: "",
  state: "called",
} as const;

/** Unfolds the lines of a file (RFC 5545 3.1). */
function linesOf(text: string): readonly string[] {
  return text.replaceAll("\r\n ", "").split("\r\n");
}

describe("the hearing list as iCalendar (RFC 5545)", () => {
  test("has one event for each hearing, in UTC", () => {
    const lines = linesOf(writeHearings([hearing], "Hearings", stamp));
    expect(lines).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//acta//petition hearings//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:Hearings",
      "BEGIN:VEVENT",
      "UID:C-1 a@election",
      "DTSTAMP:20210611T120000Z",
      "DTSTART:20210623T140000Z",
      "SUMMARY:Hearing C-1",
      "STATUS:CONFIRMED",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  test("a hearing whose hour nobody knows takes the day, also at the end of a month", () => {
    const day = parseCivilDate("2021-06-30") ?? expect.unreachable();
    const lines = linesOf(writeHearings([{ ...hearing, at: day, state: "cancelled" }], "H", stamp));
    expect(lines).toContain("DTSTART;VALUE=DATE:20210630");
    expect(lines).toContain("DTEND;VALUE=DATE:20210701");
    expect(lines).toContain("STATUS:CANCELLED");
  });

  test("whatever stands in a title: no line is longer than 75 octets, none is added, and the text comes back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (title) => {
        const text = writeHearings([{ ...hearing, title }], "H", stamp);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const lines = linesOf(text);
        expect(lines.length).toBe(15);
        const summary = lines.find((line) => line.startsWith("SUMMARY:"))?.slice("SUMMARY:".length) ?? "";
        const read = summary.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign));
        expect(read).toBe(title.replaceAll(/\r\n|\r/g, "\n").replaceAll(/[^\P{Cc}\n]/gu, ""));
      }),
    );
  });
});
