import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder, PERU, peruFile } from "../../../../scripts/acta-desk.js";
import { describeWithShared } from "../../../../scripts/shared-data.js";

type Name = "08" | "09" | "17";

const ORDERS: readonly (readonly Name[])[] = [
  ["08", "09", "17"],
  ["08", "17", "09"],
  ["09", "08", "17"],
  ["09", "17", "08"],
  ["17", "08", "09"],
  ["17", "09", "08"],
];

/** What a folder answers, without what may depend on when and in which order it was made. */
async function answersOf(folder: string): Promise<unknown> {
  const { editions } = await actaJson(folder, "editions");
  const answers: unknown[] = [];
  for (const { id, asOf, dataDigest } of editions) {
    const { number: _, ...edition } = (await actaJson(folder, "results", "--edition", id)).edition;
    const of = async (...more: readonly string[]): Promise<string> => {
      const result = await actaJson(folder, "results", "--edition", id, ...more);
      return createHash("sha256")
        .update(JSON.stringify({ ...result, edition }))
        .digest("hex");
    };
    answers.push({
      id,
      asOf,
      dataDigest,
      counted: await of(),
      asFiled: await of("--policy", "as-filed"),
      districts: await of("--level", "district"),
    });
  }
  const { edition, margin } = await actaJson(folder, "results");
  return { answers, newest: [edition.id, margin.votes] };
}

describeWithShared("the runoff of Peru 2021 imported in any order", () => {
  let atOnce = "";
  let expected: unknown;
  let again = "";
  beforeAll(async () => {
    atOnce = newFolder();
    again = newFolder();
    const ran = await acta(
      atOnce,
      "import",
      PERU.runoff,
      ...(["09", "17", "08"] as const).flatMap((name) => ["--source", peruFile(name)]),
    );
    expect(ran).toMatchObject({ code: 0, err: "" });
    expected = await answersOf(atOnce);
  }, 60_000);
  afterAll(() => {
    dropFolder(atOnce);
    dropFolder(again);
  });

  test.each(ORDERS.map((order) => [order.join(", "), order] as const))(
    "%s: the same editions, digests and results; the newest is shown",
    async (_, order) => {
      const folder = newFolder();
      for (const name of order)
        expect(await acta(folder, "import", PERU.runoff, "--source", peruFile(name))).toMatchObject({ code: 0 });
      expect(await answersOf(folder)).toEqual(expected);
      expect(await answersOf(folder)).toMatchObject({ newest: [expect.stringMatching(/^20210617T/), 43_957] });
      dropFolder(folder);
    },
    60_000,
  );

  test.each(["08", "09", "17"] as const)("importing %s again is seen again and appends nothing", async (name) => {
    const before = ledgerOf(atOnce);
    const report = await actaJson(atOnce, "import", PERU.runoff, "--source", peruFile(name));
    expect(report).toMatchObject({ entries: 0, deliveries: [{ seenAgain: true }] });
    expect(ledgerOf(atOnce)).toEqual(before);
  });

  // Quirk 11: later commits of the file of 9 June have the same rows and another time of download.
  test("quirk 11: a file that differs in its time of download only is seen again", async () => {
    const copy = join(again, "downloaded-later.csv.gz");
    await pipeline(
      createReadStream(peruFile("09")),
      createGunzip(),
      replacing("2021-06-09", "2021-06-13"),
      createGzip(),
      createWriteStream(copy),
    );
    expect(gunzipSync(readFileSync(copy)).equals(gunzipSync(readFileSync(peruFile("09"))))).toBe(false);
    const before = ledgerOf(atOnce);
    const report = await actaJson(atOnce, "import", PERU.runoff, "--source", copy);
    expect(report).toMatchObject({
      entries: 0,
      deliveries: [{ seenAgain: true, edition: { asOf: "2021-06-08T22:20:00Z" } }],
    });
    expect(ledgerOf(atOnce)).toEqual(before);
    const { editions } = await actaJson(atOnce, "editions");
    expect(editions).toHaveLength(3);
  });

  test("an edition whose moment nobody says is unknown, never the time of import, and is not shown as the newest", async () => {
    const folder = join(again, "data");
    const copy = join(again, "unknown.csv.gz");
    await pipeline(
      createReadStream(peruFile("09")),
      createGunzip(),
      replacing("2021-06-09", "2021-06-13"),
      createGzip(),
      createWriteStream(copy),
    );
    await acta(again, "import", PERU.runoff, "--source", peruFile("08"), "--data", folder);
    const report = await actaJson(again, "import", PERU.runoff, "--source", copy, "--data", folder);
    expect(report.deliveries[0]).toMatchObject({ asOf: null, edition: { id: expect.stringMatching(/^unknown-/) } });
    const { edition } = await actaJson(again, "results", "--data", folder);
    expect(edition.asOf).toBe("2021-06-08T16:15:00Z");
  });
});

/** The bytes of the ledger: nothing may be appended, not even a header. */
function ledgerOf(folder: string): readonly [number, string] {
  const path = join(folder, "acta-data", "ledger", "entries.log");
  return [statSync(path).size, createHash("sha256").update(readFileSync(path)).digest("hex")];
}

/** Replaces an ASCII text of the same length in a stream of bytes. */
function replacing(from: string, to: string): Transform {
  let rest = "";
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const text = rest + chunk.toString("latin1");
      rest = text.slice(-from.length);
      done(null, Buffer.from(text.slice(0, -from.length).replaceAll(from, to), "latin1"));
    },
    flush(done) {
      done(null, Buffer.from(rest.replaceAll(from, to), "latin1"));
    },
  });
}
