import * as v from "valibot";
import { parseCivilDate, parseFraction, parseInstant } from "../basics/index.js";
import type { CivilDate } from "../basics/index.js";
import { FLAGS } from "../election/index.js";
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

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, "law.badId"));
const text = v.pipe(v.string(), v.minLength(1, "law.emptyText"), v.maxLength(1_000, "law.tooLong"));
const localText = v.union([
  v.pipe(
    text,
    v.transform((both) => ({ es: both, en: both })),
  ),
  v.strictObject({ es: text, en: text }),
]);

/** A text that becomes a value; `code` when it cannot. */
function read<T>(parse: (written: string) => T | undefined, code: string) {
  return v.pipe(
    v.string(),
    v.maxLength(200, "law.tooLong"),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message: code, received: dataset.value.slice(0, 80) });
      return NEVER;
    }),
  );
}

const day = read(parseCivilDate, "law.badDate");
const moment = read(parseInstant, "law.badMoment");
const fraction = read(parseFraction, "law.badFraction");
const conditions = v.pipe(v.array(read(parseCondition, "law.badCondition")), v.maxLength(20, "law.tooMany"));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(1_000, "law.tooMany"));
const some = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.minLength(1, "law.emptyList"));

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
  id,
  article: v.pipe(v.string(), v.maxLength(200, "law.tooLong")),
  text: localText,
  note: v.optional(v.nullable(localText), null),
  confidence: v.picklist(["high", "medium", "low"]),
  chosenBy: v.picklist(["convocation", "electionDay", "act"]),
  validFrom: day,
  validTo: v.optional(v.nullable(day), null),
  published: v.optional(v.boolean(), true),
};

const flags = v.array(v.picklist(FLAGS));
const matter = id;

const rule = v.variant("kind", [
  v.strictObject({
    ...facts,
    kind: v.literal("flag"),
    flag: v.picklist(FLAGS),
    letter: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]?$/, "law.badLetter")), ""),
    when: conditions,
  }),
  v.strictObject({ ...facts, kind: v.literal("order"), stages: some(v.picklist(STAGES)) }),
  v.strictObject({ ...facts, kind: v.literal("challenged"), by: id, missing: some(action) }),
  v.strictObject({ ...facts, kind: v.literal("comparison"), by: id, holders: some(id), consistent: conditions }),
  v.strictObject({ ...facts, kind: v.literal("recount"), by: id }),
  v.strictObject({
    ...facts,
    kind: v.literal("decision"),
    flags: v.optional(flags, []),
    when: v.optional(conditions, []),
    actions: some(action),
    proceeds: v.optional(v.boolean(), false),
  }),
  v.strictObject({ ...facts, kind: v.literal("postcondition"), holds: conditions }),
  v.strictObject({
    ...facts,
    kind: v.literal("term"),
    matter,
    from: v.picklist(["electionDay", "notification", "publication", "receipt", "vacancy"]),
    length: whole(1, 3_660),
    unit: v.picklist(["calendarDays", "workingDays", "hours"]),
    closes: v.optional(v.pipe(v.string(), v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, "law.badTime")), ""),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("fee"),
    matter,
    part: fraction,
    of: id,
    per: v.picklist(["station", "filing"]),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("threshold"),
    matter,
    part: some(v.picklist(THRESHOLD_FIGURES)),
    relation: v.picklist(["moreThan", "atLeast"]),
    share: fraction,
    base: v.picklist(THRESHOLD_FIGURES),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("body"),
    body: id,
    seats: some(v.strictObject({ id, name: localText })),
    chair: id,
    quorum: whole(1, 1_000),
    majority: v.picklist(["mostVotes", "halfOfVotes", "halfOfSeats"]),
    castingVote: v.boolean(),
    tieWithoutChair: v.picklist(["nextInOrder", "undecided"]),
    resignation: v.picklist(["closesSeat", "suspendedAndSubstituted"]),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("transition"),
    act: v.picklist(LEGAL_ACTS),
    from: some(v.picklist(LEGAL_STATES)),
    to: v.picklist(LEGAL_STATES),
    by: id,
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("ground"),
    ground: id,
    noted: v.boolean(),
    filers: some(v.picklist(["tableAgent", "legalAgent", "party", "voter", "observer", "authority"])),
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
    steps: some(v.picklist(CERTIFICATION_STEPS)),
    first: id,
    by: id,
    terms: v.array(v.strictObject({ matter, while: v.picklist(CERTIFICATION_STEPS) })),
  }),
  v.strictObject({ ...facts, kind: v.literal("endOfTerm"), election: id, date: day }),
]);

const offset = v.pipe(v.string(), v.regex(/^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/, "law.badOffset"));

/** The law file as written: `acta-law/1`. Unknown keys are refused, so that a slip is seen. */
export const lawSchema: v.GenericSchema<unknown, WrittenLaw> = v.strictObject({
  format: v.literal("acta-law/1"),
  id,
  name: localText,
  country: v.optional(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2})?$/, "law.badCountry")), ""),
  roles: list(v.strictObject({ id, name: localText, words: v.optional(v.array(text), []) })),
  calendar: v.strictObject({
    zone: text,
    offsets: some(v.strictObject({ from: moment, offset })),
    weekend: v.array(whole(1, 7)),
    holidays: v.record(v.pipe(v.string(), v.regex(/^\d{4}$/, "law.badYear")), v.array(day)),
  }),
  units: v.optional(
    list(
      v.strictObject({
        id,
        from: day,
        to: day,
        cents: whole(1, 1_000_000_000_000),
        currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "law.badCurrency")),
      }),
    ),
    [],
  ),
  convocations: v.optional(list(v.strictObject({ election: id, date: day, article: text })), []),
  certified: v.optional(
    list(v.strictObject({ election: id, name: localText, voted: day, certified: day, source: text })),
    [],
  ),
  rules: list(rule),
});
