import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { formatOfName, openRows } from "../files/index.js";
import type { Dialect, Row } from "../files/index.js";
import { readHeader } from "./docket-columns.js";
import type { DocketColumn, DocketHeader } from "./docket-columns.js";
import { keyOf } from "./docket-acts.js";
import { readDocketRow } from "./docket-row.js";
import type { DocketContext, DocketRow } from "./docket-row.js";

/** A row of a docket that is not entered, and why. */
export interface RefusedPetition {
  readonly line: number;
  readonly problem: Problem;
}

/** A docket file after reading. */
export interface ReadDocket {
  readonly rows: readonly DocketRow[];
  readonly refused: readonly RefusedPetition[];
  /** Columns about private people with the number of values in them; no value is kept. */
  readonly dropped: readonly { readonly name: string; readonly values: number }[];
  readonly unread: readonly string[];
}

/** How somebody says that a docket is written. */
export interface DocketForm {
  /** Between the cells of a CSV file. */
  readonly separator: string;
  /** `column=header`, for headers that are not known. */
  readonly mapping: readonly string[];
}

const MOST_BYTES = 64_000_000;

/**
 * Reads a docket (CSV or XLSX, one row a petition). A row that cannot be right is refused with its line; cells about private people are
 * counted and go no further than this function.
 */
export async function readDocket(path: string, form: DocketForm, context: DocketContext): Promise<Result<ReadDocket>> {
  const format = formatOfName(path);
  if (format !== "csv" && format !== "xlsx") return fail({ code: "docket.badFormat", where: path });
  const dialect: Dialect = {
    format,
    separator: form.separator,
    quote: '"',
    encoding: "utf-8",
    headerRows: 1,
    worksheet: "",
    records: "",
  };
  const opened = await openRows(path, dialect, { maxBytes: MOST_BYTES });
  if (!opened.ok) return opened;
  try {
    const header = readHeader(opened.value.header, form.mapping);
    if (!header.ok) return fail({ ...header.problem, where: path });
    const reading = new DocketReading(header.value, opened.value.header, context);
    const read = await opened.value.each(
      (row) => reading.row(row),
      ({ line, reason }) => reading.refuse(line, { code: `docket.${reason}` }),
    );
    return read.ok ? succeed(reading.done()) : read;
  } finally {
    await opened.value.close();
  }
}

class DocketReading {
  readonly #rows = new Map<string, DocketRow>();
  readonly #refused: RefusedPetition[] = [];
  readonly #dropped: number[];

  readonly #header: DocketHeader;
  readonly #names: readonly string[];
  readonly #context: DocketContext;

  constructor(header: DocketHeader, names: readonly string[], context: DocketContext) {
    this.#header = header;
    this.#names = names;
    this.#context = context;
    this.#dropped = header.dropped.map(() => 0);
  }

  row(row: Row): void {
    this.#header.dropped.forEach(({ column }, at) => {
      if (row.text(column).trim() !== "") this.#dropped[at] = (this.#dropped[at] ?? 0) + 1;
    });
    const cell = (column: DocketColumn): string => {
      const at = this.#header.at.get(column);
      return at === undefined ? "" : row.text(at);
    };
    const read = readDocketRow(row.line, cell, this.#context);
    if (!read.ok) {
      this.refuse(row.line, this.#named(read.problem));
      return;
    }
    const key = keyOf(read.value.petition);
    const before = this.#rows.get(key);
    if (before === undefined) this.#rows.set(key, read.value);
    else this.refuse(row.line, { code: "docket.sameNumber", context: { line: before.line } });
  }

  /** Columns are called as the file calls them. */
  #named(problem: Problem): Problem {
    const at = [...this.#header.at].find(([column]) => column === problem.context?.["column"])?.[1];
    return at === undefined ? problem : { ...problem, context: { ...problem.context, column: this.#names[at] ?? "" } };
  }

  refuse(line: number, problem: Problem): void {
    this.#refused.push({ line, problem });
  }

  done(): ReadDocket {
    const dropped = this.#header.dropped.map(({ name }, at) => ({ name, values: this.#dropped[at] ?? 0 }));
    return { rows: [...this.#rows.values()], refused: this.#refused, dropped, unread: this.#header.unread };
  }
}
