import type { Json, Share } from "../basics/index.js";
import type { AreaResult } from "../tabulation/index.js";

// Keys are written in sorted order here and all numbers are JSON's own: the plain serializer, many times faster than the general
// one, then gives the canonical form (RFC 8785). A test holds every file against the general one.

/** A result under the policies that share it, ready to be serialized: keys in sorted order. */
export function resultJson(result: AreaResult, policies: readonly string[]): Json {
  return {
    ballotsCast: result.ballotsCast,
    blankVotes: result.blankVotes,
    challengedVotes: result.challengedVotes,
    leader: { id: result.leader.id, tie: result.leader.tie },
    margin: { ofValid: shareJson(result.margin.ofValid), votes: result.margin.votes },
    missingCells: result.missingCells,
    nullVotes: result.nullVotes,
    open: { mostVotes: result.open.mostVotes, stations: result.open.stations },
    options: result.options.map(optionJson),
    outcome: { between: result.outcome.between, kind: result.outcome.kind, why: result.outcome.why },
    policies,
    registeredVoters: result.registeredVoters,
    stations: stationsJson(result.stations),
    turnoutCounted: shareJson(result.turnoutCounted),
    turnoutRoll: shareJson(result.turnoutRoll),
    validVotes: result.validVotes,
    votersReported: result.votersReported,
  };
}

function optionJson(option: AreaResult["options"][number]): Json {
  const { id, preferential, votes } = option;
  const shareOfValid = shareJson(option.shareOfValid);
  return preferential === undefined ? { id, shareOfValid, votes } : { id, preferential, shareOfValid, votes };
}

function stationsJson(stations: AreaResult["stations"]): Json {
  const { annulled, counted, notCollected, notInstalled, pending, processed, referred, total } = stations;
  return { annulled, counted, notCollected, notInstalled, pending, processed, referred, total };
}

function shareJson({ decimal, denominator, numerator }: Share): Json {
  return { decimal, denominator, numerator };
}
