import { fail, parseCivilDate, succeed } from "../basics/index.js";
import type { Fraction, Result } from "../basics/index.js";
import type { Asked } from "./computation.js";
import { dayFrom, factOf, factsOf } from "./claim-evidence.js";
import type { ClaimEvidence } from "./claim-evidence.js";
import type { PollFact } from "./claim-fact.js";
import { compareRatios, minus, plainText, ratio, writtenNumber } from "./exact-number.js";
import { found, line, wordAnswer } from "./finding.js";
import type { Finding, NamedAnswer } from "./finding.js";
import { plainWords } from "./same-name.js";

/** A word with the names that the facts give it. */
export function namedBy({ facts }: ClaimEvidence, id: string): NamedAnswer {
  const fact = factsOf(facts, "name").find((each) => each.id === id);
  if (fact === undefined) return { id, names: [], name: { es: id, en: id } };
  return { id, names: [...fact.names, fact.name.es, fact.name.en], name: fact.name };
}

/** Whether two names are names of the same body. @returns `claim.noName` for one that no fact knows. */
export function sameBody(evidence: ClaimEvidence, { names }: Asked<"sameBody">): Result<Finding> {
  const known = factsOf(evidence.facts, "name");
  const lines = [];
  const bodies = new Set<string>();
  for (const name of names) {
    const fact = known.find((each) =>
      [each.id, ...each.names, each.name.es, each.name.en].some((own) => plainWords(own) === plainWords(name)),
    );
    if (fact === undefined) return fail({ code: "claim.noName", context: { name: name.slice(0, 80) } });
    bodies.add(fact.id);
    lines.push(line("claim.bodyNamed", { name, body: fact.name.es, source: fact.source }));
  }
  const answer = wordAnswer(bodies.size > 1 ? "different" : "same");
  return succeed(found({ kind: "word", answer, atTheTime: null }, lines));
}

/** What a poll printed: the gap between the first two, or its margin of error. Decimals are exact: 50.3 less 49.7 is 0.6. */
export function poll(evidence: ClaimEvidence, { poll: id, figure }: Asked<"poll">): Result<Finding> {
  const fact = factOf(evidence, "poll", id);
  if (!fact.ok) return fact;
  const { firm, on, source } = fact.value;
  const gap = gapOf(fact.value);
  const errors = fact.value.errors.flatMap((each) => writtenNumber(each)?.value ?? []);
  const lines = [
    line("claim.poll", {
      firm,
      day: on,
      shares: [...fact.value.shares].map(([option, share]) => `${option} ${share}`).join(", "),
      source,
    }),
    ...errors.map((error) =>
      line("claim.pollError", {
        error: plainText(error),
        inside: gap !== null && compareRatios(gap, error) <= 0 ? 1 : 0,
      }),
    ),
  ];
  const values = figure === "gap" ? (gap === null ? [] : [gap]) : errors;
  return values.length === 0
    ? fail({ code: "claim.noValue", context: { what: figure } })
    : succeed(found({ kind: "number", unit: "points", values }, lines));
}

function gapOf({ shares }: PollFact): Fraction | null {
  const values = [...shares.values()].flatMap((each) => writtenNumber(each)?.value ?? []);
  const [first, second] = values.toSorted((a, b) => compareRatios(b, a));
  return first === undefined || second === undefined ? null : minus(first, second);
}

/** In how many polls of an election an option was ahead: in all, most, some or none of those that the facts have. */
export function pollLeader(evidence: ClaimEvidence, { election, option }: Asked<"pollLeader">): Result<Finding> {
  const polls = factsOf(evidence.facts, "poll").filter((each) => each.election === election && each.shares.has(option));
  if (polls.length === 0) return fail({ code: "claim.noPoll", context: { election, option } });
  const isAhead = ({ shares }: PollFact): boolean => {
    const own = writtenNumber(shares.get(option) ?? "")?.value;
    return (
      own !== undefined &&
      [...shares].every(
        ([id, share]) => id === option || compareRatios(own, writtenNumber(share)?.value ?? ratio(0)) > 0,
      )
    );
  };
  const ahead = polls.filter(isAhead).length;
  const lines = polls.map((each) =>
    line("claim.pollOf", { firm: each.firm, day: each.on, share: each.shares.get(option) ?? "", source: each.source }),
  );
  const word = ahead === polls.length ? "all" : 2 * ahead > polls.length ? "most" : ahead > 0 ? "some" : "none";
  // Who says "most" of what holds of all says nothing wrong.
  const names = word === "all" ? ["most", "some"] : word === "most" ? ["some"] : [];
  return succeed(found({ kind: "word", answer: { ...wordAnswer(word), names }, atTheTime: null }, lines));
}

/** How many events of a topic there were about somebody between two days, with an outcome or any. */
export function events(evidence: ClaimEvidence, asked: Asked<"events">): Result<Finding> {
  const from = dayFrom(evidence, asked.from);
  if (!from.ok) return from;
  const to = dayFrom(evidence, asked.to);
  if (!to.ok) return to;
  const all = factsOf(evidence.facts, "event").filter(
    ({ topic, about, outcome, on }) =>
      topic === asked.topic &&
      about === asked.about &&
      (asked.outcome === "" || outcome === asked.outcome) &&
      from.value <= on &&
      on <= to.value,
  );
  const lines = all.map(({ on, source }) => line("claim.event", { day: on, source }));
  return succeed(found({ kind: "number", unit: "events", values: [ratio(all.length)] }, lines));
}

/** A field of a sourced record: a number, a day or a word. */
export function recordField(evidence: ClaimEvidence, { fact: id, field }: Asked<"fact">): Result<Finding> {
  const record = factOf(evidence, "record", id);
  if (!record.ok) return record;
  const { fields, source, on, article, confidence } = record.value;
  const value = fields.get(field);
  if (value === undefined) return fail({ code: "claim.noField", context: { fact: id, field } });
  const lines = [line("claim.recorded", { day: on, source })];
  const rule = article === "" ? null : { id, article, confidence };
  const number = writtenNumber(String(value))?.value;
  if (number !== undefined) return succeed(found({ kind: "number", unit: "number", values: [number] }, lines, rule));
  const date = parseCivilDate(String(value));
  if (date !== undefined) return succeed(found({ kind: "date", date }, lines, rule));
  return succeed(found({ kind: "word", answer: namedBy(evidence, String(value)), atTheTime: null }, lines, rule));
}

/** What lies outside of election data, with the reason. */
export function outside(_: ClaimEvidence, { reason }: Asked<"outside">): Result<Finding> {
  return succeed(found({ kind: "outside", reason }));
}
