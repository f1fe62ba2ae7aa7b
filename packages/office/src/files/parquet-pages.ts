import type { ColumnMetaData, Compressors, FileMetaData, PageHeader, SchemaTree } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { decompressPage } from "hyparquet/src/datapage.js";
import { runsFit } from "./parquet-runs.js";

/** The fault of a file that is not broken but unpacks to more than the limit. */
export const TOO_LARGE = "too large";

/** What a value takes in memory while it is being decoded, roughly. */
const BYTES_PER_VALUE = 16;

/**
 * Walks the pages of a Parquet file before they are decoded, because the decoder believes what they say of themselves:
 * a size that is missing keeps it reading for ever, a run that is too long fills the memory.
 * @returns why the file must not be decoded, or `undefined` when its pages are as its directory says.
 */
export function pageFault(
  file: ArrayBuffer,
  metadata: FileMetaData,
  columns: readonly SchemaTree[],
  compressors: Compressors,
  maxBytes: number,
): string | undefined {
  let weight = 0;
  for (const group of metadata.row_groups) {
    if (group.columns.length !== columns.length) return "a column is missing";
    for (const [index, { meta_data: column }] of group.columns.entries()) {
      const element = columns[index]?.element;
      if (column === undefined || element === undefined) return "a column is missing";
      if (element.repetition_type === "REPEATED" || columns[index]?.children.length !== 0) return "a column is nested";
      if (column.num_values !== group.num_rows) return "a column has not a value for each row";
      weight += Number(column.total_uncompressed_size) + Number(column.num_values) * BYTES_PER_VALUE;
      if (!(weight <= maxBytes)) return TOO_LARGE;
      const start = Number(column.dictionary_page_offset || column.data_page_offset);
      const end = start + Number(column.total_compressed_size);
      if (!(start >= 4 && end >= start && end <= file.byteLength)) return "a column lies outside the file";
      const chunk: Chunk = { view: new DataView(file, start, end - start), column, compressors };
      if (!chunkIsSound(chunk, element.repetition_type === "OPTIONAL")) return "a page is not as its header says";
    }
  }
  return undefined;
}

interface Chunk {
  readonly view: DataView;
  readonly column: ColumnMetaData;
  readonly compressors: Compressors;
}

/** True when the pages of a column chunk have sound headers, runs that fit, and as many values as the directory says. */
function chunkIsSound({ view, column, compressors }: Chunk, optional: boolean): boolean {
  const reader = { view, offset: 0 };
  let values = 0;
  let unpacked = 0;
  while (reader.offset < view.byteLength - 1) {
    const header = parquetHeader(reader);
    const { compressed_page_size: packed, uncompressed_page_size: size } = header;
    if (!areSizes(packed, size) || reader.offset + packed > view.byteLength) return false;
    unpacked += size;
    if (BigInt(unpacked) > column.total_uncompressed_size) return false;
    const bytes = new Uint8Array(view.buffer, view.byteOffset + reader.offset, packed);
    const unpack = (from: Uint8Array, length: number): Uint8Array =>
      decompressPage(from, length, column.codec, compressors);
    const found = valuesOfPage(header, bytes, optional, unpack);
    if (found === undefined) return false;
    values += found;
    reader.offset += packed;
  }
  return BigInt(values) === column.num_values;
}

type Unpack = (bytes: Uint8Array, length: number) => Uint8Array;

/** How many values a page adds; `undefined` when it is not sound. */
function valuesOfPage(header: PageHeader, bytes: Uint8Array, optional: boolean, unpack: Unpack): number | undefined {
  const { uncompressed_page_size: size, data_page_header: v1, data_page_header_v2: v2 } = header;
  if (header.type === "DICTIONARY_PAGE") {
    const count = header.dictionary_page_header?.num_values;
    return count !== undefined && areSizes(count) && count <= 8 * size ? 0 : undefined;
  }
  if (header.type === "DATA_PAGE" && v1 !== undefined) {
    if (!areSizes(v1.num_values)) return undefined;
    const page = unpack(bytes, size);
    const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
    let at = 0;
    if (optional) {
      const length = view.getUint32(0, true);
      if (!runsFit(view, 4, 4 + length, 1, v1.num_values)) return undefined;
      at = 4 + length;
    }
    return indexesFit(v1.encoding, view, at, v1.num_values) ? v1.num_values : undefined;
  }
  if (header.type === "DATA_PAGE_V2" && v2 !== undefined) {
    const { num_values: count, num_nulls: nulls, num_rows: rows } = v2;
    const { definition_levels_byte_length: levels, repetition_levels_byte_length: repetitions } = v2;
    if (!areSizes(count, nulls, rows, levels, repetitions) || nulls > count || rows !== count) return undefined;
    if (repetitions !== 0 || levels > bytes.length || levels > size) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (optional && !runsFit(view, 0, levels, 1, count)) return undefined;
    const rest = bytes.subarray(levels);
    const page = v2.is_compressed === false ? rest : unpack(rest, size - levels);
    const pageView = new DataView(page.buffer, page.byteOffset, page.byteLength);
    return indexesFit(v2.encoding, pageView, 0, count) ? count : undefined;
  }
  return undefined;
}

/** Values that are run-length encoded: indexes into the dictionary after their width, or booleans after their length. */
function indexesFit(encoding: string, view: DataView, at: number, most: number): boolean {
  if (encoding === "RLE") return runsFit(view, at + 4, view.byteLength, 1, most);
  if (!encoding.endsWith("_DICTIONARY") || at >= view.byteLength) return true;
  const width = view.getUint8(at);
  return width <= 32 && runsFit(view, at + 1, view.byteLength, width, most);
}

function areSizes(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0);
}
