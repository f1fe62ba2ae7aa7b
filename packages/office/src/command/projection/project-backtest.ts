import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Contest, Election } from "acta/election";
import { backtestPicture, scoreBacktest } from "acta/projection";
import type { Edition } from "acta/record";
import { systemProblem } from "../../store/index.js";
import { titleLines } from "../count/result-text.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { DataFlags } from "../desk/flags.js";
import { withContest } from "../desk/opened.js";
import { jobsOf, sizeOf } from "./backtest-flags.js";
import type { BacktestFlags } from "./backtest-flags.js";
import { backtestRequest } from "./backtest-ground.js";
import { backtestTables } from "./backtest-table.js";
import type { BacktestDocument } from "./backtest-table.js";
import { replayInThreads } from "./backtest-threads.js";

/** Runs the backtest on a final edition; prints the tables, and writes them with the picture where asked. */
export async function runProjectBacktest(
  desk: Desk,
  flags: DataFlags & BacktestFlags & { readonly edition?: string },
  seed: number,
): Promise<Result<null>> {
  const size = sizeOf(flags);
  if (!size.ok) return size;
  const jobs = jobsOf(flags);
  if (!jobs.ok) return jobs;
  return withContest(desk, flags, async (opened) => {
    const request = backtestRequest(opened, flags.previous, size.value, seed);
    if (!request.ok) return request;
    const runs = await replayInThreads(request.value, jobs.value, (done, all) =>
      desk.progress(desk.language.say("backtest.progress", { done, all })),
    );
    desk.progress("");
    if (!runs.ok) return runs;
    const { election, edition } = opened.open;
    const document: BacktestDocument = {
      ...headOf(election, opened.contest, edition),
      settings: size.value,
      seed,
      curvePoints: request.value.curve.length,
      domains: domainsOf(election, runs.value[0]?.domains ?? []),
      ...scoreBacktest(runs.value),
    };
    const title = titleLines(desk.language, election, opened.contest, opened.at).join(" · ");
    const text = `${title}\n${backtestTables(desk.language, document)}`;
    if (flags.json) printJson(desk, document);
    else desk.print(text);
    return flags.out === undefined ? succeed(null) : writeAll(desk, resolve(desk.cwd, flags.out), document, text);
  });
}

function headOf(election: Election, contest: Contest, edition: Edition) {
  return {
    schema: "acta-backtest/1",
    provenance: election.provenance,
    election: election.id,
    contest: contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
  } as const;
}

/** Codes of areas that are groups, as a night calls them, with the groups' names. */
function domainsOf(election: Election, codes: readonly string[]): BacktestDocument["domains"] {
  return codes.map((code) => {
    const group = election.groups.find(({ id }) => code === `group:${id}`);
    return { code, name: group?.name ?? { es: "-", en: "-" } };
  });
}

function writeAll(desk: Desk, folder: string, document: BacktestDocument, text: string): Result<null> {
  const { language } = desk;
  const picture = backtestPicture(document.accepted, {
    title: language.say("backtest.picture.title"),
    counted: language.say("backtest.picture.counted"),
    points: language.say("backtest.picture.points"),
    projection: language.say("backtest.picture.projection"),
    fill: language.say("backtest.picture.fill"),
    naive: language.say("backtest.picture.naive"),
  });
  const files = {
    "scores.json": `${JSON.stringify(document, null, 2)}\n`,
    "scores.md": `${text}\n`,
    "scores.svg": picture,
  };
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return succeed(null);
  } catch (error) {
    return fail(systemProblem(error, folder));
  }
}
