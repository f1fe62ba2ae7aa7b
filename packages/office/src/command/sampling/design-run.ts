import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import {
  allocate,
  drawSample,
  expectedError,
  stratumSpreads,
  sumByUnit,
  unitCount,
  unitsForMargin,
} from "acta/sampling";
import type { AllocationRule, Frame, SampleDocument, StratumSpreads } from "acta/sampling";
import { stationAt } from "acta/election";
import { rowVotes } from "acta/tabulation";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { withContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import type { DrawnDesign, ExpectedError } from "./drawn-design.js";
import { designText } from "./design-text.js";
import { formRows, writeSample } from "./sample-file.js";
import {
  asProblems,
  countedPolicy,
  cutOf,
  frameFor,
  leadingIn,
  learnSampling,
  pointsFlag,
  previousOf,
  wholeFlag,
} from "./sampling-ground.js";
import type { FoundPrevious, FrameFlags } from "./sampling-ground.js";

/** Flags of `acta quick-count design`. */
export interface DesignFlags extends FrameFlags {
  readonly stations?: string;
  readonly error?: string;
  readonly allocation: string;
  readonly seed: string;
  readonly out: string;
}

const Z95 = 1.959963984540054;

/** Runs `acta quick-count design`. */
export async function runDesign(desk: Desk, flags: DesignFlags): Promise<Result<null, readonly Problem[]>> {
  learnSampling(desk);
  if ((flags.stations === undefined) === (flags.error === undefined)) return fail([{ code: "quickCount.sizeOrError" }]);
  if (!isRule(flags.allocation))
    return fail([{ code: "quickCount.badAllocation", context: { rule: flags.allocation.slice(0, 40) } }]);
  const rule = flags.allocation;
  const done = await withContest(desk, flags, (opened) => {
    const drawn = drawDesign(opened, flags, rule);
    if (!drawn.ok) return drawn;
    const { document, frame } = drawn.value;
    const rows = formRows(opened.open.election, opened.contest, opened.open.roll, frame, document);
    const written = writeSample(desk.cwd, flags.out, document, rows);
    if (!written.ok) return written;
    if (flags.json)
      printJson(desk, { schema: "acta-quick-count-design/1", ...designDocument(drawn.value), ...written.value });
    else desk.print(designText(desk.language, opened, drawn.value, written.value));
    return succeed(null);
  });
  return asProblems(done);
}

function isRule(text: string): text is AllocationRule {
  return text === "proportional" || text === "neyman" || text === "equal";
}

function drawDesign(opened: OpenedContest, flags: DesignFlags, rule: AllocationRule): Result<DrawnDesign> {
  const seed = wholeFlag("--seed", flags.seed, 0, 4_294_967_295);
  if (!seed.ok) return seed;
  const cut = cutOf(opened, flags);
  const frame = frameFor(opened, cut);
  if (!frame.ok) return frame;
  const known = spreadsFor(opened, frame.value, flags.previous);
  if (!known.ok) return known;
  if (known.value === null && (rule === "neyman" || flags.error !== undefined))
    return fail({ code: "quickCount.nothingPrevious", context: { election: opened.open.election.id } });
  const sizes = frame.value.strata.map(({ units }) => units);
  const wanted = unitsWanted(flags, frame.value, rule, known.value);
  if (!wanted.ok) return wanted;
  const counts = allocate(rule, wanted.value, sizes, known.value?.spreads.spreads ?? []);
  if (!counts.ok) return counts;
  const drawn = drawSample(frame.value, counts.value, seed.value);
  const document: SampleDocument = {
    format: "acta-sample/1",
    provenance: opened.open.election.provenance,
    election: opened.open.election.id,
    contest: opened.contest.id,
    unit: cut.unit,
    tree: cut.tree,
    level: cut.level,
    allocation: rule,
    seed: seed.value,
    strata: frame.value.strata.map(({ code, units }, at) => ({ code, units, drawn: counts.value[at] ?? 0 })),
    stations: [...drawn].flatMap((unit) => stationsOf(opened, frame.value, unit)),
  };
  return succeed({
    document,
    frame: frame.value,
    counts: counts.value,
    expected: expectedOf(known.value, sizes, counts.value),
  });
}

function stationsOf({ open }: OpenedContest, frame: Frame, unit: number): readonly string[] {
  const rows = frame.stations.subarray(frame.firsts[unit], frame.firsts[unit + 1]);
  return Array.from(rows, (row) => open.roll.codes[row] ?? "");
}

/** Stations are asked for; of places so many are drawn as have about these stations. */
function unitsWanted(
  flags: DesignFlags,
  frame: Frame,
  rule: AllocationRule,
  known: KnownSpreads | null,
): Result<number> {
  const sizes = frame.strata.map(({ units }) => units);
  if (flags.stations === undefined) {
    const margin = pointsFlag("--error", flags.error ?? "", false);
    if (!margin.ok) return margin;
    return succeed(known === null ? 0 : unitsForMargin(rule, sizes, known.spreads, margin.value));
  }
  const stations = wholeFlag("--stations", flags.stations, 1, 100_000_000);
  if (!stations.ok) return stations;
  const each = frame.stations.length / unitCount(frame);
  return succeed(Math.round(stations.value / each));
}

interface KnownSpreads {
  readonly spreads: StratumSpreads;
  readonly previous: FoundPrevious;
  readonly between: readonly [string, string];
  readonly units: number;
}

/** The spread of the previous contest on this frame: own sheets only, because what is filled in from an area does not vary. */
function spreadsFor(opened: OpenedContest, frame: Frame, named: string | undefined): Result<KnownSpreads | null> {
  const previous = previousOf(opened, named);
  if (!previous.ok || previous.value === null) return previous.ok ? succeed(null) : previous;
  const before = previous.value;
  const { roll } = opened.open;
  // Without the same codes a spread between stations cannot be seen: then nothing is expected.
  if (!before.stationsMatch) return succeed(null);
  const isSameWhole = roll.trees[0]?.areas[0]?.code === before.roll.trees[0]?.areas[0]?.code;
  const addends = rowVotes(before.election, before.table, countedPolicy(), null);
  const rowsBefore = roll.codes.map((code) => (isSameWhole ? stationAt(before.roll, code) : -1));
  const byRow = before.contest.options.map((option) =>
    Int32Array.from(rowsBefore, (row) => addends.votes.get(option)?.[row] ?? 0),
  );
  const votes = byRow.map((column) => sumByUnit(frame, column));
  const valid = votes.reduce(
    (sum, column) => sum.map((each, unit) => each + (column[unit] ?? 0)),
    new Float64Array(unitCount(frame)),
  );
  const leading = leadingIn(opened.contest.options, before);
  const spreads = stratumSpreads(
    frame,
    votes,
    Uint8Array.from(valid, (each) => (each > 0 ? 1 : 0)),
    leading,
  );
  if (spreads === null || spreads.known * 2 < unitCount(frame))
    return fail({
      code: "sampling.previousUnmatched",
      context: { election: before.election.id, own: spreads?.known ?? 0, near: 0, all: unitCount(frame) },
    });
  const between = [before.contest.options[leading[0]] ?? "", before.contest.options[leading[1]] ?? ""] as const;
  return succeed({ spreads, previous: before, between, units: unitCount(frame) });
}

function expectedOf(
  known: KnownSpreads | null,
  sizes: readonly number[],
  counts: readonly number[],
): ExpectedError | null {
  if (known === null) return null;
  const se = expectedError(sizes, counts, known.spreads);
  const units = counts.reduce((sum, each) => sum + each, 0);
  const simple = expectedError([known.units], [units], { ...known.spreads, spreads: [known.spreads.whole] });
  return {
    election: known.previous.election.id,
    contest: known.previous.contest.id,
    between: known.between,
    difference: known.spreads.difference,
    known: known.spreads.known,
    units: known.units,
    se,
    margin: Z95 * se,
    simpleMargin: Z95 * simple,
  };
}

function designDocument({ document, expected }: DrawnDesign): Readonly<Record<string, unknown>> {
  const { format: _format, stations, ...rest } = document;
  return { ...rest, stations: stations.length, expected };
}
