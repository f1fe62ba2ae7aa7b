import { compareToFraction } from "acta/basics";
import type { Fraction } from "acta/basics";
import type { Contest, Option, OutcomeRule } from "acta/election";
import type { Selection } from "./export-request.js";
import { nistIdentifier, nistName, nistText } from "./nist-form.js";
import type {
  NistBallotCounts,
  NistCandidate,
  NistContest,
  NistParty,
  NistSelection,
  NistVoteCounts,
} from "./nist-form.js";
import type { NistArea } from "./nist-units.js";

/** The options of the contest in ballot order. */
export function optionsOf({ open, contest }: Selection): readonly Option[] {
  return contest.options.flatMap((id) => open.election.options.filter((option) => option.id === id));
}

/** Lists compete for seats where nobody is named and the winners are decided elsewhere; otherwise options are candidates. */
export function isBetweenLists(contest: Contest, options: readonly Option[]): boolean {
  return contest.outcome.kind === "none" && options.every((option) => option.candidate === "");
}

/** Parties: the lists of a contest between lists, and the parties of named candidates. An option without a candidate is itself the candidate. */
export function partiesOf(options: readonly Option[], lists: boolean): readonly NistParty[] {
  return options
    .filter((option) => lists || option.candidate !== "")
    .map((option) => ({
      "@id": partyId(option),
      "@type": "ElectionResults.Party",
      Name: nistText(option.name),
      ...(option.label.es === option.name.es ? {} : { Abbreviation: nistText(option.label) }),
      ...(option.colour === "" ? {} : { Color: option.colour.slice(1).toLowerCase() }),
      ExternalIdentifier: [nistIdentifier("acta-option", option.id)],
    }));
}

/** The candidates of a contest between candidates. */
export function candidatesOf(options: readonly Option[]): readonly NistCandidate[] {
  return options.map((option) => ({
    "@id": candidateId(option),
    "@type": "ElectionResults.Candidate",
    BallotName: option.candidate === "" ? nistText(option.name) : nistName(option.candidate),
    ...(option.candidate === "" ? {} : { PartyId: partyId(option) }),
    ExternalIdentifier: [nistIdentifier("acta-option", option.id)],
  }));
}

/** The contest with the votes of every selection in every area. Nobody is called a winner: that is for the tribunal to say. */
export function nistContest(
  selection: Selection,
  areas: readonly NistArea[],
  root: NistArea,
  lists: boolean,
): NistContest {
  const { contest } = selection;
  const options = optionsOf(selection);
  const facts = {
    "@id": `contest-${contest.id}`,
    Name: contest.name.es,
    BallotTitle: nistText(contest.name),
    ElectionDistrictId: districtOf(selection, areas, root).unit["@id"],
    ExternalIdentifier: [nistIdentifier("acta-contest", contest.id)],
    ContestSelection: options.map((option, at) => selectionOf(option, at, areas, lists)),
    CountStatus: root.unit.CountStatus,
    SubUnitsReported: root.unit.SubUnitsReported,
    TotalSubUnits: root.unit.TotalSubUnits,
  };
  if (lists) return { ...facts, "@type": "ElectionResults.PartyContest" };
  return { ...facts, "@type": "ElectionResults.CandidateContest", VotesAllowed: 1, ...ruleOf(contest.outcome) };
}

/** The one area that votes, when the contest names one and it is in the report; else the whole. */
function districtOf({ contest, tree }: Selection, areas: readonly NistArea[], root: NistArea): NistArea {
  const { stations } = contest;
  if (stations === null || stations.tree !== tree.id || stations.areas.length !== 1) return root;
  const only = areas.filter((area) => area.result.area.code === stations.areas[0]);
  return only.length === 1 ? (only[0] ?? root) : root;
}

function selectionOf(option: Option, at: number, areas: readonly NistArea[], lists: boolean): NistSelection {
  const facts = {
    "@id": `selection-${option.id}`,
    SequenceOrder: at + 1,
    VoteCounts: areas.map(({ unit, result }): NistVoteCounts => ({
      "@type": "ElectionResults.VoteCounts",
      GpUnitId: unit["@id"],
      Type: "total",
      Count: result.options[at]?.votes ?? 0,
    })),
  };
  if (lists) return { ...facts, "@type": "ElectionResults.PartySelection", PartyIds: [partyId(option)] };
  return { ...facts, "@type": "ElectionResults.CandidateSelection", CandidateIds: [candidateId(option)] };
}

type NistRule = Pick<NistContest, "VoteVariation" | "OtherVoteVariation"> & {
  readonly NumberElected?: number;
  readonly NumberRunoff?: number;
};

function ruleOf(rule: OutcomeRule): NistRule {
  switch (rule.kind) {
    case "plurality":
      return { VoteVariation: "plurality", NumberElected: rule.winners };
    case "majority": {
      const runoff = rule.runoffBetween === 0 ? {} : { NumberRunoff: rule.runoffBetween };
      return { ...thresholdOf(rule.moreThan), NumberElected: 1, ...runoff };
    }
    case "none":
      return {};
  }
}

/** The standard has no word for a threshold below one half. */
function thresholdOf(moreThan: Fraction): NistRule {
  const half = compareToFraction(1, 2, moreThan);
  if (half === 0) return { VoteVariation: "majority" };
  if (half < 0) return { VoteVariation: "super-majority" };
  return { VoteVariation: "other", OtherVoteVariation: `more than ${moreThan.numerator}/${moreThan.denominator}` };
}

/**
 * Ballots of each area: all, and by name those that are blank, null or challenged. Not `Undervotes` and `Overvotes`: a null vote may be
 * either or neither, and the sheet does not say. Only what the sheet form has.
 */
export function ballotCountsOf({ contest }: Selection, areas: readonly NistArea[]): readonly NistBallotCounts[] {
  const roles = new Set(contest.form.cells.map((cell) => cell.role));
  return areas.flatMap(({ unit, result }): NistBallotCounts[] => {
    const count = { "@type": "ElectionResults.BallotCounts", GpUnitId: unit["@id"] } as const;
    const kinds = [
      { written: roles.has("blank"), name: "blankVotes", ballots: result.blankVotes },
      { written: roles.has("null"), name: "nullVotes", ballots: result.nullVotes },
      { written: roles.has("challenged"), name: "challengedVotes", ballots: result.challengedVotes },
    ];
    return [
      { ...count, Type: "total", BallotsCast: result.ballotsCast },
      ...kinds
        .filter((kind) => kind.written)
        .map(({ name, ballots }) => ({ ...count, Type: "other" as const, OtherType: name, BallotsCast: ballots })),
    ];
  });
}

function partyId(option: Option): string {
  return `party-${option.id}`;
}

function candidateId(option: Option): string {
  return `candidate-${option.id}`;
}
