import { assertNever } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { electionDay, span, weekday } from "./calendar-computations.js";
import type { ClaimEvidence } from "./claim-evidence.js";
import type { Computation, InstitutionComputation, LawComputation } from "./computation.js";
import { areaShare, areas, margin, marginShare, progress, share, total } from "./count-computations.js";
import { docket, docketOutcome, petitionVotes } from "./docket-computations.js";
import { events, outside, poll, pollLeader, recordField, sameBody } from "./fact-computations.js";
import type { Finding } from "./finding.js";
import { blocking, elected, motions, roundRule, seats, vote } from "./institution-computations.js";
import { caseTerms, certification, deadline, pace, resignation } from "./law-computations.js";
import { cameFrom, holders, moved, sameCondition, termEnd } from "./office-computations.js";
import type { TimeWindow } from "./time-window.js";

/** Carries out a computation. @returns what it found, or what is missing: an election, a law, a fact. */
export function compute(evidence: ClaimEvidence, asked: Computation, window: TimeWindow | null): Result<Finding> {
  switch (asked.what) {
    case "margin":
      return margin(evidence, asked);
    case "marginShare":
      return marginShare(evidence, asked);
    case "share":
      return share(evidence, asked);
    case "total":
      return total(evidence, asked);
    case "progress":
      return progress(evidence, asked);
    case "areas":
      return areas(evidence, asked);
    case "areaShare":
      return areaShare(evidence, asked);
    default:
      return computeByLaw(evidence, asked, window);
  }
}

function computeByLaw(
  evidence: ClaimEvidence,
  asked: LawComputation | InstitutionComputation,
  window: TimeWindow | null,
): Result<Finding> {
  switch (asked.what) {
    case "electionDay":
      return electionDay(evidence, asked);
    case "weekday":
      return weekday(evidence, asked);
    case "span":
      return span(evidence, asked);
    case "deadline":
      return deadline(evidence, asked);
    case "certification":
      return certification(evidence, asked, window);
    case "pace":
      return pace(evidence, asked);
    case "caseTerms":
      return caseTerms(evidence, asked);
    case "resignation":
      return resignation(evidence, asked, window);
    case "docket":
      return docket(evidence, asked);
    case "docketOutcome":
      return docketOutcome(evidence, asked, window);
    case "petitionVotes":
      return petitionVotes(evidence, asked);
    default:
      return computeByInstitution(evidence, asked);
  }
}

function computeByInstitution(evidence: ClaimEvidence, asked: InstitutionComputation): Result<Finding> {
  switch (asked.what) {
    case "vote":
      return vote(evidence, asked);
    case "motions":
      return motions(evidence, asked);
    case "seats":
      return seats(evidence, asked);
    case "blocking":
      return blocking(evidence, asked);
    case "elected":
      return elected(evidence, asked);
    case "roundRule":
      return roundRule(evidence, asked);
    case "holders":
      return holders(evidence, asked);
    case "cameFrom":
      return cameFrom(evidence, asked);
    case "termEnd":
      return termEnd(evidence, asked);
    case "moved":
      return moved(evidence, asked);
    case "sameCondition":
      return sameCondition(evidence, asked);
    case "sameBody":
      return sameBody(evidence, asked);
    case "poll":
      return poll(evidence, asked);
    case "pollLeader":
      return pollLeader(evidence, asked);
    case "events":
      return events(evidence, asked);
    case "fact":
      return recordField(evidence, asked);
    case "outside":
      return outside(evidence, asked);
    default:
      return assertNever(asked);
  }
}
