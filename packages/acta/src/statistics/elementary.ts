// Logarithm and exponential out of additions, multiplications and divisions only, which IEEE 754 fixes to the last bit.
// `Math.log` and `Math.exp` may differ in the last bits between engines, and then the same seed would not give the same bytes.

const bits = new DataView(new ArrayBuffer(8));

/** ln 2 in two pieces: `k * LN2_HIGH` is exact for every exponent k (fdlibm, e_log.c). */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const TWO_54 = 18014398509481984;
const LEAST_NORMAL = 2.2250738585072014e-308;

/**
 * Natural logarithm, the same bits on every machine; within 2 units in the last place.
 * -Infinity at 0, NaN below. Method: x = 2^k m, ln m = 2 artanh((m-1)/(m+1)) (Abramowitz, Stegun 4.1.27).
 */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const tiny = x < LEAST_NORMAL;
  bits.setFloat64(0, tiny ? x * TWO_54 : x);
  const high = bits.getUint32(0);
  let exponent = (high >>> 20) - (tiny ? 1077 : 1023);
  bits.setUint32(0, (high & 0x000f_ffff) | 0x3ff0_0000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  return exponent * LN2_HIGH + (exponent * LN2_LOW + 2 * s * artanhSeries(s * s));
}

/** 1 + z/3 + z^2/5 + ... ; z is at most 0.0295, so that the first term left out is below 1e-18. */
function artanhSeries(z: number): number {
  const far = 1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z * (1 / 21 + z / 23))));
  return 1 + z * (1 / 3 + z * (1 / 5 + z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * far)))));
}

/**
 * e^x, the same bits on every machine; within 2 units in the last place. 0 below -745.2, Infinity above 709.8.
 * Method: x = k ln 2 + r, Taylor series of e^r to r^14.
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.8) return Infinity;
  if (x < -745.2) return 0;
  const k = Math.round(x / Math.LN2);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let series = 1;
  for (let at = 14; at >= 1; at--) series = 1 + (series * r) / at;
  const half = Math.trunc(k / 2);
  return series * powerOfTwo(half) * powerOfTwo(k - half);
}

function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** base^exponent for a whole exponent from 0, by repeated squaring: the same bits on every machine. */
export function wholePower(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
