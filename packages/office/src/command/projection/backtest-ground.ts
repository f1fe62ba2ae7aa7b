import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { BacktestRequest, CurvePoint } from "acta/projection";
import { mergeBulletins, wholeArea } from "acta/tabulation";
import { bulletinsIn } from "../../store/index.js";
import type { OpenedContest } from "../desk/opened.js";
import type { BacktestSize } from "./backtest-flags.js";
import { earlierEditions } from "./earlier-editions.js";
import { previousContest } from "./previous-election.js";

/** Everything that a backtest needs of the data folder, which may be closed then. */
export function backtestRequest(
  opened: OpenedContest,
  asked: string | undefined,
  size: BacktestSize,
  seed: number,
): Result<BacktestRequest> {
  const { election, roll } = opened.open;
  const previous = previousContest(opened, asked);
  if (!previous.ok) return previous;
  const earlier = earlierEditions(opened);
  if (!earlier.ok) return earlier;
  const curve = curveOf(opened);
  if (!curve.ok) return curve;
  const final = { election, contest: opened.contest, roll, table: opened.table };
  return succeed({ final, previous: previous.value, earlier: earlier.value, curve: curve.value, ...size, seed });
}

/** The real curve of the count: bulletins of the whole contest that say how much was counted and the votes of the first two options. */
function curveOf(opened: OpenedContest): Result<readonly CurvePoint[]> {
  const { election } = opened.open;
  const bulletins = bulletinsIn(opened.folder, opened.indexed, opened.index.size);
  if (!bulletins.ok) return bulletins;
  const [first, second] = opened.contest.options;
  const points: CurvePoint[] = [];
  for (const bulletin of mergeBulletins(bulletins.value)) {
    const series = election.bulletins.find((each) => each.id === bulletin.series);
    if (bulletin.torn || series?.contest !== opened.contest.id) continue;
    const row = bulletin.rows.find((each) => each.area === wholeArea(election, opened.contest, each.tree));
    const counted = row?.figures["shareCounted"];
    const a = row?.figures[`votes.${first ?? ""}`];
    const b = row?.figures[`votes.${second ?? ""}`];
    // Printed percentages are kept in millionths.
    if (counted === undefined || a === undefined || b === undefined || a + b === 0) continue;
    points.push({ counted: counted / 1e6, margin: (a - b) / (a + b) });
  }
  return succeed(points);
}
