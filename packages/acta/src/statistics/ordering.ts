const RADIX = 65_536;

/**
 * The positions of `keys` from the least to the greatest, in linear time (radix sort in two passes).
 * Keys are finite. Keys that agree in the first 32 bits of their range count as equal; equal keys keep their order.
 */
export function orderBy(keys: Float64Array): Uint32Array {
  const digits = quantise(keys);
  const first = new Uint32Array(keys.length);
  for (let at = 0; at < first.length; at++) first[at] = at;
  return pass(digits, pass(digits, first, 0), 16);
}

function quantise(keys: Float64Array): Uint32Array {
  let least = Infinity;
  let most = -Infinity;
  for (const key of keys) {
    if (key < least) least = key;
    if (key > most) most = key;
  }
  const scale = most > least ? 4_294_967_295 / (most - least) : 0;
  const digits = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) digits[at] = Math.floor(((keys[at] ?? 0) - least) * scale);
  return digits;
}

/** One stable counting pass over 16 bits of the digits. */
function pass(digits: Uint32Array, order: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(RADIX + 1);
  for (const digit of digits) {
    const bucket = ((digit >>> shift) & 0xffff) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  for (let at = 1; at <= RADIX; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const position of order) {
    const bucket = ((digits[position] ?? 0) >>> shift) & 0xffff;
    const slot = starts[bucket] ?? 0;
    sorted[slot] = position;
    starts[bucket] = slot + 1;
  }
  return sorted;
}
