import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { decideRound, decideVote, rulesOn } from "../institution/index.js";
import type {
  ChamberRule,
  InstitutionLaw,
  InstitutionRuleFacts,
  MajorityRule,
  VoteResult,
} from "../institution/index.js";
import type { Asked } from "./computation.js";
import { countOf, dayFrom, factOf, factsOf } from "./claim-evidence.js";
import type { ClaimEvidence } from "./claim-evidence.js";
import type { SeatsFact, VoteFact } from "./claim-fact.js";
import { lastWord } from "./count-points.js";
import { decimalText, ratio } from "./exact-number.js";
import { found, line, wordAnswer } from "./finding.js";
import type { CitedRule, Finding, NamedAnswer } from "./finding.js";
import { sameName } from "./same-name.js";

interface DecidedVote {
  readonly law: InstitutionLaw;
  readonly chamber: ChamberRule;
  readonly rule: MajorityRule;
  readonly result: VoteResult;
}

function cited({ id, article, confidence }: InstitutionRuleFacts): CitedRule {
  return { id, article, confidence };
}

function institutionsOf({ institutions }: ClaimEvidence): Result<InstitutionLaw> {
  return institutions === null ? fail({ code: "claim.noInstitutions", context: {} }) : succeed(institutions);
}

/** Decides a vote by the rule of its day. @returns `claim.noRule`; the problems of `decideVote`. */
function decided(
  evidence: ClaimEvidence,
  fact: Pick<VoteFact, "chamber" | "question" | "on">,
  figures: VoteFigures,
): Result<DecidedVote> {
  const law = institutionsOf(evidence);
  if (!law.ok) return law;
  const chamber = rulesOn(law.value, "chamber", fact.on).find((each) => each.chamber === fact.chamber);
  const rule = rulesOn(law.value, "majority", fact.on).find(
    (each) => each.chamber === fact.chamber && each.question === fact.question,
  );
  if (chamber === undefined || rule === undefined)
    return fail({ code: "claim.noRule", context: { rule: `${fact.chamber} ${fact.question}`, day: fact.on } });
  const result = decideVote(rule, chamber, figures);
  return result.ok ? succeed({ law: law.value, chamber, rule, result: result.value }) : result;
}

type VoteFigures = Parameters<typeof decideVote>[2];

function figuresOf({ inFavour, against, abstentions, present, eligible }: VoteFact): VoteFigures {
  return { inFavour, against, abstentions, present, eligible };
}

/** A vote of a chamber: its figures, its day, its body, or what it decided by the rule of that day. */
export function vote(evidence: ClaimEvidence, { vote: id, figure }: Asked<"vote">): Result<Finding> {
  const fact = factOf(evidence, "vote", id);
  if (!fact.ok) return fact;
  const done = decided(evidence, fact.value, figuresOf(fact.value));
  if (!done.ok) return done;
  const { law, chamber, rule, result } = done.value;
  const outcome = outcomeWord(law, result.outcome);
  const needed = result.levels[0]?.needed;
  const { inFavour, against, abstentions, on, source } = fact.value;
  const lines = [
    line("claim.votes", { day: on, yes: inFavour, no: against ?? "?", abstain: abstentions ?? "?", source }),
    ...(needed === undefined ? [] : [line("claim.needed", { least: needed.least, outcome: outcome.id })]),
  ];
  if (figure === "outcome")
    return succeed(found({ kind: "word", answer: outcome, atTheTime: null }, lines, cited(rule)));
  if (figure === "day") return succeed(found({ kind: "date", date: on }, lines, cited(rule)));
  if (figure === "body") {
    const names = [chamber.name.es, chamber.name.en];
    return succeed(
      found(
        { kind: "word", answer: { id: chamber.chamber, names, name: chamber.name }, atTheTime: null },
        lines,
        cited(rule),
      ),
    );
  }
  const value = fact.value[figure];
  return value === null
    ? fail({ code: "claim.noValue", context: { what: figure } })
    : succeed(found({ kind: "number", unit: "members", values: [ratio(value)] }, lines, cited(rule)));
}

function outcomeWord(law: InstitutionLaw, outcome: string | null): NamedAnswer {
  if (outcome === null) return wordAnswer("undetermined");
  const name = law.outcomes.get(outcome) ?? null;
  return { id: outcome, names: name === null ? [] : [name.es, name.en], name };
}

/** Motions about somebody that came to a vote between two days; a motion failed when its last vote did not reach what it asked for. */
export function motions(evidence: ClaimEvidence, asked: Asked<"motions">): Result<Finding> {
  const from = dayFrom(evidence, asked.from);
  if (!from.ok) return from;
  const to = dayFrom(evidence, asked.to);
  if (!to.ok) return to;
  const last = new Map<string, VoteFact>();
  const votes = factsOf(evidence.facts, "vote").filter(
    ({ about, motion, on }) => about === asked.about && motion !== "" && from.value <= on && on <= to.value,
  );
  for (const each of votes.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) last.set(each.motion, each);
  const lines = [];
  let failed = 0;
  let rule: CitedRule | null = null;
  for (const fact of last.values()) {
    const done = decided(evidence, fact, figuresOf(fact));
    if (!done.ok) return done;
    const { result } = done.value;
    rule = cited(done.value.rule);
    if (result.outcome !== result.levels[0]?.outcome) failed++;
    const { inFavour, against, abstentions, on } = fact;
    const context = {
      day: on,
      yes: inFavour,
      no: against ?? "?",
      abstain: abstentions ?? "?",
      outcome: result.outcome ?? "undetermined",
    };
    lines.push(line("claim.motion", context));
  }
  const value = asked.figure === "all" ? last.size : failed;
  return succeed(found({ kind: "number", unit: "events", values: [ratio(value)] }, lines, rule));
}

/** Seats of some lists of a chamber, or of all others, as numbers or in percent of the chamber. */
export function seats(evidence: ClaimEvidence, { seats: id, lists, figure }: Asked<"seats">): Result<Finding> {
  const fact = factOf(evidence, "seats", id);
  if (!fact.ok) return fact;
  const own = ownSeats(fact.value, lists);
  if (!own.ok) return own;
  const all = [...fact.value.lists.values()].reduce((sum, each) => sum + each, 0);
  if (all === 0) return fail({ code: "claim.noValue", context: { what: "seats" } });
  const part = figure === "own" || figure === "ownShare" ? own.value : all - own.value;
  const lines = [
    line("claim.seatsOf", {
      lists: lists.join(" + "),
      own: own.value,
      all,
      others: all - own.value,
      source: fact.value.source,
    }),
  ];
  const isShare = figure === "ownShare" || figure === "othersShare";
  const value = isShare ? ratio(part * 100, all) : ratio(part);
  return succeed(found({ kind: "number", unit: isShare ? "percentOfSeats" : "seats", values: [value] }, lines));
}

function ownSeats(fact: SeatsFact, lists: readonly string[]): Result<number> {
  let sum = 0;
  for (const list of lists) {
    const own = fact.lists.get(list);
    if (own === undefined)
      return fail({ code: "claim.noOption", context: { option: list, known: [...fact.lists.keys()].join(", ") } });
    sum += own;
  }
  return succeed(sum);
}

/** Whether some lists have the members who keep a question from passing by not voting for it. */
export function blocking(evidence: ClaimEvidence, asked: Asked<"blocking">): Result<Finding> {
  const fact = factOf(evidence, "seats", asked.seats);
  if (!fact.ok) return fact;
  const own = ownSeats(fact.value, asked.lists);
  if (!own.ok) return own;
  const nobody = { inFavour: 0, against: null, abstentions: null, present: null, eligible: null };
  const done = decided(evidence, { chamber: fact.value.chamber, question: asked.question, on: fact.value.on }, nobody);
  if (!done.ok) return done;
  const needs = done.value.result.blocking;
  if (needs === null) return fail({ code: "claim.noValue", context: { what: "blocking" } });
  const answer = wordAnswer(own.value >= needs.members ? "canBlock" : "cannotBlock");
  const lines = [line("claim.blocking", { own: own.value, needed: needs.members, of: needs.of })];
  return succeed(found({ kind: "word", answer, atTheTime: null }, lines, cited(done.value.rule)));
}

/** How many named people were elected. */
export function elected(evidence: ClaimEvidence, asked: Asked<"elected">): Result<Finding> {
  const list = factOf(evidence, "people", asked.elected);
  if (!list.ok) return list;
  const named = factOf(evidence, "people", asked.people);
  if (!named.ok) return named;
  const matched = named.value.people.flatMap(({ name }) =>
    list.value.people.filter((each) => sameName(name, each.name)),
  );
  const lines = matched.map(({ name, list: on }) =>
    line("claim.electedOn", { name, list: on, source: list.value.source }),
  );
  return succeed(found({ kind: "number", unit: "people", values: [ratio(matched.length)] }, lines));
}

/** What decides a round for an office: a majority of a base, or a lead over the second. */
export function roundRule(evidence: ClaimEvidence, { office, election }: Asked<"roundRule">): Result<Finding> {
  const law = institutionsOf(evidence);
  if (!law.ok) return law;
  const count = countOf(evidence, election);
  if (!count.ok) return count;
  const day = count.value.election.date;
  const rule = rulesOn(law.value, "round", day).find((each) => each.office === office);
  if (rule === undefined) return fail({ code: "claim.noRule", context: { rule: office, day } });
  const last = lastWord(count.value.points.filter(({ votes }) => votes.size > 0).map((point) => ({ point })))?.point;
  const lines = [];
  if (last !== undefined) {
    const known = (value: number | null) => (value === null ? null : { least: value, most: value });
    const result = decideRound(rule, {
      options: [...last.votes].map(([option, votes]) => ({ option, votes, ends: { least: votes, most: votes } })),
      bases: {
        validVotes: known(last.figures.validVotes),
        ballotsCast: known(last.figures.ballotsCast),
        registeredVoters: known(last.figures.registeredVoters),
      },
    });
    const [first] = [...last.votes].toSorted(([, a], [, b]) => b - a);
    const valid = last.figures.validVotes ?? 0;
    if (first !== undefined && valid > 0)
      lines.push(
        line("claim.round", {
          option: first[0],
          share: decimalText(ratio(first[1] * 100, valid), 3),
          result: result.kind,
        }),
      );
  }
  const wins = rule.wins.length === 0 ? "mostVotes" : rule.wins.some(({ lead }) => lead !== null) ? "lead" : "majority";
  return succeed(found({ kind: "word", answer: wordAnswer(wins), atTheTime: null }, lines, cited(rule)));
}
