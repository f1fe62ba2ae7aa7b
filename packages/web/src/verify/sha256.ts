import type { Sha256 } from "acta/basics";

// SHA-256 (FIPS 180-4) for hundreds of thousands of small inputs. A recount hashes every entry and every node of the tree: the portable
// implementation that this package has as well takes twice as long for those (docs/decisions/0014), and the platform's own answers
// only later (a promise for each). Nothing secret is hashed here. A test holds it against both on every length and on the vectors.

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const ROUND_WORDS = new Int32Array(64);
/** First 32 bits of the fractional parts of the square roots of the first eight primes (FIPS 180-4, 5.3.3). */
const START = new Int32Array(8);

const BLOCK = 64;
const WORD = 2 ** 32;
/** Behind the message come one bit and its length in 8 bytes (FIPS 180-4, 5.1.1). */
const LEAST_PADDING = 9;

fillConstants();

/** The constants as they are defined, so that no digit of 72 numbers has to be believed. Whole-number roots: no rounding is involved. */
function fillConstants(): void {
  const primes: bigint[] = [];
  for (let each = 2n; primes.length < ROUND_WORDS.length; each++)
    if (primes.every((prime) => each % prime !== 0n)) primes.push(each);
  for (const [at, prime] of primes.entries()) {
    ROUND_WORDS[at] = Number(BigInt.asIntN(32, rootOf(prime << 96n, 3n)));
    if (at < START.length) START[at] = Number(BigInt.asIntN(32, rootOf(prime << 64n, 2n)));
  }
}

/** Largest whole number whose power is not above a value. */
function rootOf(value: bigint, power: bigint): bigint {
  let root = 0n;
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if ((root + bit) ** power <= value) root += bit;
  return root;
}

const state = new Int32Array(8);
const schedule = new Int32Array(64);
const tail = new Uint8Array(2 * BLOCK);

/** SHA-256 of bytes. */
export const sha256: Sha256 = (bytes) => {
  state.set(START);
  const whole = bytes.length - (bytes.length % BLOCK);
  for (let at = 0; at < whole; at += BLOCK) addBlock(bytes, at);
  const rest = bytes.length - whole;
  const end = rest + LEAST_PADDING > BLOCK ? 2 * BLOCK : BLOCK;
  tail.fill(0, rest, end);
  for (let at = 0; at < rest; at++) tail[at] = bytes[whole + at] ?? 0;
  tail[rest] = 0x80;
  writeWord(tail, end - 8, Math.floor((bytes.length * 8) / WORD));
  writeWord(tail, end - 4, (bytes.length * 8) | 0);
  for (let at = 0; at < end; at += BLOCK) addBlock(tail, at);
  const hash = new Uint8Array(32);
  for (let at = 0; at < 8; at++) writeWord(hash, 4 * at, state[at] ?? 0);
  return hash;
};

function writeWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}

/** One block (FIPS 180-4, 6.2.2). The words of the schedule and of the state are signed: additions wrap at 32 bits by `| 0`. */
function addBlock(bytes: Uint8Array, from: number): void {
  const w = schedule;
  const k = ROUND_WORDS;
  for (let t = 0, at = from; t < 16; t++, at += 4)
    w[t] = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15] ?? 0;
    const y = w[t - 2] ?? 0;
    const small = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const large = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[t] = ((w[t - 16] ?? 0) + small + (w[t - 7] ?? 0) + large) | 0;
  }
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let t = 0; t < 64; t++) {
    const sum = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + sum + ((e & f) ^ (~e & g)) + (k[t] ?? 0) + (w[t] ?? 0)) | 0;
    const mix = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (mix + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}
