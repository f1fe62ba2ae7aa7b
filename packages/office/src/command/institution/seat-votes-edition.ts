import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { SeatRule, WrittenChamberVotes } from "acta/institution";
import type { AreaResult } from "acta/tabulation";
import type { Desk } from "../desk/desk.js";
import type { DataFlags } from "../desk/flags.js";
import { choosePolicy, withContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { resultsFor } from "../count/result-areas.js";
import { WHOLE } from "./seat-votes-file.js";

/** Flags that choose votes of an edition. */
export interface EditionVotesFlags extends DataFlags {
  readonly edition?: string;
  readonly policy: string;
  readonly tree?: string;
  readonly level?: string;
}

/** Votes of an edition, and which edition. */
export interface EditionVotes extends WrittenChamberVotes {
  readonly edition: {
    readonly election: string;
    readonly contest: string;
    readonly id: string;
    readonly policy: string;
  };
  /** Sheets that are not in these votes. */
  readonly openStations: number;
}

/**
 * Votes of an edition: the whole as one district, or each area of a level as a district, under the id that the rule knows it by.
 * @param rule null where no law is asked: then districts keep the codes of their areas.
 */
export async function readEditionVotes(
  desk: Desk,
  flags: EditionVotesFlags,
  rule: SeatRule | null,
): Promise<Result<EditionVotes>> {
  let votes: EditionVotes | undefined;
  const done = await withContest(desk, flags, (opened) => {
    const policy = choosePolicy(opened.open, flags.policy);
    if (!policy.ok) return policy;
    const choice = {
      ...(flags.tree === undefined ? {} : { tree: flags.tree }),
      ...(flags.level === undefined ? {} : { level: flags.level }),
    };
    const whole = resultsFor(opened, policy.value, {}, desk.language);
    const parts = resultsFor(opened, policy.value, choice, desk.language);
    if (!whole.ok) return whole;
    if (!parts.ok) return parts;
    votes = votesOf(opened, flags.policy, whole.value.results[0], parts.value.results, rule);
    return succeed(null);
  });
  if (!done.ok) return done;
  return votes === undefined ? fail({ code: "seats.noVotes", context: {} }) : succeed(votes);
}

function votesOf(
  opened: OpenedContest,
  policy: string,
  whole: AreaResult | undefined,
  parts: readonly AreaResult[],
  rule: SeatRule | null,
): EditionVotes {
  const { election, edition } = opened.open;
  return {
    provenance: election.provenance,
    source: election.id,
    edition: { election: election.id, contest: opened.contest.id, id: edition.id, policy },
    openStations: whole?.open.stations ?? 0,
    votes: {
      whole: {
        validVotes: whole?.validVotes ?? null,
        ballotsCast: whole?.ballotsCast ?? null,
        registeredVoters: whole?.registeredVoters ?? null,
      },
      lists: (whole?.options ?? []).map(({ id, votes }) => ({ list: id, votes, parties: 1 })),
      qualified: null,
      districts: parts.map((part) => ({
        district: districtOf(part, parts.length, rule),
        omits: "nothing" as const,
        lists: part.options.map(({ id, votes, preferential }) => ({
          list: id,
          votes,
          candidates: (preferential ?? []).map((own, at) => ({ number: at + 1, votes: own })),
        })),
      })),
      lots: new Map(),
    },
  };
}

/** A district by its id in the law: the area's code, its name, or a word of the rule for it. */
function districtOf({ area }: AreaResult, parts: number, rule: SeatRule | null): string {
  if (rule === null) return parts === 1 ? WHOLE : area.code;
  const wanted = [area.code, area.name].map((each) => each.toLowerCase());
  const found = rule.districts.find(({ id, name, words }) =>
    [id, name.es, name.en, ...words].some((word) => wanted.includes(word.toLowerCase())),
  );
  return found?.id ?? area.code;
}
