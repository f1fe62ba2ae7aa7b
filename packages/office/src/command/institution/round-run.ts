import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { decideRound, lastRunoffDay, roundFigures } from "acta/institution";
import type { RoundFigures } from "acta/institution";
import { resultsFor } from "../count/result-areas.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { DataFlags } from "../desk/flags.js";
import { choosePolicy, withContest } from "../desk/opened.js";
import { dayOn, provenanceOf, readInstitutions, ruleOn } from "./institution-file.js";
import type { FoundRound, RoundVotes } from "./found-round.js";
import { roundText } from "./round-text.js";
import { readSeatVotes } from "./seat-votes-file.js";

/** Flags of `acta round`. */
export interface RoundFlags extends DataFlags {
  readonly edition?: string;
  readonly law: string;
  readonly office?: string;
  readonly on?: string;
  readonly proclaimed?: string;
}

/** Runs `acta round`. */
export async function runRound(
  desk: Desk,
  flags: RoundFlags,
  path: string | undefined,
): Promise<Result<null, readonly Problem[]>> {
  const law = readInstitutions(desk, flags.law);
  if (!law.ok) return law;
  if (flags.on === undefined) return fail([{ code: "seats.needsDay", context: {} }]);
  const on = dayOn(desk, flags.on);
  if (!on.ok) return fail([on.problem]);
  const rule = ruleOn(law.value, "round", on.value, { what: flags.office ?? "", nameOf: ({ office }) => office });
  if (!rule.ok) return fail([rule.problem]);
  const proclaimed = flags.proclaimed === undefined ? succeed(null) : dayOn(desk, flags.proclaimed);
  if (!proclaimed.ok) return fail([proclaimed.problem]);
  const votes = path === undefined ? await editionVotes(desk, flags) : await fileVotes(desk, path);
  if (!votes.ok) return votes;
  const result = decideRound(rule.value, votes.value.figures);
  const found: FoundRound = {
    ...votes.value,
    provenance: provenanceOf(law.value, votes.value.provenance),
    law: law.value,
    rule: rule.value,
    on: on.value,
    result,
    lastDay: proclaimed.value === null ? null : lastRunoffDay(rule.value, proclaimed.value),
  };
  if (flags.json) printJson(desk, roundDocument(found));
  else desk.print(roundText(desk.language, found));
  return succeed(null);
}

/** More votes than any open stations can bring, where their rolls are not known: then nothing that they could change is said. */
const UNKNOWN = 1_000_000_000_000;

async function editionVotes(desk: Desk, flags: RoundFlags): Promise<Result<RoundVotes, readonly Problem[]>> {
  let votes: RoundVotes | undefined;
  const done = await withContest(desk, flags, (opened) => {
    // What is counted: votes that may leave the totals again are in none of them.
    const policy = choosePolicy(opened.open, "counted");
    if (!policy.ok) return policy;
    const results = resultsFor(opened, policy.value, {}, desk.language);
    if (!results.ok) return results;
    const whole = results.value.results[0];
    if (whole === undefined) return succeed(null);
    const totals = { ...whole, votes: whole.options.map(({ id, votes: own }) => ({ option: id, votes: own })) };
    const { election, edition } = opened.open;
    const open = { ...whole.open, mostVotes: whole.open.stations === 0 ? 0 : whole.open.mostVotes };
    votes = {
      figures: roundFigures(totals, { ...open, mostVotes: open.mostVotes ?? UNKNOWN, votesInTotals: 0 }),
      edition: edition.id,
      open,
      unnamed: 0,
      provenance: election.provenance,
    };
    return succeed(null);
  });
  if (!done.ok) return fail([done.problem]);
  return votes === undefined ? fail([{ code: "seats.noVotes", context: {} }]) : succeed(votes);
}

async function fileVotes(desk: Desk, path: string): Promise<Result<RoundVotes, readonly Problem[]>> {
  const read = await readSeatVotes(desk, path);
  if (!read.ok) return read;
  const { votes, provenance } = read.value;
  const [only, more] = votes.districts;
  const given = votes.lists.length > 0 ? votes.lists : (only?.lists ?? []);
  const lists = given.flatMap(({ list, votes: own }) => (own === null ? [] : [{ list, votes: own }]));
  // A list whose votes nobody has could be first.
  const unknown = given.find((each) => each.votes === null);
  if (unknown !== undefined) return fail([{ code: "round.votesUnknown", context: { list: unknown.list } }]);
  if (votes.lists.length === 0 && more !== undefined)
    return fail([{ code: "round.oneWhole", context: { districts: votes.districts.length } }]);
  const sum = lists.reduce((all, each) => all + each.votes, 0);
  const { validVotes, ballotsCast, registeredVoters } = votes.whole;
  const known = (value: number | null) => (value === null ? null : { least: value, most: value });
  const figures: RoundFigures = {
    options: lists.map(({ list, votes: own }) => ({ option: list, votes: own, ends: { least: own, most: own } })),
    bases: {
      validVotes: known(validVotes ?? sum),
      ballotsCast: known(ballotsCast),
      registeredVoters: known(registeredVoters),
    },
  };
  if ((validVotes ?? sum) < sum)
    return fail([{ code: "round.moreThanValid", context: { sum, valid: validVotes ?? 0 } }]);
  const unnamed = (validVotes ?? sum) - sum;
  return succeed({ figures, edition: null, open: { stations: 0, mostVotes: 0 }, unnamed, provenance });
}

/** The documented JSON shape `acta-round/1`. */
function roundDocument({ law, rule, on, result, lastDay, figures, edition, open, unnamed, provenance }: FoundRound) {
  return {
    schema: "acta-round/1",
    provenance,
    law: { id: law.law.id, sha256: law.sha256 },
    rule: rule.id,
    article: rule.article,
    confidence: rule.confidence,
    office: rule.office,
    on,
    edition,
    open,
    unnamedVotes: unnamed,
    options: figures.options,
    bases: figures.bases,
    ...result,
    lastRunoffDay: lastDay,
  };
}
