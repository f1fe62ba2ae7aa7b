import type { LocalText } from "acta/election";

// The part of NIST SP 1500-100 version 2 (Election Results Common Data Format, JSON) that is written here. Names are the standard's.

/** A text in one or more languages. */
export interface NistText {
  readonly "@type": "ElectionResults.InternationalizedText";
  readonly Text: readonly {
    readonly "@type": "ElectionResults.LanguageString";
    readonly Content: string;
    /** BCP 47; `und` for names, which have no language. */
    readonly Language: string;
  }[];
}

/** A code in a code system of someone else. */
export interface NistIdentifier {
  readonly "@type": "ElectionResults.ExternalIdentifier";
  readonly Type: "other";
  readonly OtherType: string;
  readonly Value: string;
}

/** How far the count of something is. */
export interface NistCountStatus {
  readonly "@type": "ElectionResults.CountStatus";
  readonly Status: "completed" | "in-process" | "not-processed";
  readonly Type: "total";
}

/** An area. */
export interface NistUnit {
  readonly "@id": string;
  readonly "@type": "ElectionResults.ReportingUnit";
  readonly Type: string;
  readonly OtherType?: string;
  readonly Name?: NistText;
  readonly ExternalIdentifier: readonly NistIdentifier[];
  readonly ComposingGpUnitIds?: readonly string[];
  readonly CountStatus: readonly NistCountStatus[];
  readonly SubUnitsReported: number;
  readonly TotalSubUnits: number;
  readonly VotersRegistered?: number;
  readonly VotersParticipated?: number;
}

/** Votes for a selection in an area. */
export interface NistVoteCounts {
  readonly "@type": "ElectionResults.VoteCounts";
  readonly GpUnitId: string;
  readonly Type: "total";
  readonly Count: number;
}

/** Ballots in an area: all, or those of one kind. */
export interface NistBallotCounts {
  readonly "@type": "ElectionResults.BallotCounts";
  readonly GpUnitId: string;
  readonly Type: "total" | "other";
  readonly OtherType?: string;
  readonly BallotsCast: number;
}

/** A party or list. */
export interface NistParty {
  readonly "@id": string;
  readonly "@type": "ElectionResults.Party";
  readonly Name: NistText;
  readonly Abbreviation?: NistText;
  readonly Color?: string;
  readonly ExternalIdentifier: readonly NistIdentifier[];
}

/** Someone or something that stands on the ballot. */
export interface NistCandidate {
  readonly "@id": string;
  readonly "@type": "ElectionResults.Candidate";
  readonly BallotName: NistText;
  readonly PartyId?: string;
  readonly ExternalIdentifier: readonly NistIdentifier[];
}

/** What can be voted for, with its votes. */
export type NistSelection = {
  readonly "@id": string;
  readonly SequenceOrder: number;
  readonly VoteCounts: readonly NistVoteCounts[];
} & (
  | { readonly "@type": "ElectionResults.CandidateSelection"; readonly CandidateIds: readonly string[] }
  | { readonly "@type": "ElectionResults.PartySelection"; readonly PartyIds: readonly string[] }
);

/** A race between candidates, or between lists. */
export type NistContest = {
  readonly "@id": string;
  readonly Name: string;
  readonly BallotTitle: NistText;
  readonly ElectionDistrictId: string;
  readonly ExternalIdentifier: readonly NistIdentifier[];
  readonly ContestSelection: readonly NistSelection[];
  readonly CountStatus: readonly NistCountStatus[];
  readonly SubUnitsReported: number;
  readonly TotalSubUnits: number;
  readonly VoteVariation?: string;
  readonly OtherVoteVariation?: string;
} & (
  | {
      readonly "@type": "ElectionResults.CandidateContest";
      readonly VotesAllowed: number;
      readonly NumberElected?: number;
      readonly NumberRunoff?: number;
    }
  | { readonly "@type": "ElectionResults.PartyContest" }
);

/** The election that a report is about. */
export interface NistElection {
  readonly "@type": "ElectionResults.Election";
  readonly Name: NistText;
  readonly Type: "general" | "runoff";
  readonly StartDate: string;
  readonly EndDate: string;
  readonly ElectionScopeId: string;
  readonly ExternalIdentifier: readonly NistIdentifier[];
  readonly BallotCounts: readonly NistBallotCounts[];
  readonly Candidate: readonly NistCandidate[];
  readonly Contest: readonly NistContest[];
}

/** The document. */
export interface NistReport {
  readonly "@type": "ElectionResults.ElectionReport";
  readonly Format: "summary-contest";
  readonly GeneratedDate: string;
  readonly Issuer: string;
  readonly IssuerAbbreviation: string;
  readonly IsTest: boolean;
  readonly TestType?: string;
  readonly Notes: string;
  readonly SequenceStart: 1;
  readonly SequenceEnd: 1;
  readonly Status: "unofficial-partial" | "unofficial-complete";
  readonly VendorApplicationId: string;
  readonly ExternalIdentifier: readonly NistIdentifier[];
  readonly GpUnit: readonly NistUnit[];
  readonly Party: readonly NistParty[];
  readonly Election: readonly NistElection[];
}

/** A text in both languages. */
export function nistText({ es, en }: LocalText): NistText {
  return texts([
    ["es", es],
    ["en", en],
  ]);
}

/** A name that is written the same in every language. */
export function nistName(name: string): NistText {
  return texts([["und", name]]);
}

function texts(pairs: readonly (readonly [string, string])[]): NistText {
  return {
    "@type": "ElectionResults.InternationalizedText",
    Text: pairs.map(([language, content]) => ({
      "@type": "ElectionResults.LanguageString",
      Content: content,
      Language: language,
    })),
  };
}

/** A code with the name of its system, so that codes of different systems are never joined. */
export function nistIdentifier(system: string, value: string): NistIdentifier {
  return { "@type": "ElectionResults.ExternalIdentifier", Type: "other", OtherType: system, Value: value };
}
