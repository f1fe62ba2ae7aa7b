import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import type { BulletinSeries } from "acta/election";
import { bulletinAt, checkBulletins, mergeBulletins, reconcile, wholeArea } from "acta/tabulation";
import type { BulletinFinding, MergedBulletin, Reconciliation } from "acta/tabulation";
import { momentOf } from "../../language/index.js";
import { bulletinsIn } from "../../store/index.js";
import type { DataFlags } from "../desk/flags.js";
import type { OpenedContest } from "../desk/opened.js";

/** Flags of `acta reconcile`. */
export interface ReconcileFlags extends DataFlags {
  readonly edition?: string;
  readonly series?: string;
  readonly moment?: string;
  readonly area?: string;
}

/** One series beside the sheets of an edition. */
export interface SeriesComparison {
  readonly series: BulletinSeries;
  /** Null when the series says nothing up to the moment. */
  readonly compared: (Reconciliation & { readonly alsoSaid: number; readonly tornLeftOut: number }) | null;
  readonly findings: readonly BulletinFinding[];
}

/** Compares every wanted series that has a bulletin. */
export function compareSeries(opened: OpenedContest, flags: ReconcileFlags): Result<readonly SeriesComparison[]> {
  const { election, edition, roll } = opened.open;
  const read = bulletinsIn(opened.folder, opened.indexed, opened.index.size);
  if (!read.ok) return read;
  const bulletins = mergeBulletins(read.value);
  const recorded = new Set(bulletins.map((each) => each.series));
  const known = election.bulletins.filter((each) => recorded.has(each.id) && each.contest === opened.contest.id);
  if (known.length === 0) return fail({ code: "command.noBulletins", context: { election: election.id } });
  const wanted = known.filter((each) => flags.series === undefined || each.id === flags.series);
  if (wanted.length === 0) {
    const ids = known.map((each) => each.id).join(", ");
    return fail({ code: "command.unknownSeries", context: { series: flags.series ?? "", known: ids } });
  }
  const moment = flags.moment === undefined ? edition.asOf : momentOf(flags.moment, election.timeZone);
  if (moment === undefined) return fail({ code: "command.badMoment", context: { text: flags.moment ?? "" } });
  const findings = checkBulletins(election, roll, bulletins);
  const all = wanted.map((series) => ({
    series,
    compared: compareOne(opened, series, bulletins, moment, flags.area),
    findings: findings.filter((finding) => finding.series === series.id),
  }));
  const found = flags.area === undefined ? all : all.filter((each) => (each.compared?.areas.length ?? 0) > 0);
  return found.length > 0
    ? succeed(found)
    : fail({ code: "command.noBulletinOf", context: { area: flags.area ?? "" } });
}

/** The bulletin in which the area (or, in a series that has it, the whole) last stood; all its areas, or the one that was asked for. */
function compareOne(
  opened: OpenedContest,
  series: BulletinSeries,
  bulletins: readonly MergedBulletin[],
  moment: Instant | null,
  area: string | undefined,
): SeriesComparison["compared"] {
  const { election, edition, roll } = opened.open;
  const whole = wholeArea(election, opened.contest, series.parts[0]?.tree ?? "");
  const chosen =
    area === undefined
      ? (bulletinAt(bulletins, series.id, moment, whole) ?? bulletinAt(bulletins, series.id, moment))
      : bulletinAt(bulletins, series.id, moment, area);
  if (chosen === null) return null;
  const { bulletin, following, alsoSaid, tornLeftOut } = chosen;
  const rows = bulletin.rows.filter((row) => area === undefined || row.area === area);
  const request = { election, contest: opened.contest, roll, table: opened.table, edition };
  const result = reconcile({ ...request, bulletin: { ...bulletin, rows }, following });
  return { ...result, alsoSaid: alsoSaid.length, tornLeftOut };
}
