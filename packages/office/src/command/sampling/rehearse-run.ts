import { succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { rehearse, sumByUnit, unitCount } from "acta/sampling";
import type { Frame, Rehearsal } from "acta/sampling";
import { stateOf } from "acta/sheet";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { titleLines } from "../count/result-text.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { withContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { figureText, labelIn } from "./figure-text.js";
import {
  asProblems,
  countedPolicy,
  describeBy,
  frameFor,
  learnSampling,
  previousOf,
  votesByRow,
  wholeFlag,
} from "./sampling-ground.js";
import type { DescribedFrame, FrameFlags } from "./sampling-ground.js";

/** Flags of `acta quick-count rehearse`. */
export interface RehearseFlags extends FrameFlags {
  readonly stations: string;
  readonly repetitions: string;
  readonly seed: string;
}

/** One design, of one size, rehearsed. */
interface RehearsedRow {
  readonly design: "simple" | "strata" | "simpleCalibrated" | "strataCalibrated" | "places";
  readonly stations: number;
  readonly units: number;
  readonly found: Rehearsal;
}

interface Rehearsed {
  readonly level: string;
  readonly between: readonly [string, string];
  readonly open: number;
  readonly previous: string | null;
  readonly rows: readonly RehearsedRow[];
}

/** Runs `acta quick-count rehearse`. */
export async function runRehearse(desk: Desk, flags: RehearseFlags): Promise<Result<null, readonly Problem[]>> {
  learnSampling(desk);
  const done = await withContest(desk, flags, (opened) => {
    const found = rehearseAll(desk, opened, flags);
    if (!found.ok) return found;
    if (flags.json) printJson(desk, rehearsalDocument(opened, found.value, flags));
    else desk.print(rehearsalText(desk.language, opened, found.value));
    return succeed(null);
  });
  return asProblems(done);
}

function rehearseAll(desk: Desk, opened: OpenedContest, flags: RehearseFlags): Result<Rehearsed> {
  const repetitions = wholeFlag("--repetitions", flags.repetitions, 2, 100_000);
  if (!repetitions.ok) return repetitions;
  const seed = wholeFlag("--seed", flags.seed, 0, 4_000_000_000);
  if (!seed.ok) return seed;
  const sizes: number[] = [];
  for (const text of flags.stations.split(",")) {
    const size = wholeFlag("--stations", text.trim(), 2, 100_000_000);
    if (!size.ok) return size;
    sizes.push(size.value);
  }
  const counted = countedRows(opened);
  const previous = previousOf(opened, flags.previous);
  if (!previous.ok) return previous;
  const level = flags.by ?? opened.open.election.trees[0]?.levels[0]?.id ?? "";
  const rows: RehearsedRow[] = [];
  for (const { design, unit, strata, calibrated } of DESIGNS) {
    if (calibrated && previous.value === null) continue;
    const frame = frameFor(
      opened,
      { unit, tree: flags.tree ?? opened.open.roll.trees[0]?.id ?? "", level: strata ? level : "" },
      counted.rows,
    );
    if (!frame.ok) return frame;
    const described =
      calibrated && previous.value !== null
        ? describeBy(opened.open.roll, opened.contest.options, frame.value, previous.value)
        : succeed(null);
    if (!described.ok) return described;
    for (const stations of sizes) {
      desk.progress(
        desk.language.say("quickCount.rehearsing", {
          design: desk.language.say(`quickCount.design.${design}`, { level }),
          stations,
        }),
      );
      const done = rehearseOne(opened, frame.value, described.value, stations, repetitions.value, seed.value);
      if (!done.ok) return done;
      rows.push({ design, stations, ...done.value });
    }
  }
  desk.progress("");
  const between = leadingTwo(opened);
  const name = (at: number): string => opened.contest.options[at] ?? "";
  return succeed({
    level,
    between: [name(between[0]), name(between[1])],
    open: counted.open,
    previous: previous.value?.election.id ?? null,
    rows,
  });
}

const DESIGNS = [
  { design: "simple", unit: "station", strata: false, calibrated: false },
  { design: "strata", unit: "station", strata: true, calibrated: false },
  { design: "simpleCalibrated", unit: "station", strata: false, calibrated: true },
  { design: "strataCalibrated", unit: "station", strata: true, calibrated: true },
  { design: "places", unit: "place", strata: false, calibrated: false },
] as const;

function rehearseOne(
  opened: OpenedContest,
  frame: Frame,
  described: DescribedFrame | null,
  stations: number,
  repetitions: number,
  seed: number,
): Result<{ readonly units: number; readonly found: Rehearsal }> {
  const units = Math.round((stations * unitCount(frame)) / frame.stations.length);
  const votes = votesByRow(opened, countedPolicy()).map((column) => sumByUnit(frame, column));
  const design = { frame, votes, covariates: described?.covariates ?? null, units, between: leadingTwo(opened) };
  const found = rehearse({ ...design, allocation: "proportional", spreads: [] }, repetitions, seed);
  return found.ok ? succeed({ units, found: found.value }) : found;
}

/** The rows whose figures are known: a rehearsal cannot draw what nobody has counted. */
function countedRows({ table }: OpenedContest): { readonly rows: Uint8Array; readonly open: number } {
  const policy = countedPolicy();
  const rows = new Uint8Array(table.size);
  let open = 0;
  for (let row = 0; row < table.size; row++) {
    const state = stateOf(table, row);
    if (state === null) continue;
    if (policy.states.includes(state)) rows[row] = 1;
    else open++;
  }
  return { rows, open };
}

/** Positions of the two options with the most votes. */
function leadingTwo(opened: OpenedContest): readonly [number, number] {
  const totals = votesByRow(opened, countedPolicy()).map((column, at) => ({
    at,
    votes: column.reduce((sum, each) => sum + each, 0),
  }));
  const [first, second] = totals.toSorted((a, b) => b.votes - a.votes || a.at - b.at);
  return [first?.at ?? 0, second?.at ?? 0];
}

function rehearsalText(language: Language, opened: OpenedContest, found: Rehearsed): string {
  const { election } = opened.open;
  const { decimal } = figureText(language);
  const name = (id: string): string => labelIn(language, election, id);
  const points = (fraction: number): string => decimal(fraction * 100, 2);
  const part = (fraction: number): string => decimal(fraction * 100, 1);
  const [any] = found.rows;
  const level = election.trees.flatMap((tree) => tree.levels).find(({ id }) => id === found.level);
  return [
    ...titleLines(language, election, opened.contest, opened.at),
    language.say("quickCount.rehearsed", {
      repetitions: any?.found.repetitions ?? 0,
      first: name(found.between[0]),
      second: name(found.between[1]),
      truth: points(any?.found.truth ?? 0),
    }),
    ...(found.open > 0 ? [language.say("quickCount.rehearsedOpen", { open: found.open })] : []),
    "",
    drawTable(
      [
        { title: language.say("column.design") },
        { title: language.say("column.stations"), align: "right" },
        { title: language.say("column.sd"), align: "right" },
        { title: language.say("column.meanSe"), align: "right" },
        { title: language.say("column.bias"), align: "right" },
        { title: language.say("column.covers", { level: 90 }), align: "right" },
        { title: language.say("column.covers", { level: 95 }), align: "right" },
        { title: language.say("column.rightLeader"), align: "right" },
      ],
      found.rows.map(({ design, stations, found: row }) => [
        language.say(`quickCount.design.${design}`, {
          level: level === undefined ? found.level : language.pick(level.name),
        }),
        language.number(stations),
        points(row.sd),
        points(row.meanSe),
        points(row.bias),
        `${part(row.covers90)} %`,
        `${part(row.covers95)} %`,
        `${part(row.rightLeader)} %`,
      ]),
    ),
    language.say("quickCount.rehearsedBase"),
  ].join("\n");
}

/** The documented JSON shape `acta-quick-count-rehearsal/1`. */
function rehearsalDocument(
  opened: OpenedContest,
  found: Rehearsed,
  flags: RehearseFlags,
): Readonly<Record<string, unknown>> {
  const { election, edition } = opened.open;
  return {
    schema: "acta-quick-count-rehearsal/1",
    provenance: election.provenance,
    election: election.id,
    contest: opened.contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    base: "validVotes",
    between: found.between,
    level: found.level,
    previous: found.previous,
    openStations: found.open,
    seed: Number(flags.seed),
    designs: found.rows.map(({ design, stations, units, found: row }) => ({ design, stations, units, ...row })),
  };
}
