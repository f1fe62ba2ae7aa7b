import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { openRows, sha256File } from "./index.js";
import type { Dialect, Rows } from "./index.js";

const ONPE: Dialect = {
  format: "csv",
  separator: ",",
  quote: '"',
  encoding: "utf-8",
  headerRows: 1,
  worksheet: "",
  records: "",
};

async function open(file: string): Promise<Rows> {
  const opened = await openRows(sharedPath("data", "peru-2021", file), ONPE);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.value;
}

// Figures from ../shared/data/peru-2021/DATA.md and design/DEPENDENCIES.md 2.2.
describeWithShared("the station files of Peru 2021", () => {
  test.each(["first-round-2021-06-17", "runoff-2021-06-08", "runoff-2021-06-09", "runoff-2021-06-17"])(
    "%s has 86,488 records and none is refused",
    async (name) => {
      const rows = await open(`${name}.csv.gz`);
      const count = await rows.each(
        () => {},
        (row) => expect.unreachable(JSON.stringify(row)),
      );
      expect(count).toEqual({ ok: true, value: { rows: 86_488, refused: 0 } });
    },
  );

  test("the last runoff file gives the known sums, districts and line numbers", async () => {
    const rows = await open("runoff-2021-06-17.csv.gz");
    const column = (name: string): number => rows.header.indexOf(name);
    const [station, fp, pl] = [column("mesa"), column("v2_fp"), column("v2_perulibre")];
    const [ubigeo, address] = [column("v2_CCODI_UBIGEO"), column("v2_TDIRE_LOCAL")];
    const districts = new Set<string>();
    const kuwait: [string, number, string][] = [];
    let fujimori = 0;
    let castillo = 0;
    await rows.each(
      (row) => {
        districts.add(row.text(ubigeo));
        fujimori += Number(row.text(fp));
        castillo += Number(row.text(pl));
        const id = row.text(station);
        if (id === "082340" || id === "082341") kuwait.push([id, row.line, row.text(address)]);
      },
      () => {},
    );
    expect([fujimori, castillo, districts.size]).toEqual([8_791_696, 8_835_653, 2_082]);
    // A quoted address breaks the line, so the row after it is two lines further.
    expect(kuwait.map(([id, line]) => [id, line])).toEqual([
      ["082340", 82_341],
      ["082341", 82_343],
    ]);
    expect(kuwait[0]?.[2]).toMatch(/KUWAIT\r\n$/);
  });

  test("have the hashes that stand beside them", async () => {
    const sums = readFileSync(sharedPath("data", "peru-2021", "SHA256SUMS"), "utf8");
    const hash = await sha256File(sharedPath("data", "peru-2021", "runoff-2021-06-17.csv.gz"));
    if (!hash.ok) throw new Error(hash.problem.code);
    expect(hash.value.bytes).toBe(2_090_823);
    expect(sums).toContain(hash.value.sha256);
  });
});
