import { stationAt } from "acta/election";
import type { Roll } from "acta/election";

/** Row of the station with a code as given, else with the leading zeros that a spreadsheet took away; -1 when there is none. */
export function stationCalled(roll: Roll, code: string): number {
  const exact = stationAt(roll, code);
  return exact >= 0 ? exact : stationAt(roll, code.padStart((roll.codes[0] ?? "").length, "0"));
}
