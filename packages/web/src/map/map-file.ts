import * as v from "valibot";
import type { FlatDrawing, Point } from "./flat-drawing.js";
import { sharedArcs } from "./shared-arcs.js";
import type { SharedArcs } from "./shared-arcs.js";
import { thinArc } from "./thin-arc.js";

const whole = v.pipe(v.number(), v.integer());

/**
 * The map of an area's parts, `acta-map/1`: borders as x, y and then steps, each once; an area as its code, where its symbol stands, and its rings
 * as positions of borders, `~at` (that is -1 - at) for one walked backwards.
 */
export const mapForm = v.object({
  schema: v.literal("acta-map/1"),
  width: whole,
  height: whole,
  arcs: v.array(v.array(whole)),
  areas: v.array(v.tuple([v.string(), whole, whole, v.array(v.array(whole))])),
});

/** The map of an area's parts, as published. */
export type MapFile = v.InferOutput<typeof mapForm>;

/** Triangles of this many square units are left out of a border; doubled until the map is small enough. */
const FIRST_THINNING = 4;
const MOST_THINNING = 256;

/** Draws a map that takes at most `bytes` as it is written, as finely as that allows. */
export function mapOf(drawing: FlatDrawing, bytes: number): MapFile {
  const shared = sharedArcs(drawing);
  let map = thinned(drawing, shared, FIRST_THINNING);
  for (let least = 2 * FIRST_THINNING; least <= MOST_THINNING && JSON.stringify(map).length > bytes; least *= 2)
    map = thinned(drawing, shared, least);
  return map;
}

/** The same map in parts of at most so many bytes, for one that is too large to be sent at once. Areas stay in their order. */
export function mapParts(map: MapFile, bytes: number): readonly MapFile[] {
  const parts: MapFile[] = [];
  const head = JSON.stringify({ ...map, arcs: [], areas: [] }).length;
  let areas: MapFile["areas"] = [];
  let arcs = new Set<number>();
  let size = head;
  for (const area of map.areas) {
    const used = new Set(area[3].flat().map((at) => (at < 0 ? ~at : at)));
    // Positions only get shorter in a part, so this is never too little.
    const more = (known: ReadonlySet<number>): number =>
      [...used].reduce((sum, at) => sum + (known.has(at) ? 0 : JSON.stringify(map.arcs[at] ?? []).length + 1), 0) +
      JSON.stringify(area).length +
      1;
    if (areas.length > 0 && size + more(arcs) > bytes) {
      parts.push(partOf(map, areas));
      [areas, arcs, size] = [[], new Set(), head];
    }
    size += more(arcs);
    areas.push(area);
    for (const at of used) arcs.add(at);
  }
  return areas.length === 0 ? parts : [...parts, partOf(map, areas)];
}

function partOf(map: MapFile, areas: MapFile["areas"]): MapFile {
  const used = new Map<number, number>();
  const arcs: number[][] = [];
  const own = (at: number): number => {
    const arc = at < 0 ? ~at : at;
    const known = used.get(arc) ?? arcs.push(map.arcs[arc] ?? []) - 1;
    used.set(arc, known);
    return at < 0 ? ~known : known;
  };
  const mine = areas.map(([code, x, y, rings]): MapFile["areas"][number] => [
    code,
    x,
    y,
    rings.map((ring) => ring.map(own)),
  ]);
  return { ...map, arcs, areas: mine };
}

function thinned(drawing: FlatDrawing, shared: SharedArcs, least: number): MapFile {
  const { width, height, areas } = drawing;
  return {
    schema: "acta-map/1",
    width,
    height,
    arcs: shared.arcs.map((arc) => stepsOf(thinArc(arc, least))),
    areas: areas.map(({ code, centre: [x, y] }, at) => [code, x, y, (shared.rings[at] ?? []).map((ring) => [...ring])]),
  };
}

function stepsOf(arc: readonly Point[]): number[] {
  const steps: number[] = [];
  let [lastX, lastY] = [0, 0];
  for (const [x, y] of arc) {
    steps.push(x - lastX, y - lastY);
    [lastX, lastY] = [x, y];
  }
  return steps;
}

/** The path of an area's rings in a map (SVG, the `d` attribute); "" for an area of which only the place is known. */
export function pathOf({ arcs }: MapFile, rings: readonly (readonly number[])[]): string {
  return rings.map((ring) => ringPath(arcs, ring)).join("");
}

function ringPath(arcs: MapFile["arcs"], ring: readonly number[]): string {
  let path = "";
  let [lastX, lastY] = [0, 0];
  for (const at of ring) {
    const points = pointsOf(arcs[at < 0 ? ~at : at] ?? []);
    // Each border begins where the one before it ended.
    for (const [x, y] of (at < 0 ? points.toReversed() : points).slice(path === "" ? 0 : 1)) {
      path += path === "" ? `M${x} ${y}l` : `${step(x - lastX, path)}${step(y - lastY, "0")}`;
      [lastX, lastY] = [x, y];
    }
  }
  return path === "" ? "" : `${path}z`;
}

/** A number behind another one: the minus parts them, else a space does. */
function step(value: number, before: string): string {
  return value < 0 || before.endsWith("l") ? String(value) : ` ${value}`;
}

function pointsOf(steps: readonly number[]): readonly Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    x += steps[at] ?? 0;
    y += steps[at + 1] ?? 0;
    points.push([x, y]);
  }
  return points;
}
