import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ABSURD, BLANK, ILLEGIBLE, MOST_IN_CELL, MOST_RAW, NOT_SUPPLIED, NO_ENTRY } from "../sheet/index.js";
import { LeafWriter, sheetEntryFromJson, writeSheetEntry } from "./index.js";
import type { SheetEntry } from "./index.js";
import { parseLeaf } from "./leaf-writer.js";
import { scanSheetEntry } from "./sheet-entry.js";
import type { SheetScratch } from "./sheet-entry.js";

function leafOfSheet(entry: SheetEntry): Buffer {
  const writer = new LeafWriter();
  const columns = { cells: entry.cells.map((value) => Int32Array.of(value)), raw: entry.raw };
  writeSheetEntry(writer, entry.station, entry.status, columns, 0, entry.replaces < 0 ? NO_ENTRY : entry.replaces);
  return Buffer.from(writer.leaves().bytes.subarray(2));
}

function readSlow(leaf: Uint8Array, cells: number): SheetEntry | undefined {
  return sheetEntryFromJson(parseLeaf(leaf, 0, leaf.length), cells);
}

/** What the quick reader says, as an entry; undefined when it leaves the leaf to the JSON reader. */
function readQuick(bytes: Uint8Array, start: number, end: number, cells: number): SheetEntry | undefined {
  const scratch: SheetScratch = {
    stationStart: 0,
    stationEnd: 0,
    statusStart: 0,
    statusEnd: 0,
    cells: new Int32Array(cells).fill(-99),
    replaces: -99,
  };
  if (!scanSheetEntry(bytes, start, end, scratch)) return undefined;
  const text = (from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString("utf8");
  return {
    station: text(scratch.stationStart, scratch.stationEnd),
    status: text(scratch.statusStart, scratch.statusEnd),
    cells: [...scratch.cells],
    raw: new Map(),
    replaces: scratch.replaces,
  };
}

// Text without half characters: files are decoded, so no code or cell holds one.
const text = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ maxLength: most }),
    fc.string({ unit: "grapheme", maxLength: 8 }).filter((each) => each.length <= most),
  );
const id = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z0-9_.-]{1,12}$/) },
  { weight: 1, arbitrary: text(32) },
);
const absurd = text(MOST_RAW).map((raw) => ({ value: ABSURD, raw }));
const plain = (value: fc.Arbitrary<number>): fc.Arbitrary<{ value: number; raw: string }> =>
  value.map((each) => ({ value: each, raw: "" }));
const cell = fc.oneof(
  { weight: 6, arbitrary: plain(fc.nat({ max: 999 })) },
  { weight: 2, arbitrary: plain(fc.nat({ max: MOST_IN_CELL })) },
  { weight: 1, arbitrary: plain(fc.constantFrom(BLANK, ILLEGIBLE, NOT_SUPPLIED, 0, MOST_IN_CELL)) },
  { weight: 1, arbitrary: absurd },
);
const replaces = fc.oneof(fc.constant(-1), fc.nat({ max: NO_ENTRY - 1 }), fc.constantFrom(0, NO_ENTRY - 1));
const anEntry = fc
  .record({ station: id, status: id, cells: fc.array(cell, { maxLength: 12 }), replaces })
  .map(({ station, status, cells, replaces: head }): SheetEntry => ({
    station,
    status,
    cells: cells.map((each) => each.value),
    raw: new Map(cells.flatMap((each, at) => (each.raw === "" ? [] : [[at, each.raw] as const]))),
    replaces: head,
  }));

describe("a sheet entry", () => {
  test("of the runoff is about forty bytes", () => {
    const leaf = leafOfSheet({
      station: "026140",
      status: "counted",
      cells: [137, 98, 2, 11, 0, 248],
      raw: new Map(),
      replaces: -1,
    });
    expect(leaf.toString()).toBe('["026140","counted",[137,98,2,11,0,248]]');
  });

  test("is read back as it was written: every mark, any text, any position", () => {
    fc.assert(
      fc.property(anEntry, (entry) => {
        expect(readSlow(leafOfSheet(entry), entry.cells.length)).toEqual(entry);
      }),
      { numRuns: 2_000 },
    );
  });

  test("is read by the quick reader as by the JSON reader, or left to it", () => {
    let quick = 0;
    fc.assert(
      fc.property(anEntry, (entry) => {
        const leaf = leafOfSheet(entry);
        const read = readQuick(leaf, 0, leaf.length, entry.cells.length);
        if (read === undefined) return;
        quick++;
        expect(read).toEqual(entry);
      }),
      { numRuns: 2_000 },
    );
    expect(quick).toBeGreaterThan(100);
  });

  test("is read quickly whenever it is plain: ASCII ids and counts only", () => {
    const ids = fc.stringMatching(/^[ !#-[\]-~]{0,32}$/);
    fc.assert(
      fc.property(
        ids,
        ids,
        fc.array(fc.nat({ max: MOST_IN_CELL }), { maxLength: 12 }),
        replaces,
        (station, status, cells, head) => {
          const entry = { station, status, cells, raw: new Map<number, string>(), replaces: head };
          const leaf = leafOfSheet(entry);
          expect(readQuick(leaf, 0, leaf.length, cells.length)).toEqual(entry);
        },
      ),
    );
  });
});

describe("the two readers never give different answers", () => {
  /** Both readers on a leaf that stands between other bytes; the quick one may only say what the other says. */
  function compare(leaf: Uint8Array, cells: number, around: Uint8Array): void {
    const bytes = Buffer.concat([around, leaf, around]);
    const quick = readQuick(bytes, around.length, around.length + leaf.length, cells);
    const slow = readSlow(leaf, cells);
    if (quick !== undefined) expect(quick).toEqual(slow);
  }

  const SEEDS = [
    '["026140","counted",[137,98,2,11,0,248]]',
    '["1","a",[0,999999999],17]',
    '["x","y",[],4294967294]',
    '["a","b",["","?","-","!x"],3]',
  ];
  const tokens = fc.constantFrom(
    '"',
    ",",
    "[",
    "]",
    "0",
    "9",
    "-",
    ".",
    "e",
    " ",
    "\\",
    "\u00e9",
    "\u0000",
    "\u007f",
    "",
    "00",
    "]]",
    "[[",
  );

  test("on a valid entry with a byte changed, put in or taken out, anywhere", () => {
    for (const seed of SEEDS) {
      const leaf = Buffer.from(seed);
      for (const cells of [0, 1, 2, 4, 6, 7]) {
        compare(leaf, cells, Buffer.from(",]"));
        for (let at = 0; at <= leaf.length; at++) {
          compare(Buffer.concat([leaf.subarray(0, at), leaf.subarray(at + 1)]), cells, Buffer.from("9]"));
          compare(leaf.subarray(0, at), cells, leaf.subarray(at));
          for (let byte = 0; byte < 256; byte += cells === 6 || cells === 2 ? 1 : 37) {
            const changed = Buffer.from(leaf);
            changed[at] = byte;
            compare(changed, cells, Buffer.from("0"));
          }
        }
      }
    }
  });

  test("on random edits of valid entries", () => {
    const edit = fc.record({ at: fc.nat({ max: 60 }), take: fc.nat({ max: 4 }), put: tokens });
    fc.assert(
      fc.property(
        anEntry,
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.nat({ max: 12 }),
        (entry, edits, cells) => {
          let leaf = leafOfSheet(entry).toString("latin1");
          for (const { at, take, put } of edits) leaf = leaf.slice(0, at) + put + leaf.slice(at + take);
          const bytes = Buffer.from(leaf, "latin1");
          compare(bytes, entry.cells.length, Buffer.from("]"));
          compare(bytes, cells, Buffer.from(",1"));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  test("on random bytes, where neither throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat({ max: 6 }), (bytes, cells) => compare(bytes, cells, bytes)),
      { numRuns: 2_000 },
    );
  });
});

describe("a sheet entry is refused", () => {
  const refused: readonly (readonly [string, string])[] = [
    ["with too few cells", '["1","a",[1]]'],
    ["with too many cells", '["1","a",[1,2,3]]'],
    ["with a negative count", '["1","a",[1,-2]]'],
    ["with a fraction", '["1","a",[1,2.5]]'],
    ["with a count above the largest", '["1","a",[1,1000000000]]'],
    ["with 10^15 votes", '["1","a",[1,1000000000000000]]'],
    ["with null: it would read as 0", '["1","a",[1,null]]'],
    ["with true", '["1","a",[1,true]]'],
    ["with a cell of unknown text", '["1","a",[1,"12"]]'],
    ["with an absurd text that is too long", `["1","a",[1,"!${"x".repeat(MOST_RAW + 1)}"]]`],
    ["with a station that is a number", '[1,"a",[1,2]]'],
    ["with one part more", '["1","a",[1,2],3,4]'],
    ["with a position that says none", `["1","a",[1,2],${NO_ENTRY}]`],
    ["with a negative position", '["1","a",[1,2],-1]'],
    ["with a position that is a text", '["1","a",[1,2],"3"]'],
    ["as an object", '{"station":"1"}'],
    ["with spaces", '["1","a",[1, 2]]'],
    ["with leading zeros", '["1","a",[1,02]]'],
    ["with an exponent", '["1","a",[1,2e0]]'],
    ["with an escaped letter", '["\\u0031","a",[1,2]]'],
  ];
  test.each(refused)("%s", (_, leaf) => {
    const bytes = Buffer.from(leaf);
    expect(readSlow(bytes, 2)).toBeUndefined();
    expect(readQuick(bytes, 0, bytes.length, 2)).toBeUndefined();
  });
});
