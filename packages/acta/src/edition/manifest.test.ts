import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatList, formatManifest, formatPointer, parseList, parseManifest, parsePointer } from "./index.js";
import type { Manifest, Pointer } from "./index.js";

const hash = (letter: string): string => letter.repeat(64);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const MANIFEST: Manifest = {
  origin: "recorder.example",
  size: 7,
  root: new Uint8Array(32).fill(7),
  list: hash("a"),
  files: 2,
  bytes: 30,
};

const POINTER: Pointer = {
  origin: "recorder.example",
  mode: "reported",
  provenance: "synthetic",
  size: 7,
  key: "recorder.example+00000000+AQ==",
  checkpoint: hash("c"),
  manifest: hash("d"),
  editions: [{ election: "sample", id: "e1", number: 1, asOf: null, root: hash("e") }],
  corrections: null,
  courses: [{ election: "sample", contest: "president", file: hash("f") }],
};

describe("a manifest", () => {
  test("is read as it was written", () => {
    expect(parseManifest(formatManifest(MANIFEST))).toEqual({ ok: true, value: MANIFEST });
  });

  test("has one form only: no byte of it can be changed and still be read as the same", () => {
    const written = formatManifest(MANIFEST);
    fc.assert(
      fc.property(fc.nat(written.length - 1), fc.string({ minLength: 0, maxLength: 2 }), (at, other) => {
        const changed = written.slice(0, at) + other + written.slice(at + 1);
        const read = parseManifest(changed);
        if (read.ok) expect(formatManifest(read.value)).toBe(changed);
      }),
    );
  });
});

describe("the list of files", () => {
  test("is sorted by path whatever order it is made in", () => {
    const files = ["b", "a/1", "a"].map((path) => ({ path, sha256: hash("1"), bytes: 3 }));
    const list = text(formatList(files));
    expect(list).toBe(["a", "a/1", "b"].map((path) => `${hash("1")} 3 ${path}\n`).join(""));
    expect(parseList(list)).toMatchObject({ ok: true, value: [{ path: "a" }, { path: "a/1" }, { path: "b" }] });
  });

  test.each([
    ["a path out of the folder", `${hash("1")} 3 ../a\n`],
    ["an absolute path", `${hash("1")} 3 /etc/passwd\n`],
    ["a path of another system", `${hash("1")} 3 a\\b\n`],
    ["a drive", `${hash("1")} 3 C:a\n`],
    ["an empty part", `${hash("1")} 3 a//b\n`],
    ["itself", `${hash("1")} 3 manifest.files\n`],
    ["a path twice", `${hash("1")} 3 a\n${hash("1")} 3 a\n`],
    ["paths out of order", `${hash("1")} 3 b\n${hash("1")} 3 a\n`],
    ["no line end", `${hash("1")} 3 a`],
    ["a number in another form", `${hash("1")} 03 a\n`],
  ])("with %s is refused", (_, list) => {
    expect(parseList(list)).toMatchObject({ ok: false, problem: { code: "edition.badList" } });
  });
});

describe("a pointer", () => {
  test("is read as it was written", () => {
    expect(parsePointer(text(formatPointer(POINTER)))).toEqual({ ok: true, value: POINTER });
  });

  test.each([
    [
      "another order of keys",
      text(formatPointer(POINTER))
        .replace(/^\{(.*?),/, "{")
        .replace("}\n", ',"checkpoint":""}\n'),
    ],
    ["a further key", text(formatPointer(POINTER)).replace("{", '{"aaa":1,')],
    ["a space", text(formatPointer(POINTER)).replace(":", ": ")],
    ["no line end", text(formatPointer(POINTER)).trimEnd()],
    ["what is not JSON", "{\n"],
  ])("with %s is refused", (_, pointer) => {
    expect(parsePointer(pointer)).toMatchObject({ ok: false, problem: { code: "edition.badPointer" } });
  });
});
