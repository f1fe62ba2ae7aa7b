import { RollBuilder } from "acta/election";
import type { Contest, Election, Roll } from "acta/election";
import { NOT_SUPPLIED, NO_SHEET } from "acta/sheet";

/** The sheets of one contest while a delivery is read: columns in reading order, by the draft's station positions. */
export interface DraftSheets {
  readonly contest: Contest;
  /** Position in the election's statuses, or `NO_SHEET` while nothing was read. */
  status: Uint8Array;
  cells: Int32Array[];
  /** Texts of absurd cells by `position * cells + cell`. */
  readonly raw: Map<number, string>;
  /** Line of the first row that was read for a station. */
  line: Uint32Array;
}

/** Everything read from the files of one delivery, before it is compared with what is recorded. Positions are those of the roll. */
export class Draft {
  readonly roll: RollBuilder;
  readonly sheets: readonly DraftSheets[];
  #capacity = 1 << 12;

  constructor(election: Election) {
    this.roll = new RollBuilder(election.trees);
    this.sheets = election.contests.map((contest) => ({
      contest,
      status: new Uint8Array(this.#capacity).fill(NO_SHEET),
      cells: contest.form.cells.map(() => new Int32Array(this.#capacity).fill(NOT_SUPPLIED)),
      raw: new Map(),
      line: new Uint32Array(this.#capacity),
    }));
  }

  /** Codes of the stations by position. */
  get codes(): readonly string[] {
    return this.roll.codes;
  }

  /** Position of a station; a new one is added. */
  position(code: string): number {
    const position = this.roll.position(code);
    if (position >= this.#capacity) this.#grow();
    return position;
  }

  /** True when a sheet was read for a station, also one that was taken out again. */
  hasRead(position: number): boolean {
    return this.sheets.some((sheets) => (sheets.line[position] ?? 0) > 0);
  }

  #grow(): void {
    const capacity = this.#capacity * 2;
    for (const sheets of this.sheets) {
      const status = new Uint8Array(capacity).fill(NO_SHEET);
      status.set(sheets.status);
      sheets.status = status;
      const line = new Uint32Array(capacity);
      line.set(sheets.line);
      sheets.line = line;
      sheets.cells = sheets.cells.map((column) => {
        const larger = new Int32Array(capacity).fill(NOT_SUPPLIED);
        larger.set(column);
        return larger;
      });
    }
    this.#capacity = capacity;
  }

  /** Takes a station's sheet out again (two rows contradict each other). */
  drop(sheets: DraftSheets, position: number): void {
    sheets.status[position] = NO_SHEET;
    for (const column of sheets.cells) column[position] = NOT_SUPPLIED;
  }

  /** The roll of what was read. */
  buildRoll(): Roll {
    return this.roll.build();
  }
}
