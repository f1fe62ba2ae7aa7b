/**
 * Checks values in Parquet's hybrid of run lengths and packed bits (format specification, "RLE"), without decoding them:
 * no run is longer than the values that can be there, and none ends after `end`.
 */
export function runsFit(view: DataView, start: number, end: number, width: number, most: number): boolean {
  let at = start;
  let seen = 0;
  if (end > view.byteLength) return false;
  while (at < end && seen < most) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      // Five groups of seven bits hold any count; a run that needs more is no run.
      if (at >= end || shift > 28) return false;
      const byte = view.getUint8(at++);
      header += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    const groups = Math.floor(header / 2);
    if (header % 2 === 1) {
      // Eight values of `width` bits are `width` bytes. Some writers leave out the end of the last group.
      seen += groups * 8;
      at += groups * width;
      if (seen >= most + 8) return false;
    } else {
      seen += groups;
      at += Math.ceil(width / 8);
      if (seen > most) return false;
    }
  }
  return true;
}
