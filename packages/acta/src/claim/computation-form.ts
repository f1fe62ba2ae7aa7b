import * as v from "valibot";
import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { claimedValue, RELATIONS } from "./claimed-value.js";
import type { ClaimPart } from "./claim.js";
import type { ClaimBase, Computation, DayFrom, DaySpan } from "./computation.js";
import { OUTSIDE_REASONS } from "./finding.js";
import { cleanText, countForm, dayForm, idForm, listForm, receivedText, textForm, wordForm } from "./form-parts.js";

const shareBase = v.picklist(["validVotes", "ballotsCast", "registeredVoters"]);
const base: v.GenericSchema<unknown, ClaimBase> = v.picklist([
  "validVotes",
  "ballotsCast",
  "registeredVoters",
  "population",
]);
const day: v.GenericSchema<unknown, DayFrom> = v.union([
  v.pipe(
    dayForm,
    v.transform((written) => ({ kind: "day" as const, day: written })),
  ),
  v.pipe(
    v.strictObject({ fact: idForm, field: v.optional(v.picklist(["on", "from", "to"]), "on") }),
    v.transform((written) => ({ kind: "fact" as const, ...written })),
  ),
  v.pipe(
    v.strictObject({ election: idForm }),
    v.transform((written) => ({ kind: "election" as const, ...written })),
  ),
]);
const span: v.GenericSchema<unknown, DaySpan> = v.strictObject({ from: day, to: day });
const what = <const T extends string>(name: T) => v.literal(name);
const election = idForm;

/** Every computation with its arguments: the closed list. `docs/claims.md` describes each; a test holds that it does. */
const FORMS = {
  margin: v.strictObject({ what: what("margin"), election, option: wordForm }),
  marginShare: v.strictObject({ what: what("marginShare"), election, base }),
  share: v.strictObject({ what: what("share"), election, option: idForm, base }),
  total: v.strictObject({
    what: what("total"),
    election,
    figure: v.picklist(["validVotes", "blankVotes", "nullVotes", "ballotsCast", "registeredVoters"]),
  }),
  progress: v.strictObject({ what: what("progress"), election, word: v.picklist(["processed", "counted"]) }),
  areas: v.strictObject({ what: what("areas"), election, level: idForm, option: idForm, base: shareBase }),
  areaShare: v.strictObject({ what: what("areaShare"), election, areas: listForm(idForm), base }),
  electionDay: v.strictObject({ what: what("electionDay"), election }),
  weekday: v.strictObject({ what: what("weekday"), day }),
  span: v.strictObject({
    what: what("span"),
    from: day,
    to: day,
    unit: v.picklist(["days", "weeks", "months", "years"]),
  }),
  deadline: v.strictObject({ what: what("deadline"), election, matter: idForm }),
  certification: v.strictObject({ what: what("certification"), election, figure: v.picklist(["state", "earliest"]) }),
  pace: v.strictObject({ what: what("pace"), election }),
  caseTerms: v.strictObject({ what: what("caseTerms"), election, case: idForm }),
  resignation: v.strictObject({ what: what("resignation"), election, body: idForm, fact: idForm }),
  docket: v.strictObject({
    what: what("docket"),
    docket: idForm,
    filer: wordForm,
    figure: v.optional(v.picklist(["filed", "inTime"]), "filed"),
  }),
  docketOutcome: v.strictObject({ what: what("docketOutcome"), docket: idForm }),
  petitionVotes: v.strictObject({ what: what("petitionVotes"), election, docket: idForm }),
  vote: v.strictObject({
    what: what("vote"),
    vote: idForm,
    figure: v.picklist(["inFavour", "against", "abstentions", "outcome", "day", "body"]),
  }),
  motions: v.strictObject({
    what: what("motions"),
    about: idForm,
    from: day,
    to: day,
    figure: v.picklist(["all", "failed"]),
  }),
  seats: v.strictObject({
    what: what("seats"),
    seats: idForm,
    lists: listForm(idForm),
    figure: v.picklist(["own", "others", "ownShare", "othersShare"]),
  }),
  blocking: v.strictObject({ what: what("blocking"), seats: idForm, lists: listForm(idForm), question: idForm }),
  elected: v.strictObject({ what: what("elected"), elected: idForm, people: idForm }),
  roundRule: v.strictObject({ what: what("roundRule"), office: idForm, election }),
  holders: v.strictObject({
    what: what("holders"),
    office: idForm,
    from: day,
    to: day,
    figure: v.picklist(["inOffice", "tookOffice", "left", "removed"]),
    causes: v.optional(listForm(idForm), []),
  }),
  cameFrom: v.strictObject({ what: what("cameFrom"), holding: idForm }),
  termEnd: v.strictObject({ what: what("termEnd"), holding: idForm, years: countForm }),
  moved: v.strictObject({ what: what("moved"), holding: idForm, years: countForm, to: countForm }),
  sameCondition: v.strictObject({
    what: what("sameCondition"),
    topic: idForm,
    outcome: wordForm,
    atLeast: countForm,
    spans: listForm(span),
  }),
  sameBody: v.strictObject({ what: what("sameBody"), names: listForm(textForm) }),
  poll: v.strictObject({ what: what("poll"), poll: idForm, figure: v.picklist(["gap", "error"]) }),
  pollLeader: v.strictObject({ what: what("pollLeader"), election, option: idForm }),
  events: v.strictObject({
    what: what("events"),
    topic: idForm,
    about: idForm,
    outcome: wordForm,
    from: day,
    to: day,
  }),
  fact: v.strictObject({ what: what("fact"), fact: idForm, field: idForm }),
  outside: v.strictObject({ what: what("outside"), reason: v.picklist(OUTSIDE_REASONS), subject: wordForm }),
} satisfies Readonly<Record<Computation["what"], v.GenericSchema<unknown, Computation>>>;

/** The names of all computations, in the order of the list. */
export const COMPUTATIONS: readonly string[] = Object.keys(FORMS);

const BY_NAME: ReadonlyMap<string, v.GenericSchema<unknown, Computation>> = new Map(Object.entries(FORMS));
const ARGUMENTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(FORMS).map(([name, { entries }]) => [name, Object.keys(entries).filter((each) => each !== "what")]),
);

/** The arguments of a computation, by its name; none for a name that is not in the list. */
export function argumentsOf(name: string): readonly string[] {
  return ARGUMENTS.get(name) ?? [];
}

const claimedForm = v.union([v.number(), textForm]);
const partForm = v.looseObject({
  what: v.string(),
  claimed: v.optional(v.nullable(claimedForm), null),
  pick: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 1),
  relation: v.optional(v.nullable(v.picklist(RELATIONS)), null),
});

/**
 * Reads one thing to compute for a claim.
 * @returns `claim.badCompute`; `claim.unknownComputation` with the names that are known; `claim.badArgument` with the argument, what
 *   was found there, and the arguments that the computation takes.
 */
export function parsePart(document: unknown): Result<ClaimPart> {
  const shape = v.safeParse(partForm, document);
  if (!shape.success) return fail({ code: "claim.badCompute", context: { place: placeOf(shape.issues[0]) } });
  const { claimed, pick, relation, ...written } = shape.output;
  const form = BY_NAME.get(written.what);
  if (form === undefined)
    return fail({
      code: "claim.unknownComputation",
      context: { what: cleanText(written.what).slice(0, 60), known: COMPUTATIONS.join(", ") },
    });
  const read = v.safeParse(form, written);
  if (!read.success) {
    const [issue] = read.issues;
    const context = { what: written.what, argument: placeOf(issue), received: receivedText(issue.received) };
    return fail({ code: "claim.badArgument", context: { ...context, known: argumentsOf(written.what).join(", ") } });
  }
  return succeed({
    computation: read.output,
    claimed: claimed === null ? null : claimedValue(claimed),
    pick,
    relation,
  });
}

function placeOf(issue: v.BaseIssue<unknown>): string {
  return cleanText(v.getDotPath(issue) ?? "start").slice(0, 60);
}
