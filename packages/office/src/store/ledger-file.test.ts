import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { utf8 } from "acta/basics";
import { LeafWriter, eachLeaf } from "acta/record";
import type { Leaves } from "acta/record";
import { LedgerFile } from "./ledger-file.js";
import { HEADER_BYTES } from "./ledger-frame.js";

const root = mkdtempSync(join(tmpdir(), "acta-ledger-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
function newPath(): string {
  return join(mkdtempSync(join(root, "l")), `${made++}.log`);
}

function leavesOf(texts: readonly string[]): Leaves {
  const writer = new LeafWriter();
  for (const text of texts) writer.leaf(utf8(text));
  const { bytes, count } = writer.leaves();
  return { bytes: bytes.slice(), count };
}

function opened(path: string, mode: "read" | "write" = "write"): LedgerFile {
  const file = LedgerFile.open(path, mode);
  if (!file.ok) throw new Error(JSON.stringify(file.problem));
  return file.value;
}

/** Every leaf up to a size as text, or the code of the problem. */
function textsOf(file: LedgerFile, upTo = file.size): readonly string[] | string {
  const texts: string[] = [];
  const read = file.read(upTo, (leaves, first) => {
    expect(first).toBe(texts.length);
    eachLeaf(leaves, (start, end) => texts.push(Buffer.from(leaves.bytes.subarray(start, end)).toString()));
    return { ok: true, value: null };
  });
  return read.ok ? texts : read.problem.code;
}

function append(file: LedgerFile, texts: readonly string[]): number {
  const done = file.append(file.size, leavesOf(texts));
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.value.size;
}

/** Opens a file, says what it holds and what was set aside, and closes it. */
function lookAt(
  path: string,
  mode: "read" | "write",
): { size: number; texts: readonly string[] | string; aside: string } | string {
  const file = LedgerFile.open(path, mode);
  if (!file.ok) return file.problem.code;
  const seen = { size: file.value.size, texts: textsOf(file.value), aside: file.value.setAside };
  file.value.close();
  return seen;
}

const APPENDS = [["one", "two"], ["three"], ["vier", "fünf", "sechs"]];
const ALL = APPENDS.flat();

/** A ledger with three appends, its bytes, and where each append ends. */
function small(): { path: string; bytes: Buffer; ends: readonly number[] } {
  const path = newPath();
  const file = opened(path);
  const ends = APPENDS.map((texts) => {
    append(file, texts);
    return readFileSync(path).length;
  });
  file.close();
  return { path, bytes: readFileSync(path), ends };
}

describe("the ledger file", () => {
  test("keeps appends in order over closing and opening, with a chain hash for each", () => {
    const path = newPath();
    const file = opened(path);
    expect(file.head).toEqual({ size: 0, chain: "0".repeat(64) });
    expect(append(file, ["a"])).toBe(1);
    const first = file.head;
    expect(append(file, ["b", "c"])).toBe(3);
    const second = file.head;
    file.close();
    const again = opened(path, "read");
    expect(textsOf(again)).toEqual(["a", "b", "c"]);
    expect(again.head).toEqual(second);
    expect([0, 1, 2, 3, 4].map((size) => again.pointCovering(size))).toEqual([first, first, second, second, undefined]);
    again.close();
  });

  test("hands over entries up to a size, also in the middle of an append", () => {
    const { path } = small();
    const file = opened(path, "read");
    for (let size = 0; size <= ALL.length + 2; size++) expect(textsOf(file, size)).toEqual(ALL.slice(0, size));
    const stop = { ok: false, problem: { code: "test.stop" } } as const;
    let calls = 0;
    expect(file.read(6, () => (calls++, stop))).toEqual(stop);
    expect(calls).toBe(1);
    file.close();
  });

  test("appends only to the size that the writer has seen", () => {
    const { path, bytes } = small();
    const file = opened(path);
    for (const expected of [0, 5, 7]) {
      const moved = { code: "ledger.moved", where: path, context: { expected, size: 6 } };
      expect(file.append(expected, leavesOf(["x"]))).toEqual({ ok: false, problem: moved });
    }
    expect(readFileSync(path).equals(bytes)).toBe(true);
    appendFileSync(path, "somebody else");
    expect(file.append(6, leavesOf(["x"]))).toMatchObject({ problem: { code: "ledger.moved" } });
    file.close();
  });

  test("has the same bytes for the same appends", () => {
    expect(small().bytes.equals(small().bytes)).toBe(true);
  });

  test("refuses to write where it was opened for reading, and leaves the file as it was", () => {
    const { path, bytes } = small();
    const file = opened(path, "read");
    expect(file.append(6, leavesOf(["x"])).ok).toBe(false);
    expect(textsOf(file)).toEqual(ALL);
    file.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test("is not made by a reader", () => {
    const path = newPath();
    expect(LedgerFile.open(path, "read")).toEqual({
      ok: false,
      problem: { code: "store.notFound", where: path, context: { system: "ENOENT" } },
    });
    expect(LedgerFile.open(join(path, "below", "x.log"), "write")).toMatchObject({
      problem: { code: "store.notFound" },
    });
    expect(LedgerFile.open(dirname(path), "read")).toMatchObject({ ok: false, problem: { code: "store.isAFolder" } });
  });

  test("takes any sequence of appends and gives it back", () => {
    const texts = fc.array(fc.string({ maxLength: 20 }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 6 }), (appends) => {
        const path = newPath();
        for (const each of appends) {
          const file = opened(path);
          append(file, each);
          file.close();
        }
        const seen = lookAt(path, "read");
        if (appends.length === 0) expect(seen).toBe("store.notFound");
        else expect(seen).toMatchObject({ texts: appends.flat(), aside: "" });
      }),
      { numRuns: 60 },
    );
  });
});

describe("a write that was cut off", () => {
  test("at every byte: the file opens at the last whole append, for readers and for the next writer", () => {
    const { bytes, ends } = small();
    for (let cut = 0; cut <= bytes.length; cut++) {
      const path = newPath();
      writeFileSync(path, bytes.subarray(0, cut));
      const whole = ends.filter((end) => end <= cut).length;
      const texts = APPENDS.slice(0, whole).flat();
      expect(lookAt(path, "read"), `cut at ${cut}`).toEqual({ size: texts.length, texts, aside: "" });
      expect(readFileSync(path).length).toBe(cut);
      const end = whole === 0 ? 0 : (ends[whole - 1] ?? 0);
      const seen = lookAt(path, "write");
      expect(seen, `cut at ${cut}`).toMatchObject({ size: texts.length, texts });
      expect(readFileSync(path).equals(bytes.subarray(0, end))).toBe(true);
      const aside = typeof seen === "string" ? "" : seen.aside;
      if (cut === end) expect(aside).toBe("");
      else expect(readFileSync(aside).equals(bytes.subarray(end, cut)), "what was cut off is kept").toBe(true);
      const file = opened(path);
      append(file, ["after"]);
      expect(textsOf(file)).toEqual([...texts, "after"]);
      file.close();
    }
  });

  test("with pages of zeros or of garbage behind it is set aside as well", () => {
    const { path, bytes } = small();
    for (const tail of [
      Buffer.alloc(1),
      Buffer.alloc(5_000),
      Buffer.from("ACTF"),
      Buffer.from("ACTF".repeat(400)),
      Buffer.alloc(3_000_000, 7),
    ]) {
      writeFileSync(path, Buffer.concat([bytes, tail]));
      expect(lookAt(path, "read")).toMatchObject({ texts: ALL });
      expect(lookAt(path, "write")).toMatchObject({ texts: ALL });
      expect(readFileSync(path).equals(bytes)).toBe(true);
    }
  });

  test("in the last append with its length but not its pages is dropped, and only that append", () => {
    const { path, bytes, ends } = small();
    const [, second = 0] = ends;
    for (const lost of [second, second + 4, second + HEADER_BYTES]) {
      const torn = Buffer.from(bytes);
      torn.fill(0, lost);
      writeFileSync(path, torn);
      expect(lookAt(path, "read")).toMatchObject({ texts: ["one", "two", "three"] });
      expect(lookAt(path, "write")).toMatchObject({ texts: ["one", "two", "three"] });
      expect(readFileSync(path).length).toBe(second);
    }
  });

  test("twice keeps both pieces", () => {
    const { path, bytes, ends } = small();
    const [, second = 0] = ends;
    for (const cut of [second + 10, second + 20]) {
      writeFileSync(path, bytes.subarray(0, cut));
      opened(path).close();
    }
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.cut-off-`)).length).toBe(2);
  });

  test("between the frames of a large append shows none of it", () => {
    const path = newPath();
    const file = opened(path);
    append(file, ["before"]);
    const before = readFileSync(path).length;
    const large = leavesOf(Array.from({ length: 420 }, (_, at) => `${at} `.padEnd(60_000, "x")));
    expect(file.append(1, large)).toMatchObject({ ok: true, value: { size: 421 } });
    file.close();
    const bytes = readFileSync(path);
    // Four frames: each of at most 8 MiB, and only the last one commits.
    const starts: number[] = [];
    for (let at = before; at < bytes.length; at += HEADER_BYTES + bytes.readUInt32BE(at + 12)) starts.push(at);
    expect(starts.map((at) => bytes.readUInt32BE(at + 4))).toEqual([0, 0, 0, 1]);
    expect(lookAt(path, "read")).toMatchObject({ size: 421 });
    const cutPath = newPath();
    copyFileSync(path, cutPath);
    const cuts = starts
      .flatMap((at) => [at + HEADER_BYTES + 70_000, at + HEADER_BYTES, at + 1, at, at - 1])
      .concat(bytes.length - 1);
    for (const cut of cuts.toSorted((a, b) => b - a)) {
      if (cut <= before) continue;
      truncateSync(cutPath, cut);
      expect(lookAt(cutPath, "read"), `cut at ${cut}`).toEqual({ size: 1, texts: ["before"], aside: "" });
    }
    expect(lookAt(cutPath, "write")).toMatchObject({ size: 1, texts: ["before"] });
  });
});

describe("damage", () => {
  test("any bit of a small ledger: detected, or harmless, or in the last append; never another entry", () => {
    const { path, bytes, ends } = small();
    const [, lastStart = 0] = ends;
    const outcomes = { damagedAtOpen: 0, damagedAtRead: 0, lastDropped: 0, harmless: 0 };
    for (let at = 0; at < bytes.length; at++) {
      for (const mask of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ mask;
        const descriptor = openSync(path, "w");
        writeSync(descriptor, flipped);
        closeSync(descriptor);
        const seen = lookAt(path, "read");
        const where = `byte ${at} mask ${mask}: ${JSON.stringify(seen)}`;
        if (seen === "ledger.damaged") {
          outcomes.damagedAtOpen++;
        } else if (typeof seen === "string") throw new Error(where);
        else if (seen.texts === "ledger.damaged") {
          outcomes.damagedAtRead++;
          expect(at, where).toBeLessThan(lastStart);
        } else if (seen.size === 3) {
          outcomes.lastDropped++;
          expect(seen.texts, where).toEqual(ALL.slice(0, 3));
          expect(at, where).toBeGreaterThanOrEqual(lastStart);
        } else {
          outcomes.harmless++;
          expect(seen.texts, where).toEqual(ALL);
        }
      }
    }
    // Every bit of the file is held by a hash: the header up to the own hash, the hash itself, the payload. A flip in the last append
    // looks like a write that was cut off, unless its length no longer leads to the end of the file.
    expect(outcomes.harmless).toBe(0);
    expect(outcomes.damagedAtOpen + outcomes.damagedAtRead).toBeGreaterThanOrEqual(lastStart * 9);
    expect(outcomes.damagedAtOpen + outcomes.damagedAtRead + outcomes.lastDropped).toBe(bytes.length * 9);
  });

  test("is reported with its place, and neither a reader nor a writer touches the file", () => {
    const { path, bytes, ends } = small();
    const [first = 0] = ends;
    const damaged = Buffer.from(bytes);
    damaged[first] = 0;
    writeFileSync(path, damaged);
    for (const mode of ["read", "write"] as const) {
      const problem = { code: "ledger.damaged", where: path, context: { offset: first } };
      expect(LedgerFile.open(path, mode)).toEqual({ ok: false, problem });
      expect(readFileSync(path).equals(damaged)).toBe(true);
    }
  });

  test("with a write that was cut off behind it is not taken for one: acknowledged appends are never dropped in silence", () => {
    const { path, bytes, ends } = small();
    const [first = 0, second = 0] = ends;
    for (const at of [0, 12, first, first + 12, first + 30, first + 60]) {
      for (const cut of [second + 1, second + 40, second + HEADER_BYTES + 3]) {
        const damaged = Buffer.from(bytes.subarray(0, cut));
        damaged[at] = (damaged[at] ?? 0) ^ 1;
        writeFileSync(path, damaged);
        const seen = lookAt(path, "write");
        // Two faults at once: the second append may only be dropped when nothing whole is left of it, and then it is kept beside.
        const size = typeof seen === "string" ? -1 : seen.size;
        if (at < first) expect(seen, `${at} ${cut}`).toBe("ledger.damaged");
        else expect([-1, 2, 3]).toContain(size);
        if (size === 2)
          expect(typeof seen !== "string" && readFileSync(seen.aside).equals(damaged.subarray(first))).toBe(true);
      }
    }
  });

  test("a frame of another ledger, or one that stands twice, is damage", () => {
    const { path, bytes, ends } = small();
    const [first = 0, second = 0] = ends;
    const twice = Buffer.concat([bytes, bytes.subarray(second)]);
    const swapped = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second), bytes.subarray(first, second)]);
    const without = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second)]);
    for (const other of [twice, swapped, without, bytes.subarray(first)]) {
      writeFileSync(path, other);
      expect(lookAt(path, "read")).toBe("ledger.damaged");
      expect(lookAt(path, "write")).toBe("ledger.damaged");
      expect(readFileSync(path).equals(other)).toBe(true);
    }
  });

  test("any file whatever opens, empty or refused, without a throw", () => {
    const path = newPath();
    const { bytes } = small();
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat({ max: bytes.length }).map((end) => new Uint8Array(bytes.subarray(0, end))),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        writeFileSync(path, Buffer.concat(pieces));
        const seen = lookAt(path, "read");
        if (typeof seen === "string") expect(seen).toBe("ledger.damaged");
        else expect([0, 2, 3, 6]).toContain(seen.size);
      }),
      { numRuns: 400 },
    );
  });
});
