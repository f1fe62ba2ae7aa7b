import { fail, succeed } from "../basics/index.js";
import type { Fraction, Result } from "../basics/index.js";
import { countOf, factsOf } from "./claim-evidence.js";
import type { ClaimEvidence, CountEvidence, CountPoint } from "./claim-evidence.js";
import type { Asked } from "./computation.js";
import { lastWord } from "./count-points.js";
import { compareRatios, decimalText, ratio } from "./exact-number.js";
import { found, line } from "./finding.js";
import type { Answer, Finding, Unit, WorkingLine } from "./finding.js";

/** In percent of which base. */
const PERCENT_OF = {
  validVotes: "percentOfValid",
  ballotsCast: "percentOfCast",
  registeredVoters: "percentOfRegistered",
} as const;

/** The lead in votes: of an option over the most that any other has (negative while it is behind), or of whoever leads. */
export function margin(evidence: ClaimEvidence, { election, option }: Asked<"margin">): Result<Finding> {
  const count = countOf(evidence, election);
  if (!count.ok) return count;
  const known = option === "" ? succeed(null) : hasOption(count.value, option);
  return known.ok ? seriesOf(count.value, "votes", (point) => leadAt(point, option)) : known;
}

function leadAt({ votes }: CountPoint, option: string): Fraction | null {
  const order = [...votes].toSorted(([, a], [, b]) => b - a);
  const own = option === "" ? order[0] : order.find(([id]) => id === option);
  if (own === undefined) return null;
  return ratio(own[1] - (order.find(([id]) => id !== own[0])?.[1] ?? 0));
}

function hasOption({ options }: CountEvidence, option: string): Result<null> {
  const known = options.join(", ").slice(0, 300);
  return options.includes(option) ? succeed(null) : fail({ code: "claim.noOption", context: { option, known } });
}

/** The lead in percentage points of a base. */
export function marginShare(evidence: ClaimEvidence, { election, base }: Asked<"marginShare">): Result<Finding> {
  if (base === "population") return succeed(found({ kind: "outside", reason: "otherBase" }));
  const count = countOf(evidence, election);
  if (!count.ok) return count;
  return seriesOf(count.value, "points", (point) => percent(leadAt(point, ""), point.figures[base]));
}

/** The share of an option; the other two bases stand in the working, with polls that print the same option. */
export function share(evidence: ClaimEvidence, { election, option, base }: Asked<"share">): Result<Finding> {
  const count = countOf(evidence, election);
  if (!count.ok) return count;
  const known = hasOption(count.value, option);
  if (!known.ok) return known;
  const last = lastWord(count.value.points.map((point) => ({ point })))?.point;
  const bases = last === undefined ? [] : basesAt(last, option, base);
  const polls = factsOf(evidence.facts, "poll").flatMap((poll) => {
    const said = poll.election === election ? poll.shares.get(option) : undefined;
    return said === undefined ? [] : [line("claim.alsoPoll", { firm: poll.firm, share: said, day: poll.on })];
  });
  if (base === "population") return succeed(found({ kind: "outside", reason: "otherBase" }, bases));
  const series = seriesOf(count.value, PERCENT_OF[base], ({ votes, figures }) => {
    const own = votes.get(option);
    return own === undefined ? null : percent(ratio(own), figures[base]);
  });
  return series.ok ? succeed({ ...series.value, working: [...bases, ...polls] }) : series;
}

function basesAt({ votes, figures }: CountPoint, option: string, but: string): readonly WorkingLine[] {
  const own = votes.get(option);
  const bases = ["validVotes", "ballotsCast", "registeredVoters"] as const;
  return bases.flatMap((base) => {
    const value = own === undefined || base === but ? null : percent(ratio(own), figures[base]);
    return value === null ? [] : [line("claim.otherBaseShare", { share: decimalText(value, 3), base })];
  });
}

/**
 * A sum of the count, once all sheets are counted: what a count under way has so far is no total. The newest one stands where no count is
 * complete. The other sums stand in the working: claims often name one and mean another.
 */
export function total(evidence: ClaimEvidence, { election, figure }: Asked<"total">): Result<Finding> {
  const count = countOf(evidence, election);
  if (!count.ok) return count;
  const units: Readonly<Record<typeof figure, Unit>> = {
    validVotes: "votes",
    blankVotes: "votes",
    nullVotes: "votes",
    ballotsCast: "ballots",
    registeredVoters: "voters",
  };
  const complete = count.value.points.filter(({ counted }) => counted !== null && counted.part === counted.whole);
  const points = complete.length > 0 ? complete : count.value.points.slice(-1);
  const series = seriesOf({ ...count.value, points }, units[figure], ({ figures }) => {
    const value = figures[figure];
    return value === null ? null : ratio(value);
  });
  if (!series.ok) return series;
  const last = lastWord(count.value.points.map((point) => ({ point })))?.point.figures;
  const others = (["validVotes", "ballotsCast", "registeredVoters"] as const).flatMap((each) => {
    const value = each === figure ? null : (last?.[each] ?? null);
    return value === null ? [] : [line("claim.otherTotal", { total: value, figure: each })];
  });
  return succeed({ ...series.value, working: others });
}

/** How much of the sheets is processed or counted, in percent. The other word stands in the working: they are never the same thing. */
export function progress(evidence: ClaimEvidence, { election, word }: Asked<"progress">): Result<Finding> {
  const count = countOf(evidence, election);
  if (!count.ok) return count;
  const series = seriesOf(count.value, "percentOfStations", (point) => {
    const part = point[word];
    return part === null ? null : percent(ratio(part.part), part.whole);
  });
  if (!series.ok) return series;
  const isAll = (point: CountPoint, each: "processed" | "counted"): boolean =>
    point[each] !== null && point[each].part === point[each].whole;
  const lines = (["processed", "counted"] as const).flatMap((each) => {
    const first = count.value.points.find((point) => isAll(point, each));
    return first === undefined ? [] : [line("claim.allOfWord", { word: each, at: first.at })];
  });
  return succeed({ ...series.value, working: lines });
}

/** How many areas of a level gave an option a share within the claimed range; without a range, within the claimed number or more. */
export function areas(evidence: ClaimEvidence, asked: Asked<"areas">): Result<Finding> {
  const count = countOf(evidence, asked.election);
  if (!count.ok) return count;
  const inLevel = count.value.areas.filter(({ area }) => area.level === asked.level);
  if (inLevel.length === 0) return fail({ code: "claim.noLevel", context: { level: asked.level } });
  const values = inLevel.flatMap((result) => {
    const option = result.options.find(({ id }) => id === asked.option);
    const value = option === undefined ? null : percent(ratio(option.votes), result[asked.base]);
    return value === null ? [] : [value];
  });
  const above = (least: number): number => values.filter((each) => compareRatios(each, ratio(least)) >= 0).length;
  const lines = [90, 80, 50].map((least) =>
    line("claim.areasAbove", { areas: above(least), least, all: inLevel.length }),
  );
  return succeed(found({ kind: "within", unit: "areas", values, shownAs: PERCENT_OF[asked.base] }, lines));
}

/** The part of the registered voters (or of votes) that areas have together. A population is another base: only the near values are told. */
export function areaShare(
  evidence: ClaimEvidence,
  { election, areas: codes, base }: Asked<"areaShare">,
): Result<Finding> {
  const count = countOf(evidence, election);
  if (!count.ok) return count;
  const near = base === "population" ? "registeredVoters" : base;
  const root = count.value.areas[0];
  const chosen = codes.map((code) => count.value.areas.find(({ area }) => area.code === code));
  if (root === undefined || chosen.includes(undefined))
    return fail({ code: "claim.noArea", context: { areas: codes.join(", ").slice(0, 100) } });
  const parts = chosen.flatMap((each) =>
    each === undefined ? [] : [{ name: `${each.area.name} (${each.area.code})`, part: each[near] }],
  );
  const sum = parts.reduce((all, { part }) => all + part, 0);
  const value = percent(ratio(sum), root[near]);
  if (value === null) return fail({ code: "claim.noValue", context: { what: "areaShare" } });
  const lines = [
    line("claim.areasTogether", {
      areas: parts.map(({ name }) => name).join(" + "),
      share: decimalText(value, 1),
      base: near,
    }),
  ];
  const answer: Answer =
    base === "population"
      ? { kind: "outside", reason: "otherBase" }
      : { kind: "number", unit: PERCENT_OF[base], values: [value] };
  return succeed(found(answer, lines));
}

function percent(part: Fraction | null, whole: number | null): Fraction | null {
  if (part === null || whole === null || whole === 0) return null;
  return { numerator: part.numerator * 100n, denominator: part.denominator * BigInt(whole) };
}

/** The values of a quantity at every moment at which it can be said. @returns `claim.noValue` when that is nowhere. */
function seriesOf(count: CountEvidence, unit: Unit, valueAt: (point: CountPoint) => Fraction | null): Result<Finding> {
  const valued = count.points.flatMap((point) => {
    const value = valueAt(point);
    return value === null ? [] : [{ point, dated: { at: point.at, value, source: point.source } }];
  });
  const last = lastWord(valued);
  if (last === null) return fail({ code: "claim.noValue", context: { what: unit } });
  return succeed(found({ kind: "series", unit, points: valued.map(({ dated }) => dated), final: last.dated }));
}
