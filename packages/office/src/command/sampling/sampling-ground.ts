import { fail, parseCount, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { Policy, Roll } from "acta/election";
import { frameCovariates, frameOf, previousShares, samplingEn, samplingEs } from "acta/sampling";
import type { Frame, FrameCovariates, KnownContest, PreviousShares, SamplingUnit } from "acta/sampling";
import { OUT_OF_SCOPE } from "acta/sheet";
import { PRESET_POLICIES, rowVotes } from "acta/tabulation";
import { filesEn, filesEs } from "../../files/index.js";
import { editionIn, electionIn, openEdition } from "../../store/index.js";
import type { Desk } from "../desk/desk.js";
import type { DataFlags } from "../desk/flags.js";
import type { OpenedContest } from "../desk/opened.js";

/** Flags that say from which frame a sample is, and how it is cut. */
export interface FrameFlags extends DataFlags {
  readonly edition?: string;
  readonly previous?: string;
  readonly tree?: string;
  readonly by?: string;
  readonly places: boolean;
}

/** Adds the texts of samples and of the files that they are read from. */
export function learnSampling(desk: Desk): void {
  desk.language.learn({ es: samplingEs, en: samplingEn });
  desk.language.learn({ es: filesEs, en: filesEn });
}

/** How strata and units are cut: by name, as flags and documents say it. */
export interface NamedCut {
  readonly unit: SamplingUnit;
  readonly tree: string;
  /** "" for one stratum. */
  readonly level: string;
}

/** The cut that the flags name. */
export function cutOf(opened: OpenedContest, flags: FrameFlags): NamedCut {
  return {
    unit: flags.places ? "place" : "station",
    tree: flags.tree ?? opened.open.roll.trees[0]?.id ?? "",
    level: flags.by === undefined || flags.by === "none" ? "" : flags.by,
  };
}

/** The stations of the contest, cut into strata and units. @param only 1 for the rows that are looked at; null for all of the contest. */
export function frameFor(
  opened: OpenedContest,
  { unit, tree, level }: NamedCut,
  only: Uint8Array | null = null,
): Result<Frame> {
  const { election, roll } = opened.open;
  const at = roll.trees.findIndex((each) => each.id === tree);
  const definition = election.trees.find((each) => each.id === tree);
  if (at < 0 || definition === undefined)
    return fail({
      code: "quickCount.unknownTree",
      context: { tree: tree.slice(0, 40), known: election.trees.map(({ id }) => id).join(", ") },
    });
  const depth = level === "" ? 0 : definition.levels.findIndex(({ id }) => id === level) + 1;
  if (level !== "" && depth === 0)
    return fail({
      code: "quickCount.unknownLevel",
      context: { level: level.slice(0, 40), known: definition.levels.map(({ id }) => id).join(", ") },
    });
  const within = new Uint8Array(roll.codes.length);
  for (let row = 0; row < within.length; row++)
    within[row] = opened.table.status[row] !== OUT_OF_SCOPE && (only === null || only[row] === 1) ? 1 : 0;
  return frameOf(roll, within, { unit, tree: at, level: depth, levelId: level });
}

/** The policy by which sheets count when nothing else is said. */
export function countedPolicy(): Policy {
  const [counted] = PRESET_POLICIES;
  if (counted === undefined) throw new Error("there are policies");
  return counted;
}

/** Votes by option, then by row of the roll, of the sheets that a policy counts. */
export function votesByRow({ open, contest, table }: OpenedContest, policy: Policy): readonly Int32Array[] {
  const { votes } = rowVotes(open.election, table, policy, null);
  return contest.options.map((option) => votes.get(option) ?? new Int32Array(table.size));
}

/** A previous contest and whether its station codes mean the same. */
export interface FoundPrevious extends KnownContest {
  readonly stationsMatch: boolean;
}

/**
 * The previous contest: that of the election that was named, else of the one that this election continues, when the folder has it;
 * its contest of the same id, else its first. Null when there is none and nobody asked for one.
 */
export function previousOf(opened: OpenedContest, named: string | undefined): Result<FoundPrevious | null> {
  const { follows } = opened.open.election;
  const id = named ?? follows?.election;
  if (id === undefined) return succeed(null);
  const isThere = opened.index.elections.some((each) => each.id === id);
  if (named === undefined && !isThere) return succeed(null);
  const indexed = electionIn(opened.folder, opened.index, id);
  if (!indexed.ok) return indexed;
  const edition = editionIn(indexed.value, undefined);
  if (!edition.ok) return edition;
  const open = openEdition(opened.folder, indexed.value, edition.value);
  if (!open.ok) return open;
  const { election, roll, tables } = open.value;
  const contest = election.contests.find((each) => each.id === opened.contest.id) ?? election.contests[0];
  const table = contest === undefined ? undefined : tables.get(contest.id);
  if (contest === undefined || table === undefined)
    return fail({ code: "quickCount.noPrevious", context: { election: id } });
  const stationsMatch = id === follows?.election ? follows.stationsMatch : true;
  return succeed({ election, contest, roll, table, stationsMatch });
}

/** The frame described by the previous contest, for calibration. */
export interface DescribedFrame {
  readonly covariates: FrameCovariates;
  readonly previous: PreviousShares;
  readonly election: string;
}

/** Describes a frame by the previous contest; a problem when there is none. */
export function describeFrame(opened: OpenedContest, frame: Frame, named: string | undefined): Result<DescribedFrame> {
  const previous = previousOf(opened, named);
  if (!previous.ok) return previous;
  if (previous.value === null)
    return fail({ code: "quickCount.nothingPrevious", context: { election: opened.open.election.id } });
  return describeBy(opened.open.roll, opened.contest.options, frame, previous.value);
}

/** Describes a frame by a previous contest that was found. */
export function describeBy(
  roll: Roll,
  options: readonly string[],
  frame: Frame,
  previous: FoundPrevious,
): Result<DescribedFrame> {
  const shares = previousShares(roll, previous, previous.stationsMatch);
  if (!shares.ok) return shares;
  const leading = leadingIn(options, previous);
  return succeed({
    covariates: frameCovariates(frame, roll, shares.value, leading),
    previous: shares.value,
    election: previous.election.id,
  });
}

/** Positions in the previous contest of the two options that matter: those of this contest, as far as they stood, then the largest. */
export function leadingIn(options: readonly string[], previous: KnownContest): readonly [number, number] {
  const { votes } = rowVotes(previous.election, previous.table, countedPolicy(), null);
  const totals = previous.contest.options.map((id, at) => ({
    at,
    isHere: options.includes(id) && options.length <= 3,
    votes: (votes.get(id) ?? new Int32Array(0)).reduce((sum, each) => sum + each, 0),
  }));
  const [first, second] = totals.toSorted((a, b) => Number(b.isHere) - Number(a.isHere) || b.votes - a.votes);
  return [first?.at ?? 0, second?.at ?? 0];
}

/** A whole number of a flag within bounds. */
export function wholeFlag(flag: string, text: string, least: number, most: number): Result<number> {
  const value = parseCount(text);
  return value === undefined || value < least || value > most
    ? fail({ code: "quickCount.badNumber", context: { flag, text: text.slice(0, 40), least, most } })
    : succeed(value);
}

/** Percentage points of a flag, as a fraction: above 0 (or from 0) up to 100, with a point or a comma. */
export function pointsFlag(flag: string, text: string, allowsZero: boolean): Result<number> {
  const written = text.replace(/\s*%$/, "").replace(",", ".");
  const value = /^\d{1,3}(?:\.\d{1,6})?$/.test(written) ? Number(written) / 100 : NaN;
  return value <= 1 && (value > 0 || (allowsZero && value === 0))
    ? succeed(value)
    : fail({ code: "quickCount.badPoints", context: { flag, text: text.slice(0, 40) } });
}

/** Several problems of one file or flag, as the commands tell them. */
export function asProblems<T>(result: Result<T>): Result<T, readonly Problem[]> {
  return result.ok ? result : fail([result.problem]);
}
