import type { PollReading } from "acta/sampling";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import type { AskedPoll } from "./asked-poll.js";
import { figureText } from "./figure-text.js";

type PolledPair = PollReading["pairs"][number];

/** A poll as a fact checker needs it: not the shares, but what their difference can bear. */
export function exitPollText(language: Language, asked: AskedPoll, reading: PollReading): string {
  const { poll } = asked;
  const { decimal } = figureText(language, 1);
  return [
    poll.size.kind === "interviews"
      ? language.say("exitPoll.interviews", { n: poll.size.interviews, effect: decimal(poll.size.designEffect, 2) })
      : language.say("exitPoll.margin", { margin: decimal(poll.size.margin * 100, 1) }),
    "",
    shareTable(language, asked, reading),
    ...(reading.rest > 0.0005 ? [language.say("exitPoll.rest", { rest: decimal(reading.rest * 100, 1) })] : []),
    "",
    ...reading.pairs.flatMap((pair, at) => pairLines(language, asked, pair, at === 0)),
    "",
    language.say("quickCount.assumes"),
    ...assumptionLines(language, asked).map((line) => `  - ${line}`),
  ].join("\n");
}

function shareTable(language: Language, { poll }: AskedPoll, { shares }: PollReading): string {
  const text = figureText(language, 1);
  const hasPlaces = shares.some(({ pFirst }) => pFirst !== null);
  return drawTable(
    [
      { title: "" },
      { title: language.say("column.polled"), align: "right" },
      { title: language.say("column.marginOfShare", { level: Math.round(poll.level * 100) }), align: "right" },
      ...(hasPlaces
        ? [
            { title: language.say("column.pFirst"), align: "right" as const },
            { title: language.say("column.pFirstTwo"), align: "right" as const },
          ]
        : []),
    ],
    shares.map(({ option, share, margin, pFirst, pFirstTwo }) => [
      option,
      `${text.percent(share)} %`,
      `± ${text.decimal(margin * 100, 1)}`,
      ...(hasPlaces ? [text.chance(pFirst), text.chance(pFirstTwo)] : []),
    ]),
  );
}

function pairLines(language: Language, { poll }: AskedPoll, pair: PolledPair, isFirst: boolean): readonly string[] {
  const text = figureText(language, 1);
  const { sampling, total } = pair;
  const values = {
    first: pair.first,
    second: pair.second,
    points: text.decimal(total.difference * 100, 1),
    margin: text.decimal(sampling.margin * 100, 1),
    chance: chanceText(language, sampling.pLead),
    house: text.decimal(poll.houseSd * 100, 1),
    totalMargin: text.decimal(total.margin * 100, 1),
    totalChance: chanceText(language, total.pLead),
    level: Math.round(poll.level * 100),
    needed: sampling.interviewsToTell ?? 0,
  };
  return [
    language.say(isFirst ? "exitPoll.difference" : "exitPoll.differenceBelow", values),
    ...(poll.houseSd > 0 ? [`  ${language.say("exitPoll.withHouse", values)}`] : []),
    `  ${language.say(total.isTechnicalTie ? "exitPoll.tie" : "exitPoll.told", values)}`,
    `  ${language.say(sampling.interviewsToTell === null ? "exitPoll.never" : "exitPoll.needed", values)}`,
  ];
}

function chanceText(language: Language, chance: number | null): string {
  const { chance: said } = figureText(language);
  return said(chance);
}

function assumptionLines(
  language: Language,
  { poll, isHouseAssumed, isIndependenceAssumed }: AskedPoll,
): readonly string[] {
  const house = figureText(language, 1).decimal(poll.houseSd * 100, 1);
  return [
    language.say(poll.size.kind === "interviews" ? "exitPoll.assume.sample" : "exitPoll.assume.margin"),
    ...(isIndependenceAssumed ? [language.say("exitPoll.assume.independent")] : []),
    language.say(
      isHouseAssumed
        ? "exitPoll.assume.house"
        : poll.houseSd > 0
          ? "exitPoll.assume.houseGiven"
          : "exitPoll.assume.noHouse",
      { house },
    ),
    language.say("exitPoll.assume.flat"),
  ];
}
