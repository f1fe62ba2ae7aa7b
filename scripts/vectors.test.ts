import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkVectors } from "./vectors/check-vectors.mjs";
import { root } from "./workshop.mjs";

type Sums = { readonly sums: readonly { readonly id: string; readonly of: number[]; readonly is: number }[] };

const isSums = (json: unknown): json is Sums => typeof json === "object" && json !== null && "sums" in json;

const sums = {
  name: "sums",
  matches: isSums,
  *run(json: unknown) {
    if (!isSums(json)) throw new Error("not sums");
    for (const { id, of, is } of json.sums) {
      const got = of.reduce((a, b) => a + b, 0);
      yield { id, passed: got === is, got, want: is };
    }
  },
};

describe("a vector file", () => {
  test("is told by its shape and counted", async () => {
    const json = { sums: [{ id: "a", of: [1, 2], is: 3 }] };
    expect(
      await checkVectors(
        "f.json",
        () => JSON.stringify(json),
        () => [sums],
      ),
    ).toEqual({
      lines: ["f.json: 1 passed, 0 failed"],
      code: 0,
    });
  });

  test("that does not agree shows what came and what was wanted", async () => {
    const json = { sums: [{ id: "a", of: [1, 2], is: 4 }] };
    expect(
      await checkVectors(
        "f.json",
        () => JSON.stringify(json),
        () => [sums],
      ),
    ).toEqual({
      lines: ["FAIL a", "  got  3", "  want 4", "f.json: 0 passed, 1 failed"],
      code: 1,
    });
  });

  test("whose runner breaks down fails", async () => {
    const { lines, code } = await checkVectors(
      "f.json",
      () => '{"sums":[{}]}',
      () => [sums],
    );
    expect(lines[0]).toContain("FAIL sums stopped after 0 cases");
    expect(code).toBe(1);
  });

  test("of a format that nobody reads is named", async () => {
    const { lines, code } = await checkVectors(
      "f.json",
      () => '{"meta":{"title":"Moon phases"}}',
      () => [sums],
    );
    expect(lines).toEqual(['f.json: no room reads this format yet: "Moon phases" (formats read: sums)']);
    expect(code).toBe(2);
  });

  test("without cases is not a success", async () => {
    expect(
      (
        await checkVectors(
          "f.json",
          () => '{"sums":[]}',
          () => [sums],
        )
      ).code,
    ).toBe(2);
  });
});

describe("npm run vectors", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "acta-vectors-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const vectors = (...files: string[]) =>
    spawnSync(process.execPath, ["scripts/vectors.mjs", ...files], { cwd: root, encoding: "utf8" });

  test("exits 2 with one line each for a file that is not there and one that is not JSON", () => {
    const bad = join(folder, "bad.json");
    writeFileSync(bad, "{");
    const { status, stdout } = vectors(join(folder, "absent.json"), bad);
    expect(status).toBe(2);
    expect(stdout.trimEnd().split("\n")).toHaveLength(2);
    expect(stdout).toContain("cannot be read");
    expect(stdout).toContain("is not JSON");
  });
});
