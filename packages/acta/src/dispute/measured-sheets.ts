import { stationAt } from "../election/index.js";
import type { Roll } from "../election/index.js";
import { stateOf, statusOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { filedSheetAt } from "./filed-sheet.js";
import type { ClassedSheet } from "./flag-agreement.js";
import type { MeasuredSheet } from "./ruling-measurement.js";

/**
 * The sheets that were referred in one edition and are counted or annulled in a later one, with their end. Sheets that are still
 * open are left out: nothing is measured on them. A sheet whose status has no flag of its own is of the class `other`.
 * @param roll the roll of the earlier table. @param afterRoll that of the later one; without it their rows mean the same stations.
 */
export function* measuredSheets(
  roll: Roll,
  before: SheetTable,
  after: SheetTable,
  afterRoll: Roll = roll,
): Generator<MeasuredSheet> {
  for (let row = 0; row < before.size; row++) {
    if (stateOf(before, row) !== "referred") continue;
    const code = roll.codes[row] ?? "";
    const later = afterRoll.codes[row] === code ? row : stationAt(afterRoll, code);
    const end = later < 0 ? null : stateOf(after, later);
    if (end !== "counted" && end !== "annulled") continue;
    yield {
      station: code,
      sheet: filedSheetAt(before, roll.registered, row),
      given: statusOf(before, row)?.flags[0] ?? "other",
      after: { annulled: end === "annulled", cells: filedSheetAt(after, afterRoll.registered, later).cells },
    };
  }
}

/** The sheets of an edition with the class that the authority gave them: referred ones, and counted ones, which have none. */
export function* classedSheets(roll: Roll, table: SheetTable): Generator<ClassedSheet> {
  for (let row = 0; row < table.size; row++) {
    const status = statusOf(table, row);
    const isFlagged = status?.state === "referred";
    if (!isFlagged && status?.state !== "counted") continue;
    yield { sheet: filedSheetAt(table, roll.registered, row), given: isFlagged ? (status.flags[0] ?? "other") : null };
  }
}
