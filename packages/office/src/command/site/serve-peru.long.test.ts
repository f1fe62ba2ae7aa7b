// The real runoff of Peru 2021 served (../shared/data/peru-2021/DATA.md): known totals and versions, and a folder that verifies over HTTP.
import { afterAll, beforeAll, expect, test } from "vitest";
import { PERU, acta, actaJson, dropFolder, newFolder, peruFile } from "../../../../../scripts/acta-desk.js";
import { describeWithShared } from "../../../../../scripts/shared-data.js";
import { apiClient } from "../../../../web/src/client/index.js";
import type { ApiClient } from "../../../../web/src/client/index.js";
import { serve } from "./sample-serving.js";
import type { Serving } from "./sample-serving.js";

describeWithShared("the real runoff, served", () => {
  let root = "";
  let served: Serving;
  let client: ApiClient;
  const record = async (name: "08" | "09" | "17"): Promise<void> => {
    expect((await acta(root, "import", PERU.runoff, "--source", peruFile(name))).err).toBe("");
  };

  beforeAll(async () => {
    root = newFolder();
    await record("08");
    await record("09");
    served = await serve(root);
    client = apiClient(served.address, fetch);
  }, 600_000);
  afterAll(async () => {
    expect(await served.end()).toBe(0);
    dropFolder(root);
  });

  test("answers about the third edition as soon as it is recorded, with the published totals, and publishes it", async () => {
    await record("17");
    const results = await client.ask("results", {});
    if (!results.ok || !("options" in results.value)) throw new Error("no result");
    const votes = new Map(results.value.options.map((option) => [option.id, option.votes]));
    expect([...votes.values()].toSorted((a, b) => a - b)).toEqual([8_791_696, 8_835_653]);
    await served.until("New publication: 90,339 entries");
  }, 300_000);

  test("shows the three versions of station 026140", async () => {
    const history = await client.ask("history", { station: "026140" });
    expect(history.ok && history.value.versions.map(({ edition }) => edition?.number)).toEqual([1, 2, 3]);
  }, 60_000);

  test("says what the command says, of every province and of what is open", async () => {
    const asked = { level: "province", policy: "undisputed", lang: "en" } as const;
    const provinces = await client.ask("results", asked);
    const printed = await actaJson(root, "results", "--level", "province", "--policy", "undisputed");
    expect(provinces.ok && provinces.value).toEqual(printed);
    const open = await client.ask("disputes", { any: "165", lang: "en" });
    expect(open.ok && JSON.stringify(open.value).length).toBeLessThan(10_000);
  }, 60_000);

  test("verifies over HTTP as it does on disk", async () => {
    const verified = await actaJson(root, "verify", served.address);
    expect([verified.consistent, verified.size, verified.editions.length]).toEqual([true, 90_339, 3]);
  }, 300_000);
});
