// Only the reading and one sum by district in DuckDB: no checks, nothing kept. Arguments: file, how often.
import { DuckDBInstance } from "@duckdb/node-api";
import { timed } from "../measure.mjs";

const [path, times] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const sql = `
  SELECT v2_CCODI_UBIGEO, count(*), sum(v2_perulibre), sum(v2_fp), sum(v2_blanco), sum(v2_nulos), sum(v2_impugnados),
    sum(v2_TOT_CIUDADANOS_VOTARON), sum(v2_NNUME_HABILM)
  FROM read_csv('${path.replaceAll("'", "''")}', header = true, delim = ',', quote = '"', escape = '"')
  GROUP BY v2_CCODI_UBIGEO`;

const runs = [];
let rows = [];
for (let run = 0; run < Number(times); run++) {
  const { value, ms, cpu } = await timed(async () => (await connection.runAndReadAll(sql)).getRows());
  runs.push({ ms, cpu });
  rows = value;
}
const sum = (column) => rows.reduce((total, row) => total + Number(row[column]), 0);
console.log(JSON.stringify({ runs, sheets: sum(1), votes: { perulibre: sum(2), fp: sum(3) } }));
