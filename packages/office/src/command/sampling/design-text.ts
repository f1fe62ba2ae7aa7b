import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { titleLines } from "../count/result-text.js";
import type { OpenedContest } from "../desk/opened.js";
import type { DrawnDesign, ExpectedError } from "./drawn-design.js";
import { cutText, figureText, labelIn } from "./figure-text.js";

/** Strata that are listed; the file has them all. */
const MOST_ROWS = 40;

/** A drawn sample in words: how many of what, what error may be expected and on what ground, and what to do next. */
export function designText(
  language: Language,
  opened: OpenedContest,
  { document, frame, counts, expected }: DrawnDesign,
  files: { readonly form: string; readonly design: string },
): string {
  const { election } = opened.open;
  const n = language.number;
  const drawn = counts.reduce((sum, each) => sum + each, 0);
  const rows = frame.strata
    .slice(0, MOST_ROWS)
    .map(({ code, name, units }, at) => [code, name, n(units), n(counts[at] ?? 0)]);
  const more = frame.strata.length - rows.length;
  return [
    ...titleLines(language, election, opened.contest, opened.at),
    language.say("quickCount.drawn", {
      stations: document.stations.length,
      all: frame.stations.length,
      units: drawn,
      unit: document.unit,
      seed: String(document.seed),
      rule: language.say(`quickCount.rule.${document.allocation}`),
    }),
    cutText(language, election, opened.contest, document, frame.strata.length),
    "",
    drawTable(
      [
        { title: language.say("column.code") },
        { title: language.say("column.stratum") },
        { title: language.say("column.inFrame"), align: "right" },
        { title: language.say("column.drawn"), align: "right" },
      ],
      rows,
    ),
    ...(more > 0 ? [language.say("quickCount.moreStrata", { count: more })] : []),
    "",
    ...expectedLines(language, opened, expected),
    language.say("quickCount.designNext", { ...files }),
  ].join("\n");
}

function expectedLines(language: Language, opened: OpenedContest, expected: ExpectedError | null): readonly string[] {
  if (expected === null) return [language.say("quickCount.nothingExpected"), ""];
  const { decimal } = figureText(language);
  const name = (id: string): string => labelIn(language, opened.open.election, id);
  return [
    language.say("quickCount.expected", {
      margin: decimal(expected.margin * 100, 2),
      simple: decimal(expected.simpleMargin * 100, 2),
      election: expected.election,
      first: name(expected.between[0]),
      second: name(expected.between[1]),
      known: expected.known,
      units: expected.units,
    }),
    "",
  ];
}
