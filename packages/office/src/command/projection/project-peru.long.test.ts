import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder, peruFile } from "../../../../../scripts/acta-desk.js";
import { END, expectMorning, importRound, stationRows, writeStations } from "../../../../../scripts/peru-editions.js";
import type { StationRow } from "../../../../../scripts/peru-editions.js";
import { describeWithShared } from "../../../../../scripts/shared-data.js";

const PENDING = "ACTA ELECTORAL PENDIENTE";
const REFERRED = /^ACTA ELECTORAL PARA ENV/;
/** The clock of the source on the first of these editions. */
const MORNING = "2021-06-08T11:15-05:00";
const code = (text = ""): string => text.padStart(6, "0");

/** Other figures for a station, which no real sheet has. */
function otherFigures(registered: number): readonly [first: string, second: string, cast: string] {
  const second = Math.max(registered - 2, 0);
  return ["1", String(second), String(second + 1)];
}

/** A shuffle that is always the same: rows by a hash of their station. */
function shuffled(rows: readonly StationRow[]): StationRow[] {
  const key = ({ num_mesa: station = "0" }: StationRow): number => (Number(station) * 2_654_435_761) % 4_294_967_296;
  return rows.toSorted((a, b) => key(a) - key(b));
}

describeWithShared("acta project on the real editions of the runoff of 2021", () => {
  const work = newFolder();
  const project = (data: string, edition: string) =>
    actaJson(work, "project", "--data", data, "--election", "peru-2021-runoff", "--edition", edition);
  beforeAll(async () => {
    for (const data of ["early", "all"]) {
      await importRound(work, "firstRound", peruFile("first"), data);
      await importRound(work, "runoff", peruFile("08"), data);
      await importRound(work, "runoff", peruFile("09"), data);
    }
    await importRound(work, "runoff", peruFile("17"), "all");
  }, 600_000);
  afterAll(() => dropFolder(work));

  test("8 June within its limits; 9 June above 0.98, its 90 % interval holds the end", async () => {
    const [morning, evening] = [await project("all", "1"), await project("all", "2")];
    for (const { edition, margin, pLead } of [morning, evening])
      console.log(`${edition.asOf}: ${margin.expected}, 90 % ${margin.interval90}, P ${pLead}`);
    expectMorning(morning);
    expect(evening.pLead).toBeGreaterThan(0.98);
    expect(evening.margin.of).toBe("perulibre");
    expect(evening.margin.interval90[0]).toBeLessThan(END);
    expect(evening.margin.interval90[1]).toBeGreaterThan(END);
  });

  test("says the same bytes whether the final edition is in the folder or not", async () => {
    for (const edition of ["1", "2"])
      for (const more of [[], ["--json"]]) {
        const given = ["--election", "peru-2021-runoff", "--edition", edition, "--level", "department", ...more];
        const [before, after] = [
          await acta(work, "project", "--data", "early", ...given),
          await acta(work, "project", "--data", "all", ...given),
        ];
        expect(before.code).toBe(0);
        expect(after).toEqual(before);
      }
  });

  test("says the same bytes when all that was decided after 8 June was decided otherwise", async () => {
    const open = new Set(
      stationRows("08").flatMap(({ num_mesa, observacion_detalle = "" }) =>
        observacion_detalle === PENDING || REFERRED.test(observacion_detalle) ? [code(num_mesa)] : [],
      ),
    );
    expect(open.size).toBe(3_693);
    const altered = stationRows("17").map((row) => {
      if (!open.has(code(row["mesa"]))) return row;
      const [first, second, cast] = otherFigures(Number(row["v2_NNUME_HABILM"]));
      const votes = { v2_perulibre: first, v2_fp: second, v2_validos: cast, v2_emitidos: cast };
      const rest = { v2_TOT_CIUDADANOS_VOTARON: cast, v2_blanco: "0", v2_nulos: "0", v2_impugnados: "0" };
      const status = { v2_OBSERVACION: "CONTABILIZADAS NORMALES", v2_OBSERVACION_TXT: "ACTA ELECTORAL NORMAL" };
      return { ...row, ...votes, ...rest, ...status };
    });
    writeStations(join(work, "altered.csv"), altered);
    await importRound(work, "runoff", join(work, "altered.csv"), "early", "2021-06-17T12:00-05:00");
    const { margin } = await project("early", "3");
    // The end is another one now, and 8 and 9 June know nothing of it.
    expect(margin.of).toBe("fp");
    expect(margin.expected).toBeGreaterThan(900_000);
    for (const edition of ["1", "2"]) expect(await project("early", edition)).toEqual(await project("all", edition));
  });

  test("never looks at what stands in a sheet that is pending", async () => {
    const altered = stationRows("08").map((row) => {
      if (row["observacion_detalle"] !== PENDING) return row;
      const [first, second, cast] = otherFigures(Number(row["num_electores"]));
      return { ...row, votos_perulibre: first, votos_fuerzapopular: second, num_votos: cast };
    });
    writeStations(join(work, "pending.csv"), altered);
    await importRound(work, "firstRound", peruFile("first"), "pending");
    await importRound(work, "runoff", join(work, "pending.csv"), "pending", MORNING);
    const { edition, ...said } = await project("pending", "1");
    const { edition: real, ...plain } = await project("all", "1");
    expect(edition.id).not.toBe(real.id);
    expect(said).toEqual(plain);
  });

  test("says the same bytes whatever the order of the rows", async () => {
    writeStations(join(work, "shuffled.csv"), shuffled(stationRows("08")));
    await importRound(work, "firstRound", peruFile("first"), "shuffled");
    await importRound(work, "runoff", join(work, "shuffled.csv"), "shuffled", MORNING);
    const [other, plain] = [await project("shuffled", "1"), await project("all", "1")];
    expect(other).toEqual(plain);
  });

  test("at 100 % it is the count, with width 0", async () => {
    const { margin, base, bound } = await project("all", "3");
    expect(base.counted).toBe(base.stations);
    expect(margin).toMatchObject({ of: "perulibre", expected: END, sd: 0, interval99: [END, END] });
    expect(bound.mostVotes).toBe(0);
  });
});
