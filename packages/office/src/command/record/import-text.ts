import type { Election } from "acta/election";
import type { DeliveryReport, SeriesReport } from "../../import/index.js";
import type { Language } from "../../language/index.js";
import { provenanceText } from "../count/result-text.js";

/** What one run of `acta import` did: sheets and published totals. */
export interface Imported {
  readonly election: Election;
  readonly deliveries: readonly DeliveryReport[];
  readonly bulletins: readonly SeriesReport[];
  /** Files of a given folder that no source of the definition reads. */
  readonly leftOut: readonly string[];
  /** Entries appended to the ledger. */
  readonly entries: number;
}

/** The documented JSON shape `acta-import/1`. */
export function importDocument(report: Imported): Readonly<Record<string, unknown>> {
  return {
    schema: "acta-import/1",
    provenance: report.election.provenance,
    election: report.election.id,
    entries: report.entries,
    leftOut: report.leftOut,
    deliveries: report.deliveries,
    bulletins: report.bulletins,
  };
}

/** What an import did, in words. */
export function importText(language: Language, report: Imported, data: string): string {
  const mark = provenanceText(language, report.election.provenance);
  const lines = [...(mark === "" ? [] : [mark]), language.pick(report.election.name)];
  for (const delivery of report.deliveries) lines.push("", ...deliveryLines(language, report, delivery));
  for (const series of report.bulletins) lines.push("", ...seriesLines(language, report, series));
  if (report.leftOut.length > 0) lines.push("", language.say("import.leftOut", { files: report.leftOut.join(", ") }));
  lines.push("", language.say("import.next", { data, count: report.entries }));
  return lines.join("\n");
}

function seriesLines(language: Language, report: Imported, series: SeriesReport): readonly string[] {
  const zone = report.election.timeZone;
  const lines = [
    language.say("import.bulletins", {
      series: series.series,
      moments: series.moments,
      written: series.written,
      rows: series.rows,
      from: language.moment(series.from, zone),
      until: language.moment(series.until, zone),
    }),
  ];
  if (series.quarantine !== "") lines.push(language.say("import.quarantine", { path: series.quarantine }));
  const count = series.findings.length;
  if (count > 0) lines.push(language.say("import.bulletinFindings", { count, series: series.series }));
  return lines;
}

function deliveryLines(language: Language, report: Imported, delivery: DeliveryReport): readonly string[] {
  const lines = delivery.files.map((file) =>
    language.say("import.file", {
      name: file.name,
      format: dialectText(report.election, delivery.source, file),
      rows: file.rows,
      skipped: file.skipped,
    }),
  );
  const zone = report.election.timeZone;
  lines.push(
    language.say("import.sheets", {
      sheets: delivery.sheets,
      stations: delivery.stations,
      written: delivery.written,
      refused: delivery.refused,
    }),
  );
  if (delivery.repeated > 0 || delivery.refused === 0)
    lines.push(language.say("import.repeated", { count: delivery.repeated }));
  if (delivery.quarantine !== "") lines.push(language.say("import.quarantine", { path: delivery.quarantine }));
  if (delivery.missingCells > 0) lines.push(language.say("import.missing", { count: delivery.missingCells }));
  if (delivery.sumsDiffering > 0) lines.push(language.say("import.sums", { count: delivery.sumsDiffering }));
  if (delivery.absent.length > 0)
    lines.push(
      language.say("import.absent", {
        count: delivery.absent.length,
        stations: delivery.absent.slice(0, 5).join(", "),
      }),
    );
  lines.push(
    language.say(delivery.seenAgain ? "import.seenAgain" : "import.edition", {
      number: delivery.edition.number,
      id: delivery.edition.id,
      moment: language.moment(delivery.edition.asOf, zone),
    }),
  );
  const findings = Object.values(delivery.findings).reduce((sum, count) => sum + count, 0);
  if (findings > 0) lines.push(language.say("import.findings", { count: findings }));
  return lines;
}

/** How the file is written: what the definition declares and what was found. */
function dialectText(election: Election, source: string, file: DeliveryReport["files"][number]): string {
  const { dialect } =
    election.sources.find((each) => each.id === source)?.parts.find((part) => part.id === file.part) ?? {};
  const { format, compressed, byteOrderMark } = file.found;
  const csv = format === "csv" && dialect !== undefined ? [`"${dialect.separator}"`, dialect.encoding] : [];
  const extras = [...csv, ...(byteOrderMark ? ["BOM"] : []), ...(compressed ? ["gzip"] : [])];
  return extras.length === 0 ? format : `${format} (${extras.join(", ")})`;
}
