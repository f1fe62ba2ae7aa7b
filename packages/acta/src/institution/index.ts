export { membersOn, withMembers } from "./chamber-members.js";
export type { ChamberMembers } from "./chamber-members.js";
export { allocateBiproportional } from "./biproportional.js";
export type { BiproportionalAllocation, DistrictMatrix } from "./biproportional.js";
export { allocateSeats, seatCounts } from "./allocate-seats.js";
export type { ListVotes, SeatAllocation, SeatRequest, SeatStep, UndecidedSeats } from "./seat-allocation.js";
export type { BarrierFinding, BarrierVerdict, FirstSeats, ListBarrier } from "./barrier.js";
export { allocateChamber } from "./chamber-seats.js";
export type { ChamberSeats, DistrictSeats } from "./chamber-seats.js";
export { decideVote } from "./chamber-vote.js";
export type { VoteResult } from "./chamber-vote.js";
export type { CandidateVotes, ChamberList, ChamberVotes, DistrictVotes } from "./chamber-votes.js";
export { rulesOn } from "./institution-law.js";
export type {
  Barrier,
  ChamberRule,
  InstitutionLaw,
  InstitutionRule,
  InstitutionRuleFacts,
  MajorityLevel,
  MajorityRule,
  RoundRule,
  SeatDistrict,
  SeatRule,
  ShareBase,
  VoteBase,
  VoteWord,
  WinningShare,
} from "./institution-law.js";
export { lastSeatOf } from "./last-seat.js";
export type { LastSeat, SeatRival } from "./last-seat.js";
export { allocateUnions } from "./list-union.js";
export type { ListUnion, UnionAllocation, UnionStage } from "./list-union.js";
export type { Bounds, LevelFinding, VoteFigures } from "./majority.js";
export { outcomeOf, roundFigures } from "./outcome.js";
export type { OpenSheets, Outcome, OutcomeReason, OutcomeTotals } from "./outcome.js";
export { parseChamberVotes } from "./parse-chamber-votes.js";
export type { WrittenChamberVotes } from "./parse-chamber-votes.js";
export { parseInstitutions } from "./parse-institutions.js";
export type { Quotient } from "./quotient.js";
export { rollCallOf, rollCallOfEntry, voteOfWord } from "./roll-call.js";
export type { NamedVote, RollCall } from "./roll-call.js";
export { decideRound, lastRunoffDay, placesOf } from "./round.js";
export type { Places, RoundFigures, RoundOption, RoundResult, RoundTerms } from "./round.js";
export { seatHolders } from "./seat-holders.js";
export type { SeatHolders } from "./seat-holders.js";
export { D_HONDT, SEAT_METHODS, isSeatMethodName } from "./seat-method.js";
export type { Divisors, QuotaRule, ResidualRule, SeatMethod, SeatMethodName } from "./seat-method.js";
export { turningVotes } from "./turning-vote.js";
export type { GroupSwitch, SwitchedVote, TurningVotes, VoteSwitch } from "./turning-vote.js";
export { whipCount } from "./whip-count.js";
export type { WhipCount } from "./whip-count.js";
export { institutionEn } from "./messages/en.js";
export { institutionEs } from "./messages/es.js";
