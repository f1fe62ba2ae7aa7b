import { PERCENT_PLACES, SHARE_UNIT, percentText } from "../election/index.js";
import type { BulletinIdentity, BulletinSeries, Election, PrintedShare, Roll } from "../election/index.js";
import type { BulletinEntry } from "../record/index.js";
import { BulletinAreas } from "./bulletin-areas.js";
import { BulletinFindings } from "./bulletin-finding.js";
import type { BulletinFinding } from "./bulletin-finding.js";
import type { MergedBulletin } from "./bulletin-merge.js";
import { checkAgain, checkBackwards } from "./bulletin-order.js";
import { checkTotals } from "./bulletin-totals.js";

/**
 * Checks what was published: sums and percentages of each row, moments that were mixed, totals against the sum of their areas, the
 * same moment with other figures, figures that went back. Bulletins come merged and in order; without a roll, areas are not checked.
 */
export function checkBulletins(
  election: Election,
  roll: Roll | undefined,
  bulletins: readonly MergedBulletin[],
): readonly BulletinFinding[] {
  const findings = new BulletinFindings(election);
  const areas = new Map(election.trees.map((tree) => [tree.id, BulletinAreas.of(election, roll, tree.id)]));
  for (const bulletin of bulletins) {
    const series = election.bulletins.find((each) => each.id === bulletin.series);
    if (bulletin.torn) checkTorn(findings, bulletin);
    for (const row of bulletin.rows) {
      if (series !== undefined) checkRow(findings, series, bulletin, row);
      const known = areas.get(row.tree);
      if (known !== undefined && known !== null && known.find(row.area) === undefined)
        findings.add("B107", bulletin, row.area, { area: row.area });
    }
  }
  checkTotals(findings, bulletins, areas);
  checkAgain(findings, bulletins);
  checkBackwards(findings, bulletins);
  return findings.list;
}

function checkTorn(findings: BulletinFindings, bulletin: MergedBulletin): void {
  const moments = bulletin.rows.map((row) => row.asOf ?? bulletin.asOf ?? "").toSorted();
  findings.add("B102", bulletin, "", { earlier: moments[0] ?? "", later: moments.at(-1) ?? "" });
}

function checkRow(
  findings: BulletinFindings,
  series: BulletinSeries,
  bulletin: MergedBulletin,
  row: BulletinEntry,
): void {
  for (const identity of series.identities) checkIdentity(findings, identity, bulletin, row);
  for (const rule of series.shares) {
    if (rule.part !== "") checkShare(findings, rule, rule.share, rule.part, bulletin, row);
    else
      for (const figure of Object.keys(row.figures))
        if (figure.startsWith(`${rule.share}.`))
          checkShare(findings, rule, figure, figure.slice(rule.share.length + 1), bulletin, row);
  }
}

/** An identity is checked where every figure of it is there. */
function checkIdentity(
  findings: BulletinFindings,
  { left, right }: BulletinIdentity,
  bulletin: MergedBulletin,
  row: BulletinEntry,
): void {
  const total = row.figures[left];
  const sum = sumOfFigures(row, right);
  if (total === undefined || sum === undefined || total === sum) return;
  findings.add("B101", bulletin, row.area, { left, total, sum }, total - sum);
}

function sumOfFigures(row: BulletinEntry, names: readonly string[]): number | undefined {
  let sum = 0;
  for (const name of names) {
    const value = row.figures[name];
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/** A printed percentage holds when the exact quotient lies within half a unit of its last printed place. */
function checkShare(
  findings: BulletinFindings,
  rule: PrintedShare,
  share: string,
  partName: string,
  bulletin: MergedBulletin,
  row: BulletinEntry,
): void {
  const printed = row.figures[share];
  const part = row.figures[partName];
  const base = sumOfFigures(row, rule.base);
  if (printed === undefined || part === undefined || base === undefined || base === 0) return;
  const unit = 10n ** BigInt(PERCENT_PLACES - rule.decimals);
  const apart = BigInt(printed) * BigInt(base) - BigInt(part) * BigInt(SHARE_UNIT);
  if (2n * (apart < 0n ? -apart : apart) <= unit * BigInt(base)) return;
  const computed = Math.round((part * SHARE_UNIT) / base);
  findings.add("B106", bulletin, row.area, {
    figure: share,
    printed: percentText(printed),
    computed: percentText(computed),
  });
}
