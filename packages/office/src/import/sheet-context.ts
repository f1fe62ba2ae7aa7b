import type { Election, SourcePart } from "acta/election";
import type { Row } from "../files/index.js";
import type { Draft } from "./draft.js";
import type { PrintedSums } from "./printed-sums.js";
import type { RefusalReason } from "./row-refusal.js";

/** Why a row was not taken: the reason, the column (position in the header, -1 for the row) and what stood there. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly column: number;
  readonly seen: string;
}

/** Takes the sheet of one contest from a row, for the station at a position of the draft. */
export type SheetReader = (row: Row, position: number) => Refusal | null;

/** What a contest's reader needs to know about the file. */
export interface SheetContext {
  readonly election: Election;
  readonly part: SourcePart;
  readonly header: ReadonlyMap<string, number>;
  readonly draft: Draft;
  readonly sums: PrintedSums;
  /** A station's sheet stands twice with other figures: the earlier row goes too. */
  readonly contradicted: (line: number) => void;
}
