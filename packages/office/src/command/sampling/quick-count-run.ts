import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { checkFrame, quickCount } from "acta/sampling";
import type { Collapse, SampleDocument, SampledSheet } from "acta/sampling";
import { stateOf } from "acta/sheet";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { atOf, chooseEdition, choosePolicy, openContest, openElection } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { holdOfFolder } from "../desk/publish-hold.js";
import { assumptionsOf } from "./found-quick-count.js";
import type { FoundQuickCount } from "./found-quick-count.js";
import { quickCountText } from "./quick-count-text.js";
import { readSampleDocument, readSampleSheets } from "./sample-file.js";
import {
  asProblems,
  cutOf,
  describeFrame,
  frameFor,
  learnSampling,
  pointsFlag,
  votesByRow,
  wholeFlag,
} from "./sampling-ground.js";
import type { FrameFlags } from "./sampling-ground.js";

/** Flags of `acta quick-count`. */
export interface QuickCountFlags extends FrameFlags {
  readonly policy: string;
  readonly design?: string;
  readonly sheets?: string;
  readonly calibrate: boolean;
  readonly collapse?: string;
  readonly missingBound: string;
  readonly bootstrap: string;
  readonly seed: string;
}

/** Runs `acta quick-count SAMPLE`: a design (JSON), or the filled form (CSV). */
export async function runQuickCount(
  desk: Desk,
  flags: QuickCountFlags,
  sample: string,
): Promise<Result<null, readonly Problem[]>> {
  learnSampling(desk);
  const isForm = !/\.json$/i.test(sample);
  const design = isForm ? flags.design : sample;
  const document = design === undefined ? succeed(null) : readSampleDocument(desk.cwd, design);
  if (!document.ok) return fail([document.problem]);
  const election = flags.election ?? document.value?.election;
  const contest = flags.contest ?? document.value?.contest;
  const asked = {
    ...flags,
    ...(election === undefined ? {} : { election }),
    ...(contest === undefined ? {} : { contest }),
  };
  const opened = await openElection(desk, asked);
  if (!opened.ok) return fail([opened.problem]);
  try {
    const held = holdOfFolder(opened.value.folder, "projection", desk.now(), opened.value.indexed.id);
    if (!held.ok) return fail([held.problem]);
    const edition = chooseEdition(opened.value, flags.edition);
    if (!edition.ok) return fail([edition.problem]);
    const at = openContest(opened.value, edition.value, asked.contest);
    if (!at.ok) return fail([at.problem]);
    const found = await findQuickCount(desk, at.value, asked, document.value, isForm ? sample : flags.sheets);
    if (!found.ok) return asProblems(found);
    if (flags.json) printJson(desk, quickCountDocument(found.value));
    else desk.print(quickCountText(desk.language, found.value));
    return succeed(null);
  } finally {
    opened.value.folder.close();
  }
}

async function findQuickCount(
  desk: Desk,
  opened: OpenedContest,
  flags: QuickCountFlags,
  design: SampleDocument | null,
  form: string | undefined,
): Promise<Result<FoundQuickCount>> {
  const settings = settingsOf(flags);
  if (!settings.ok) return settings;
  const cut = design ?? cutOf(opened, flags);
  const frame = frameFor(opened, cut);
  if (!frame.ok) return frame;
  const same = design === null ? succeed(null) : checkFrame(frame.value, design);
  if (!same.ok) return same;
  const sheets = await sheetsOf(desk, opened, flags, design, form);
  if (!sheets.ok) return sheets;
  const described = flags.calibrate ? describeFrame(opened, frame.value, flags.previous) : succeed(null);
  if (!described.ok) return described;
  const count = quickCount({
    frame: frame.value,
    roll: opened.open.roll,
    options: opened.contest.options,
    sheets: sheets.value,
    covariates: described.value?.covariates ?? null,
    ...settings.value,
  });
  if (!count.ok) return count;
  return succeed({
    opened,
    cut: { unit: cut.unit, tree: cut.tree, level: cut.level },
    frame: frame.value,
    design,
    source: form === undefined ? { kind: "edition", policy: flags.policy } : { kind: "file", file: form },
    described: described.value,
    stations: sheets.value.length,
    came: sheets.value.filter(({ votes }) => votes !== null).length,
    count: count.value,
  });
}

interface Settings {
  readonly collapse: Collapse;
  readonly missingBound: number;
  readonly replicates: number;
  readonly seed: number;
}

function settingsOf(flags: QuickCountFlags): Result<Settings> {
  const missingBound = pointsFlag("--missing-bound", flags.missingBound, true);
  if (!missingBound.ok) return missingBound;
  const replicates = wholeFlag("--bootstrap", flags.bootstrap, 0, 100_000);
  if (!replicates.ok) return replicates;
  const seed = wholeFlag("--seed", flags.seed, 0, 4_294_967_295);
  if (!seed.ok) return seed;
  return succeed({
    collapse: collapseOf(flags.collapse),
    missingBound: missingBound.value,
    replicates: replicates.value,
    seed: seed.value,
  });
}

function collapseOf(text: string | undefined): Collapse {
  if (text === undefined) return "refuse";
  if (text === "next") return "next";
  return text.split(",").map((group) => group.split("+").map((code) => code.trim()));
}

/** The stations of the sample with their votes, from the filled form or from the edition's own sheets. */
async function sheetsOf(
  desk: Desk,
  opened: OpenedContest,
  flags: QuickCountFlags,
  design: SampleDocument | null,
  form: string | undefined,
): Promise<Result<readonly SampledSheet[]>> {
  if (form === undefined) return recordedSheets(opened, flags.policy, design?.stations ?? []);
  const { election, roll } = opened.open;
  const read = await readSampleSheets(resolve(desk.cwd, form), form, election, opened.contest, roll);
  if (!read.ok || design === null) return read;
  const drawn = new Set(design.stations);
  const foreign = read.value.find(({ station }) => !drawn.has(station) && roll.codes.includes(station));
  if (foreign !== undefined)
    return fail({ code: "quickCount.notDrawn", where: form, context: { station: foreign.station.slice(0, 40) } });
  const listed = new Set(read.value.map(({ station }) => station));
  const absent = design.stations.filter((station) => !listed.has(station));
  return succeed([...read.value, ...absent.map((station) => ({ station, votes: null, came: "", isRecorded: false }))]);
}

/** The sample's sheets as an edition has them: those that its policy counts have come. */
function recordedSheets(
  opened: OpenedContest,
  id: string,
  stations: readonly string[],
): Result<readonly SampledSheet[]> {
  const policy = choosePolicy(opened.open, id);
  if (!policy.ok) return policy;
  const votes = votesByRow(opened, policy.value);
  const rowAt = new Map(opened.open.roll.codes.map((code, row) => [code, row]));
  return succeed(
    stations.map((station) => {
      const row = rowAt.get(station) ?? -1;
      const state = row < 0 ? null : stateOf(opened.table, row);
      const isIn = state !== null && policy.value.states.includes(state);
      return { station, votes: isIn ? votes.map((column) => column[row] ?? 0) : null, came: "", isRecorded: true };
    }),
  );
}

/** The documented JSON shape `acta-quick-count/1`. */
function quickCountDocument(found: FoundQuickCount): Readonly<Record<string, unknown>> {
  const { opened, cut, frame, design, source, described, stations, came, count } = found;
  const { election, edition } = opened.open;
  return {
    schema: "acta-quick-count/1",
    provenance: election.provenance,
    election: election.id,
    contest: opened.contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    ...atOf(opened),
    base: "validVotes",
    source,
    design: { ...cut, strata: frame.strata.length, drawnHere: design !== null, seed: design?.seed ?? null },
    frame: { stations: frame.stations.length, units: frame.firsts.length - 1 },
    sample: { stations, came },
    calibration:
      described === null
        ? null
        : { previous: described.election, covariates: count.covariates, matched: described.previous.matched },
    options: count.shares,
    margin: count.pairs[0] ?? null,
    pairs: count.pairs,
    freedom: count.freedom,
    designEffect: count.designEffect,
    checks: count.checks,
    missing: count.missing,
    strata: count.strata,
    joined: count.joined,
    silent: count.silent,
    assumptions: assumptionsOf(found),
  };
}
