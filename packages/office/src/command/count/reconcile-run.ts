import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { learnBulletins } from "./bulletin-text.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { atOf } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { compareSeries } from "./reconcile-series.js";
import type { ReconcileFlags, SeriesComparison } from "./reconcile-series.js";
import { reconcileText } from "./reconcile-text.js";

/** Runs `acta reconcile` on an opened edition. */
export function tellReconciliation(desk: Desk, opened: OpenedContest, flags: ReconcileFlags): Result<null> {
  learnBulletins(desk);
  const compared = compareSeries(opened, flags);
  if (!compared.ok) return compared;
  if (flags.json) printJson(desk, reconcileDocument(opened, compared.value));
  else desk.print(reconcileText(desk.language, opened, compared.value));
  return succeed(null);
}

/** The documented JSON shape `acta-reconcile/1`. */
export function reconcileDocument(
  opened: OpenedContest,
  compared: readonly SeriesComparison[],
): Readonly<Record<string, unknown>> {
  const { election, edition } = opened.open;
  return {
    schema: "acta-reconcile/1",
    provenance: election.provenance,
    election: election.id,
    contest: opened.contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    policy: "counted",
    ...atOf(opened),
    series: compared.map((each) => ({
      id: each.series.id,
      title: each.series.title,
      compared: each.compared,
      findings: each.findings,
    })),
  };
}
