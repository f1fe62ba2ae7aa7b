import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { lawSetsIn } from "acta/record";
import { loadDefinition } from "../../import/index.js";
import type { LoadedDefinition } from "../../import/index.js";
import { openFolder, replayFolder } from "../../store/index.js";
import { keepAll } from "../site/geography-run.js";
import { CHECKOUT } from "../installation.js";
import { tell, tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { runAddLaw } from "../dispute/law-run.js";
import { UNSIGNED, importPaths, learnImport } from "../record/import-run.js";
import { choosePolicy, withContest } from "../desk/opened.js";
import { resultsFor } from "./result-areas.js";
import { areasTable, resultText } from "./result-text.js";
import { simulateInto } from "./simulate-run.js";

/** Flags of `acta demo`. */
export interface DemoFlags {
  readonly data?: string;
  /** Whether the pages are served at the end; left open, they are, except where nobody could end it (`CI`). */
  readonly serve?: boolean;
  readonly port: string;
}

const DEFINITION = "jurisdictions/peru/2021-runoff/election.yaml";
const REAL = "../shared/data/peru-2021";
const FILES = ["runoff-2021-06-08.csv.gz", "runoff-2021-06-09.csv.gz", "runoff-2021-06-17.csv.gz"];
/** The authority's bulletins, for the course of the count between our editions. */
const BULLETINS = "../shared/peru/editions-2021-runoff.json";
/** The law of flagged sheets and petitions: without it pages cannot say who may still act, and until when. */
const LAW = "jurisdictions/peru/law.yaml";
/** Outlines for the maps, beside the sheets. */
const OUTLINES = "../shared/data/geo-peru";
const REAL_DATA = "acta-data";
const EXAMPLE_DATA = "acta-example";
const EXAMPLE = "examples/peru-2021-runoff-totals.yaml";

/** Runs `acta demo`. */
export async function runDemo(desk: Desk, flags: DemoFlags): Promise<void> {
  learnImport(desk);
  const real = FILES.map((name) => join(CHECKOUT, REAL, name)).every((path) => existsSync(path));
  desk.print(desk.language.say(real ? "demo.real" : "demo.example", { folder: REAL }));
  // What is made up never shares a folder with what is real unless somebody asks for it.
  const data = flags.data ?? (real ? REAL_DATA : EXAMPLE_DATA);
  const done = real ? await countReal(desk, data) : await countExample(desk, data);
  if (!done) return;
  await showWhole(desk, data);
  desk.print("");
  desk.print(desk.language.say("demo.next", { data }));
  if (!real) desk.print(desk.language.say("demo.fetch", { definition: DEFINITION, data: REAL_DATA }));
  desk.print("");
  if (flags.serve ?? !isUnattended(desk)) await servePages(desk, data, flags.port);
  else desk.print(desk.language.say("demo.serveNext", { data }));
}

/** Machines that build and test set `CI`: there nobody reads pages, and what does not end holds everything up. */
function isUnattended({ environment }: Desk): boolean {
  const { CI = "" } = environment;
  return !["", "0", "false"].includes(CI);
}

async function servePages(desk: Desk, data: string, port: string): Promise<void> {
  const { runServe } = await import("../site/serve-run.js");
  // Somebody who tries this out may well have something else on that port.
  const served = await runServe(desk, { data, host: "127.0.0.1", port, json: false }, true);
  if (!served.ok) tell(desk, served.problem);
}

async function countReal(desk: Desk, data: string): Promise<boolean> {
  const definition = loadDefinition(join(CHECKOUT, DEFINITION));
  if (!definition.ok) {
    tellAll(desk, definition.problem);
    return false;
  }
  const bulletins = join(CHECKOUT, BULLETINS);
  const paths = [...FILES.map((name) => join(CHECKOUT, REAL, name)), ...(existsSync(bulletins) ? [bulletins] : [])];
  const report = await importPaths(desk, definition.value, paths, resolve(desk.cwd, data), {
    asOf: null,
    drill: false,
    signing: UNSIGNED,
  });
  if (report === null) return false;
  await keepOutlines(desk, definition.value, resolve(desk.cwd, data));
  return await enterLaw(desk, data);
}

/** Once in the record the law stays: who runs this again, or has entered another, keeps what is there. */
async function enterLaw(desk: Desk, data: string): Promise<boolean> {
  const held = holdsLaw(resolve(desk.cwd, data));
  if (!held.ok) tell(desk, held.problem);
  else if (!held.value) await runAddLaw(desk, { data, json: false }, join(CHECKOUT, LAW));
  return held.ok;
}

function holdsLaw(path: string): Result<boolean> {
  const folder = openFolder(path);
  if (!folder.ok) return folder;
  try {
    const replayed = replayFolder(folder.value);
    return replayed.ok ? succeed(lawSetsIn(replayed.value.state().acts).length > 0) : replayed;
  } finally {
    folder.value.close();
  }
}

/** The maps of the site need outlines; where they are not there, the site shows squares. */
async function keepOutlines(desk: Desk, { election }: LoadedDefinition, data: string): Promise<void> {
  const names = election.geography?.files.map(({ name }) => join(CHECKOUT, OUTLINES, name)) ?? [];
  const folder = openFolder(data);
  if (!folder.ok) return tell(desk, folder.problem);
  for (const problem of await keepAll(
    desk,
    folder.value,
    names.filter((path) => existsSync(path)),
    false,
  ))
    tell(desk, problem);
  folder.value.close();
}

async function countExample(desk: Desk, data: string): Promise<boolean> {
  return simulateInto(desk, join(CHECKOUT, EXAMPLE), resolve(desk.cwd, data));
}

async function showWhole(desk: Desk, data: string): Promise<void> {
  const shown = await withContest(desk, { data, json: false }, (opened) => {
    const policy = choosePolicy(opened.open, "counted");
    if (!policy.ok) return policy;
    const whole = resultsFor(opened, policy.value, {}, desk.language);
    if (!whole.ok) return whole;
    desk.print("");
    for (const result of whole.value.results) desk.print(resultText(desk.language, opened, policy.value, result));
    const level = opened.open.election.trees[0]?.levels[0]?.id;
    if (level === undefined) return succeed(null);
    const areas = resultsFor(opened, policy.value, { level }, desk.language);
    if (!areas.ok) return areas;
    desk.print("");
    desk.print(areasTable(desk.language, opened, areas.value.results));
    return succeed(null);
  });
  if (!shown.ok) tell(desk, shown.problem);
}
