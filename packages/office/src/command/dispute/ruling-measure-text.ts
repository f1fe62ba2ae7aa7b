import type { ConfusionRow, FlagAgreement, LawAlone, RulingMeasurement } from "acta/dispute";
import type { RecordedLaw } from "../../act/index.js";
import { drawTable } from "../../language/index.js";
import type { Column, Language } from "../../language/index.js";
import type { OpenedContest } from "../desk/opened.js";
import { titleLines } from "../count/result-text.js";

/** The law beside what bodies really decided between two editions. */
export interface Measured {
  readonly before: OpenedContest;
  readonly after: OpenedContest;
  readonly recorded: RecordedLaw;
  readonly measurement: RulingMeasurement;
  readonly confusion: readonly ConfusionRow[];
  readonly alone: readonly LawAlone[];
  readonly flags: readonly FlagAgreement[];
}

/** What is measured, in the order in which it is to be read: flags, agreement, departures, prediction, and what law alone decides. */
export function measurementText(language: Language, measured: Measured): string {
  const { before, after, recorded, measurement } = measured;
  const { broken, sheets } = measurement;
  if (sheets === 0) return [...headLines(language, before, after), "", language.say("measure.none")].join("\n");
  return [
    ...headLines(language, before, after),
    language.say("measure.law", {
      name: language.pick(recorded.law.name),
      entry: recorded.set.index,
      sha256: recorded.set.blob.sha256.slice(0, 12),
    }),
    "",
    language.say("measure.sheets", { sheets }),
    broken.length === 0
      ? language.say("measure.allMeet")
      : language.say("measure.broken", { count: broken.length, stations: broken.join(" ") }),
    ...agreementLines(language, measured),
    ...predictionLines(language, measured),
    ...aloneLines(language, measured),
    ...flagLines(language, measured),
  ].join("\n");
}

function headLines(language: Language, before: OpenedContest, after: OpenedContest): readonly string[] {
  const { election, edition } = after.open;
  const moment = ({ open }: OpenedContest): string => language.moment(open.edition.asOf, election.timeZone);
  return [
    ...titleLines(language, election, after.contest, after.at),
    language.say("measure.editions", {
      before: before.open.edition.number,
      beforeAt: moment(before),
      after: edition.number,
      afterAt: moment(after),
    }),
  ];
}

function agreementLines(language: Language, { measurement }: Measured): readonly string[] {
  const rows = measurement.agreement;
  const departures = rows.flatMap((row) => row.departures.map((each) => ({ ...each, rule: row.rule })));
  const cause = (flag: string): string => language.say(`cause.${flag}`);
  return [
    "",
    language.say("measure.agreement"),
    drawTable(
      columns(language, ["class", "letters", "rule"], ["sheets", "asRule", "cured", "departures"]),
      rows.map((row) => [
        cause(row.given),
        row.letters,
        row.rule,
        ...[row.sheets, row.asRule, row.cured, row.departures.length].map(language.number),
      ]),
    ),
    language.say("measure.circular"),
    "",
    language.say("measure.departures", { count: departures.length }),
    ...departures.map(({ station, rule, predicted, real }) =>
      language.say("measure.departure", {
        station,
        rule,
        predicted: language.say(`proposal.${predicted}`),
        real: language.say(`proposal.${real}`),
      }),
    ),
  ];
}

const ENDS = ["keptAsFiled", "corrected", "annulledAsVoters", "annulledAsRegistered", "annulledOtherwise"] as const;

function predictionLines(language: Language, { confusion, measurement }: Measured): readonly string[] {
  const decided = confusion.filter(({ predicted }) => predicted !== "needsBody" && predicted !== "recount");
  const sum = (rows: readonly { readonly [K in "sheets" | "sameFigures"]: number }[], key: "sheets" | "sameFigures") =>
    rows.reduce((total, row) => total + row[key], 0);
  return [
    "",
    language.say("measure.prediction"),
    drawTable(
      columns(language, ["class", "predicted"], [...ENDS, "sheets", "sameFigures"]),
      confusion.map((row) => [
        language.say(`cause.${row.given}`),
        language.say(`proposal.${row.predicted}`),
        ...[...ENDS.map((end) => row.ended[end]), row.sheets, row.sameFigures].map(language.number),
      ]),
    ),
    language.say("measure.predicted", {
      figures: sum(decided, "sheets"),
      sheets: measurement.sheets,
      same: sum(decided, "sameFigures"),
    }),
  ];
}

function aloneLines(language: Language, { alone }: Measured): readonly string[] {
  return [
    "",
    language.say("measure.alone"),
    drawTable(
      columns(language, ["class", "letters", "byLaw"], ["sheets", "sameFigures"]),
      alone.map(({ given, letters, decides, sheets, sameFigures }) => [
        language.say(`cause.${given}`),
        letters,
        language.say(decides ? "measure.yes" : "measure.no"),
        language.number(sheets),
        language.number(sameFigures),
      ]),
    ),
  ];
}

function flagLines(language: Language, { flags }: Measured): readonly string[] {
  return [
    "",
    language.say("measure.flags"),
    drawTable(
      columns(language, ["authority", "arithmetic", "letters", "agrees"], ["sheets"]),
      flags.map(({ given, computed, letters, agrees, sheets }) => [
        given === null ? language.say("measure.noFlag") : language.say(`cause.${given}`),
        computed.map((flag) => language.say(`cause.${flag}`)).join(", "),
        letters,
        language.say(agrees ? "measure.yes" : "measure.no"),
        language.number(sheets),
      ]),
    ),
    language.say("measure.paper"),
  ];
}

function columns(language: Language, texts: readonly string[], numbers: readonly string[]): readonly Column[] {
  const title = (id: string): string => language.say(`measure.column.${id}`);
  return [
    ...texts.map((id) => ({ title: title(id) })),
    ...numbers.map((id) => ({ title: title(id), align: "right" as const })),
  ];
}
