import type { CivilDate, Fraction, Instant } from "../basics/index.js";
import type { BulletinSeries } from "./bulletin-series.js";
import type { Flag } from "./flags.js";
import type { Geography } from "./geography.js";
import type { LocalText } from "./local-text.js";
import type { Source } from "./source.js";

/** Whether an election happened. `synthetic` and `drill` are shown on everything that is made from it, for ever. */
export type Provenance = "real" | "synthetic" | "drill";

/**
 * One voting day with one roll and one or more contests: the definition file after parsing. Data, no code:
 * no country, party or rule of a country appears anywhere else.
 */
export interface Election {
  readonly id: string;
  readonly name: LocalText;
  readonly country: string;
  readonly date: CivilDate;
  /** IANA zone in which the authority's clock runs. */
  readonly timeZone: string;
  readonly provenance: Provenance;
  /** The election that this one continues (a runoff follows a first round), and whether station codes mean the same there. */
  readonly follows: { readonly election: string; readonly stationsMatch: boolean } | null;
  readonly authority: { readonly name: string };
  readonly options: readonly Option[];
  readonly contests: readonly Contest[];
  readonly trees: readonly TreeDefinition[];
  readonly groups: readonly AreaGroup[];
  readonly statuses: readonly Status[];
  /** Whether the source prints annulled sheets with the figures that count (`asDecided`) or with what was written (`asWritten`). */
  readonly annulledFigures: "asDecided" | "asWritten";
  readonly checks: readonly CheckSetting[];
  readonly policies: readonly Policy[];
  readonly sources: readonly Source[];
  readonly bulletins: readonly BulletinSeries[];
  /** Where areas lie; null when the definition does not say. */
  readonly geography: Geography | null;
  /** What the law keeps back until a moment; empty where nothing is. */
  readonly publishNotBefore: readonly PublishHold[];
  /** What a projection may assume; null when the definition says nothing. */
  readonly projection: ProjectionSetting | null;
}

/** What a projection of an unfinished count assumes besides the sheets: set before the night, with reasons. */
export interface ProjectionSetting {
  /** Groups of the first tree that are worlds of their own (at home, abroad): levels of effects above the areas under the root. */
  readonly domains: readonly string[];
  /** Chances that a flagged sheet ends annulled, by class; the first that fits a sheet holds. */
  readonly annulment: readonly AnnulmentPrior[];
}

/** The chance that a flagged sheet of one class ends annulled, before anything is decided. */
export interface AnnulmentPrior {
  /** Reasons of flagging; empty for all. */
  readonly flags: readonly Flag[];
  /** Whether the votes on the sheet must exceed its written voters, must not, or it does not matter. */
  readonly when: "always" | "sumAboveVoters" | "sumNotAboveVoters";
  /** Null: the part of the resolved sheets of the previous contest that was annulled. */
  readonly chance: Fraction | null;
  /** How many decided sheets the prior is worth. */
  readonly strength: number;
  /** Why: what the law can make of such a sheet. */
  readonly reason: LocalText;
  readonly article: string;
}

/** Something that may not be published before a moment (veda electoral), and the article that says so. */
export interface PublishHold {
  readonly product: "results" | "projection" | "exitPoll";
  readonly moment: Instant;
  readonly article: string;
}

/** Something that can be voted for in a contest: a list, a ticket, a candidate, an answer. */
export interface Option {
  readonly id: string;
  readonly name: LocalText;
  /** Short label for tables; the name when the definition gives none. */
  readonly label: LocalText;
  readonly candidate: string;
  /** `#rrggbb`; "" when none is given. */
  readonly colour: string;
  /** How sources write this option (column names, party names, list codes). */
  readonly aliases: readonly string[];
}

/** One race. Its cells are positional: the order here is the order in every sheet entry. */
export interface Contest {
  readonly id: string;
  readonly name: LocalText;
  /** Option ids in ballot order. */
  readonly options: readonly string[];
  readonly form: SheetForm;
  readonly outcome: OutcomeRule;
  /** Only stations in these areas vote in the contest; null when all do. */
  readonly stations: { readonly tree: string; readonly areas: readonly string[] } | null;
}

/** What is written on the sheet of a contest, as a list of cells. */
export interface SheetForm {
  readonly cells: readonly FormCell[];
}

/** The meaning of one cell. `voters` is the written total of citizens who voted; `ballotsCast` the written total of ballots. */
export type CellRole =
  | "option"
  | "preferential"
  | "blank"
  | "null"
  | "challenged"
  | "voters"
  | "ballotsCast"
  | "unusedBallots";

/** One cell of a sheet form. */
export interface FormCell {
  readonly id: string;
  readonly role: CellRole;
  /** For `option` and `preferential`: the option's id; otherwise "". */
  readonly option: string;
  /** For `preferential`: the candidate's number on the list, from 1; otherwise 0. */
  readonly candidate: number;
}

/** Who wins: more than a fraction of a base, else a runoff of the first k; the most votes; or decided elsewhere (seats). */
export type OutcomeRule =
  | {
      readonly kind: "majority";
      readonly base: "validVotes" | "ballotsCast" | "registeredVoters";
      readonly moreThan: Fraction;
      /** How many options reach the runoff when nobody passes; 0 when the rule knows none. */
      readonly runoffBetween: number;
      readonly article: string;
    }
  | { readonly kind: "plurality"; readonly winners: number; readonly article: string }
  | { readonly kind: "none"; readonly article: string };

/** A named way to group stations: geographic, electoral district, jury, counting centre. */
export interface TreeDefinition {
  readonly id: string;
  readonly name: LocalText;
  /** The code system of the areas, for example `reniec`: codes of different systems are never joined. */
  readonly codes: string;
  /** The whole. */
  readonly root: { readonly code: string; readonly level: string; readonly name: LocalText };
  /** Names of the levels under the root, from the top down. */
  readonly levels: readonly LevelDefinition[];
}

/** One level of an area tree. */
export interface LevelDefinition {
  readonly id: string;
  readonly name: LocalText;
}

/** A named set of areas of one tree, of any levels. */
export interface AreaGroup {
  readonly id: string;
  readonly name: LocalText;
  readonly tree: string;
  /** Area codes that belong to it. */
  readonly areas: readonly string[];
  /** Area codes that are taken out again; with `areas` empty the group is everything but these. */
  readonly except: readonly string[];
}

/**
 * What the count has made of a sheet. `counted`, `annulled` and `notInstalled` are in the authority's count; `referred` went to a
 * tribunal; `pending` has not come or is being keyed; `notCollected`: our source has no data for it.
 */
export type SheetState = "counted" | "annulled" | "notInstalled" | "referred" | "pending" | "notCollected";

/** One word of the source for the state of a sheet, in our words. */
export interface Status {
  readonly id: string;
  readonly name: LocalText;
  readonly state: SheetState;
  /** The sheet went through a tribunal and came back. */
  readonly resolved: boolean;
  readonly flags: readonly Flag[];
  /** The source's words, one text for each status column; several spellings may mean the same. */
  readonly words: readonly (readonly string[])[];
  /** Cells that a source prints as 0 in this status although the box is empty. */
  readonly blankWhenZero: readonly string[];
}

/** How one check is used in this election: its tolerance in votes, or as a fraction, and its severity. */
export interface CheckSetting {
  readonly rule: string;
  readonly severity: "error" | "warning" | "off" | "";
  readonly tolerance: number;
  /** For limits that are a share (turnout, one-option share); null when not used. */
  readonly limit: Fraction | null;
}

/** How a result is made from the sheets. Several stand side by side; each is data. */
export interface Policy {
  readonly id: string;
  readonly name: LocalText;
  /** Which figures of a sheet: the ones in force, or the first that were filed. */
  readonly figures: "current" | "firstFiled";
  /** Sheets in these states enter. */
  readonly states: readonly SheetState[];
  /** Annulled sheets: candidate votes leave and its ballots become null votes, or it is left out whole. */
  readonly annulled: "asNull" | "leftOut";
}
