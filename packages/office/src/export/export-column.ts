import type { LocalText } from "acta/election";

/**
 * One column of an export. Cells are asked for row by row, so that five million stations need no copy in memory.
 * - `code`: an identifier, text even when it is all digits; `text`: words for people. "" is an empty cell.
 * - `count`: a whole number below 2^31; `sum`: one below 2^53. Null is an empty cell, never 0.
 * - `share`: a ratio rounded half up to 9 decimals (`acta/basics` share); null when its base is 0.
 * - `truth`: yes or no.
 */
export type ExportColumn = {
  readonly id: string;
  /** What the column says, in both languages. */
  readonly about: LocalText;
} & (
  | { readonly kind: "code" | "text"; readonly cell: (row: number) => string }
  | { readonly kind: "count" | "sum" | "share"; readonly cell: (row: number) => number | null }
  | { readonly kind: "truth"; readonly cell: (row: number) => boolean }
);
