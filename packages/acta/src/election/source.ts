import type { Fraction, Instant } from "../basics/index.js";
import type { LocalText } from "./local-text.js";

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
