import type { Instant } from "acta/basics";
import type { Election } from "acta/election";
import type { Edition } from "acta/record";
import type { FileReading } from "./read-delivery.js";

/** What an import did. */
export interface ImportReport {
  readonly election: Election;
  readonly deliveries: readonly DeliveryReport[];
  readonly leftOut: readonly string[];
  /** Entries appended to the ledger. */
  readonly entries: number;
}

/** What became of one delivery. */
export interface DeliveryReport {
  readonly source: string;
  readonly files: readonly FileReading[];
  readonly asOf: Instant | null;
  readonly stations: number;
  /** Sheets that were read, over all contests. */
  readonly sheets: number;
  /** Sheets that were new or differ from what was recorded: only these were written. */
  readonly written: number;
  readonly refused: number;
  readonly repeated: number;
  /** Path of the quarantine file; "" when nothing was refused. */
  readonly quarantine: string;
  readonly missingCells: number;
  readonly sumsDiffering: number;
  /** Stations that a full source does not mention any more; their sheets stay. */
  readonly absent: readonly string[];
  /** The edition that was sealed, or the earlier one that says the same. */
  readonly edition: Edition;
  readonly seenAgain: boolean;
  /** How often each finding was raised over the whole edition. */
  readonly findings: Readonly<Record<string, number>>;
}
