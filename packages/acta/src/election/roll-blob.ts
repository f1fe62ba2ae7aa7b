import * as v from "valibot";
import { ByteWriter, fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Roll } from "./roll.js";

/**
 * The bytes of a roll's content-addressed blob: canonical JSON (RFC 8785), so equal rolls have equal hashes. Keys are written here
 * in sorted order and all numbers are whole, so the plain serializer gives the canonical form.
 */
export function rollBytes(roll: Roll): Uint8Array {
  const writer = new ByteWriter();
  writer.text('{"format":"acta-roll/1","places":');
  writer.text(JSON.stringify(roll.places.map((place) => [place.name, place.address, place.area])));
  writer.text(',"stations":[');
  writeStations(writer, roll);
  writer.text('],"trees":');
  const trees = roll.trees.map((tree) => ({
    areas: tree.areas.map((area) => [area.code, area.name, area.level, area.parent]),
    id: tree.id,
  }));
  writer.text(JSON.stringify(trees));
  writer.text("}");
  return writer.view();
}

/** Stations are many: each is written as `["code",registered,place,leaf,...]` straight into the bytes. */
function writeStations(writer: ByteWriter, roll: Roll): void {
  for (let row = 0; row < roll.codes.length; row++) {
    writer.text(row === 0 ? "[" : ",[");
    writer.string(roll.codes[row] ?? "");
    writer.text(",");
    const registered = roll.registered[row] ?? -1;
    if (registered < 0) writer.text("-1");
    else writer.number(registered);
    writer.text(",");
    writer.number(roll.place[row] ?? 0);
    for (const leaf of roll.leaves) {
      writer.text(",");
      writer.number(leaf[row] ?? 0);
    }
    writer.text("]");
  }
}

const whole = v.pipe(v.number(), v.integer());
// Stations are many: they are checked by hand below instead of by the schema.
const blob = v.object({
  format: v.literal("acta-roll/1"),
  trees: v.array(v.object({ id: v.string(), areas: v.array(v.tuple([v.string(), v.string(), whole, whole])) })),
  places: v.array(v.tuple([v.string(), v.string(), whole])),
  stations: v.array(v.unknown()),
});

/** Reads a roll blob; every position in it is checked, since a blob may come from a stranger. */
export function rollFromJson(document: unknown): Result<Roll> {
  const parsed = v.safeParse(blob, document);
  if (!parsed.success) return fail({ code: "roll.badBlob", context: { reason: parsed.issues[0].message } });
  const { trees, places, stations } = parsed.output;
  const roll: Roll = {
    trees: trees.map((tree) => ({
      id: tree.id,
      areas: tree.areas.map(([code, name, level, parent]) => ({ code, name, level, parent })),
    })),
    places: places.map(([name, address, area]) => ({ name, address, area })),
    codes: [],
    leaves: trees.map(() => new Uint32Array(stations.length)),
    place: new Uint32Array(stations.length),
    registered: new Int32Array(stations.length),
  };
  const codes: string[] = [];
  for (let row = 0; row < stations.length; row++) {
    const code = readStation(roll, stations[row], row);
    if (code === undefined || (row > 0 && (codes[row - 1] ?? "") >= code))
      return fail({ code: "roll.badBlob", context: { station: row } });
    codes.push(code);
  }
  const treesAreSound = roll.trees.every((tree) =>
    tree.areas.every((area, at) => (at === 0 ? area.parent === -1 : area.parent >= 0 && area.parent < at)),
  );
  return treesAreSound ? succeed({ ...roll, codes }) : fail({ code: "roll.badBlob", context: { reason: "area tree" } });
}

function readStation(roll: Roll, value: unknown, row: number): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const cells: readonly unknown[] = value;
  const [code, registered, place, ...leaves] = cells;
  if (typeof code !== "string" || code === "" || !isWhole(registered) || !isWhole(place)) return undefined;
  if (leaves.length !== roll.leaves.length) return undefined;
  for (let at = 0; at < leaves.length; at++) {
    const leaf = leaves[at];
    const column = roll.leaves[at];
    if (column === undefined || !isWhole(leaf) || leaf < 0 || leaf >= (roll.trees[at]?.areas.length ?? 0))
      return undefined;
    column[row] = leaf;
  }
  roll.registered[row] = registered;
  roll.place[row] = place;
  return code;
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value);
}
