import { byCode } from "../election/index.js";
import type { Area, PollingPlace, Roll } from "../election/index.js";
import { boundedSplit, poisson, stream } from "../statistics/index.js";
import type { AreaTotals, SimulationSpec } from "./spec.js";

/** An area of the last level and the rows of its stations: `from` up to, not including, `to`. */
export interface LeafRows {
  readonly code: string;
  readonly totals: AreaTotals;
  readonly from: number;
  readonly to: number;
}

/** A made-up roll, with what the other steps need to know about it. */
export interface MadeUpRoll {
  readonly roll: Roll;
  /** By code, like the rows. */
  readonly leaves: readonly LeafRows[];
  /** 1 for stations of rural places. */
  readonly rural: Uint8Array;
}

/** What the name of every made-up place begins with. */
const PLACE_NAME = "Local inventado";
const ZONES = { urban: "zona urbana", rural: "zona rural" } as const;

/** Makes places and stations for every area: urban places first, codes in the order of areas and places. */
export function makeRoll(spec: SimulationSpec): MadeUpRoll {
  const areas = areaList(spec);
  const leaves = leavesOf(spec);
  const size = leaves.at(-1)?.to ?? 0;
  const made = {
    registered: new Int32Array(size),
    place: new Uint32Array(size),
    leaf: new Uint32Array(size),
    rural: new Uint8Array(size),
  };
  const places: PollingPlace[] = [];
  for (const leaf of leaves) {
    const area = areas.findIndex((each) => each.code === leaf.code && each.level === spec.tree.levels.length);
    made.leaf.fill(area, leaf.from, leaf.to);
    makePlaces(spec, leaf, area, places, made);
    fitSizes(spec, leaf, made);
  }
  const roll: Roll = {
    trees: [{ id: spec.tree.id, areas }],
    places,
    codes: codesOf(size),
    leaves: [made.leaf],
    place: made.place,
    registered: made.registered,
  };
  return { roll, leaves, rural: made.rural };
}

interface Columns {
  readonly registered: Int32Array;
  readonly place: Uint32Array;
  readonly rural: Uint8Array;
}

/** The areas level by level, each level by code: the order of every roll. */
function areaList(spec: SimulationSpec): readonly Area[] {
  const { root } = spec.tree;
  const areas: Area[] = [{ code: root.code, name: root.name.es, level: 0, parent: -1 }];
  let above = new Map([["", 0]]);
  for (let level = 1; level <= spec.tree.levels.length; level++) {
    const here = new Map<string, number>();
    const members = spec.areas.filter((area) => above.has(area.parent));
    for (const area of members.toSorted((a, b) => byCode(a.code, b.code))) {
      here.set(area.code, areas.length);
      areas.push({ code: area.code, name: area.name, level, parent: above.get(area.parent) ?? 0 });
    }
    above = here;
  }
  return areas;
}

function leavesOf(spec: SimulationSpec): readonly LeafRows[] {
  let from = 0;
  return spec.areas
    .toSorted((a, b) => byCode(a.code, b.code))
    .flatMap(({ code, totals }) => {
      if (totals === null) return [];
      const leaf = { code, totals, from, to: from + totals.stations };
      from = leaf.to;
      return [leaf];
    });
}

function makePlaces(spec: SimulationSpec, leaf: LeafRows, area: number, places: PollingPlace[], made: Columns): void {
  const source = stream(spec.seed, "places", leaf.code);
  const digits = String(leaf.totals.stations).length;
  const firstRural = leaf.to - Math.round((leaf.totals.rural ?? spec.rural.share) * leaf.totals.stations);
  made.rural.fill(1, firstRural, leaf.to);
  for (let row = leaf.from, number = 1; row < leaf.to; number++) {
    const rural = row >= firstRural;
    const mean = rural ? spec.rural.perPlace : spec.stations.perPlace;
    const end = Math.min(row + 1 + poisson(source, mean - 1), rural ? leaf.to : firstRural);
    made.place.fill(places.length, row, end);
    const name = `${PLACE_NAME} ${String(number).padStart(digits, "0")}`;
    places.push({ name, address: rural ? ZONES.rural : ZONES.urban, area });
    row = end;
  }
}

/** Stations are full but for the last of each place, smaller in rural places; then they are fitted to the voters of the area. */
function fitSizes(spec: SimulationSpec, leaf: LeafRows, made: Columns): void {
  const source = stream(spec.seed, "sizes", leaf.code);
  const weights = new Float64Array(leaf.to - leaf.from);
  for (let row = leaf.from; row < leaf.to; row++) {
    const full = spec.stations.usual * (made.rural[row] === 1 ? spec.rural.size : 1);
    const last = row + 1 === leaf.to || made.place[row + 1] !== made.place[row];
    weights[row - leaf.from] = last ? full * (0.2 + 0.8 * source.next()) : full;
  }
  made.registered.set(boundedSplit(weights, leaf.totals.registered, 1, spec.stations.most), leaf.from);
}

/** Codes `S000001`, ...: the letter tells them from the codes of real stations. */
function codesOf(size: number): readonly string[] {
  const digits = Math.max(6, String(size).length);
  const codes: string[] = [];
  for (let number = 1; number <= size; number++) codes.push(`S${String(number).padStart(digits, "0")}`);
  return codes;
}
