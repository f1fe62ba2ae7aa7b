import type { QuickCount } from "acta/sampling";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { titleLines } from "../count/result-text.js";
import { cutText, figureText, labelIn } from "./figure-text.js";
import { assumptionsOf } from "./found-quick-count.js";
import type { FoundQuickCount } from "./found-quick-count.js";

/** A quick count as a reporter reads it: shares and intervals, the difference and what it cannot tell, how sure and on what ground. */
export function quickCountText(language: Language, found: FoundQuickCount): string {
  const { opened, cut, frame, count } = found;
  const { election, edition } = opened.open;
  return [
    ...titleLines(language, election, opened.contest, opened.at),
    language.say("quickCount.title", { came: found.came, stations: found.stations, all: frame.stations.length }),
    cutText(language, election, opened.contest, cut, frame.strata.length),
    found.source.kind === "file"
      ? language.say("quickCount.fromFile", { file: found.source.file })
      : language.say("quickCount.fromEdition", {
          number: edition.number,
          moment: language.moment(edition.asOf, election.timeZone),
        }),
    "",
    shareTable(language, found),
    language.say("quickCount.base"),
    "",
    ...pairLines(language, found),
    "",
    ...errorLines(language, count),
    ...missingLines(language, found),
    "",
    language.say("quickCount.assumes"),
    ...assumptionsOf(found).map((key) => `  - ${language.say(key, valuesFor(language, found))}`),
  ].join("\n");
}

function shareTable(language: Language, { opened, count }: FoundQuickCount): string {
  const { percent, range } = figureText(language);
  return drawTable(
    [
      { title: "" },
      { title: language.say("column.shareOfValid"), align: "right" },
      { title: language.say("column.interval", { level: 90 }), align: "right" },
      { title: language.say("column.interval", { level: 95 }), align: "right" },
    ],
    count.shares.map(({ option, share, interval90, interval95 }) => [
      labelIn(language, opened.open.election, option),
      percent(share),
      range(interval90),
      range(interval95),
    ]),
  );
}

function pairLines(language: Language, { opened, count, came, frame }: FoundQuickCount): readonly string[] {
  const text = figureText(language);
  return count.pairs.flatMap((pair, at) => {
    const values = {
      first: labelIn(language, opened.open.election, pair.first),
      second: labelIn(language, opened.open.election, pair.second),
      points: text.decimal(pair.difference * 100, 2),
      margin: text.decimal(((pair.interval95[1] - pair.interval95[0]) / 2) * 100, 2),
      interval: text.signedRange(pair.interval90),
      chance: text.chance(pair.pLead),
    };
    const said =
      pair.pLead === null
        ? came === frame.stations.length
          ? "quickCount.counted"
          : "quickCount.noVariation"
        : pair.isTechnicalTie
          ? "quickCount.tie"
          : "quickCount.ahead";
    return [
      language.say(at === 0 ? "quickCount.pair" : "quickCount.pairBelow", values),
      ...(at === 0 || pair.isTechnicalTie ? [`  ${language.say(said, values)}`] : []),
    ];
  });
}

function errorLines(language: Language, { checks, designEffect }: QuickCount): readonly string[] {
  const { decimal } = figureText(language);
  const points = (se: number): string => decimal(se * 100, 3);
  const lines = [
    language.say("quickCount.error", { linearised: points(checks.linearised), jackknife: points(checks.jackknife) }),
  ];
  if (checks.bootstrap !== null)
    lines.push(
      language.say("quickCount.bootstrap", {
        replicates: checks.bootstrap.replicates,
        seed: String(checks.bootstrap.seed),
        se: points(checks.bootstrap.se),
        interval: figureText(language).signedRange(checks.bootstrap.interval95),
      }),
    );
  if (designEffect !== null && designEffect > 0)
    lines.push(language.say("quickCount.designEffect", { effect: decimal(designEffect, 1) }));
  return lines;
}

function missingLines(language: Language, { stations, came, count }: FoundQuickCount): readonly string[] {
  if (came === stations) return [];
  const text = figureText(language);
  const { missing } = count;
  const lines = [
    language.say("quickCount.missing", {
      missing: stations - came,
      part: text.decimal(missing.cameShare * 100, 1),
      bound: text.decimal(missing.declaredBound * 100, 1),
      added: text.decimal(missing.lackingSe * 100, 2),
    }),
    missing.contrast === null
      ? language.say("quickCount.noContrast")
      : language.say("quickCount.contrast", { points: text.signed(missing.contrast) }),
    language.say("quickCount.bounds", { interval: text.signedRange(missing.bounds) }),
  ];
  return lines;
}

function valuesFor(language: Language, { count, described, design, stations, came }: FoundQuickCount) {
  const { decimal } = figureText(language);
  return {
    missing: stations - came,
    bound: decimal(count.missing.declaredBound * 100, 1),
    silent: count.silent.join(", "),
    silentBound: decimal((count.missing.silentBound ?? 0) * 100, 1),
    silentAdded: decimal(count.missing.silentSe * 100, 2),
    joined: count.joined.map((names) => names.join(" + ")).join("; "),
    previous: described?.election ?? "",
    covariates: count.covariates,
    own: described?.previous.matched.own ?? 0,
    all: described?.previous.matched.all ?? 0,
    freedom: count.freedom,
    seed: String(design?.seed ?? ""),
  };
}
