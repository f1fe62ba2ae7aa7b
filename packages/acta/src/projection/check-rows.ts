import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { codeOf, referredIn } from "./area-row.js";
import type { AreaRow } from "./area-row.js";

/** Refuses the first row that cannot be true, or that says again what another row says. */
export function checkRows(rows: readonly AreaRow[]): Result<null> {
  const seen = new Map<string, AreaRow>();
  for (const row of rows) {
    const problem = falseRow(row) ?? repeated(row, seen);
    if (problem !== null) return fail({ ...problem, where: row.where });
    seen.set(keyOf(row.path), row);
  }
  return overlap(rows, seen);
}

function keyOf(path: readonly string[]): string {
  return path.join("\u0000");
}

function falseRow(row: AreaRow): Problem | null {
  const { sheets, counted, registered, registeredCounted } = row;
  const area = codeOf(row);
  const referred = referredIn(row);
  const votes = row.votes.reduce((sum, each) => sum + each, 0);
  if (counted > sheets) return { code: "totals.countedAboveSheets", context: { area, counted, sheets } };
  if (counted + referred > sheets)
    return { code: "totals.referredAboveOpen", context: { area, referred, open: sheets - counted } };
  if (counted === 0 && votes > 0) return { code: "totals.votesWithoutSheets", context: { area, votes } };
  if (registered !== null && registeredCounted !== null && registeredCounted > registered)
    return { code: "totals.registeredFalls", context: { area, counted: registeredCounted, registered } };
  const voters = registeredCounted ?? registered;
  if (voters !== null && votes > voters)
    return { code: "totals.votesAboveRegistered", context: { area, votes, registered: voters } };
  return null;
}

function repeated(row: AreaRow, seen: ReadonlyMap<string, AreaRow>): Problem | null {
  const other = seen.get(keyOf(row.path));
  return other === undefined ? null : { code: "totals.areaTwice", context: { area: codeOf(row), other: other.where } };
}

/** An area that is told whole and in parts would be counted twice. */
function overlap(rows: readonly AreaRow[], seen: ReadonlyMap<string, AreaRow>): Result<null> {
  for (const row of rows)
    for (let length = 1; length < row.path.length; length++) {
      const above = seen.get(keyOf(row.path.slice(0, length)));
      if (above !== undefined)
        return fail({
          code: "totals.areaInside",
          where: row.where,
          context: { area: codeOf(row), above: codeOf(above), other: above.where },
        });
    }
  return succeed(null);
}
