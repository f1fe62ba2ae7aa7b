import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PERU, acta, dropFolder, newFolder, peruFile } from "./acta-desk.js";
import { describeWithShared } from "./shared-data.js";
import { root } from "./workshop.mjs";

describeWithShared("README", () => {
  const folder = newFolder();
  const readme = readFileSync(join(root, "README.md"), "utf8");
  afterAll(() => dropFolder(folder));

  beforeAll(async () => {
    const files = (["08", "09"] as const).flatMap((name) => ["--source", peruFile(name)]);
    const ran = await acta(folder, "import", PERU.runoff, ...files, "--lang", "en");
    expect(ran.err).toBe("");
  });

  test("prints what the command prints", async () => {
    const ran = await acta(folder, "results", "--edition", "2021-06-08", "--lang", "en");
    expect(readme).toContain(`\`\`\`\n${ran.out.trimEnd()}\n\`\`\``);
  });
});
