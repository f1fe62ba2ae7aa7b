import { test } from "vitest";
import { exportTable, writeCsv, writeParquet, writeXlsx, writeJson } from "/work/main/packages/office/src/export/index.js";
import { sampleEdition, sampleElection, SAMPLE_STATIONS } from "/work/main/packages/office/src/export/sample-edition.js";
test("perf", async () => {
  for (const n of [86488, 230000]) {
  const st = Array.from({length:n},(_,i)=>({...SAMPLE_STATIONS[i%10], code:String(i).padStart(6,"0"), place: "Escuela "+(i%9000)}));
  const ed = sampleEdition(sampleElection(), st as any);
  const t = exportTable(ed,{level:"station"}); if(!t.ok) throw 1;
  const run = async (name: string, f: () => any) => { const a=performance.now(); const r=await f(); console.log(n, name, Math.round(performance.now()-a), "ms", r, Math.round(process.memoryUsage().rss/1e6),"MB", t.value.columns.length); };
  await run("csv", ()=>{let b=0; for(const p of writeCsv(t.value,{excel:false})) b+=p.length; return b;});
  await run("json", ()=>{let b=0; for(const p of writeJson(t.value)) b+=p.length; return b;});
  await run("parquet", ()=>writeParquet(t.value).length);
  await run("xlsx", async ()=>{const r=await writeXlsx(t.value); return r.ok? r.value.length: r.problem.code;});
  }
}, 600000);
