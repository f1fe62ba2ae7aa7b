import { join } from "node:path";
import { expect, test } from "vitest";
import { eachLeaf, Replay } from "acta/record";
import { acta, dropFolder, newFolder, PERU, peruFile } from "../../../../scripts/acta-desk.js";
import { describeWithShared } from "../../../../scripts/shared-data.js";
import { blobsOf, openFolder } from "../store/index.js";

describeWithShared("an entry of the runoff of Peru 2021", () => {
  test("is at most 150 bytes a sheet, and 45 on average", async () => {
    const data = newFolder();
    try {
      await acta(data, "import", PERU.runoff, "--source", peruFile("17"), "--data", "data");
      const folder = openFolder(join(data, "data"));
      if (!folder.ok) throw new Error(folder.problem.code);
      const sizes: number[] = [];
      const replay = new Replay(blobsOf(folder.value));
      folder.value.ledger.read(folder.value.ledger.size, (leaves) => {
        eachLeaf(leaves, (start, end) => {
          // A sheet entry is the only one that is a list.
          if (leaves.bytes[start] === "[".charCodeAt(0)) sizes.push(end - start);
        });
        return replay.apply(leaves);
      });
      folder.value.close();
      expect(sizes.length).toBe(86_488);
      expect(Math.max(...sizes.slice(0, 50_000), ...sizes.slice(50_000))).toBeLessThanOrEqual(150);
      expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThan(45);
    } finally {
      dropFolder(data);
    }
  });
});
