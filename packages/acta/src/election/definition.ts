import type { CivilDate, Fraction, Instant } from "../basics/index.js";
import type { Flag } from "./flags.js";
import type { Geography } from "./geography.js";

/** A text in the languages of the definition; `es` and `en` are always present (one may stand in for the other). */
export interface LocalText {
  readonly es: string;
  readonly en: string;
}

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

/** How cell and fact values are written in one part of a source. */
export interface ValueNotation {
  /** A character that groups thousands ("," in `13,619`); "" when there is none. */
  readonly thousands: string;
  /** Words that stand for a missing value, and what they mean. */
  readonly missing: readonly { readonly word: string; readonly means: "blank" | "illegible" | "notSupplied" }[];
  /** What becomes of a row with a value that is neither a count nor a missing word: refused, or kept as an absurd cell. */
  readonly unreadable: "refuse" | "absurd";
}

/** Where a text comes from: a column, cut to its first characters and padded with zeros, or a fixed word. */
export interface TextFrom {
  readonly column: string;
  /** Keep only the first `take` characters; 0 keeps all. */
  readonly take: number;
  /** Pad with zeros on the left to this length; 0 leaves it. */
  readonly padTo: number;
  /** Used when `column` is "". */
  readonly fixed: string;
}

/** Where the area of one level comes from. */
export interface LevelFrom {
  readonly level: string;
  readonly code: TextFrom;
  readonly name: TextFrom | null;
}

/** Facts of the roll that a part of a source supplies. */
export interface RollFrom {
  readonly registered: string;
  readonly place: { readonly name: string; readonly address: string } | null;
  readonly trees: readonly { readonly tree: string; readonly levels: readonly LevelFrom[] }[];
}

/** Where the sheet of one contest stands in a part: a column for each cell, or rows in the long format. */
export interface SheetFrom {
  readonly contest: string;
  /** Wide: cell id -> column. Empty in the long format. */
  readonly cells: readonly { readonly cell: string; readonly column: string }[];
  /** Long: one row for each station and option. */
  readonly long: {
    readonly option: string;
    /** Preferential votes: the column with the candidate's number on the list, and its words for "the list itself"; null without. */
    readonly candidate: { readonly column: string; readonly list: readonly string[] } | null;
    readonly votes: string;
    /** Source word -> cell id, besides ids and aliases of options. */
    readonly words: readonly { readonly word: string; readonly cell: string }[];
    /** Column and word that select the contest's rows; "" when all rows are its own. */
    readonly contestColumn: string;
    readonly contestWord: string;
    /** Columns that say the same in every row of a station (wide cells beside the long ones). */
    readonly repeated: readonly { readonly cell: string; readonly column: string }[];
  } | null;
  /** Columns whose words, in order, are matched with `Status.words`; empty when `fixedStatus` is given. */
  readonly statusColumns: readonly string[];
  readonly fixedStatus: string;
  /** Sums that the source prints: checked against ours, not stored. */
  readonly sums: readonly { readonly sum: "ballotsCast" | "validVotes"; readonly column: string }[];
}

/** One kind of file of a source, recognised by its header. */
export interface SourcePart {
  readonly id: string;
  readonly optional: boolean;
  readonly dialect: DialectDefinition;
  readonly values: ValueNotation;
  readonly station: TextFrom;
  /** Facts for the roll; null when the part has none. */
  readonly roll: RollFrom | null;
  /** `all`: its facts hold. `gaps`: only for stations whose own row has no area. */
  readonly rollUse: "all" | "gaps";
  readonly sheets: readonly SheetFrom[];
  /** The source's clock, one value for the file; "" when there is no such column. */
  readonly asOfColumn: string;
  /** Rows to leave out (totals): column and the words that mark them. */
  readonly skip: readonly { readonly column: string; readonly words: readonly string[] }[];
}

/** How a file is written; the reader refuses what differs. */
export interface DialectDefinition {
  readonly format: "csv" | "json" | "ndjson" | "xlsx" | "parquet";
  readonly separator: string;
  readonly quote: string;
  readonly encoding: "utf-8" | "latin1" | "windows-1252";
  readonly headerRows: number;
  readonly worksheet: string;
  readonly records: string;
}

/** A file that the definition knows by its hash. */
export interface KnownFile {
  readonly name: string;
  readonly sha256: string;
  /** The state of the count that the file describes; null for files without a clock (a roll). */
  readonly asOf: Instant | null;
  readonly part: string;
  readonly url: string;
}

/** Where sheets come from: files of one or more parts that make one edition together. */
export interface Source {
  readonly id: string;
  readonly title: LocalText;
  readonly delivers: "full" | "delta";
  readonly licence: string;
  readonly credit: string;
  /** Share of refused rows above which the import is refused; 0 refuses on the first. */
  readonly refusedLimit: Fraction;
  readonly parts: readonly SourcePart[];
  readonly files: readonly KnownFile[];
}

/**
 * Name of a figure that a bulletin may carry: one of `bulletin-figures.ts`, `votes.<option>`, `referred.<flag>`, a printed share
 * (`share...`) or `other.<word>` for what is kept and not compared.
 */
export type BulletinFigure = string;

/** A published series of totals: entries of their own, never mixed into a tally. */
export interface BulletinSeries {
  readonly id: string;
  readonly title: LocalText;
  readonly contest: string;
  readonly credit: string;
  /** Share of refused rows above which files of the series are refused; 0 refuses on the first. */
  readonly refusedLimit: Fraction;
  readonly parts: readonly BulletinPart[];
  readonly files: readonly KnownFile[];
  /** Sums that must hold in every row of the series that has all figures of both sides: left = the sum of right. */
  readonly identities: readonly BulletinIdentity[];
  /** Printed percentages that can be computed from figures of the same row. */
  readonly shares: readonly PrintedShare[];
}

/** A figure that is the sum of others. */
export interface BulletinIdentity {
  readonly id: string;
  readonly left: BulletinFigure;
  readonly right: readonly BulletinFigure[];
}

/** A printed percentage: part / (sum of base), rounded half up to some decimals of a percent. */
export interface PrintedShare {
  /** The figure that holds it, or the beginning `share` of all figures `share.<part>`. */
  readonly share: string;
  /** The figure above the line; "" when it is the rest of the share's own name. */
  readonly part: BulletinFigure;
  /** Figures that are summed below the line. */
  readonly base: readonly BulletinFigure[];
  readonly decimals: number;
}

/** Columns that make up the source's clock, joined by "T"; `offset` is added when they do not say their zone. */
export interface ClockColumns {
  readonly columns: readonly string[];
  /** `Z` or `-05:00`; "" when the column has its own. */
  readonly offset: string;
}

/** One kind of file of a bulletin series. Columns whose figure begins with `share` hold printed percentages. */
export interface BulletinPart {
  readonly id: string;
  readonly dialect: DialectDefinition;
  readonly values: ValueNotation;
  /** The moment of a row; null when the known file's `asOf` holds for all rows. */
  readonly clock: ClockColumns | null;
  /** A file that must describe one moment: two moments in it are a torn snapshot. */
  readonly oneMoment: boolean;
  readonly tree: string;
  /**
   * Area of a row: a code, or names from the top level down. With both, the code holds and the names are learnt for the parts of
   * the series that have names only.
   */
  readonly area: { readonly code: TextFrom | null; readonly names: readonly string[] };
  /** A column whose words select another area or group (`group:ID`), or leave the row out (""). */
  readonly scope: {
    readonly column: string;
    readonly words: readonly { readonly word: string; readonly area: string }[];
  } | null;
  /** Wide figures. */
  readonly figures: readonly { readonly figure: BulletinFigure; readonly column: string }[];
  /** Long figures: the word in `column` names the figure whose value stands in `value`; null when the part has none. */
  readonly long: LongFigures | null;
}

/** Figures in rows: one row for each area and figure. */
export interface LongFigures {
  readonly column: string;
  readonly value: string;
  /** Word -> figure, besides ids and aliases of options; "" leaves the row out. */
  readonly words: readonly { readonly word: string; readonly figure: BulletinFigure }[];
  /** Printed percentages beside the value: column `column` becomes the figure `<share>.<figure of the row>`. */
  readonly shares: readonly { readonly share: string; readonly column: string }[];
}
