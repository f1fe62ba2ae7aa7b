import type { Problem, Result } from "acta/basics";

/** How a file of rows is written. Declared in the election definition; nothing is guessed. */
export interface Dialect {
  readonly format: "csv" | "json" | "ndjson" | "xlsx" | "parquet";
  /** CSV: one character between cells. */
  readonly separator: string;
  /** CSV: the quotation mark, or "" when the file has none. */
  readonly quote: string;
  /** CSV, JSON, NDJSON. A byte order mark is always accepted and dropped. */
  readonly encoding: "utf-8" | "latin1" | "windows-1252";
  /** CSV, XLSX: rows of the header; with two or more, a column is named by its parts joined with " / ". */
  readonly headerRows: number;
  /** XLSX: name of the sheet; the first one when "". */
  readonly worksheet: string;
  /** JSON: dotted path to the list of records; "" when the document is the list. */
  readonly records: string;
}

/** What became of a row that cannot be used; kept in the quarantine. */
export interface RefusedRow {
  /** First line of the record in the (unpacked) file, from 1; for formats without lines the record number. */
  readonly line: number;
  /** Column (from 1) where it was seen, when it is known. */
  readonly column?: number;
  readonly reason: RowRefusal;
  /** The row as it stood, at most 4,096 characters. */
  readonly raw: string;
}

/** Why a reader refuses a row. */
export type RowRefusal = "shortRow" | "longRow" | "strayQuote" | "unclosedQuote" | "badEncoding" | "notAnObject";

/** One record while it is being read; valid only during the call that hands it over. */
export interface Row {
  readonly line: number;
  /** The cell's text, by position in the header; never trimmed. */
  text(column: number): string;
  /** The cell as a number when it is one to nine digits and nothing else, otherwise -1. Cheaper than its text. */
  count(column: number): number;
}

/** What was read. */
export interface RowCount {
  readonly rows: number;
  readonly refused: number;
}

/** An open file of rows, header already read. */
export interface Rows {
  /** Column names; a repeated name gets " (2)", " (3)". */
  readonly header: readonly string[];
  /** What was found in the file, for the import report: format, gzip, byte order mark, line ends. */
  readonly found: {
    readonly format: string;
    readonly compressed: boolean;
    readonly byteOrderMark: boolean;
  };
  /** Reads all rows in order. Rows read = handed over + refused; blank lines at the very end are not rows. May be called once. */
  each(
    onRow: (row: Row) => void,
    onRefused: (row: RefusedRow) => void,
    progress?: (bytesRead: number, bytesTotal: number) => void,
  ): Promise<Result<RowCount, Problem>>;
  close(): Promise<void>;
}
