import type { DeliveryReport, ImportReport } from "../import/index.js";
import type { Language } from "../language/index.js";
import { provenanceText } from "./result-text.js";

/** The documented JSON shape `acta-import/1`. */
export function importDocument(report: ImportReport): Readonly<Record<string, unknown>> {
  return {
    schema: "acta-import/1",
    provenance: report.election.provenance,
    election: report.election.id,
    entries: report.entries,
    leftOut: report.leftOut,
    deliveries: report.deliveries,
  };
}

/** What an import did, in words. */
export function importText(language: Language, report: ImportReport, data: string): string {
  const mark = provenanceText(language, report.election.provenance);
  const lines = [...(mark === "" ? [] : [mark]), language.pick(report.election.name)];
  for (const delivery of report.deliveries) lines.push("", ...deliveryLines(language, report, delivery));
  if (report.leftOut.length > 0) lines.push("", language.say("import.leftOut", { files: report.leftOut.join(", ") }));
  lines.push("", language.say("import.next", { data, count: report.entries }));
  return lines.join("\n");
}

function deliveryLines(language: Language, report: ImportReport, delivery: DeliveryReport): readonly string[] {
  const lines = delivery.files.map((file) =>
    language.say("import.file", {
      name: file.name,
      format: file.found.format + (file.found.compressed ? " (gzip)" : ""),
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
  if (delivery.repeated > 0) lines.push(language.say("import.repeated", { count: delivery.repeated }));
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
