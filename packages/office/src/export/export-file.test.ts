import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EXPORT_FORMATS, exportBytes, exportTo, writeExport } from "./index.js";
import { sampleEdition } from "./sample-edition.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "acta-export-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const bytes = (text: string): Uint8Array => Buffer.from(text, "utf8");

describe("writing a file", () => {
  test("replaces the old one whole and leaves nothing else behind", () => {
    const path = join(folder, "out.csv");
    writeFileSync(path, "old and longer");
    expect(writeExport(path, [bytes("new"), bytes("er")])).toEqual({ ok: true, value: 5 });
    expect(readFileSync(path, "utf8")).toBe("newer");
    expect(readdirSync(folder)).toEqual(["out.csv"]);
  });

  test("that breaks off leaves the old one as it was", () => {
    const path = join(folder, "out.csv");
    writeFileSync(path, "old");
    function* broken(): Generator<Uint8Array> {
      yield bytes("half");
      throw new Error("a bug");
    }
    expect(() => writeExport(path, broken())).toThrow("a bug");
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["out.csv"]);
  });

  test("into a missing folder or over a folder is a problem, not an exception", () => {
    expect(writeExport(join(folder, "no", "out.csv"), bytes("x"))).toMatchObject({
      problem: { code: "store.notFound" },
    });
    mkdirSync(join(folder, "out.csv"));
    expect(writeExport(join(folder, "out.csv"), bytes("x"))).toMatchObject({ problem: { code: "store.isAFolder" } });
    expect(readdirSync(folder)).toEqual(["out.csv"]);
  });

  test("behind a link replaces the file, not the link; a device stays a device", () => {
    writeFileSync(join(folder, "real.csv"), "old");
    symlinkSync("real.csv", join(folder, "link.csv"));
    expect(writeExport(join(folder, "link.csv"), bytes("new")).ok).toBe(true);
    expect(readFileSync(join(folder, "real.csv"), "utf8")).toBe("new");
    expect(writeExport("/dev/null", bytes("x"))).toEqual({ ok: true, value: 1 });
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });
});

describe("an export", () => {
  test("of each format is written, CSV with its sidecar", async () => {
    for (const format of EXPORT_FORMATS) {
      const path = join(folder, `out.${format}`);
      const done = await exportTo(sampleEdition(), { format, level: "district" }, path);
      if (!done.ok) return expect.unreachable(done.problem.code);
      expect(done.value.files.map((file) => file.path)).toEqual(
        format === "csv" ? [path, `${path}.meta.json`] : [path],
      );
      for (const file of done.value.files) expect(statSync(file.path).size).toBe(file.bytes);
    }
    const notes: unknown = JSON.parse(readFileSync(join(folder, "out.csv.meta.json"), "utf8"));
    expect(notes).toMatchObject({ format: "acta-export/1", provenance: "real", rowCount: 5 });
  });

  test("that cannot be made writes nothing", async () => {
    const path = join(folder, "out.csv");
    expect((await exportTo(sampleEdition(), { format: "csv", level: "x" }, path)).ok).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("for Excel is a CSV", async () => {
    const refused = await exportBytes(sampleEdition(), { format: "json", excel: true });
    expect(refused).toMatchObject({ problem: { code: "export.excelIsCsv" } });
    const made = await exportBytes(sampleEdition(), { format: "csv", excel: true });
    expect(made.ok && Buffer.concat([...made.value.parts]).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });
});
