import type { AreaTree, PollingPlace, Roll, SheetForm, Status } from "acta/election";
import type { FirstFiled, SheetTable } from "acta/sheet";

// A derived file with the columns of one edition: magic, length of a JSON head, the head, then the columns one after the other, each
// aligned to 8 bytes, in the byte order of the machine that wrote it. It is named by the chain hash, the edition and FORMAT; it is never
// trusted for anything but reading, and ignored by verification.

const FORMAT = 1;
const MAGIC = 0x41435445;
const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Name of the derived file of an edition: another root, definition or format is another file. */
export function editionFileName(chain: string, size: number, definition: string, election: string): string {
  return `${election}-${chain.slice(0, 24)}-${size}-${definition.slice(0, 16)}.v${FORMAT}${LITTLE_ENDIAN ? "" : "b"}.columns`;
}

/** What a derived edition file holds. */
export interface EditionColumns {
  readonly roll: Roll;
  readonly tables: ReadonlyMap<string, SheetTable>;
}

interface TableHead {
  readonly contest: string;
  readonly form: SheetForm;
  readonly raw: readonly (readonly [number, string])[];
  readonly first: readonly (readonly [number, FirstFiled])[];
}

interface Head {
  readonly size: number;
  readonly codeBytes: number;
  readonly trees: readonly AreaTree[];
  readonly places: readonly PollingPlace[];
  readonly statuses: readonly Status[];
  readonly tables: readonly TableHead[];
}

/** Writes the columns of an edition as one file. */
export function encodeEdition(columns: EditionColumns): Uint8Array {
  const { roll, tables } = columns;
  const codes = Buffer.from(roll.codes.join("\n"), "utf8");
  const head: Head = {
    size: roll.codes.length,
    codeBytes: codes.length,
    trees: roll.trees,
    places: roll.places,
    statuses: [...tables.values()][0]?.statuses ?? [],
    tables: [...tables.values()].map((table) => ({
      contest: table.contest,
      form: table.form,
      raw: [...table.raw],
      first: [...table.first],
    })),
  };
  const parts: Uint8Array[] = [codes, ...roll.leaves.map(bytesOf), bytesOf(roll.place), bytesOf(roll.registered)];
  for (const table of tables.values()) parts.push(table.status, bytesOf(table.head), ...table.cells.map(bytesOf));
  return join(Buffer.from(JSON.stringify(head), "utf8"), parts);
}

function bytesOf(column: Int32Array | Uint32Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

function aligned(length: number): number {
  return (length + 7) & ~7;
}

function join(head: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  const start = aligned(8 + head.length);
  const total = parts.reduce((sum, part) => sum + aligned(part.length), start);
  const bytes = Buffer.alloc(total);
  bytes.writeUInt32BE(MAGIC, 0);
  bytes.writeUInt32BE(head.length, 4);
  bytes.set(head, 8);
  let at = start;
  for (const part of parts) {
    bytes.set(part, at);
    at += aligned(part.length);
  }
  return bytes;
}

/** Reads an edition file; null when it is not one of this format (then the ledger is replayed). */
export function decodeEdition(file: Uint8Array): EditionColumns | null {
  // Columns are views into the file: it must start on a border of 8 bytes.
  const bytes =
    file.byteOffset % 8 === 0
      ? Buffer.from(file.buffer, file.byteOffset, file.length)
      : Buffer.from(new Uint8Array(file).buffer);
  if (bytes.length < 8 || bytes.readUInt32BE(0) !== MAGIC) return null;
  const headLength = bytes.readUInt32BE(4);
  const head = parseHead(bytes.toString("utf8", 8, 8 + headLength));
  if (head === null) return null;
  let at = aligned(8 + headLength);
  const take = (length: number): Uint8Array => {
    const part = bytes.subarray(at, at + length);
    at += aligned(length);
    return part;
  };
  const codes = Buffer.from(take(head.codeBytes)).toString("utf8");
  const words = (): Uint32Array => wordsOf(take(head.size * 4));
  const whole = (): Int32Array => wholeOf(take(head.size * 4));
  const roll: Roll = {
    trees: head.trees,
    places: head.places,
    codes: codes === "" ? [] : codes.split("\n"),
    leaves: head.trees.map(words),
    place: words(),
    registered: whole(),
  };
  const tables = head.tables.map((table): [string, SheetTable] => [
    table.contest,
    {
      contest: table.contest,
      form: table.form,
      statuses: head.statuses,
      size: head.size,
      status: take(head.size),
      head: words(),
      cells: table.form.cells.map(whole),
      raw: new Map(table.raw),
      first: new Map(table.first),
    },
  ]);
  return at === bytes.length ? { roll, tables: new Map(tables) } : null;
}

function wordsOf(part: Uint8Array): Uint32Array {
  return new Uint32Array(part.buffer, part.byteOffset, part.length >> 2);
}

function wholeOf(part: Uint8Array): Int32Array {
  return new Int32Array(part.buffer, part.byteOffset, part.length >> 2);
}

/** The file is our own derived one; a head that does not parse or has another shape only means that it is made again. */
function parseHead(text: string): Head | null {
  try {
    const head: unknown = JSON.parse(text);
    return isHead(head) ? head : null;
  } catch {
    return null;
  }
}

function isHead(value: unknown): value is Head {
  return (
    typeof value === "object" &&
    value !== null &&
    "size" in value &&
    Number.isSafeInteger(value.size) &&
    "codeBytes" in value &&
    Number.isSafeInteger(value.codeBytes) &&
    "trees" in value &&
    Array.isArray(value.trees) &&
    "places" in value &&
    Array.isArray(value.places) &&
    "statuses" in value &&
    Array.isArray(value.statuses) &&
    "tables" in value &&
    Array.isArray(value.tables)
  );
}
