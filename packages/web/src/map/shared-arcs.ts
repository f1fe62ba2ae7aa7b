import type { FlatDrawing, Point } from "./flat-drawing.js";

/** Borders, each once, and the areas as rings of them: what two neighbours share is written once and stays shared however it is thinned. */
export interface SharedArcs {
  readonly arcs: readonly (readonly Point[])[];
  /** For each area of the drawing its rings: positions of arcs, `~at` for one that is walked backwards. */
  readonly rings: readonly (readonly (readonly number[])[])[];
}

/** More than any map that is drawn has units: a point is one number. */
const STRIDE = 1 << 20;

/** Cuts the rings of a drawing where borders meet (Bostock's topology: a point is a junction when not every ring passes it the same way). */
export function sharedArcs(drawing: FlatDrawing): SharedArcs {
  const junctions = junctionsOf(drawing);
  const arcs: (readonly Point[])[] = [];
  const known = new Map<string, number>();
  const indexOf = (arc: readonly Point[]): number => {
    const there = known.get(keyOf(arc));
    if (there !== undefined) return there;
    const back = known.get(keyOf(arc.toReversed()));
    if (back !== undefined) return ~back;
    known.set(keyOf(arc), arcs.length);
    return arcs.push(arc) - 1;
  };
  const rings = drawing.areas.map((area) => area.rings.map((ring) => cut(ring, junctions).map((arc) => indexOf(arc))));
  return { arcs, rings };
}

function numberOf([x, y]: Point): number {
  return y * STRIDE + x;
}

function keyOf(arc: readonly Point[]): string {
  return arc.map(numberOf).join(" ");
}

/** Points at which rings part: those whose neighbours are not the same two in every ring that passes. */
function junctionsOf(drawing: FlatDrawing): ReadonlySet<number> {
  const passed = new Map<number, readonly [number, number]>();
  const junctions = new Set<number>();
  for (const { rings } of drawing.areas)
    for (const ring of rings)
      for (const [at, point] of ring.entries()) {
        const before = numberOf(ring[(at + ring.length - 1) % ring.length] ?? point);
        const after = numberOf(ring[(at + 1) % ring.length] ?? point);
        const here = numberOf(point);
        const pair = [Math.min(before, after), Math.max(before, after)] as const;
        const known = passed.get(here);
        if (known === undefined) passed.set(here, pair);
        else if (known[0] !== pair[0] || known[1] !== pair[1]) junctions.add(here);
      }
  return junctions;
}

/** The arcs of a ring in its order. A ring without junctions is one arc that ends where it begins, from its smallest point on. */
function cut(ring: readonly Point[], junctions: ReadonlySet<number>): readonly (readonly Point[])[] {
  const first = ring.findIndex((point) => junctions.has(numberOf(point)));
  if (first < 0) {
    const least = ring.reduce((best, point, at) => (numberOf(point) < numberOf(ring[best] ?? point) ? at : best), 0);
    const turned = [...ring.slice(least), ...ring.slice(0, least + 1)];
    // Both neighbours of an island walk it the same way round.
    return [numberOf(turned[1] ?? [0, 0]) <= numberOf(turned.at(-2) ?? [0, 0]) ? turned : turned.toReversed()];
  }
  const turned = [...ring.slice(first), ...ring.slice(0, first + 1)];
  const arcs: Point[][] = [];
  let arc: Point[] = [];
  for (const point of turned) {
    arc.push(point);
    if (arc.length > 1 && junctions.has(numberOf(point))) {
      arcs.push(arc);
      arc = [point];
    }
  }
  return arcs;
}
