import type { Problem, Result } from "acta/basics";
import type { Bytes } from "./bytes.js";
import type { RefusedRow, Row, RowCount, Rows } from "./rows.js";

/** Where a reader delivers what it finds. */
export interface Delivery {
  readonly onRow: (row: Row) => void;
  readonly onRefused: (row: RefusedRow) => void;
  readonly progress: (bytesRead: number) => void;
}

/** What a format has to say for itself once its header is read. */
export interface Reading {
  readonly header: readonly string[];
  readonly byteOrderMark: boolean;
  readonly read: (delivery: Delivery) => Promise<Result<RowCount, Problem>>;
}

/** Puts a reading behind the contract of the room: once only, and the file closed whatever happens. */
export function rowsOf(format: string, source: Bytes, reading: Reading): Rows {
  let begun = false;
  return {
    header: reading.header,
    found: { format, compressed: source.compressed, byteOrderMark: reading.byteOrderMark },
    each: async (onRow, onRefused, progress) => {
      if (begun) throw new Error("rows can be read only once");
      begun = true;
      const delivery: Delivery = {
        onRow,
        onRefused,
        progress: (bytesRead) => progress?.(Math.min(bytesRead, source.size), source.size),
      };
      try {
        return await reading.read(delivery);
      } finally {
        await source.close();
      }
    },
    close: () => source.close(),
  };
}
