import type { Fraction } from "../basics/index.js";
import type { LocalText } from "./local-text.js";
import type { DialectDefinition, KnownFile, TextFrom, ValueNotation } from "./source.js";

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
