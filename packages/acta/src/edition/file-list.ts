import type { ByteWriter } from "../basics/index.js";
import { emitFile, provenanceOf } from "./contest-draft.js";
import type { ContestDraft } from "./contest-draft.js";
import { pageRows } from "./pages.js";
import { writeNumber, writeText } from "./result-writer.js";

/** A list inside a file: what its rows hold, and how each is written. */
export interface FileList<T> {
  readonly area: string;
  readonly tree: string;
  /** Their names as a JSON array. */
  readonly columns: Uint8Array;
  readonly rows: readonly T[];
  readonly writeRow: (out: ByteWriter, row: T) => void;
  /** Under which the figures in the rows hold; null where they do not depend on it. */
  readonly policy: string | null;
  /** Bytes of rows that stand in the file of their area; as many as pages.ts says unless told. */
  readonly most?: number;
}

/** Writes a list into the open file: its rows, or the pages that hold them, each with its hash. */
export function writeList<T>(draft: ContestDraft, list: FileList<T>): void {
  const { out } = draft;
  const { columns, rows, writeRow, policy } = list;
  out.text('{"columns":');
  out.bytes(columns);
  const start = out.length;
  const writePolicy = (): void => (policy === null ? undefined : writeText(out, ',"policy":', policy));
  writePolicy();
  out.text(',"rows":[');
  const sizes: number[] = [];
  for (const row of rows) {
    if (sizes.length > 0) out.text(",");
    const from = out.length;
    writeRow(out, row);
    sizes.push(out.length - from + 1);
  }
  const pages = pageRows(sizes, list.most);
  if (pages === null) return out.text("]}");
  // They are too many: written again, into pages.
  out.truncate(start);
  out.text(',"pages":[');
  let first = 0;
  for (const [at, count] of pages.entries()) {
    const file = writePage(draft, list, at + 1, rows.slice(first, first + count));
    writeText(out, at === 0 ? '{"file":' : ',{"file":', file);
    writeNumber(out, ',"rows":', count);
    out.text("}");
    first += count;
  }
  out.text("]");
  writePolicy();
  out.text("}");
}

function writePage<T>(draft: ContestDraft, list: FileList<T>, number: number, rows: readonly T[]): string {
  const { page: out, state, contest } = draft;
  writeText(out, '{"area":', list.area);
  out.text(',"columns":');
  out.bytes(list.columns);
  out.bytes(draft.head);
  writeNumber(out, ',"page":', number);
  writeText(out, ',"provenance":', provenanceOf(state));
  out.text(',"rows":[');
  for (const [at, row] of rows.entries()) {
    if (at > 0) out.text(",");
    list.writeRow(out, row);
  }
  writeText(out, '],"schema":"acta-page/1","tree":', list.tree);
  out.text("}");
  return emitFile(draft, { kind: "page", election: state.election.id, contest: contest.id, area: list.area }, out);
}
