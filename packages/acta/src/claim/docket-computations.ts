import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Asked } from "./computation.js";
import { countOf, factsOf } from "./claim-evidence.js";
import type { ClaimEvidence } from "./claim-evidence.js";
import type { DocketFact } from "./claim-fact.js";
import { lastWord } from "./count-points.js";
import { decimalText, ratio } from "./exact-number.js";
import { found, line, wordAnswer } from "./finding.js";
import type { Finding, WorkingLine } from "./finding.js";
import type { TimeWindow } from "./time-window.js";

/** The states of a docket, oldest first. @returns `claim.noDocket`. */
function statesOf({ facts }: ClaimEvidence, of: string, filer: string): Result<readonly DocketFact[]> {
  const states = factsOf(facts, "docket")
    .filter((each) => each.docket === of && each.filer === filer)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return states.length === 0
    ? fail({ code: "claim.noDocket", context: { docket: of, filer: filer === "" ? "all" : filer } })
    : succeed(states);
}

/** How many petitions a docket had. A number of its date: what came later does not make it wrong. */
export function docket(evidence: ClaimEvidence, { docket: id, filer, figure }: Asked<"docket">): Result<Finding> {
  const states = statesOf(evidence, id, filer);
  if (!states.ok) return states;
  const points = states.value.flatMap((each) => {
    const value = each[figure];
    return value === null ? [] : [{ at: each.at, value: ratio(value), source: { kind: "fact" as const, id: each.id } }];
  });
  if (points.length === 0) return fail({ code: "claim.noValue", context: { what: figure } });
  const lines = states.value.flatMap(({ at, filed, inTime, source }) =>
    inTime === null ? [] : [line("claim.inTime", { at, filed, inTime, source })],
  );
  return succeed(found({ kind: "series", unit: "petitions", points, final: null }, lines));
}

/** Whether everything that was filed had been rejected: in first instance, or for good. */
export function docketOutcome(
  evidence: ClaimEvidence,
  { docket: id }: Asked<"docketOutcome">,
  window: TimeWindow | null,
): Result<Finding> {
  const states = statesOf(evidence, id, "");
  if (!states.ok) return states;
  const known = states.value.filter(({ rejected }) => rejected !== null);
  const atTheTime = known.findLast(({ at }) => window === null || at <= window.to);
  if (atTheTime === undefined) return fail({ code: "claim.noValue", context: { what: "rejected" } });
  const lines: WorkingLine[] = [atTheTime, ...known.filter(({ at }) => at > atTheTime.at)].map(
    ({ at, filed, rejected, appealsOpen, source }) =>
      line("claim.rejected", { at, filed, rejected: rejected ?? 0, appeals: appealsOpen ?? 0, source }),
  );
  if (atTheTime.rejected !== atTheTime.filed)
    return succeed(found({ kind: "word", answer: wordAnswer("notAllRejected"), atTheTime: null }, lines));
  const all = wordAnswer("allRejected");
  if (atTheTime.appealsOpen === 0) return succeed(found({ kind: "word", answer: all, atTheTime: null }, lines));
  return succeed(found({ kind: "word", answer: wordAnswer("rejectedInFirstInstance"), atTheTime: all }, lines));
}

/** What the votes of as many average stations as there are petitions come to: a size, not the votes that the petitions name. */
export function petitionVotes(evidence: ClaimEvidence, asked: Asked<"petitionVotes">): Result<Finding> {
  const states = statesOf(evidence, asked.docket, "");
  if (!states.ok) return states;
  const count = countOf(evidence, asked.election);
  if (!count.ok) return count;
  const last = lastWord(
    count.value.points.flatMap((point) =>
      point.figures.ballotsCast === null || point.stations === null || point.counted === null
        ? []
        : [{ point, cast: point.figures.ballotsCast, stations: point.counted.part }],
    ),
  );
  const petitions = states.value.at(-1)?.filed ?? 0;
  const stations = last?.stations ?? 0;
  if (last === null || stations === 0) return fail({ code: "claim.noValue", context: { what: "petitionVotes" } });
  const mean = decimalText(ratio(last.cast, stations), 2);
  const lines = [line("claim.meanVotes", { petitions, mean, stations, cast: last.cast })];
  return succeed(found({ kind: "number", unit: "votes", values: [ratio(petitions * last.cast, stations)] }, lines));
}
