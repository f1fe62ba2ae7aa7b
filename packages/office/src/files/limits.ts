import type { Dialect } from "./rows.js";

/** Bounds that keep a hostile or broken file from taking the machine. */
export interface FileLimits {
  /** Longest record, its line end included, in bytes; also how far a quotation mark may stay open. Default 1 MiB, at most 256 MiB. */
  readonly maxRecordBytes?: number;
  /** Most bytes after unpacking. Default 8 GiB for CSV and NDJSON, 512 MiB for formats that are read whole. */
  readonly maxBytes?: number;
}

const MIB = 1024 * 1024;

/** A record must fit into one string of the engine together with the block that it came in. */
const MOST_RECORD_BYTES = 256 * MIB;

/** The limits in force for a format. */
export function limitsFor(format: Dialect["format"], limits: FileLimits): Required<FileLimits> {
  const streamed = format === "csv" || format === "ndjson";
  return {
    maxRecordBytes: Math.min(Math.max(limits.maxRecordBytes ?? MIB, 1), MOST_RECORD_BYTES),
    maxBytes: limits.maxBytes ?? (streamed ? 8192 * MIB : 512 * MIB),
  };
}
