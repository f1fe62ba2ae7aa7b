// The only file, with parquet-pages, that knows the Parquet library (hyparquet), so that it can be replaced.
import { isUtf8 } from "node:buffer";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { parquetMetadataAsync, parquetRead, parquetSchema } from "hyparquet";
import type { AsyncBuffer, Compressors, FileMetaData, ParquetParsers, SchemaElement } from "hyparquet";
import { compressors as others } from "hyparquet-compressors";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { looksLike } from "./looks-like.js";
import { TOO_LARGE, pageFault } from "./parquet-pages.js";
import { fileProblem } from "./problems.js";

/** Stands for a text that is not UTF-8; the decoder of the library would put U+FFFD without a word. */
export const BAD_TEXT: unique symbol = Symbol("not UTF-8");

/** A Parquet file whose directory has been read. */
export interface ParquetTable {
  readonly names: readonly string[];
  readonly rows: number;
  /** Reads the rows from `start` up to `end`, as values; `BAD_TEXT` among them. */
  read(start: number, end: number): Promise<Result<readonly (readonly unknown[])[], Problem>>;
  /** Row numbers where the row groups end: reading across one of them decodes both. */
  readonly groupEnds: readonly number[];
}

/** Node's own unpackers where there are some: they have met more broken files. */
const compressors: Compressors = {
  ...others,
  GZIP: (bytes, length) => gunzipSync(bytes, { maxOutputLength: Math.max(length, 1) }),
  BROTLI: (bytes, length) => brotliDecompressSync(bytes, { maxOutputLength: Math.max(length, 1) }),
};

const parsers: Partial<ParquetParsers> = {
  stringFromBytes: textOf,
  // As the file has it: parsing would round large numbers.
  jsonFromBytes: textOf,
  dateFromDays: (days: number | undefined) => dayOf(days),
  timestampFromMilliseconds: (time: bigint | undefined) => momentOf(time, 3),
  timestampFromMicroseconds: (time: bigint | undefined) => momentOf(time, 6),
  timestampFromNanoseconds: (time: bigint | undefined) => momentOf(time, 9),
};

function textOf(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined;
  return isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8") : BAD_TEXT;
}

function dayOf(days: number | undefined): string | undefined {
  if (days === undefined) return undefined;
  const date = new Date(days * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, 10);
}

/** ISO 8601 with all digits that the file has; Parquet counts from 1970 in units of 10^-decimals seconds. */
function momentOf(time: bigint | undefined, decimals: number): string | undefined {
  if (time === undefined) return undefined;
  const unit = 10n ** BigInt(decimals);
  const part = ((time % unit) + unit) % unit;
  const date = new Date(Number((time - part) / unit) * 1000);
  if (Number.isNaN(date.getTime())) return String(time);
  const fraction = part === 0n ? "" : `.${String(part).padStart(decimals, "0")}`;
  return date.toISOString().slice(0, 19) + fraction;
}

/** Reads the directory of a Parquet file and checks that its pages can be decoded. */
export async function readParquetTable(
  path: string,
  bytes: Buffer,
  maxBytes: number,
): Promise<Result<ParquetTable, Problem>> {
  const like = looksLike(bytes) ?? "text";
  if (like !== "parquet") return fail(fileProblem("file.badParquet", path, { looksLike: like }));
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  if (!(buffer instanceof ArrayBuffer)) throw new Error("a file is never read into shared memory");
  const file: AsyncBuffer = { byteLength: buffer.byteLength, slice: (from, to) => buffer.slice(from, to) };
  const broken = (error: unknown): Problem =>
    fileProblem("file.badParquet", path, { reason: error instanceof Error ? error.message.slice(0, 200) : "unknown" });
  try {
    const metadata = await parquetMetadataAsync(file, { geoparquet: false });
    const columns = parquetSchema(metadata).children;
    const fault = directoryFault(metadata) ?? pageFault(buffer, metadata, columns, compressors, maxBytes);
    if (fault === TOO_LARGE) return fail(fileProblem("file.tooLarge", path, { limit: maxBytes }));
    if (fault !== undefined) return fail(fileProblem("file.badParquet", path, { reason: fault }));
    const elements = columns.map((column) => column.element);
    const read: ParquetTable["read"] = async (rowStart, rowEnd) => {
      let rows: unknown[][] = [];
      const onComplete = (found: unknown[][]): void => {
        rows = found;
      };
      try {
        await parquetRead({ file, metadata, rowStart, rowEnd, compressors, parsers, geoparquet: false, onComplete });
      } catch (error) {
        return fail(broken(error));
      }
      return succeed(rows.map((row) => row.map((value, column) => exactDecimal(value, elements[column]))));
    };
    const names = elements.map((element) => element.name);
    return succeed({ names, rows: Number(metadata.num_rows), groupEnds: groupEnds(metadata), read });
  } catch (error) {
    return fail(broken(error));
  }
}

/** Decimal digits that a double keeps. */
const EXACT_DIGITS = 15;

function directoryFault(metadata: FileMetaData): string | undefined {
  if (groupEnds(metadata).at(-1) !== Number(metadata.num_rows) && metadata.num_rows !== 0n)
    return "row groups disagree";
  // The library turns decimals into doubles; with more digits than a double keeps, votes or ids would change silently.
  const wide = metadata.schema.find(
    ({ converted_type: type, precision = 0 }) => type === "DECIMAL" && precision > EXACT_DIGITS,
  );
  return wide === undefined ? undefined : `decimal column ${wide.name} of more than ${String(EXACT_DIGITS)} digits`;
}

function groupEnds(metadata: FileMetaData): number[] {
  let end = 0;
  return metadata.row_groups.map((group) => (end += Number(group.num_rows)));
}

/** Undoes the noise of a decimal that became a double: 1234 of scale 2 is 12.34 and nothing else. */
function exactDecimal(value: unknown, element: SchemaElement | undefined): unknown {
  if (element?.converted_type !== "DECIMAL" || typeof value !== "number") return value;
  return value.toFixed(element.scale ?? 0);
}
