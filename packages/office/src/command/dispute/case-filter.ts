import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { bodyNamed, isAboutPetitions, isOpen } from "acta/dispute";
import type { CaseRecord, CaseStateKind } from "acta/dispute";
import { stationAt } from "acta/election";
import { scopeOfArea } from "acta/tabulation";
import type { CaseFlags, OpenedCases } from "../desk/opened-cases.js";

/** Flags that choose among cases. */
export interface CaseFilterFlags extends CaseFlags {
  readonly body?: string;
  readonly ground?: string;
  readonly filer?: string;
  readonly area?: string;
  readonly state?: string;
  readonly open: boolean;
}

/** The states of a case. */
const CASE_STATES: readonly CaseStateKind[] = [
  "filed",
  "heard",
  "curable",
  "notExamined",
  "decided",
  "notified",
  "appealed",
  "joined",
  "final",
];

/** The cases about petitions that the flags choose. @returns a problem for a state or area that there is not. */
export function chosenCases(cases: OpenedCases, flags: CaseFilterFlags): Result<readonly CaseRecord[]> {
  const { book, law } = cases;
  const { body, ground, filer, state } = flags;
  if (state !== undefined && !CASE_STATES.some((each) => each === state))
    return fail({ code: "petition.badState", context: { state: state.slice(0, 40), known: CASE_STATES.join(", ") } });
  const inArea = areaFilter(cases, flags.area);
  if (!inArea.ok) return inArea;
  const bodyId = body === undefined || law === null ? body : (bodyNamed(law.law, body)?.id ?? body);
  const isOf = ({ petitions }: CaseRecord, matches: (petition: CaseRecord["petitions"][number]["entry"]) => boolean) =>
    petitions.some(({ entry }) => matches(entry));
  const chosen = book.cases.filter(
    (each) =>
      isAboutPetitions(each) &&
      (bodyId === undefined || each.body === bodyId || each.role === bodyId) &&
      (ground === undefined || isOf(each, (entry) => entry.ground === ground)) &&
      (filer === undefined || isOf(each, (entry) => entry.filer.party === filer)) &&
      (state === undefined || each.state.kind === state) &&
      (!flags.open || isOpen(book, each)) &&
      inArea.value(each),
  );
  return succeed(chosen);
}

function areaFilter({ state }: OpenedCases, text: string | undefined): Result<(record: CaseRecord) => boolean> {
  if (text === undefined) return succeed(() => true);
  const { roll } = state;
  const [first = "", second] = text.split(":");
  const tree = second === undefined ? (roll.trees[0]?.id ?? "") : first;
  const code = second ?? first;
  const scope = scopeOfArea(roll, tree, code);
  if (scope === null) return fail({ code: "materiality.unknownArea", context: { tree, area: code } });
  return succeed(
    ({ stations, area }) =>
      (area?.tree === tree && area.code === code) || stations.some((each) => scope[stationAt(roll, each)] === 1),
  );
}
