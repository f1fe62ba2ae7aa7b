import { parseInstant, succeed } from "acta/basics";
import type { Instant, Problem, Result } from "acta/basics";
import { NO_SHEET } from "acta/sheet";
import { openRows } from "../files/index.js";
import type { BulletinFile, Delivery, ReadDelivery } from "../import/index.js";
import type { HoldReason } from "./follow-event.js";

/** What the last delivery of a source that was taken looked like. */
export interface LastDelivery {
  readonly stations: number;
  /** Bytes of the largest file; 0 when not known. */
  readonly bytes: number;
}

/** Below these shares of the last delivery a full source has lost something: most likely the file was being written. */
const FEWER = { numerator: 98, denominator: 100 };
const SMALLER = { numerator: 80, denominator: 100 };

/**
 * Tells a torn snapshot: two moments in files that describe one, or a full source with many fewer stations or bytes than before. Files
 * whose hash the definition names are never torn. @returns null when there is nothing to hold back.
 */
export function tornDelivery(delivery: Delivery, read: ReadDelivery, last: LastDelivery | null): Problem | null {
  if (delivery.files.some((file) => file.known !== null)) return null;
  if (read.moments.length > 1) return held("twoMoments", read.moments.length, 1);
  if (delivery.source.delivers !== "full" || last === null) return null;
  const stations = sheetsRead(read);
  if (isBelow(stations, last.stations, FEWER)) return held("fewerStations", stations, last.stations);
  const bytes = bytesOf(delivery);
  return isBelow(bytes, last.bytes, SMALLER) ? held("smaller", bytes, last.bytes) : null;
}

/** Stations of which the delivery has a sheet, in the contest that has most. */
export function sheetsRead({ draft }: ReadDelivery): number {
  const counts = draft.sheets.map(({ status }) => {
    let sheets = 0;
    for (let position = 0; position < draft.codes.length; position++) if (status[position] !== NO_SHEET) sheets++;
    return sheets;
  });
  return Math.max(0, ...counts);
}

/** Bytes of the largest file of a delivery. */
export function bytesOf(delivery: Delivery): number {
  return Math.max(0, ...delivery.files.map((file) => file.bytes));
}

function isBelow(now: number, before: number, share: typeof FEWER): boolean {
  return now * share.denominator < before * share.numerator;
}

function held(reason: HoldReason, found: number, before: number): Problem {
  return { code: "follow.held", context: { reason, found, before } };
}

/** The same for a file of published totals that must describe one moment. */
export async function tornBulletin({ path, part, known }: BulletinFile): Promise<Result<Problem | null>> {
  const { clock } = part;
  if (known !== null || clock === null || !part.oneMoment) return succeed(null);
  const rows = await openRows(path, part.dialect);
  if (!rows.ok) return rows;
  const columns = clock.columns.map((column) => rows.value.header.indexOf(column));
  const moments = new Set<Instant>();
  const read = await rows.value.each(
    (row) => {
      const moment = parseInstant(columns.map((column) => row.text(column)).join("T") + clock.offset);
      if (moment !== undefined) moments.add(moment);
    },
    () => undefined,
  );
  await rows.value.close();
  if (!read.ok) return read;
  return succeed(moments.size > 1 ? held("twoMoments", moments.size, 1) : null);
}
