import { basename, resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { Contest, Election, Roll } from "acta/election";
import { projectTotals, projectionDocument, projectionEn, projectionEs, totalsOfContest } from "acta/projection";
import type { PreviousTotals, TotalsProjection } from "acta/projection";
import { filesEn, filesEs } from "../../files/index.js";
import { importEn, importEs, loadDefinition } from "../../import/index.js";
import { electionEn, electionEs } from "acta/election";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { chooseEdition, openContest, openElection } from "../desk/opened.js";
import { holdOfFolder, tooEarly } from "../desk/publish-hold.js";
import { previousContest } from "./previous-election.js";
import { readPreviousTotals } from "./previous-table.js";
import { DRAWS, seedOf, strayFlag } from "./project-run.js";
import type { ProjectFlags } from "./project-run.js";
import { projectText } from "./project-text.js";
import { readTotals } from "./totals-table.js";

/** Where a table of totals belongs: an election, its contest, and its roll and previous contest where a data folder has them. */
interface TotalsGround {
  readonly election: Election;
  readonly contest: Contest;
  readonly roll: Roll | null;
  readonly previous: PreviousTotals | null;
  /** Size of the ledger that was asked for; null for all of it, or without one. */
  readonly at: number | null;
}

/** Runs `acta project --totals`: a projection from an authority's table by area, with a data folder or with a definition alone. */
export async function runProjectTotals(
  desk: Desk,
  flags: ProjectFlags,
  totals: string,
): Promise<Result<null, readonly Problem[]>> {
  desk.language.learn({ es: projectionEs, en: projectionEn });
  desk.language.learn({ es: filesEs, en: filesEn });
  const seed = seedOf(flags.seed);
  if (!seed.ok) return fail([seed.problem]);
  const clash = clashIn(flags) ?? strayFlag(flags);
  if (clash !== null) return fail([clash]);
  const ground = flags.definition === undefined ? await folderGround(desk, flags) : definitionGround(desk, flags);
  if (!ground.ok) return ground;
  const done = await tellTotals(desk, flags, totals, ground.value, seed.value);
  return done.ok ? done : fail([done.problem]);
}

/** Flags that do not go together. */
function clashIn(flags: ProjectFlags): Problem | null {
  const pairs: readonly (readonly [boolean, string, string])[] = [
    [flags.backtest, "--totals", "--backtest"],
    [flags.previous !== undefined && flags.previousTotals !== undefined, "--previous", "--previous-totals"],
    [flags.previous !== undefined && flags.definition !== undefined, "--previous", "--definition"],
    [flags.edition !== undefined && flags.definition !== undefined, "--edition", "--definition"],
    [flags.election !== undefined && flags.definition !== undefined, "--election", "--definition"],
    [flags.at !== undefined && flags.definition !== undefined, "--at", "--definition"],
  ];
  const [, first, second] = pairs.find(([clashes]) => clashes) ?? [];
  return first === undefined || second === undefined
    ? null
    : { code: "project.flagsTogether", context: { first, second } };
}

function definitionGround(desk: Desk, flags: ProjectFlags): Result<TotalsGround, readonly Problem[]> {
  desk.language.learn({ es: importEs, en: importEn });
  desk.language.learn({ es: electionEs, en: electionEn });
  const loaded = loadDefinition(resolve(desk.cwd, flags.definition ?? ""));
  if (!loaded.ok) return loaded;
  const { election } = loaded.value;
  const contest = election.contests.find(({ id }) => flags.contest === undefined || id === flags.contest);
  if (contest === undefined)
    return fail([
      {
        code: "command.unknownContest",
        context: { contest: flags.contest ?? "", known: election.contests.map(({ id }) => id).join(", ") },
      },
    ]);
  // No ledger says otherwise: the definition's own hour holds.
  const early = tooEarly(election, "projection", desk.now(), []);
  return early === null ? succeed({ election, contest, roll: null, previous: null, at: null }) : fail([early]);
}

async function folderGround(desk: Desk, flags: ProjectFlags): Promise<Result<TotalsGround, readonly Problem[]>> {
  const opened = await openElection(desk, flags);
  if (!opened.ok) return fail([opened.problem]);
  try {
    const edition = chooseEdition(opened.value, flags.edition);
    if (!edition.ok) return fail([edition.problem]);
    const at = openContest(opened.value, edition.value, flags.contest);
    if (!at.ok) return fail([at.problem]);
    const held = holdOfFolder(opened.value.folder, "projection", desk.now(), opened.value.indexed.id);
    if (!held.ok) return fail([held.problem]);
    const { election, roll } = at.value.open;
    const before = flags.previousTotals === undefined ? previousContest(at.value, flags.previous) : succeed(null);
    if (!before.ok) return fail([before.problem]);
    const previous = before.value === null ? null : totalsOfContest(election, before.value);
    return succeed({ election, contest: at.value.contest, roll, previous, at: opened.value.at });
  } finally {
    opened.value.folder.close();
  }
}

async function tellTotals(
  desk: Desk,
  flags: ProjectFlags,
  totals: string,
  ground: TotalsGround,
  seed: number,
): Promise<Result<null>> {
  const { election, contest, roll } = ground;
  const rows = await readTotals(resolve(desk.cwd, totals), totals, election, contest);
  if (!rows.ok) return rows;
  const table = flags.previousTotals;
  const written =
    table === undefined
      ? succeed(ground.previous)
      : await readPreviousTotals(resolve(desk.cwd, table), table, election, contest);
  if (!written.ok) return written;
  const done = projectTotals({
    election,
    contest,
    roll,
    rows: rows.value,
    previous: written.value,
    seed,
    draws: DRAWS,
  });
  if (!done.ok) return done;
  if (flags.json) {
    printJson(desk, totalsDocument(ground, basename(totals), done.value));
    return succeed(null);
  }
  const { projection, votersKnown } = done.value;
  const head = desk.language.say("project.totals", { file: basename(totals), areas: rows.value.length });
  const text = projectText(desk.language, { ...ground, head, byArea: true, votersKnown }, projection, flags.level);
  if (text.ok) desk.print(text.value);
  return text.ok ? succeed(null) : text;
}

/** The documented JSON shape `acta-projection/1`: no edition, and no figure of voters where none is known. */
function totalsDocument(
  { election, contest, at }: TotalsGround,
  file: string,
  { projection, votersKnown }: TotalsProjection,
): Readonly<Record<string, unknown>> {
  const unknown = { registered: null, registeredCounted: null };
  const document = projectionDocument(projection, contest.options);
  return {
    schema: "acta-projection/1",
    provenance: election.provenance,
    election: election.id,
    contest: contest.id,
    edition: null,
    totals: { file },
    ...(at === null ? {} : { at }),
    ...document,
    ...(votersKnown
      ? {}
      : {
          base: { ...projection.base, ...unknown },
          bound: { ...projection.bound, plausibleVotes: Math.round(projection.bound.plausibleVotes), mostVotes: null },
        }),
  };
}
