import type { Generator } from "../basics/index.js";
import { exp, ln } from "./elementary.js";

// The ziggurat: layers of equal area under exp(-x^2/2) (Marsaglia, Tsang 2000, in the form of Doornik 2005, ZIGNOR).
const LAYERS = 128;
/** Where the tail begins, and the area of a layer. */
const TAIL = 3.442619855899;
const AREA = 9.91256303526217e-3;

/** Right edges of the layers, the base first, and the part of each that lies under the next one. */
const EDGES = new Float64Array(LAYERS + 1);
const INNER = new Float64Array(LAYERS);
EDGES[0] = AREA / exp(-0.5 * TAIL * TAIL);
EDGES[1] = TAIL;
for (let layer = 2, edge = TAIL; layer < LAYERS; layer++) {
  edge = Math.sqrt(-2 * ln(AREA / edge + exp(-0.5 * edge * edge)));
  EDGES[layer] = edge;
}
for (let layer = 0; layer < LAYERS; layer++) INNER[layer] = (EDGES[layer + 1] ?? 0) / (EDGES[layer] ?? 1);

/** A draw from the standard normal distribution, exact to 46 bits. */
export function normal(source: Generator): number {
  for (;;) {
    const drawn = source.next() * LAYERS;
    const layer = Math.floor(drawn);
    const side = 2 * (drawn - layer) - 1;
    const edge = EDGES[layer] ?? 0;
    if (Math.abs(side) < (INNER[layer] ?? 0)) return side * edge;
    if (layer === 0) return side < 0 ? -tail(source) : tail(source);
    const x = side * edge;
    const next = EDGES[layer + 1] ?? 0;
    const outer = exp(-0.5 * (edge * edge - x * x));
    const inner = exp(-0.5 * (next * next - x * x));
    if (inner + source.next() * (outer - inner) < 1) return x;
  }
}

/** A draw beyond the last layer (Marsaglia 1964). */
function tail(source: Generator): number {
  for (;;) {
    const x = -ln(1 - source.next()) / TAIL;
    const y = -ln(1 - source.next());
    if (2 * y > x * x) return TAIL + x;
  }
}
