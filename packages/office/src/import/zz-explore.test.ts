import { test } from "vitest";
import { acta, newFolder, PERU, peruFile } from "../../../../scripts/acta-desk.js";
test("x", async () => {
  const f = newFolder();
  console.log(f);
  for (const n of ["08","09","17"] as const) {
    const t = Date.now();
    const r = await acta(f, "import", PERU.runoff, "--source", peruFile(n));
    console.log(Date.now() - t, r.code, r.out, r.err);
  }
  for (const a of [["results"],["results","--policy","as-filed","--edition","1"],["results","--level","place","--json"],["editions"],["diff"],["check"],["check","--edition","1"]]) {
    const t = Date.now();
    const r = await acta(f, ...a);
    console.log(Date.now() - t, r.code, r.out.slice(0,3000), r.err);
  }
  const t = Date.now();
  const r = await acta(f, "import", PERU.firstRound, "--source", peruFile("first"));
    console.log(Date.now() - t, r.code, r.out, r.err);
  console.log((await acta(f, "results", "--election", "peru-2021-first-round")).out)
  {const r = await acta(f, "import", PERU.firstRound, "--source", peruFile("first"), "--source", peruFile("17"));
    console.log(Date.now() - t, r.code, r.out, r.err);}
  console.log((await acta(f, "results", "--election", "peru-2021-first-round","--level", "department")).out)
  console.log((await acta(f, "results")).out)
});
