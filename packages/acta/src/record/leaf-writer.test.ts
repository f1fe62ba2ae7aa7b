import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LeafWriter, MOST_LEAF_BYTES, eachLeaf, joinLeaves } from "./index.js";
import type { Leaves } from "./index.js";
import { parseLeaf } from "./leaf-writer.js";

function split(leaves: Leaves): readonly Uint8Array[] | null {
  const found: Uint8Array[] = [];
  const whole = eachLeaf(leaves, (start, end, at) => {
    expect(at).toBe(found.length);
    found.push(leaves.bytes.slice(start, end));
  });
  return whole ? found : null;
}

function join(parts: readonly Uint8Array[]): Leaves {
  const writer = new LeafWriter();
  for (const part of parts) writer.leaf(part);
  expect(writer.count).toBe(parts.length);
  return writer.leaves();
}

/** One leaf, written piece by piece. */
function piece(write: (writer: LeafWriter) => void): string {
  const writer = new LeafWriter();
  writer.begin();
  write(writer);
  writer.end();
  const [leaf] = split(writer.leaves()) ?? [];
  return Buffer.from(leaf ?? []).toString("utf8");
}

const parts = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 60 });

describe("leaves behind their lengths", () => {
  test("are the entry bundle of C2SP tlog-tiles: big-endian 16-bit length, then the leaf", () => {
    expect([...join([Uint8Array.of(1, 2, 3), new Uint8Array(), new Uint8Array(258)]).bytes.subarray(0, 10)]).toEqual([
      0, 3, 1, 2, 3, 0, 0, 1, 2, 0,
    ]);
  });

  test("are read back as they were written, over every growth of the buffer", () => {
    fc.assert(fc.property(parts, (leaves) => void expect(split(join(leaves))).toEqual(leaves)));
    const many = Array.from({ length: 400 }, (_, at) => new Uint8Array(at * 7).fill(at));
    expect(split(join(many))).toEqual(many);
  });

  test("hold from 0 to 65,535 bytes, and one more is a bug that is loud", () => {
    expect(split(join([new Uint8Array(MOST_LEAF_BYTES)]))?.[0]?.length).toBe(65_535);
    expect(() => join([new Uint8Array(MOST_LEAF_BYTES + 1)])).toThrow("leaf of 65536 bytes");
  });

  test("are whole or refused: cut anywhere, or with anything behind them", () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 9 }), (leaves, cut, more) => {
        const { bytes, count } = join(leaves);
        if (bytes.length > 0) expect(split({ bytes: bytes.subarray(0, cut % bytes.length), count })).toBeNull();
        expect(split({ bytes: Buffer.concat([bytes, more]), count })).toBeNull();
        if (count > 0) expect(split({ bytes, count: count - 1 })).toBeNull();
        expect(split({ bytes, count: count + 1 })).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test("of several writers are the same as of one", () => {
    fc.assert(
      fc.property(parts, parts, (first, second) => {
        const both = joinLeaves([join(first), join(second), { bytes: new Uint8Array(), count: 0 }]);
        expect(both.count).toBe(first.length + second.length);
        expect(Buffer.from(both.bytes).equals(join([...first, ...second]).bytes)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("of garbage are refused or split, never a throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat({ max: 50 }), (bytes, count) => {
        const found = split({ bytes, count });
        if (found !== null) expect(Buffer.from(join(found).bytes).equals(bytes)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the writer of pieces", () => {
  test("writes whole numbers of every magnitude as JSON does", () => {
    const powers = Array.from({ length: 16 }, (_, power) => 10 ** power).filter(Number.isSafeInteger);
    const edges = powers
      .flatMap((power) => [power - 1, power, power + 1, 2 * power - 1, 9 * power])
      .filter(Number.isSafeInteger);
    for (const value of [...edges, 65_535, 2 ** 31, 2 ** 32, 999_999_999, Number.MAX_SAFE_INTEGER])
      expect(piece((writer) => writer.number(value))).toBe(JSON.stringify(value));
    fc.assert(
      fc.property(fc.nat({ max: 2_000_000 }), fc.maxSafeNat(), (small, any) => {
        expect(piece((writer) => writer.number(small))).toBe(String(small));
        expect(piece((writer) => writer.number(any))).toBe(String(any));
      }),
      { numRuns: 1_000 },
    );
  });

  test("writes strings as JSON does: quotes, control characters, every script", () => {
    for (const text of ["", '"', "\\", "\n", "\u007f", "\u0000", "ñ", "mesa «7»", "桌😀", "plain at first, then é"])
      expect(piece((writer) => writer.string(text))).toBe(JSON.stringify(text));
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        expect(piece((writer) => writer.string(text))).toBe(JSON.stringify(text));
        expect(piece((writer) => writer.text(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test("grows in the middle of a text, a string and a number", () => {
    for (let filled = 65_500; filled < 65_533; filled++) {
      const writer = new LeafWriter();
      writer.leaf(new Uint8Array(60_000));
      writer.begin();
      writer.text("x".repeat(filled - 60_002));
      writer.string("aé");
      writer.number(123_456);
      writer.number(7);
      writer.text("ñ");
      writer.end();
      const text = Buffer.from(split(writer.leaves())?.[1] ?? []).toString("utf8");
      expect(text.slice(filled - 60_002)).toBe('"aé"1234567ñ');
    }
  });
});

describe("reading a leaf", () => {
  const read = (bytes: Uint8Array): unknown => parseLeaf(bytes, 0, bytes.length);

  test("gives the value of canonical JSON in UTF-8, and nothing for any other bytes", () => {
    expect(read(Buffer.from('{"a":"ñ"}'))).toEqual({ a: "ñ" });
    expect(read(Buffer.from('\ufeff{"a":1}'))).toBeUndefined();
    expect(read(Buffer.from('{"a":"ñ"}', "latin1"))).toBeUndefined();
    expect(read(Buffer.from('{ "a":1}'))).toBeUndefined();
    expect(read(Buffer.from("null"))).toBeNull();
    expect(read(new Uint8Array())).toBeUndefined();
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void read(bytes)));
  });
});
