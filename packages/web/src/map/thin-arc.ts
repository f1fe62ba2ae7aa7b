import type { Point } from "./flat-drawing.js";

/**
 * Takes points out of a border, those first that matter least: whose triangle with its neighbours has the smallest area (Visvalingam and Whyatt,
 * Line generalisation by repeated elimination of points, 1993), until every triangle left has at least `least` square units.
 * The ends stay; a closed border keeps three points besides.
 */
export function thinArc(arc: readonly Point[], least: number): readonly Point[] {
  const [first, last] = [arc[0], arc.at(-1)];
  const isClosed = first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
  const fewest = isClosed ? 4 : 2;
  const before = arc.map((_, at) => at - 1);
  const after = arc.map((_, at) => at + 1);
  const isOut = new Uint8Array(arc.length);
  const size = (at: number): number => triangle(arc[before[at] ?? 0], arc[at], arc[after[at] ?? 0]);
  const queue = new SizeQueue();
  for (let at = 1; at < arc.length - 1; at++) queue.push(at, size(at));
  let left = arc.length;
  for (let next = queue.pop(); next !== null && left > fewest && next.size < least; next = queue.pop()) {
    // A point whose neighbour went has another size by now and stands further down with it.
    if (isOut[next.at] === 1 || size(next.at) !== next.size) continue;
    isOut[next.at] = 1;
    left--;
    const [from = 0, to = 0] = [before[next.at], after[next.at]];
    after[from] = to;
    before[to] = from;
    if (from > 0) queue.push(from, size(from));
    if (to < arc.length - 1) queue.push(to, size(to));
  }
  return arc.filter((_, at) => isOut[at] === 0);
}

function triangle(a: Point = [0, 0], b: Point = [0, 0], c: Point = [0, 0]): number {
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
}

interface Sized {
  readonly at: number;
  readonly size: number;
}

/** A binary heap, the smallest on top; equal sizes by position, so that the same border is always thinned the same way. */
class SizeQueue {
  readonly #heap: Sized[] = [];

  push(at: number, size: number): void {
    const heap = this.#heap;
    let here = heap.push({ at, size }) - 1;
    while (here > 0) {
      const up = (here - 1) >> 1;
      if (!comesFirst(heap[here], heap[up])) break;
      this.#swap(here, up);
      here = up;
    }
  }

  pop(): Sized | null {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined) return null;
    if (heap.length === 0) return top;
    heap[0] = last;
    for (let here = 0; ;) {
      const [left, right] = [2 * here + 1, 2 * here + 2];
      let first = here;
      if (comesFirst(heap[left], heap[first])) first = left;
      if (comesFirst(heap[right], heap[first])) first = right;
      if (first === here) return top;
      this.#swap(here, first);
      here = first;
    }
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    const [one, other] = [heap[a], heap[b]];
    if (one === undefined || other === undefined) return;
    heap[a] = other;
    heap[b] = one;
  }
}

function comesFirst(a: Sized | undefined, b: Sized | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.size < b.size || (a.size === b.size && a.at < b.at);
}
