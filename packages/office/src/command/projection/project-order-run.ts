import { basename, resolve } from "node:path";
import { fail, share, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { projectionEn, projectionEs, replayOrder } from "acta/projection";
import type { ReplayedLevel } from "acta/projection";
import { filesEn, filesEs } from "../../files/index.js";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { titleLines } from "../count/result-text.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { withContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { stationCalled } from "../desk/station-code.js";
import { shownText } from "./area-table.js";
import { sizeOf } from "./backtest-flags.js";
import { readOrder } from "./order-file.js";
import type { OrderedStation } from "./order-file.js";
import { previousContest } from "./previous-election.js";
import { seedOf } from "./project-run.js";
import type { ProjectFlags } from "./project-run.js";
import { chanceText, pointsText } from "./project-text.js";

/** Flags of made-up orders, which say nothing about an order that is given. */
const OF_MADE_UP = ["quick", "orders", "worlds", "stress", "out", "jobs"] as const;
/** Problems that stand on a line of the file, or are of all of it. */
const OF_ORDER = new Set(["projection.orderUnknown", "projection.orderRepeats", "projection.orderLacks"]);

/** Runs `acta project --backtest --order FILE`: a finished count in the order in which its sheets came, projected at every level. */
export async function runProjectOrder(desk: Desk, flags: ProjectFlags, file: string): Promise<Result<null>> {
  desk.language.learn({ es: projectionEs, en: projectionEn });
  desk.language.learn({ es: filesEs, en: filesEn });
  if (!flags.backtest) return fail({ code: "project.onlyBacktest", context: { flag: "order" } });
  const other = OF_MADE_UP.find((flag) => flags[flag] !== undefined && flags[flag] !== false);
  if (other !== undefined)
    return fail({ code: "project.flagsTogether", context: { first: "--order", second: `--${other}` } });
  const seed = seedOf(flags.seed);
  if (!seed.ok) return seed;
  const size = sizeOf(flags);
  if (!size.ok) return size;
  const order = await readOrder(resolve(desk.cwd, file), file);
  if (!order.ok) return order;
  return withContest(desk, flags, (opened) => {
    const found = replayed(opened, flags.previous, order.value, size.value.levels, seed.value);
    if (!found.ok) return fail(placed(found.problem, file, order.value));
    if (flags.json) printJson(desk, replayDocument(opened, basename(file), seed.value, found.value));
    else desk.print(replayText(desk.language, opened, basename(file), found.value));
    return succeed(null);
  });
}

function replayed(
  opened: OpenedContest,
  asked: string | undefined,
  order: readonly OrderedStation[],
  levels: readonly number[],
  seed: number,
): Result<readonly ReplayedLevel[]> {
  const { election, roll } = opened.open;
  const previous = previousContest(opened, asked);
  if (!previous.ok) return previous;
  const rows = order.map(({ code }) => stationCalled(roll, code));
  const unknown = rows.indexOf(-1);
  if (unknown >= 0) {
    const station = shownText(order[unknown]?.code ?? "", 40);
    return fail({ code: "projection.orderUnknown", context: { station, position: unknown + 1 } });
  }
  const final = { election, contest: opened.contest, roll, table: opened.table };
  return replayOrder({ final, previous: previous.value, order: rows, levels, seed });
}

/** A problem of the order, at the file and the line on which it stands. */
function placed(problem: Problem, file: string, order: readonly OrderedStation[]): Problem {
  if (!OF_ORDER.has(problem.code)) return problem;
  const line = order[Number(problem.context?.["position"] ?? 0) - 1]?.line;
  return { ...problem, where: line === undefined ? file : `${file}:${line}` };
}

function replayText(language: Language, opened: OpenedContest, file: string, levels: readonly ReplayedLevel[]): string {
  const { say } = language;
  const [first = "", second = ""] = opened.contest.options.map((id) => {
    const option = opened.open.election.options.find((each) => each.id === id);
    return option === undefined ? id : language.pick(option.label);
  });
  const truth = pointsText(language, levels[0]?.truth ?? 0);
  const right = "right";
  return [
    ...titleLines(language, opened.open.election, opened.contest, opened.at),
    say("replay.about", { file, first, second, truth }),
    "",
    drawTable(
      [
        { title: say("replay.column.counted"), align: right },
        { title: say("replay.column.then"), align: right },
        { title: say("replay.column.fill"), align: right },
        { title: say("replay.column.projected"), align: right },
        { title: say("replay.column.ninety"), align: right },
        { title: say("replay.column.first", { first }), align: right },
        { title: say("replay.column.error"), align: right },
      ],
      levels.map((each) => [
        language.percent(share(Math.round(each.level * 1_000_000), 1_000_000), 1),
        pointsText(language, each.counted),
        pointsText(language, each.fill),
        pointsText(language, each.projected),
        say("replay.between", {
          low: pointsText(language, each.interval90[0]),
          high: pointsText(language, each.interval90[1]),
        }),
        chanceText(language, each.pFirst),
        pointsText(language, each.projected - each.truth),
      ]),
    ),
  ].join("\n");
}

/** The documented JSON shape `acta-replay/1`: margins of the first two options over the valid votes, to a millionth. */
function replayDocument(
  opened: OpenedContest,
  file: string,
  seed: number,
  levels: readonly ReplayedLevel[],
): Readonly<Record<string, unknown>> {
  const { election, edition } = opened.open;
  const part = (value: number): number => Math.round(value * 1_000_000) / 1_000_000;
  const [first = "", second = ""] = opened.contest.options;
  return {
    schema: "acta-replay/1",
    provenance: election.provenance,
    election: election.id,
    contest: opened.contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    order: { file },
    of: first,
    over: second,
    truth: part(levels[0]?.truth ?? 0),
    levels: levels.map((each) => ({
      level: each.level,
      counted: part(each.counted),
      fill: part(each.fill),
      projected: part(each.projected),
      sd: part(each.sd),
      interval50: each.interval50.map(part),
      interval90: each.interval90.map(part),
      pFirst: part(each.pFirst),
    })),
    seed,
  };
}
