import type { CivilDate, Instant, Json } from "../basics/index.js";
import type { BlobEntry } from "./blob-entry.js";
import type { ActKind } from "./entry-kind.js";
import type { BatchHeader } from "./batch-header.js";

/** When something was done: to the second, or the day (in the zone of the election) where only the day is known. */
export type ActMoment = Instant | CivilDate;

/** What every act says besides its own facts. */
export interface ActFacts {
  /** When it was done; null when nobody said. */
  readonly at: ActMoment | null;
  /** Ledger position of the act of the same kind that it corrects; null for a new one. */
  readonly replaces: number | null;
}

/** A document outside the tree: a scan, a decision, a statement. */
export interface Document {
  readonly url: string;
  /** SHA-256 of its bytes; "" when nobody has them. */
  readonly sha256: string;
  readonly mediaType: string;
}

/** An area of a named tree of the definition. */
export interface AreaName {
  readonly tree: string;
  readonly code: string;
}

/** The rule by which something was decided, as it was worded then. */
export interface LawReference {
  /** Id of the rule in the law set. */
  readonly rule: string;
  readonly article: string;
  /** SHA-256 of the law set; "" when the record holds none. */
  readonly lawSet: string;
}

/**
 * A sheet as an act leaves it, in the form of a sheet entry: [station, status, [cell, ...]] and, when it supersedes one, the ledger
 * position of the head of its chain. The contest is the header's scope.
 */
export type SheetEffect = readonly Json[];

/** An image of a sheet. The header's scope is the contest, its copy the copy. */
export interface EvidenceEntry extends ActFacts {
  readonly station: string;
  readonly document: Document;
}

/** Why a sheet is not counted as it stands. */
export interface FlagEntry extends ActFacts {
  readonly station: string;
  /** Reasons by the words of the law set, for example `materialError:D` or `unsigned`. */
  readonly reasons: readonly string[];
  readonly givenBy: "authority" | "computed" | "person";
}

/** A case (expediente) is opened before a body, or joined to another. */
export interface CaseEntry extends ActFacts {
  /** Number as printed. */
  readonly case: string;
  /** Body before which it is, by its id in the law set. */
  readonly body: string;
  readonly matter: "flaggedSheet" | "challengedVotes" | "petition" | "appeal" | "certification" | "other";
  readonly stations: readonly string[];
  /** Cases that were joined (acumulados) into this one. */
  readonly joins: readonly string[];
}

/** Who filed: in which role, for which list. Never the name of a private person (RECORD.md 12). */
export interface Filer {
  readonly role: "tableAgent" | "legalAgent" | "party" | "voter" | "observer" | "authority" | "unknown";
  /** The party or list; "" for none. */
  readonly party: string;
}

/** What became of a fee that the law asks for. */
export type FeeState = "paid" | "short" | "missing" | "notDue" | "unknown";

/** A request (solicitud), above all of annulment. */
export interface PetitionEntry extends ActFacts {
  readonly petition: string;
  /** Number of its case; "" while it has none. */
  readonly case: string;
  readonly body: string;
  readonly filer: Filer;
  readonly asks: "stationAnnulment" | "districtAnnulment" | "electionAnnulment" | "recount" | "correction" | "other";
  /** Ground by the words of the law set; "" when it gives none. */
  readonly ground: string;
  readonly stations: readonly string[];
  /** Stations that it concerns without our knowing which. */
  readonly unlocated: number;
  /** Where its unlocated stations lie, when that is known. */
  readonly area: AreaName | null;
  /** Whether it stands on the sheet, as some grounds ask for. */
  readonly noted: "yes" | "no" | "unknown";
  readonly fee: FeeState;
  readonly documents: readonly Document[];
}

/** An act was notified to somebody or published: terms run from here, not from the decision. */
export interface NotificationEntry extends ActFacts {
  /** Ledger position of what was made known; null when it is not in this record. */
  readonly of: number | null;
  readonly case: string;
  readonly form: "notification" | "publication";
  /** Role or party that was notified; "" for everybody. */
  readonly to: string;
}

/** A hearing (audiencia) of a case. */
export interface HearingEntry extends ActFacts {
  readonly case: string;
  readonly body: string;
  readonly state: "called" | "held" | "postponed" | "cancelled";
  readonly place: string;
}

/** How one member of a body voted on a case. */
export interface VoteEntry extends ActFacts {
  readonly case: string;
  readonly body: string;
  /** Seat by its id in the law set, not a person. */
  readonly seat: string;
  readonly vote: "inFavour" | "against" | "abstains" | "recused" | "absent";
  /** True for the vote that decides a tie. */
  readonly casting: boolean;
}

/** What a body decided, and what that does to sheets. */
export interface RulingEntry extends ActFacts {
  /** Number of the decision as printed. */
  readonly ruling: string;
  readonly case: string;
  readonly body: string;
  /** 1 in first instance, 2 on appeal. */
  readonly instance: number;
  readonly outcome:
    | "keptAsFiled"
    | "corrected"
    | "annulled"
    | "recount"
    | "upheld"
    | "rejectedOnMerits"
    | "notExamined"
    | "curable";
  /** The outcome in the law's own word (infundada, improcedente, ...). */
  readonly word: string;
  readonly law: readonly LawReference[];
  /** Sheets as the ruling leaves them; applied as written, whatever the law set says (RECORD.md 6). */
  readonly effects: readonly SheetEffect[];
  /** Voters that the effects add beyond what sheets report (an annulment at the roll's number), by station code. */
  readonly votersImputed: Readonly<Record<string, number>>;
  /** Whether the body followed what was proposed; `none` when nothing was. */
  readonly proposal: "adopted" | "departed" | "none";
  /** Why it departed; "" otherwise. */
  readonly departure: string;
  /** Votes in dissent. */
  readonly dissent: number;
  readonly documents: readonly Document[];
}

/** An appeal (apelación) against a ruling. */
export interface AppealEntry extends ActFacts {
  readonly appeal: string;
  readonly case: string;
  /** Ledger position of the ruling; null when it is not in this record. */
  readonly of: number | null;
  readonly body: string;
  readonly filer: Filer;
  readonly fee: FeeState;
}

/** A ruling can no longer be appealed. */
export interface FinalEntry extends ActFacts {
  readonly case: string;
  readonly of: number | null;
  /** Nobody appealed (consentida), or the last body has decided (firme). */
  readonly how: "unappealed" | "decided";
}

/** A deadline is set or changed. Announced is not in force: it counts from its publication (R3.4). */
export interface DeadlineEntry extends ActFacts {
  readonly deadline: string;
  readonly body: string;
  /** The rule that sets it; "" for one set by decision. */
  readonly rule: string;
  /** "" when it holds for all. */
  readonly case: string;
  readonly due: Instant;
  readonly announced: ActMoment | null;
  readonly published: ActMoment | null;
}

/** Who sits on a body, from now on. */
export interface MembershipEntry extends ActFacts {
  readonly body: string;
  readonly seat: string;
  readonly state: "filled" | "empty" | "declined" | "suspended" | "substituted" | "recused";
  /** Public officials are named; "" when unknown. */
  readonly holder: string;
  /** Chairs the body. */
  readonly chair: boolean;
}

/** A motion before a chamber. */
export interface MotionEntry extends ActFacts {
  readonly motion: string;
  readonly chamber: string;
  /** Id of the procedure in the law set. */
  readonly procedure: string;
  readonly state: "filed" | "admitted" | "rejected" | "debated" | "withdrawn" | "adopted" | "lapsed";
  readonly subject: string;
  /** Members who signed; null when unknown. */
  readonly signatories: number | null;
}

/** One member's vote in a roll call. */
export interface MemberVote {
  readonly member: string;
  readonly group: string;
  readonly vote: "inFavour" | "against" | "abstains" | "present" | "absent" | "onLeave";
}

/** A vote of a chamber by name, or its published totals. */
export interface RollCallEntry extends ActFacts {
  readonly motion: string;
  readonly chamber: string;
  /** What was voted on: a step of the procedure. */
  readonly question: string;
  readonly inFavour: number;
  readonly against: number;
  readonly abstentions: number;
  /** Members present; null when unknown. */
  readonly present: number | null;
  /** Members with the right to vote that day (hábiles); null when unknown. */
  readonly eligible: number | null;
  /** Empty when only totals are known. */
  readonly members: readonly MemberVote[];
}

/** Somebody takes, leaves or disputes an office. */
export interface OfficeEntry extends ActFacts {
  readonly office: string;
  readonly holder: string;
  readonly state: "taken" | "left" | "suspended" | "disputed";
  /** Why: election, resignation, vacancy, succession... */
  readonly cause: string;
  /** Office from which this one follows and with which it falls; "" for none. */
  readonly follows: string;
}

/** What accredited observers reported. No verdict of ours. */
export interface ObserverReportEntry extends ActFacts {
  readonly mission: string;
  readonly area: AreaName | null;
  readonly stations: readonly string[];
  readonly text: string;
  readonly documents: readonly Document[];
}

/** A sourced event outside the count. No verdict of ours. */
export interface OutsideEventEntry extends ActFacts {
  readonly event: string;
  readonly category: string;
  readonly text: string;
  readonly documents: readonly Document[];
}

/** The body that the law names proclaims a result. */
export interface CertificationEntry extends ActFacts {
  /** Number of the resolution as printed. */
  readonly resolution: string;
  readonly body: string;
  /** Number of the edition that it rests on; null when it names none. */
  readonly edition: number | null;
  readonly area: AreaName | null;
  /** Proclaimed figures: `votes.OPTION`, `blank`, `null`, `ballotsCast`, ... */
  readonly figures: Readonly<Record<string, number>>;
  /** Options that were elected. */
  readonly elected: readonly string[];
  readonly documents: readonly Document[];
}

/** Corrects an entry without erasing it. */
export interface ErratumEntry extends ActFacts {
  /** Ledger position of the entry that was wrong. */
  readonly of: number;
  /** What was wrong and what is right. */
  readonly text: string;
  /** Sheets as they should have been entered; empty when no figure changes. */
  readonly effects: readonly SheetEffect[];
}

/**
 * When something may be published, instead of when the definition says (RECORD.md 12): earlier, because whoever the law empowers has allowed it, or
 * later. The last one that stands for a product holds.
 */
export interface PublicationEntry extends ActFacts {
  readonly product: "results" | "projection" | "exitPoll";
  readonly notBefore: Instant;
  /** Body that decided it, by its id in the law set; "" when the record names none. */
  readonly body: string;
  /** The article that empowers it. */
  readonly article: string;
  /** Why. */
  readonly text: string;
}

/** In whose name a key signs. */
export type KeyRole =
  | "electionAuthority"
  | "tribunal"
  | "certifier"
  | "partyAgent"
  | "observer"
  | "chamber"
  | "recorder";

/** A key is added, replaces another, or is revoked. */
export interface KeyEntry extends ActFacts {
  readonly action: "added" | "rotated" | "revoked";
  /** Verifier key in one line (C2SP signed-note). */
  readonly key: string;
  readonly role: KeyRole;
  /** The body, party or mission: the name that its headers give as actor. */
  readonly holder: string;
  /** Verifier key that goes when this one comes; "" otherwise. */
  readonly previous: string;
  /** Last moment at which it may sign; null for no end. */
  readonly validUntil: Instant | null;
}

/** Signs a range of leaves (docs/decisions/0012). */
export interface SignatureEntry {
  /** Ledger position of the first leaf of the range; it ends before the signature's own header. */
  readonly first: number;
  /** RFC 6962 root over the leaves of the range alone, in base64. */
  readonly root: string;
  /** Signature lines of the note without their dash: name and base64. */
  readonly signatures: readonly string[];
}

/** The form of each kind of act. */
export interface ActEntries {
  readonly lawSet: BlobEntry;
  readonly evidence: EvidenceEntry;
  readonly flag: FlagEntry;
  readonly case: CaseEntry;
  readonly petition: PetitionEntry;
  readonly notification: NotificationEntry;
  readonly hearing: HearingEntry;
  readonly vote: VoteEntry;
  readonly ruling: RulingEntry;
  readonly appeal: AppealEntry;
  readonly final: FinalEntry;
  readonly deadline: DeadlineEntry;
  readonly membership: MembershipEntry;
  readonly motion: MotionEntry;
  readonly rollCall: RollCallEntry;
  readonly office: OfficeEntry;
  readonly observerReport: ObserverReportEntry;
  readonly outsideEvent: OutsideEventEntry;
  readonly certification: CertificationEntry;
  readonly erratum: ErratumEntry;
  readonly publication: PublicationEntry;
  readonly key: KeyEntry;
  readonly signature: SignatureEntry;
}

/** An act as the ledger has it, with the facts of its batch. */
export type Act = {
  readonly [K in ActKind]: {
    readonly kind: K;
    readonly entry: ActEntries[K];
    /** Ledger position. */
    readonly index: number;
    readonly header: BatchHeader;
  };
}[ActKind];
