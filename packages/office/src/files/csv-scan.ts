// Finds the cells of one CSV record, byte by byte and strictly. This is the hot path of the import: it looks at every
// byte of a file once, allocates nothing, and leaves decoding to whoever asks for a cell.

/** Mark of a cell that holds bytes from 80 on: it must be decoded. */
export const HIGH = 1;
/** Mark of a cell that holds doubled quotation marks. */
export const DOUBLED = 2;

/** How a scan ended: with a whole record, at the end of what may be looked at, or at a quotation mark out of place. */
export type ScanEnd = "whole" | "cut" | "unclosed" | "stray";

/** The record found last; overwritten by the next scan. */
export interface CsvScan {
  readonly separator: number;
  /** Above any byte when the file has no quotation mark. */
  readonly quote: number;
  /** First byte of each cell, the one after its last, and its marks; only for as many cells as there is room. */
  from: Int32Array;
  to: Int32Array;
  marks: Uint8Array;
  /** Cells found, also those without room; in a broken record the one where it broke, counted from 1. */
  cells: number;
  /** Position after the record and its line end; where it broke when it is broken. */
  end: number;
  /** Line breaks in the record, its own line end included. */
  breaks: number;
  /** First line break inside quotation marks, or -1; and the cell (from 1) that was open there. */
  firstBreak: number;
  openCell: number;
  /** Of the quoted cell found last: its marks, and the position after it. */
  quotedMark: number;
  next: number;
  /** True when any cell is marked HIGH. */
  high: boolean;
  /** True for an empty line. */
  blank: boolean;
}

const LF = 0x0a;
const CR = 0x0d;

/** A scan with room for a number of cells. */
export function csvScan(separator: number, quote: number, room: number): CsvScan {
  return {
    separator,
    quote,
    from: new Int32Array(room),
    to: new Int32Array(room),
    marks: new Uint8Array(room),
    cells: 0,
    end: 0,
    breaks: 0,
    firstBreak: -1,
    openCell: 0,
    quotedMark: 0,
    next: 0,
    high: false,
    blank: false,
  };
}

/**
 * Finds the cells of the record that starts at `start`, looking at no byte from `bound` on.
 * `last` says that the file ends at `bound`, so that a record without a line end is whole.
 */
export function scanRecord(scan: CsvScan, bytes: Uint8Array, start: number, bound: number, last: boolean): ScanEnd {
  const { separator, quote, from, to, marks } = scan;
  const room = from.length;
  let at = start;
  let first = start;
  let end = start;
  let cell = 0;
  let all = 0;
  scan.breaks = 0;
  scan.firstBreak = -1;
  for (;;) {
    let seen = 0;
    let byte = -1;
    for (first = at; at < bound; at++) {
      byte = bytes[at] ?? 0;
      if (byte === separator || byte === LF || byte === quote) break;
      seen |= byte;
    }
    end = at;
    let mark = seen >> 7; // HIGH when any byte was 80 or more
    if (byte !== separator) {
      if (byte === quote && at === first) {
        const how = scanQuoted(scan, bytes, ++first, bound, last, cell);
        if (how !== "whole") return how;
        end = scan.end;
        at = scan.next;
        mark = scan.quotedMark;
        if (at < bound) byte = bytes[at] ?? 0;
      } else if (byte === LF && end > first && bytes[end - 1] === CR) end--;
      if (at >= bound) {
        if (!last) return broken(scan, "cut", cell, at);
        byte = LF; // the end of the file is as good as a line end
      }
      if (byte !== LF && byte !== separator) return broken(scan, "stray", cell, at);
    }
    all |= mark;
    if (cell < room) {
      from[cell] = first;
      to[cell] = end;
      marks[cell] = mark;
    }
    cell++;
    at++;
    if (byte === LF) break;
  }
  scan.cells = cell;
  scan.end = Math.min(at, bound);
  scan.breaks += at > bound ? 0 : 1;
  scan.high = (all & HIGH) !== 0;
  scan.blank = cell === 1 && end === start;
  return "whole";
}

/** Looks for the mark that closes a cell, from its first byte on; leaves its position in `scan.end`. */
function scanQuoted(
  scan: CsvScan,
  bytes: Uint8Array,
  start: number,
  bound: number,
  last: boolean,
  cell: number,
): ScanEnd {
  const { quote } = scan;
  let seen = 0;
  let mark = 0;
  let at = start;
  for (; at < bound; at++) {
    const byte = bytes[at] ?? 0;
    seen |= byte;
    if (byte === quote) {
      if (at + 1 >= bound && !last) return broken(scan, "cut", cell, at);
      if (at + 1 >= bound || bytes[at + 1] !== quote) break;
      mark = DOUBLED;
      at++;
    } else if (byte === LF) {
      scan.breaks++;
      if (scan.firstBreak < 0) {
        scan.firstBreak = at;
        scan.openCell = cell + 1;
      }
    }
  }
  if (at >= bound) return broken(scan, last ? "unclosed" : "cut", cell, at);
  scan.quotedMark = seen >= 0x80 ? mark | HIGH : mark;
  scan.end = at++;
  if (at < bound && bytes[at] === CR) {
    if (at + 1 >= bound && !last) return broken(scan, "cut", cell, at);
    if (at + 1 < bound && bytes[at + 1] === LF) at++;
  }
  scan.next = at;
  return "whole";
}

function broken(scan: CsvScan, how: ScanEnd, cell: number, at: number): ScanEnd {
  scan.cells = cell + 1;
  scan.end = at;
  return how;
}
