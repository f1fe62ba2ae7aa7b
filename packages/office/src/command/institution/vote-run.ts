import { fail, parseCount, succeed } from "acta/basics";
import type { CivilDate, Problem, Result } from "acta/basics";
import { decideVote, rollCallOfEntry, rulesOn, turningVotes, whipCount, withMembers } from "acta/institution";
import type { ChamberMembers, ChamberRule, MajorityRule, RollCall } from "acta/institution";
import type { RollCallEntry } from "acta/record";
import type { LoadedInstitutions } from "../../import/index.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dayOn, provenanceOf, readInstitutions, ruleOn } from "./institution-file.js";
import { recordedRollCall } from "./roll-call-acts.js";
import { readRollCall } from "./roll-call-file.js";
import type { FoundVote } from "./found-vote.js";
import { voteText } from "./vote-text.js";

/** Flags of `acta vote`. */
export interface VoteFlags {
  readonly law: string;
  readonly chamber?: string;
  readonly question?: string;
  readonly on?: string;
  readonly inFavour?: string;
  readonly against?: string;
  readonly abstain?: string;
  readonly present?: string;
  readonly eligible?: string;
  readonly unknown?: string;
  readonly motion?: string;
  readonly data: string;
  readonly election?: string;
  readonly json: boolean;
}

/** Runs `acta vote`. */
export async function runVote(
  desk: Desk,
  flags: VoteFlags,
  path: string | undefined,
): Promise<Result<null, readonly Problem[]>> {
  const law = readInstitutions(desk, flags.law);
  if (!law.ok) return law;
  const found = await findVote(desk, flags, path, law.value);
  if (!found.ok) return fail([found.problem]);
  if (flags.json) printJson(desk, voteDocument(found.value));
  else desk.print(voteText(desk.language, found.value));
  return succeed(null);
}

async function findVote(
  desk: Desk,
  flags: VoteFlags,
  path: string | undefined,
  law: LoadedInstitutions,
): Promise<Result<FoundVote>> {
  const sources = [path, flags.motion, flags.inFavour].filter((each) => each !== undefined);
  if (sources.length !== 1)
    return fail({ code: sources.length === 0 ? "vote.needsFigures" : "vote.oneSource", context: {} });
  const recorded =
    flags.motion === undefined ? null : await recordedRollCall(desk, flags, flags.motion, flags.question);
  if (recorded !== null && !recorded.ok) return recorded;
  const entry = recorded?.value.entry;
  const on = dayOn(desk, flags.on ?? recorded?.value.day ?? undefined);
  if (!on.ok) return on;
  const chamber = ruleOn(law, "chamber", on.value, {
    what: flags.chamber ?? entry?.chamber ?? "",
    nameOf: (rule) => rule.chamber,
  });
  if (!chamber.ok) return chamber;
  const rule = majorityOf(law, chamber.value, on.value, flags.question ?? entry?.question ?? "");
  if (!rule.ok) return rule;
  const call =
    entry !== undefined
      ? recordedCall(entry, chamber.value, recorded?.value.membersOn(chamber.value.chamber, on.value) ?? null)
      : path !== undefined
        ? await readRollCall(desk, path, law.law, chamber.value)
        : givenFigures(flags);
  if (!call.ok) return call;
  return judge({
    law,
    chamber: chamber.value,
    rule: rule.value,
    on: on.value,
    call: call.value,
    index: recorded?.value.index ?? null,
    provenance: provenanceOf(law, recorded?.value.provenance ?? "real"),
  });
}

/** A recorded roll call, held against the recorded members of its chamber where there are any. */
function recordedCall(entry: RollCallEntry, chamber: ChamberRule, members: ChamberMembers | null): Result<RollCall> {
  const call = rollCallOfEntry(entry, chamber);
  return call.ok && members !== null ? withMembers(call.value, members) : call;
}

function majorityOf(
  { law }: LoadedInstitutions,
  { chamber }: ChamberRule,
  day: CivilDate,
  question: string,
): Result<MajorityRule> {
  const rules = rulesOn(law, "majority", day).filter((rule) => rule.chamber === chamber);
  const found = rules.find((rule) => rule.question === question);
  if (found !== undefined) return succeed(found);
  const known = rules.map((rule) => rule.question).join(", ");
  return fail({ code: "vote.noQuestion", context: { chamber, question: question.slice(0, 60), day, known } });
}

/** Figures from flags; what is left out is not known, not 0. */
function givenFigures(flags: VoteFlags): Result<RollCall> {
  const figures = { inFavour: 0, against: null, abstentions: null, present: null, eligible: null, unknown: 0 };
  const given: readonly (readonly [keyof typeof figures, string | undefined])[] = [
    ["inFavour", flags.inFavour],
    ["against", flags.against],
    ["abstentions", flags.abstain],
    ["present", flags.present],
    ["eligible", flags.eligible],
    ["unknown", flags.unknown],
  ];
  const read: Record<keyof typeof figures, number | null> = { ...figures };
  for (const [name, text] of given) {
    if (text === undefined) continue;
    const count = parseCount(text);
    if (count === undefined) return fail({ code: "vote.badCount", context: { value: text.slice(0, 40) } });
    read[name] = count;
  }
  const { inFavour, unknown, ...others } = read;
  return succeed({ figures: { ...others, inFavour: inFavour ?? 0 }, unknown: unknown ?? 0, members: [] });
}

function judge(found: Omit<FoundVote, "result" | "turning" | "whip">): Result<FoundVote> {
  const { rule, chamber, call } = found;
  // Members of unknown vote may all come: they fit into the chamber, or something is wrong.
  const all = { ...call.figures, inFavour: call.figures.inFavour + call.unknown };
  const fits = decideVote(rule, chamber, call.unknown === 0 ? call.figures : all);
  if (!fits.ok) return fits;
  const result = decideVote(rule, chamber, call.figures);
  if (!result.ok) return result;
  const isWhip = call.unknown > 0;
  const turning = isWhip ? { switches: [], groups: [] } : turningVotes(rule, chamber, call);
  return succeed({ ...found, result: result.value, turning, whip: isWhip ? whipCount(rule, chamber, call) : null });
}

/** The documented JSON shape `acta-vote/1`. */
function voteDocument({ law, chamber, rule, on, call, index, provenance, result, turning, whip }: FoundVote) {
  return {
    schema: "acta-vote/1",
    provenance,
    law: { id: law.law.id, sha256: law.sha256 },
    on,
    chamber: chamber.chamber,
    legalNumber: chamber.legalNumber,
    question: rule.question,
    rule: rule.id,
    article: rule.article,
    confidence: rule.confidence,
    index,
    figures: call.figures,
    members: call.members.length,
    ...(whip === null
      ? {
          outcome: result.outcome,
          possible: result.possible,
          levels: result.levels,
          blocking: result.blocking,
          ...turning,
        }
      : {
          outcome: whip.possible.length === 1 ? whip.possible[0] : null,
          possible: whip.possible,
          whip,
          blocking: result.blocking,
        }),
  };
}
