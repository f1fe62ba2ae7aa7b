import { share } from "acta/basics";
import type { CopyDifference } from "acta/dispute";
import { cellOf } from "acta/sheet";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { optionLabel, signed } from "../count/bulletin-text.js";
import { MOST_DEVIATIONS } from "./copies-report.js";
import type { ComparedCopies, CopyComparisonReport } from "./copies-report.js";
import { cellText } from "../desk/finding-text.js";
import { nameOfCell } from "./ruling-cells.js";

/** So many differences of one holder are printed; --json has all. */
const MOST_SHOWN = 40;

/** The comparison in words: for each holder what differs and what it would do, then how the copies lie over the areas. */
export function comparedText(language: Language, report: CopyComparisonReport): string {
  const { election } = report.state;
  return [
    `${language.pick(election.name)} · ${language.pick(report.contest.name)}`,
    language.say(report.isByLaw ? "copies.byLaw" : "copies.byDefault"),
    ...report.copies.flatMap((copy) => ["", ...copyLines(language, report, copy)]),
    "",
    ...coverageLines(language, report),
  ].join("\n");
}

function copyLines(language: Language, report: CopyComparisonReport, copy: ComparedCopies): readonly string[] {
  const { differences, sheets, same, unmatched } = copy;
  const shown = differences.slice(0, MOST_SHOWN);
  const lines = [
    language.say("copies.head", { copy: copy.copy, sheets, same, differ: differences.length }),
    ...(unmatched === 0 ? [] : [`  ${language.say("copies.unmatched", { unmatched })}`]),
  ];
  if (differences.length > 0) {
    lines.push(differenceTable(language, report, shown));
    if (shown.length < differences.length)
      lines.push(`  ${language.say("copies.more", { more: differences.length - shown.length })}`);
    lines.push(
      `  ${language.say("copies.atStake", { votes: copy.atStake })}`,
      `  ${language.say("copies.ifAll", { votes: changeText(language, report, copy.ifAllTaken) })}`,
      `  ${language.say("copies.ifSound", {
        count: soundOnly(differences).length,
        votes: changeText(language, report, copy.ifSoundTaken),
      })}`,
    );
  }
  return [...lines, `  ${sampleText(language, report, copy)}`];
}

function soundOnly(differences: readonly CopyDifference[]): readonly CopyDifference[] {
  return differences.filter(
    ({ authority, other }) => other.soundness === "consistent" && authority.soundness !== "consistent",
  );
}

function differenceTable(
  language: Language,
  report: CopyComparisonReport,
  differences: readonly CopyDifference[],
): string {
  const { cells } = report.contest.form;
  const names = { election: report.state.election, contest: report.contest };
  const value = (values: readonly number[], at: number): string =>
    cellText(language, cellOf(values[at] ?? 0, undefined));
  return drawTable(
    ["station", "state", "differs", "fits", "change"].map((id) => ({ title: language.say(`copies.column.${id}`) })),
    differences.map((each) => [
      each.station,
      language.say(`state.${each.state}`),
      each.cells
        .map((at) => {
          const cell = cells[at];
          const name = cell === undefined ? "" : nameOfCell(language, names, cell);
          return `${name} ${value(each.authority.cells, at)} / ${value(each.other.cells, at)}`;
        })
        .join(", "),
      fitsText(language, each),
      each.change === null ? language.say("copies.noChange") : changeText(language, report, each.change),
    ]),
  );
}

/** Which of the two fits together. */
function fitsText(language: Language, { authority, other }: CopyDifference): string {
  const ours = authority.soundness === "consistent";
  const theirs = other.soundness === "consistent";
  return language.say(`copies.fits.${ours ? (theirs ? "both" : "authority") : theirs ? "copy" : "neither"}`);
}

function changeText(language: Language, report: CopyComparisonReport, votes: readonly number[]): string {
  return report.contest.options
    .map((option, at) => `${optionLabel(language, report.state.election, option)} ${signed(language, votes[at] ?? 0)}`)
    .join(", ");
}

/** The copies are never taken for a random sample; where it can be shown that they are none, it is said with test and null. */
function sampleText(language: Language, report: CopyComparisonReport, { drawn }: ComparedCopies): string {
  const { deviations, sample, population, sampleMean, populationMean } = drawn;
  if (deviations === null) return language.say("copies.notTested", { sample, population });
  const percent = (part: number): string => language.number(Math.round(part * 1_000) / 10);
  const isOdd = Math.abs(deviations) > MOST_DEVIATIONS;
  return language.say(isOdd ? "copies.notRandom" : "copies.maybeRandom", {
    option: optionLabel(language, report.state.election, report.leader),
    sample,
    population,
    here: percent(sampleMean),
    all: percent(populationMean),
    deviations: language.number(Math.round(deviations * 10) / 10),
    limit: language.number(MOST_DEVIATIONS),
  });
}

function coverageLines(language: Language, { coverage }: CopyComparisonReport): readonly string[] {
  const stations = coverage.reduce((sum, each) => sum + each.stations, 0);
  const withCopy = coverage.reduce((sum, each) => sum + each.withCopy, 0);
  const without = coverage.filter((each) => each.withCopy === 0);
  return [
    language.say("copies.coverage", {
      withCopy,
      stations,
      share: language.percent(share(withCopy, stations), 2),
    }),
    drawTable(
      [
        { title: language.say("copies.column.area") },
        { title: language.say("copies.column.withCopy"), align: "right" },
        { title: language.say("copies.column.stations"), align: "right" },
        { title: language.say("copies.column.share"), align: "right" },
      ],
      coverage
        .filter((each) => each.withCopy > 0)
        .map((each) => [
          each.name,
          language.number(each.withCopy),
          language.number(each.stations),
          language.percent(share(each.withCopy, each.stations), 2),
        ]),
    ),
    ...(without.length === 0
      ? []
      : [language.say("copies.without", { count: without.length, areas: without.map(({ name }) => name).join(", ") })]),
  ];
}
