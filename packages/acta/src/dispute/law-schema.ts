import * as v from "valibot";
import { parseFraction, parseInstant } from "../basics/index.js";
import type { CivilDate } from "../basics/index.js";
import {
  FLAGS,
  writtenArticle,
  writtenAs,
  writtenDay,
  writtenId,
  writtenList,
  writtenLocalText,
  writtenSome,
  writtenText,
  writtenWhole,
} from "../election/index.js";
import { parseCondition } from "./condition.js";
import type { Law, LawCalendar } from "./law.js";
import { CERTIFICATION_STEPS, LEGAL_ACTS, LEGAL_STATES, REQUISITES, STAGES, THRESHOLD_FIGURES } from "./law.js";

/** The law as written, after the schema has filled in what may be left out. */
export interface WrittenLaw extends Omit<Law, "calendar"> {
  readonly calendar: Omit<LawCalendar, "holidays"> & {
    readonly holidays: Readonly<Record<string, readonly CivilDate[]>>;
  };
}

// The shape of a law file as it is written. What refers to what, and which versions overlap, is looked at in parse-law.ts.

const moment = writtenAs(parseInstant, "law.badMoment");
const fraction = writtenAs(parseFraction, "law.badFraction");
const conditions = v.pipe(v.array(writtenAs(parseCondition, "law.badCondition")), v.maxLength(20, "form.tooMany"));

const voteCell = v.picklist(["nullVotes", "blankVotes"]);
const action = v.variant("do", [
  v.strictObject({ do: v.literal("keep") }),
  v.strictObject({ do: v.literal("setVoters"), to: v.picklist(["sum", "registeredVoters"]) }),
  v.strictObject({ do: v.literal("addShortfall"), to: voteCell }),
  v.strictObject({ do: v.literal("moveChallenged"), to: voteCell }),
  v.strictObject({ do: v.literal("zero"), cells: v.picklist(["missingVotes", "optionsAboveVoters"]) }),
  v.strictObject({ do: v.literal("annul"), as: v.picklist(["voters", "registeredVoters"]) }),
  v.strictObject({ do: v.literal("askBody"), about: v.picklist(["petition", "otherOriginal", "paper"]) }),
]);

const facts = {
  id: writtenId,
  article: writtenArticle,
  text: writtenLocalText,
  note: v.optional(v.nullable(writtenLocalText), null),
  confidence: v.picklist(["high", "medium", "low"]),
  chosenBy: v.picklist(["convocation", "electionDay", "act"]),
  validFrom: writtenDay,
  validTo: v.optional(v.nullable(writtenDay), null),
  published: v.optional(v.boolean(), true),
};

const flags = v.array(v.picklist(FLAGS));
const matter = writtenId;

const rule = v.variant("kind", [
  v.strictObject({
    ...facts,
    kind: v.literal("flag"),
    flag: v.picklist(FLAGS),
    letter: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]?$/, "law.badLetter")), ""),
    when: conditions,
  }),
  v.strictObject({ ...facts, kind: v.literal("order"), stages: writtenSome(v.picklist(STAGES)) }),
  v.strictObject({ ...facts, kind: v.literal("challenged"), by: writtenId, missing: writtenSome(action) }),
  v.strictObject({
    ...facts,
    kind: v.literal("comparison"),
    by: writtenId,
    holders: writtenSome(writtenId),
    consistent: conditions,
  }),
  v.strictObject({ ...facts, kind: v.literal("recount"), by: writtenId }),
  v.strictObject({
    ...facts,
    kind: v.literal("decision"),
    flags: v.optional(flags, []),
    when: v.optional(conditions, []),
    actions: writtenSome(action),
    proceeds: v.optional(v.boolean(), false),
  }),
  v.strictObject({ ...facts, kind: v.literal("postcondition"), holds: conditions }),
  v.strictObject({
    ...facts,
    kind: v.literal("term"),
    matter,
    from: v.picklist(["electionDay", "notification", "publication", "receipt", "vacancy"]),
    length: writtenWhole(1, 3_660),
    unit: v.picklist(["calendarDays", "workingDays", "hours"]),
    closes: v.optional(v.pipe(v.string(), v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, "law.badTime")), ""),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("fee"),
    matter,
    part: fraction,
    of: writtenId,
    per: v.picklist(["station", "filing"]),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("threshold"),
    matter,
    part: writtenSome(v.picklist(THRESHOLD_FIGURES)),
    relation: v.picklist(["moreThan", "atLeast"]),
    share: fraction,
    base: v.picklist(THRESHOLD_FIGURES),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("body"),
    body: writtenId,
    seats: writtenSome(v.strictObject({ id: writtenId, name: writtenLocalText })),
    chair: writtenId,
    quorum: writtenWhole(1, 1_000),
    majority: v.picklist(["mostVotes", "halfOfVotes", "halfOfSeats"]),
    castingVote: v.boolean(),
    tieWithoutChair: v.picklist(["nextInOrder", "undecided"]),
    resignation: v.picklist(["closesSeat", "suspendedAndSubstituted"]),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("transition"),
    act: v.picklist(LEGAL_ACTS),
    from: writtenSome(v.picklist(LEGAL_STATES)),
    to: v.picklist(LEGAL_STATES),
    by: writtenId,
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("ground"),
    ground: writtenId,
    noted: v.boolean(),
    filers: writtenSome(v.picklist(["tableAgent", "legalAgent", "party", "voter", "observer", "authority"])),
    term: matter,
    fee: matter,
    appeal: matter,
    decide: matter,
    decideAppeal: matter,
    defects: v.optional(
      v.array(
        v.strictObject({
          lacks: v.picklist(REQUISITES),
          effect: v.picklist(["curable", "notExamined", "unsettled"]),
        }),
      ),
      [],
    ),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("certification"),
    steps: writtenSome(v.picklist(CERTIFICATION_STEPS)),
    first: writtenId,
    by: writtenId,
    terms: v.array(v.strictObject({ matter, while: v.picklist(CERTIFICATION_STEPS) })),
  }),
  v.strictObject({ ...facts, kind: v.literal("endOfTerm"), election: writtenId, date: writtenDay }),
]);

const offset = v.pipe(v.string(), v.regex(/^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/, "law.badOffset"));

/** The law file as written: `acta-law/1`. Unknown keys are refused, so that a slip is seen. */
export const lawSchema: v.GenericSchema<unknown, WrittenLaw> = v.strictObject({
  format: v.literal("acta-law/1"),
  id: writtenId,
  name: writtenLocalText,
  country: v.optional(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2})?$/, "law.badCountry")), ""),
  roles: writtenList(
    v.strictObject({ id: writtenId, name: writtenLocalText, words: v.optional(v.array(writtenText), []) }),
  ),
  calendar: v.strictObject({
    zone: writtenText,
    offsets: writtenSome(v.strictObject({ from: moment, offset })),
    weekend: v.array(writtenWhole(1, 7)),
    holidays: v.record(v.pipe(v.string(), v.regex(/^\d{4}$/, "law.badYear")), v.array(writtenDay)),
  }),
  units: v.optional(
    writtenList(
      v.strictObject({
        id: writtenId,
        from: writtenDay,
        to: writtenDay,
        cents: writtenWhole(1, 1_000_000_000_000),
        currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "law.badCurrency")),
      }),
    ),
    [],
  ),
  convocations: v.optional(
    writtenList(v.strictObject({ election: writtenId, date: writtenDay, article: writtenText })),
    [],
  ),
  certified: v.optional(
    writtenList(
      v.strictObject({
        election: writtenId,
        name: writtenLocalText,
        voted: writtenDay,
        certified: writtenDay,
        source: writtenText,
      }),
    ),
    [],
  ),
  rules: writtenList(rule),
});
