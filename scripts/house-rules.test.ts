import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { licenceAllowed, licenceFindings, pinFindings } from "./house/package-rules.mjs";
import { missingPlatforms } from "./house/platform-packages.mjs";
import { nameFindings, pathFindings, silenceFindings, sizeFindings } from "./house/source-rules.mjs";
import { installDifferences } from "./workshop.mjs";

const file = (path: string, text = "", bytes = text.length) => ({ path, bytes, text });

describe("names", () => {
  test.each([
    "packages/a/src/utils.ts",
    "packages/a/src/core/x.ts",
    "scripts/ballot-types.mjs",
    "packages/a/src/TallySheet.ts",
  ])("refuses %s", (path) => expect(nameFindings([file(path)])).toHaveLength(1));

  test.each([
    "packages/a/src/tally-sheet.test.ts",
    ".dependency-cruiser.cjs",
    "docs/README.md",
    "scripts/shared-data.ts",
  ])("accepts %s", (path) => expect(nameFindings([file(path)])).toEqual([]));
});

describe("silenced rules", () => {
  // Put together, so that this file does not hold the comment itself.
  const comment = (rest: string) => file("a.ts", `const a = 1;\n// oxlint-${"disable"}-next-line no-eval${rest}\n`);

  test("need a reason", () => {
    expect(silenceFindings([comment("")])).toEqual([expect.stringContaining("a.ts:2")]);
    expect(silenceFindings([comment(" -- ")])).toHaveLength(1);
  });

  test("with a reason are accepted", () => {
    expect(silenceFindings([comment(" -- the vendor's file is written that way")])).toEqual([]);
  });
});

test("a file above 1 MiB is refused", () => {
  expect(sizeFindings([file("a.bin", "", 1024 * 1024 + 1), file("b.bin", "", 1024 * 1024)])).toHaveLength(1);
});

describe("folders of one machine", () => {
  const folder = ["", "root", "data"].join("/");

  test("are refused with their line", () => {
    expect(pathFindings([file("a.ts", `\nconst a = "${folder}";`)])).toEqual([expect.stringContaining("a.ts:2")]);
  });

  test("are told from web addresses and relative paths, and allowed in the lock", () => {
    expect(pathFindings([file("a.md", `https://example.org${folder} ..${folder}`)])).toEqual([]);
    expect(pathFindings([file("package-lock.json", folder)])).toEqual([]);
  });
});

describe("packages", () => {
  test("are pinned to one version", () => {
    const dependencies = { a: "1.2.3", b: "npm:c@7.0.2", d: "2.0.0-rc.1" };
    expect(pinFindings("package.json", { dependencies })).toEqual([]);
    expect(pinFindings("package.json", { devDependencies: { a: "^1.2.3", b: "*", c: "npm:d@^1.0.0" } })).toHaveLength(
      3,
    );
  });

  test.each([
    ["MIT", false, true],
    ["(MIT OR GPL-3.0)", false, true],
    ["MIT AND GPL-3.0", false, false],
    ["MPL-2.0", true, true],
    ["MPL-2.0", false, false],
    ["", true, false],
  ])("licence %j, development only %j: %j", (licence, development, allowed) => {
    expect(licenceAllowed(licence, development)).toBe(allowed);
  });

  test("may spell their licence the older way", () => {
    expect(licenceFindings("a", { licenses: [{ type: "MIT" }] }, false)).toEqual([]);
    expect(licenceFindings("a", {}, false)).toEqual(["a: licence not given is not on the list in the product"]);
  });
});

test("a lock holds the native packages of every platform, those of npm's own choosing and the rest", () => {
  const wants = { "@a/binding-linux-x64-musl": "1.0.0", "@a/binding-win32-ia32-msvc": "1.0.0", plain: "1.0.0" };
  const packages = {
    "node_modules/a": { version: "1.0.0", dev: true, license: "MIT", optionalDependencies: wants },
    "node_modules/@a/binding-linux-x64-musl": { version: "1.0.0" },
  };
  const entry = { version: "1.0.0", cpu: ["ia32"], os: ["win32"], dev: true, license: "MIT", optional: true };
  expect(missingPlatforms({ packages })).toEqual({ "node_modules/@a/binding-win32-ia32-msvc": entry });
});

describe("what is installed", () => {
  const folder = mkdtempSync(join(tmpdir(), "acta-lock-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, packages: Record<string, object>) => {
    mkdirSync(join(folder, "node_modules"), { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify({ packages }));
  };

  test("is compared with the lock; packages for other platforms may be missing", () => {
    expect(installDifferences(folder)).toEqual(["package-lock.json: missing"]);
    write("package-lock.json", {
      "": {},
      "node_modules/a": { version: "1.0.0" },
      "node_modules/b": { version: "1.0.0" },
      "node_modules/elsewhere": { version: "1.0.0", optional: true },
    });
    expect(installDifferences(folder)).toEqual(["node_modules: missing"]);
    write("node_modules/.package-lock.json", {
      "node_modules/a": { version: "1.0.1" },
      "node_modules/c": { version: "1.0.0" },
    });
    expect(installDifferences(folder)).toEqual([
      "node_modules/a: 1.0.1, wanted 1.0.0",
      "node_modules/b: missing, wanted 1.0.0",
      "node_modules/c: not in package-lock.json",
    ]);
  });
});
