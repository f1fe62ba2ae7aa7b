// The recount in DuckDB: every level, the computing centres and the polling places in one query with grouping sets. Policies that
// take in the same sheets are summed once only, which Acta does not do; the columns stand ready in the file.

const CELLS = ["perulibre", "fp", "blank", "nulls", "challenged", "voters"];
const POLICIES = {
  counted: "state IN ('counted', 'annulled', 'notInstalled')",
  filed: "state IN ('counted', 'annulled', 'notInstalled', 'referred')",
};

/** A path as a text of SQL. */
const text = (path) => `'${path.replaceAll("'", "''")}'`;

/** Writes the Parquet file and prepares both ways of asking. */
export async function duckdbRecount(file, parquet) {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`COPY (${sheetsOf(text(file))}) TO ${text(parquet)} (FORMAT parquet, COMPRESSION zstd)`);
  await connection.run(`CREATE TABLE sheets AS FROM read_parquet(${text(parquet)})`);
  const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows();
  const stored = `read_parquet(${text(parquet)})`;
  return {
    ways: {
      duckdbMemory: () => rows(allAreas("sheets")),
      duckdbStored: () => rows(allAreas(stored)),
      duckdbLevels: () => rows(threeLevels(stored)),
    },
    votes: async () => {
      const [[perulibre, fp]] = await rows("SELECT sum(perulibre), sum(fp) FROM sheets WHERE state <> 'referred'");
      return { perulibre: Number(perulibre), fp: Number(fp) };
    },
    groups: async () => (await rows(allAreas("sheets"))).length,
  };
}

function sheetsOf(file) {
  return `
    SELECT mesa AS station, v2_CCODI_UBIGEO[:2] AS department, v2_CCODI_UBIGEO[:4] AS province, v2_CCODI_UBIGEO AS district,
      v2_CCENT_COMPU AS centre, dense_rank() OVER (ORDER BY v2_CCODI_UBIGEO, v2_TNOMB_LOCAL, v2_TDIRE_LOCAL)::INTEGER AS place,
      CASE WHEN v2_OBSERVACION = 'CONTABILIZADAS NORMALES' THEN 'counted' WHEN v2_OBSERVACION = 'ACTA ELECTORAL ANULADA' THEN 'annulled'
        WHEN v2_OBSERVACION = 'MESA NO INSTALADA' THEN 'notInstalled' ELSE 'referred' END AS state,
      v2_NNUME_HABILM::INTEGER AS registered, v2_perulibre::INTEGER AS perulibre, v2_fp::INTEGER AS fp, v2_blanco::INTEGER AS blank,
      v2_nulos::INTEGER AS nulls, v2_impugnados::INTEGER AS challenged, v2_TOT_CIUDADANOS_VOTARON::INTEGER AS voters
    FROM read_csv(${file}, header = true, delim = ',', quote = '"', escape = '"')
    ORDER BY mesa`;
}

function allAreas(from) {
  const sums = Object.values(POLICIES).flatMap((where) =>
    [...CELLS, "registered"].map((cell) => `sum(${cell}) FILTER (WHERE ${where})`),
  );
  const states = ["counted", "annulled", "notInstalled", "referred"].map(
    (state) => `count(*) FILTER (WHERE state = '${state}')`,
  );
  return `
    SELECT department, province, district, centre, place, count(*), sum(registered), ${[...states, ...sums].join(", ")}
    FROM ${from}
    GROUP BY GROUPING SETS ((), (department), (province), (district), (centre), (place))`;
}

/** The least that a reader could ask for: one policy, the three geographic levels. */
function threeLevels(from) {
  return `
    SELECT department, province, district, count(*), ${CELLS.map((cell) => `sum(${cell})`).join(", ")}
    FROM ${from} WHERE ${POLICIES.counted}
    GROUP BY GROUPING SETS ((department), (province), (district))`;
}
