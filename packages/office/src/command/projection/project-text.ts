import { fail, share, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Contest, Election } from "acta/election";
import type { Interval, ProjectedArea, ProjectedPart, Projection } from "acta/projection";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { titleLines } from "../count/result-text.js";

/** What is projected, as the text begins. */
export interface ProjectedGround {
  readonly election: Election;
  readonly contest: Contest;
  /** Size of the ledger that was asked for; null for all of it. */
  readonly at: number | null;
  /** What it is projected from: an edition, or a table. */
  readonly head: string;
  /** True for a table by area: sheets at a tribunal are open like those that are pending. */
  readonly byArea: boolean;
  /** False when nobody says how many voters there are. */
  readonly votersKnown: boolean;
}

/** A projection in words: what is projected, its base, why, what is assumed. @param level also the areas of this level */
export function projectText(
  language: Language,
  ground: ProjectedGround,
  projection: Projection,
  level: string | undefined,
): Result<string> {
  const areas = level === undefined ? succeed([]) : areaLines(language, ground, projection, level);
  if (!areas.ok) return areas;
  const lines = [
    ...titleLines(language, ground.election, ground.contest, ground.at),
    ground.head,
    language.say("project.notCount"),
    "",
    ...baseLines(language, ground, projection),
    "",
    ...leadLines(language, ground, projection),
    "",
    optionTable(language, ground, projection),
    "",
    ...partLines(language, ground, projection),
    "",
    ...boundLines(language, ground, projection),
    "",
    ...lessonLines(language, ground, projection),
    language.say("project.assumptions"),
    ...projection.assumptions.map(({ code, context }) => `  - ${language.say(code, context)}`),
    ...areas.value,
  ];
  return succeed(lines.join("\n"));
}

/** An option as people call it. */
export function optionLabel(
  language: Language,
  ground: Pick<ProjectedGround, "election" | "contest">,
  at: number,
): string {
  const id = ground.contest.options[at] ?? "";
  const option = ground.election.options.find((each) => each.id === id);
  return option === undefined ? id : language.pick(option.label);
}

function baseLines(language: Language, { votersKnown }: ProjectedGround, { base }: Projection): readonly string[] {
  return [
    language.say(votersKnown ? "project.base" : "project.baseSheets", {
      counted: base.counted,
      stations: base.stations,
      countedPart: language.percent(share(base.counted, base.stations), 2),
      processedPart: language.percent(share(base.counted + base.referred, base.stations), 2),
      registeredPart: language.percent(share(Math.round(base.registeredCounted), Math.round(base.registered)), 2),
    }),
    language.say("project.open", { pending: base.pending, referred: base.referred }),
  ];
}

/** An interval in votes with signs: "+16,217 and +62,030". */
export function intervalText(language: Language, [low, high]: Interval): string {
  return language.say("project.interval", { low: signedVotes(language, low), high: signedVotes(language, high) });
}

/** Votes with their sign, in whole votes: a projection does not know more. */
export function signedVotes(language: Language, votes: number): string {
  const rounded = Math.round(votes);
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : ""}${language.number(Math.abs(rounded))}`;
}

/** Whole percents, and never a certainty that only arithmetic could give (PROJECTION.md 6). */
export function chanceText(language: Language, chance: number): string {
  if (chance > 0.995) return language.say("project.almostSure");
  if (chance < 0.005) return language.say("project.almostNever");
  return `${language.number(Math.round(100 * chance))} %`;
}

/** A part of the valid votes in points, with its sign and three decimals. */
export function pointsText(language: Language, part: number): string {
  // Rounded once, before it is cut: 0.9996 is 1.000, not 0.100.
  const thousandths = Math.round(Math.abs(100_000 * part));
  const decimals = String(thousandths % 1000).padStart(3, "0");
  return `${part < 0 ? "−" : "+"}${language.number(Math.floor(thousandths / 1000))}.${decimals}`;
}

function leadLines(language: Language, ground: ProjectedGround, projection: Projection): readonly string[] {
  const { margin, pLead } = projection;
  if (projection.base.pending + projection.base.referred === 0)
    return [
      language.say("project.complete", {
        of: optionLabel(language, ground, margin.of),
        votes: signedVotes(language, margin.expected),
      }),
    ];
  return [
    language.say("project.margin", {
      of: optionLabel(language, ground, margin.of),
      over: optionLabel(language, ground, margin.over),
      votes: signedVotes(language, margin.expected),
      points: pointsText(language, margin.share.expected),
    }),
    language.say("project.margin90", { interval: intervalText(language, margin.interval90) }),
    language.say("project.margin50", { interval: intervalText(language, margin.interval50) }),
    pLead === null
      ? language.say("project.rangeOnly")
      : language.say("project.chance", {
          of: optionLabel(language, ground, margin.of),
          chance: chanceText(language, pLead),
        }),
    ...(projection.threeWay ? [language.say("project.threeWay")] : []),
  ];
}

function optionTable(language: Language, ground: ProjectedGround, projection: Projection): string {
  const many = projection.options.length > 2;
  const rows = projection.options
    .map((option, at) => ({ option, at }))
    .toSorted((a, b) => b.option.votes.expected - a.option.votes.expected)
    .map(({ option, at }) => [
      optionLabel(language, ground, at),
      language.number(option.counted),
      language.number(Math.round(option.votes.expected)),
      language.percent(share(Math.round(option.share * 1e6), 1_000_000), 3),
      ...(many && projection.pLead !== null
        ? [
            chanceText(language, option.chances.first),
            chanceText(language, option.chances.runoff ?? option.chances.second),
          ]
        : []),
    ]);
  const right = "right";
  return drawTable(
    [
      { title: language.say("project.column.option") },
      { title: language.say("project.column.counted"), align: right },
      { title: language.say("project.column.projected"), align: right },
      { title: language.say("project.column.ofValid"), align: right },
      ...(many && projection.pLead !== null
        ? ([
            { title: language.say("project.column.first"), align: right },
            {
              title: language.say(
                projection.options[0]?.chances.runoff === null ? "project.column.second" : "project.column.runoff",
              ),
              align: right,
            },
          ] as const)
        : []),
    ],
    rows,
  );
}

function partLines(language: Language, ground: ProjectedGround, projection: Projection): readonly string[] {
  const variance = projection.parts.reduce((sum, part) => sum + part.sd * part.sd, 0);
  const rows = projection.parts.map((part) => [
    partName(language, ground, part),
    language.number(part.stations),
    signedVotes(language, part.margin),
    part.kind === "counted" ? "" : `± ${language.number(Math.round(part.sd))}`,
    part.kind === "counted" || variance <= 0
      ? ""
      : language.percent(share(Math.round((1e6 * part.sd * part.sd) / variance), 1_000_000), 0),
  ]);
  const { margin } = projection;
  const right = "right";
  return [
    language.say("project.parts", {
      of: optionLabel(language, ground, margin.of),
      over: optionLabel(language, ground, margin.over),
    }),
    drawTable(
      [
        { title: language.say("project.column.part") },
        { title: language.say("project.column.stations"), align: right },
        { title: language.say("project.column.margin"), align: right },
        { title: language.say("project.column.sd"), align: right },
        { title: language.say("project.column.variance"), align: right },
      ],
      [
        ...rows,
        [
          language.say("project.part.total"),
          language.number(projection.base.stations),
          signedVotes(language, margin.expected),
          `± ${language.number(Math.round(margin.sd))}`,
          "",
        ],
      ],
    ),
  ];
}

function partName(language: Language, ground: ProjectedGround, { kind, area }: ProjectedPart): string {
  if (kind !== "open") return language.say(`project.part.${kind}`);
  const open = ground.byArea ? "project.part.openAll" : "project.part.open";
  if (area === null) return language.say(open);
  return language.say(`${open}In`, { area: domainName(language, ground, area) });
}

/** A domain is a group of the definition, which has a name in both languages. */
function domainName(language: Language, ground: ProjectedGround, { code, name }: ProjectedArea["area"]): string {
  const group = ground.election.groups.find((each) => `group:${each.id}` === code);
  return group === undefined ? name : language.pick(group.name);
}

function lessonLines(language: Language, ground: ProjectedGround, projection: Projection): readonly string[] {
  if (projection.base.pending + projection.base.referred === 0) return [];
  const lines = projection.lessons.map(({ area, lambda, drift }) =>
    language.say("project.lesson", {
      area: area === null ? language.say("project.lesson.whole") : domainName(language, ground, area),
      lambda: lambda.toFixed(2),
      drift: Math.round(drift) === 0 ? "none" : signedVotes(language, drift),
      of: optionLabel(language, ground, projection.margin.of),
    }),
  );
  const editions = new Set(projection.misses.map(({ edition }) => edition)).size;
  return [language.say("project.lessons", { editions }), ...lines.map((line) => `  - ${line}`), ""];
}

function boundLines(language: Language, { votersKnown }: ProjectedGround, { bound }: Projection): readonly string[] {
  return [
    language.say(
      bound.mostVotes === 0
        ? "project.bound.nothing"
        : !votersKnown
          ? "project.bound.noVoters"
          : bound.canChange
            ? "project.bound.can"
            : "project.bound.cannot",
      { lead: bound.lead, most: Math.round(bound.mostVotes), plausible: Math.round(bound.plausibleVotes) },
    ),
    ...(bound.canChange && !bound.canPlausiblyChange ? [language.say("project.bound.implausible")] : []),
  ];
}

function areaLines(
  language: Language,
  ground: ProjectedGround,
  projection: Projection,
  level: string,
): Result<readonly string[]> {
  const chosen = projection.areas.filter(({ area }) => area.level === level);
  const known = [...new Set(projection.areas.map(({ area }) => area.level))].join(", ");
  if (chosen.length === 0) return fail({ code: "project.unknownLevel", context: { level, known } });
  const right = "right";
  return succeed([
    "",
    drawTable(
      [
        { title: language.say("project.column.area") },
        { title: language.say("project.column.countedPart"), align: right },
        { title: language.say("project.column.expectedLead") },
        { title: language.say("project.column.margin"), align: right },
        { title: language.say("project.column.sd"), align: right },
        { title: language.say("project.column.chance"), align: right },
      ],
      chosen.map((each) => areaRow(language, ground, each)),
    ),
  ]);
}

function areaRow(language: Language, ground: ProjectedGround, each: ProjectedArea): readonly string[] {
  const open = each.base.pending + each.base.referred > 0;
  return [
    domainName(language, ground, each.area),
    language.percent(share(each.base.counted, each.base.stations), 1),
    optionLabel(language, ground, each.margin.of),
    signedVotes(language, each.margin.expected),
    open ? `± ${language.number(Math.round(each.margin.sd))}` : "",
    open ? chanceText(language, each.pLead) : language.say("project.allCounted"),
  ];
}
