import type { CivilDate } from "acta/basics";
import type { Provenance } from "acta/election";
import type { ChamberRule, MajorityRule, RollCall, TurningVotes, VoteResult, WhipCount } from "acta/institution";
import type { LoadedInstitutions } from "../../import/index.js";

/** A vote and what its rule says about it. */
export interface FoundVote {
  readonly law: LoadedInstitutions;
  readonly chamber: ChamberRule;
  readonly rule: MajorityRule;
  readonly on: CivilDate;
  readonly call: RollCall;
  /** Position of the roll call in the ledger; null for one from elsewhere. */
  readonly index: number | null;
  /** Of law and ledger together; what a person gives by hand is taken for real where the law is. */
  readonly provenance: Provenance;
  readonly result: VoteResult;
  readonly turning: TurningVotes;
  /** Null when every vote is known. */
  readonly whip: WhipCount | null;
}
