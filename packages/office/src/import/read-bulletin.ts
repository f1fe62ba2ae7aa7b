import { succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import type { Election } from "acta/election";
import type { Bulletin, BulletinEntry } from "acta/record";
import { openRows } from "../files/index.js";
import type { Row } from "../files/index.js";
import type { AreaResolver } from "./area-resolver.js";
import { rowMapper } from "./bulletin-row.js";
import type { MappedRow, RowFigure } from "./bulletin-row.js";
import type { BulletinFile } from "./match-files.js";
import { asQuarantined } from "./read-delivery.js";
import type { FileReading, Progress } from "./read-delivery.js";
import { rawOf } from "./row-cells.js";
import type { QuarantinedRow } from "./row-refusal.js";

/** What was read of one bulletin file; nothing has been recorded. */
export interface ReadBulletins {
  readonly file: BulletinFile;
  readonly reading: FileReading;
  /** One for each moment; a single one when the file must describe one moment, with the moments of its rows when there are several. */
  readonly bulletins: readonly Bulletin[];
  readonly quarantine: readonly QuarantinedRow[];
}

/** What reading needs besides the file. */
export interface BulletinReading {
  readonly election: Election;
  /** Holds for all rows where the part has no clock. */
  readonly moment: Instant | null;
  readonly areas: AreaResolver;
  readonly recordedAt: Instant;
  readonly progress: Progress;
}

/** Figures by area, by moment. */
type Figures = Map<Instant | null, Map<string, Map<string, number>>>;

/** Reads a file of published totals. A row that contradicts an earlier one of the same area and moment is refused; the first stays. */
export async function readBulletin(file: BulletinFile, context: BulletinReading): Promise<Result<ReadBulletins>> {
  const opened = await openRows(file.path, file.part.dialect);
  if (!opened.ok) return opened;
  const rows = opened.value;
  const figures: Figures = new Map();
  const quarantine: QuarantinedRow[] = [];
  const map = rowMapper(context.election, file.part, rows.header, context.moment, context.areas);
  let leftOut = 0;
  const refuse = (row: Row, refused: Extract<MappedRow, { kind: "refused" }>): void => {
    const { reason, column, seen } = refused;
    const raw = rawOf(row, rows.header.length);
    quarantine.push({ file: file.name, line: row.line, column: column + 1, reason, seen: seen.slice(0, 80), raw });
  };
  const read = await rows.each(
    (row) => {
      const mapped = map(row);
      if (mapped.kind === "leftOut") leftOut++;
      else if (mapped.kind === "refused") refuse(row, mapped);
      else {
        const other = setFigures(figures, mapped.moment, mapped.area, mapped.figures);
        const column = other?.column ?? 0;
        if (other !== undefined)
          refuse(row, { kind: "refused", reason: "areaTwiceDifferent", column, seen: row.text(column) });
      }
    },
    (refused) => quarantine.push(asQuarantined(file.name, refused)),
    (done, total) => context.progress(file.name, done, total),
  );
  await rows.close();
  if (!read.ok) return read;
  const { name, part } = file;
  const reading = {
    name,
    part: part.id,
    rows: read.value.rows + read.value.refused,
    skipped: leftOut,
    found: rows.found,
  };
  return succeed({ file, reading, bulletins: bulletinsOf(file, figures, context.recordedAt), quarantine });
}

/** Sets all figures of a row, or none: then the one that says something else than an earlier row is returned. */
function setFigures(
  all: Figures,
  moment: Instant | null,
  area: string,
  figures: readonly RowFigure[],
): RowFigure | undefined {
  let areas = all.get(moment);
  if (areas === undefined) all.set(moment, (areas = new Map()));
  let own = areas.get(area);
  if (own === undefined) areas.set(area, (own = new Map()));
  for (const each of figures) {
    const known = own.get(each.figure);
    if (known !== undefined && known !== each.value) return each;
  }
  for (const { figure, value } of figures) own.set(figure, value);
  return undefined;
}

function bulletinsOf(file: BulletinFile, figures: Figures, recordedAt: Instant): readonly Bulletin[] {
  const { series, part, sha256: source } = file;
  const moments = [...figures.keys()].toSorted((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1));
  const last = moments.at(-1) ?? null;
  const rowsOf = (moment: Instant | null, asOf: Instant | null): readonly BulletinEntry[] =>
    [...(figures.get(moment) ?? [])].flatMap(([area, own]) =>
      own.size === 0 ? [] : [{ tree: part.tree, area, asOf, figures: Object.fromEntries(own) }],
    );
  if (part.oneMoment) {
    const rows = moments.flatMap((moment) => rowsOf(moment, moment === last ? null : moment));
    return rows.length === 0 ? [] : [{ series: series.id, source, asOf: last, recordedAt, rows }];
  }
  return moments.flatMap((moment) => {
    const rows = rowsOf(moment, null);
    return rows.length === 0 ? [] : [{ series: series.id, source, asOf: moment, recordedAt, rows }];
  });
}
