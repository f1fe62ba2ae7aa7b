import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TreeDefinition } from "./definition.js";
import { NO_PLACE } from "./roll.js";
import type { Roll } from "./roll.js";
import { rollBytes, rollFromJson } from "./roll-blob.js";
import { RollBuilder } from "./roll-builder.js";

const label = (text: string) => ({ es: text, en: text });
const trees: readonly TreeDefinition[] = [
  {
    id: "regions",
    name: label("Regions"),
    codes: "",
    root: { code: "ZZ", level: "country", name: label("All") },
    levels: [{ id: "region", name: label("Region") }],
  },
];

interface Station {
  readonly code: string;
  readonly region: string;
  readonly place: string;
  readonly registered: number;
}

function add(builder: RollBuilder, { code, region, place, registered }: Station): void {
  const area = region === "" ? builder.unknown(0) : builder.area(0, [region], [`Region ${region}`]);
  builder.set(builder.position(code), [area], place, "", registered);
}

function rollOf(stations: readonly Station[]): Roll {
  const builder = new RollBuilder(trees);
  for (const station of stations) add(builder, station);
  return builder.build();
}

const anyStation = fc.record({
  code: fc.string({ unit: fc.constantFrom("0", "1", "2", "ñ"), minLength: 1, maxLength: 4 }),
  region: fc.constantFrom("", "1", "2", "3"),
  place: fc.constantFrom("", "School", "Market"),
  registered: fc.integer({ min: -1, max: 300 }),
});
const anyStations = fc.uniqueArray(anyStation, { selector: (station) => station.code });

describe("a roll that is built", () => {
  test("property: does not depend on the order of the stations", () => {
    fc.assert(
      fc.property(anyStations, fc.infiniteStream(fc.nat()), (stations, keys) => {
        const shuffled = stations
          .map((station) => ({ station, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ station }) => station);
        expect(rollOf(shuffled)).toEqual(rollOf(stations));
      }),
    );
  });

  test("property: is the same after its bytes were read back", () => {
    fc.assert(
      fc.property(anyStations, (stations) => {
        const roll = rollOf(stations);
        const text = new TextDecoder().decode(rollBytes(roll));
        expect(rollFromJson(JSON.parse(text))).toEqual({ ok: true, value: roll });
        expect(text).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test("a station that was only mentioned is not on it", () => {
    const builder = new RollBuilder(trees);
    const mentioned = builder.position("7");
    add(builder, { code: "5", region: "1", place: "", registered: 10 });
    expect(builder.has(mentioned)).toBe(false);
    expect(builder.located(mentioned)).toBe(false);
    expect(builder.build()).toMatchObject({ codes: ["5"] });
  });

  test("a code has one position, in whatever order the codes come", () => {
    const builder = new RollBuilder(trees);
    const positions = ["2", "3", "3", "1", "2", "4", "1"].map((code) => builder.position(code));
    expect(positions).toEqual([0, 1, 1, 2, 0, 3, 2]);
    expect(builder.codes).toEqual(["2", "3", "1", "4"]);
  });

  test("keeps the stations of an earlier roll that are not set, and says which", () => {
    const earlier = rollOf([
      { code: "1", region: "1", place: "School", registered: 100 },
      { code: "2", region: "", place: "", registered: -1 },
    ]);
    const builder = new RollBuilder(trees);
    add(builder, { code: "1", region: "2", place: "", registered: 90 });
    const added = builder.addMissing(earlier);
    expect(added.map((position) => builder.codes[position])).toEqual(["2"]);
    const roll = builder.build();
    expect(roll.codes).toEqual(["1", "2"]);
    expect([...roll.registered]).toEqual([90, -1]);
    expect([...roll.place]).toEqual([NO_PLACE, NO_PLACE]);
  });

  test("locating a station leaves its registered voters", () => {
    const builder = new RollBuilder(trees);
    add(builder, { code: "1", region: "", place: "", registered: 250 });
    const position = builder.position("1");
    expect(builder.located(position)).toBe(false);
    builder.locate(position, [builder.area(0, ["2"], ["Two"])], "School", "Street 1");
    expect(builder.located(position)).toBe(true);
    expect(builder.build()).toMatchObject({ registered: Int32Array.of(250), places: [{ name: "School" }] });
  });
});
