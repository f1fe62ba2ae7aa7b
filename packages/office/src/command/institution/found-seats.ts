import type { CivilDate } from "acta/basics";
import type { Provenance } from "acta/election";
import type { Barrier, ChamberSeats, SeatRule, WrittenChamberVotes } from "acta/institution";
import type { LoadedInstitutions } from "../../import/index.js";

/** Seats of a chamber and what they were made from. */
export interface FoundSeats {
  readonly rule: SeatRule;
  /** Null without a law file: method and seats come from flags. */
  readonly law: LoadedInstitutions | null;
  readonly on: CivilDate | null;
  /** Of law and votes together. */
  readonly provenance: Provenance;
  readonly barrier: Barrier | null;
  /** The barrier is not the rule's own: a supposition. */
  readonly otherBarrier: string | null;
  readonly votes: WrittenChamberVotes & { readonly openStations?: number; readonly edition?: unknown };
  readonly seats: ChamberSeats;
  /** The district that is shown seat by seat; null for none. */
  readonly district: string | null;
}
