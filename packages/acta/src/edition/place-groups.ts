import { NO_PLACE, UNKNOWN_AREA } from "../election/index.js";
import type { Roll } from "../election/index.js";
import { OUT_OF_SCOPE } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";

/** Stations of one leaf area that vote in the same place; those whose source names none are together. */
export interface PlaceGroup {
  /** Position of the leaf in the first tree. */
  readonly leaf: number;
  /** Position in `Roll.places`, or `NO_PLACE`. */
  readonly place: number;
  /** Code of its area and of its first station: it stays the same when other places come or go. */
  readonly code: string;
  /** In the order of the roll. */
  readonly rows: readonly number[];
}

/** The places of a contest, in the order of their first stations, and to which of them each row belongs. */
export interface PlaceGroups {
  readonly groups: readonly PlaceGroup[];
  readonly groupOf: Uint32Array;
}

/**
 * Groups the stations of a contest. By leaf and place: a roll may come from a stranger and list a place in another area than its
 * stations, and the places of an area must sum to it all the same.
 */
export function groupPlaces(roll: Roll, table: SheetTable): PlaceGroups {
  const leaves = roll.leaves[0] ?? new Uint32Array(0);
  const known = new Map<string, number>();
  const groups: (PlaceGroup & { readonly rows: number[] })[] = [];
  const groupOf = new Uint32Array(table.size).fill(NO_PLACE);
  for (let row = 0; row < table.size; row++) {
    if (table.status[row] === OUT_OF_SCOPE) continue;
    const leaf = leaves[row] ?? 0;
    const place = roll.place[row] ?? NO_PLACE;
    const key = `${leaf}/${place}`;
    let at = known.get(key);
    if (at === undefined) {
      at = groups.length;
      known.set(key, at);
      const area = roll.trees[0]?.areas[leaf]?.code ?? "";
      const code = `${area}/${place === NO_PLACE ? UNKNOWN_AREA : (roll.codes[row] ?? "")}`;
      groups.push({ leaf, place, code, rows: [] });
    }
    groups[at]?.rows.push(row);
    groupOf[row] = at;
  }
  return { groups, groupOf };
}
