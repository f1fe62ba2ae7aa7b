import type { Instant } from "../basics/index.js";
import { SHARE_UNIT } from "../election/index.js";
import type { Contest, Election } from "../election/index.js";
import type { Edition } from "../record/index.js";
import { wholeArea } from "../tabulation/index.js";
import type { AreaResult, MergedBulletin } from "../tabulation/index.js";
import type { CountPoint, PartOfWhole } from "./claim-evidence.js";
import type { ClaimFact, TotalsFact } from "./claim-fact.js";
import { factsOf } from "./claim-evidence.js";

/** An edition and its result for the whole contest. */
export interface CountedEdition {
  readonly edition: Pick<Edition, "id" | "asOf">;
  readonly result: AreaResult;
}

/**
 * Everything that was ever said about the whole of a contest, oldest first: our editions, every bulletin of every series, and published
 * totals among the facts. Torn bulletins, those about a part only, and what nobody dated are left out, as on the margin timeline.
 */
export function countPoints(
  election: Election,
  contest: Contest,
  editions: readonly CountedEdition[],
  bulletins: readonly MergedBulletin[],
  facts: readonly ClaimFact[],
): readonly CountPoint[] {
  const points = [
    ...bulletins.flatMap((bulletin) => ofBulletin(election, contest, bulletin)),
    ...editions.flatMap(({ edition, result }) =>
      edition.asOf === null ? [] : [ofEdition(edition.id, edition.asOf, result)],
    ),
    ...factsOf(facts, "totals")
      .filter((fact) => fact.election === election.id)
      .map(ofTotals),
  ];
  return points.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function ofEdition(id: string, at: Instant, result: AreaResult): CountPoint {
  const { validVotes, blankVotes, nullVotes, ballotsCast, registeredVoters, stations } = result;
  const isWhole = stations.notCollected === 0;
  return {
    at,
    source: { kind: "edition", id },
    votes: new Map(result.options.map((option) => [option.id, option.votes])),
    // Where our source lacks stations the roll is a part of the roll.
    figures: { validVotes, blankVotes, nullVotes, ballotsCast, registeredVoters: isWhole ? registeredVoters : null },
    processed: { part: stations.processed, whole: stations.total },
    counted: { part: stations.counted, whole: stations.total },
    stations: stations.total,
    certified: false,
  };
}

function ofBulletin(election: Election, contest: Contest, bulletin: MergedBulletin): readonly CountPoint[] {
  const series = election.bulletins.find((each) => each.id === bulletin.series);
  if (series === undefined || series.contest !== contest.id || bulletin.torn || bulletin.asOf === null) return [];
  const row = bulletin.rows.find((each) => each.area === wholeArea(election, contest, each.tree));
  if (row === undefined) return [];
  const { figures } = row;
  const figure = (name: string): number | null => figures[name] ?? null;
  const votes = contest.options.flatMap((option) => {
    const value = figure(`votes.${option}`);
    return value === null ? [] : [[option, value] as const];
  });
  const isComplete = votes.length === contest.options.length;
  const sum = votes.reduce((all, [, value]) => all + value, 0);
  const point: CountPoint = {
    at: bulletin.asOf,
    source: { kind: "bulletin", id: bulletin.series },
    votes: new Map(isComplete ? votes : []),
    figures: {
      // The valid votes are those of all options, printed or not.
      validVotes: figure("validVotes") ?? (isComplete ? sum : null),
      blankVotes: figure("blankVotes"),
      nullVotes: figure("nullVotes"),
      ballotsCast: figure("ballotsCast"),
      registeredVoters: figure("registeredVoters"),
    },
    processed: partOf(figure("processed"), figure("stations"), figure("shareProcessed")),
    counted: partOf(figure("counted"), figure("stations"), figure("shareCounted")),
    stations: figure("stations"),
    certified: false,
  };
  return [point];
}

function partOf(part: number | null, whole: number | null, share: number | null): PartOfWhole | null {
  if (part !== null && whole !== null && whole > 0) return { part, whole };
  return share === null ? null : { part: share, whole: SHARE_UNIT };
}

function ofTotals(fact: TotalsFact): CountPoint {
  const { validVotes, blankVotes, nullVotes, ballotsCast, registeredVoters } = fact;
  const all = fact.stations === null ? null : { part: fact.stations, whole: fact.stations };
  return {
    at: fact.at,
    source: { kind: "fact", id: fact.id },
    votes: fact.votes,
    figures: { validVotes, blankVotes, nullVotes, ballotsCast, registeredVoters },
    processed: all,
    counted: all,
    stations: fact.stations,
    certified: fact.status === "certified",
  };
}

/** The last word of a count among points that have a value: what was certified; else the newest complete count; else the newest. */
export function lastWord<T extends { readonly point: CountPoint }>(valued: readonly T[]): T | null {
  const isComplete = ({ point: { counted } }: T): boolean => counted !== null && counted.part === counted.whole;
  return valued.findLast(({ point }) => point.certified) ?? valued.findLast(isComplete) ?? valued.at(-1) ?? null;
}
