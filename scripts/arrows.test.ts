import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "./workshop.mjs";

const trees: string[] = [];

afterAll(async () => {
  for (const tree of trees) await rm(tree, { recursive: true, force: true });
});

/** Builds a tiny house with our arrows and returns what dependency-cruiser says about it; empty when it is content. */
async function refusals(files: Readonly<Record<string, string>>): Promise<string> {
  const tree = await mkdtemp(join(tmpdir(), "acta-arrows-"));
  trees.push(tree);
  for (const name of ["arrows.json", ".dependency-cruiser.cjs", "tsconfig.arrows.json", "tsconfig.base.json"]) {
    await cp(join(root, name), join(tree, name));
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(tree, "packages", name)), { recursive: true });
    await writeFile(join(tree, "packages", name), text);
  }
  const cruise = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  return new Promise((resolve) => {
    const args = [cruise, "packages", "--output-type", "err"];
    execFile(process.execPath, args, { cwd: tree, env: { ...process.env, NO_COLOR: "1" } }, (error, stdout, stderr) => {
      resolve(error === null ? "" : `${stdout}${stderr}`);
    });
  });
}

const basics = { "acta/src/basics/index.ts": "export const unit = 1;\n" };
const sheet = { ...basics, "acta/src/sheet/index.ts": 'export { unit as sheet } from "../basics/index.js";\n' };

describe.concurrent("dependency-cruiser with our arrows", () => {
  test("accepts arrows that go the listed way, tests that do not, and the library by name", async () => {
    const found = await refusals({
      ...sheet,
      "acta/src/basics/unit.test.ts": 'import { sheet } from "../sheet/index.js";\nexport const seen = sheet;\n',
      "office/src/command/index.ts": 'import { unit } from "acta/basics";\nexport const run = unit;\n',
      "office/src/main.ts": 'import { run } from "./command/index.js";\nexport const done = run;\n',
    });
    expect(found).toBe("");
  });

  test("refuses a back edge", async () => {
    const found = await refusals({
      ...sheet,
      "acta/src/basics/back.ts": 'import { sheet } from "../sheet/index.js";\nexport const back = sheet;\n',
    });
    expect(found).toContain("arrow-acta-basics");
  });

  test("refuses a back edge that imports only a type", async () => {
    const found = await refusals({
      "acta/src/sheet/index.ts": "export type Sheet = { readonly votes: number };\n",
      "acta/src/basics/index.ts":
        'import type { Sheet } from "../sheet/index.js";\nexport type Votes = Sheet["votes"];\n',
    });
    expect(found).toContain("arrow-acta-basics");
  });

  test("refuses an import past the door of a room", async () => {
    const found = await refusals({
      ...basics,
      "acta/src/basics/inner.ts": "export const inner = 1;\n",
      "acta/src/sheet/index.ts": 'export { inner } from "../basics/inner.js";\n',
    });
    expect(found).toContain("door");
  });

  test("refuses a cycle between two files of one room", async () => {
    const found = await refusals({
      "acta/src/basics/one.ts": 'import { two } from "./two.js";\nexport const one = () => two;\n',
      "acta/src/basics/two.ts": 'import { one } from "./one.js";\nexport const two = () => one;\n',
    });
    expect(found).toContain("cycle");
  });

  test("refuses a room that is not listed, even one without any import", async () => {
    const found = await refusals({ ...basics, "acta/src/attic/index.ts": "export const attic = 1;\n" });
    expect(found).toContain("unlisted-acta-room");
  });

  test("refuses a folder of the office that is not listed", async () => {
    const found = await refusals({ "office/src/attic/index.ts": "export const attic = 1;\n" });
    expect(found).toContain("unlisted-office-room");
  });

  test("refuses a back edge in the office", async () => {
    const found = await refusals({
      "office/src/command/index.ts": "export const run = 1;\n",
      "office/src/store/index.ts": 'import { run } from "../command/index.js";\nexport const store = run;\n',
    });
    expect(found).toContain("arrow-office-store");
  });

  test("refuses the office in the library, in tests as well", async () => {
    const found = await refusals({
      "office/src/store/index.ts": "export const store = 1;\n",
      "acta/src/basics/unit.test.ts":
        'import { store } from "../../../office/src/store/index.js";\nexport const s = store;\n',
    });
    expect(found).toContain("no-office-in-library");
  });

  test("refuses the office and Node in pages, and a room of pages that is not listed", async () => {
    const found = await refusals({
      "office/src/store/index.ts": "export const store = 1;\n",
      "web/src/verify/index.ts":
        'import { store } from "../../../office/src/store/index.js";\nexport { join } from "node:path";\nexport const s = store;\n',
      "web/src/attic/index.ts": "export const attic = 1;\n",
    });
    for (const rule of ["no-office-in-web", "web-without-node", "unlisted-web-room"]) expect(found).toContain(rule);
  });

  test("refuses the library by path in the office", async () => {
    const found = await refusals({
      ...basics,
      "office/src/files/index.ts":
        'import { unit } from "../../../acta/src/basics/index.js";\nexport const u = unit;\n',
    });
    expect(found).toContain("library-by-name");
  });

  test("refuses Node in the library", async () => {
    const found = await refusals({ "acta/src/basics/index.ts": 'export { readFileSync } from "node:fs";\n' });
    expect(found).toContain("library-is-pure");
  });
});

test("the arrows name listed rooms only and never lead back", async () => {
  const arrows: Record<string, Record<string, string[]>> = JSON.parse(
    await readFile(join(root, "arrows.json"), "utf8"),
  );
  for (const house of Object.values(arrows)) {
    const seen = new Set(["library"]);
    let waiting = Object.entries(house);
    while (waiting.length > 0) {
      const ready = waiting.filter(([, sees]) => sees.every((name) => seen.has(name)));
      expect(ready, `stuck at ${waiting.map(([name]) => name).join(", ")}`).not.toHaveLength(0);
      for (const [name] of ready) seen.add(name);
      waiting = waiting.filter(([name]) => !seen.has(name));
    }
  }
});
