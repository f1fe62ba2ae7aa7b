import * as v from "valibot";
import { parseCivilDate, parseFraction } from "../basics/index.js";
import type { Barrier, InstitutionLaw, InstitutionRule } from "./institution-law.js";
import type { LocalText } from "../election/index.js";
import { SEAT_METHODS, isSeatMethodName } from "./seat-method.js";
import type { SeatMethod } from "./seat-method.js";

/** The institutions file as written, after the form has filled in what may be left out. */
export interface WrittenInstitutions extends Omit<InstitutionLaw, "outcomes"> {
  readonly outcomes: readonly { readonly id: string; readonly name: LocalText }[];
}

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, "institution.badId"));
const text = v.pipe(v.string(), v.minLength(1, "institution.emptyText"), v.maxLength(1_000, "institution.tooLong"));
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
    v.maxLength(100, "institution.tooLong"),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message: code, received: dataset.value.slice(0, 80) });
      return NEVER;
    }),
  );
}

const day = read(parseCivilDate, "institution.badDate");
const fraction = read((written) => {
  const value = parseFraction(written);
  return value !== undefined && value.numerator <= value.denominator ? value : undefined;
}, "institution.badFraction");
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(2_000, "institution.tooMany"));
const some = <T extends v.GenericSchema>(item: T) => v.pipe(list(item), v.minLength(1, "institution.emptyList"));
const relation = v.picklist(["atLeast", "moreThan"]);
const shareBase = v.picklist(["validVotes", "ballotsCast", "registeredVoters"]);

const divisors = v.pipe(
  v.strictObject({
    first: some(whole(1, 1_000_000)),
    step: whole(1, 1_000_000),
    unit: v.optional(whole(1, 1_000_000), 1),
  }),
  v.check(({ first }) => first.every((each, at) => at === 0 || each > (first[at - 1] ?? 0)), "institution.badDivisors"),
);
const mostEach = v.optional(v.nullable(whole(1, 1_000)), null);
const methodParts = v.strictObject({
  quota: v.nullable(v.strictObject({ plus: whole(0, 10), rounding: v.picklist(["exact", "down", "up", "next"]) })),
  residual: some(
    v.variant("kind", [
      v.strictObject({ kind: v.literal("averages"), divisors, mostEach }),
      v.strictObject({
        kind: v.literal("remainders"),
        mostEach,
        leastQuotas: v.optional(v.nullable(fraction), null),
      }),
    ]),
  ),
  tieBy: v.optional(v.picklist(["lot", "largestRemainder"]), "lot"),
  majorityClause: v.optional(v.boolean(), false),
});
const method: v.GenericSchema<unknown, SeatMethod> = v.union(
  [
    read(
      (written): SeatMethod | undefined => (isSeatMethodName(written) ? SEAT_METHODS[written] : undefined),
      "institution.badMethod",
    ),
    v.pipe(
      methodParts,
      // Remainders are what whole quotas leave.
      v.check(
        ({ quota, residual }) => quota !== null || residual.every(({ kind }) => kind === "averages"),
        "institution.badMethod",
      ),
    ),
  ],
  "institution.badMethod",
);

const barrier: v.GenericSchema<unknown, Barrier> = v.lazy(() =>
  v.variant("kind", [
    v.strictObject({
      kind: v.literal("share"),
      share: fraction,
      relation: v.optional(relation, "atLeast"),
      of: shareBase,
      alliance: v.optional(v.nullable(fraction), null),
      perFurtherParty: v.optional(v.nullable(fraction), null),
      inDistricts: v.optional(whole(0, 10_000), 0),
    }),
    v.strictObject({
      kind: v.literal("seats"),
      atLeast: whole(1, 100_000),
      inDistricts: v.optional(whole(1, 10_000), 1),
    }),
    v.strictObject({ kind: v.literal("seatShare"), atLeast: fraction }),
    v.strictObject({ kind: v.picklist(["allOf", "anyOf"]), of: some(barrier) }),
  ]),
);

const facts = {
  id,
  article: v.pipe(v.string(), v.maxLength(200, "institution.tooLong")),
  text: localText,
  note: v.optional(v.nullable(localText), null),
  confidence: v.picklist(["high", "medium", "low"]),
  validFrom: day,
  validTo: v.optional(v.nullable(day), null),
};

const rule: v.GenericSchema<unknown, InstitutionRule> = v.variant("kind", [
  v.strictObject({
    ...facts,
    kind: v.literal("chamber"),
    chamber: id,
    name: localText,
    legalNumber: whole(1, 100_000),
    quorum: v.optional(whole(0, 100_000), 0),
    leaveReducesEligible: v.optional(v.boolean(), false),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("seats"),
    chamber: id,
    method,
    districts: some(
      v.strictObject({ id, name: localText, seats: whole(1, 100_000), words: v.optional(list(text), []) }),
    ),
    barrier: v.optional(v.nullable(barrier), null),
    sitting: v.picklist(["listOrder", "preferentialVotes"]),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("majority"),
    chamber: id,
    question: id,
    levels: some(
      v.strictObject({
        outcome: id,
        votes: v.optional(v.picklist(["inFavour", "against"]), "inFavour"),
        share: fraction,
        relation,
        of: v.picklist(["legalNumber", "eligible", "present", "votesCast", "validVotes"]),
        rounding: v.optional(v.picklist(["up", "nearest", "down"]), "up"),
      }),
    ),
    otherwise: id,
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("round"),
    office: id,
    wins: list(
      v.strictObject({
        share: fraction,
        relation,
        of: shareBase,
        lead: v.optional(v.nullable(fraction), null),
      }),
    ),
    runoff: v.nullable(v.strictObject({ between: whole(2, 100), withinDays: whole(1, 3_660) })),
  }),
]);

/** The form of an institutions file: `acta-institutions/1`. Unknown keys are refused, so that a slip is seen. */
export const institutionsForm: v.GenericSchema<unknown, WrittenInstitutions> = v.strictObject({
  format: v.literal("acta-institutions/1"),
  id,
  name: localText,
  country: v.optional(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2})?$/, "institution.badCountry")), ""),
  provenance: v.optional(v.picklist(["real", "synthetic", "drill"]), "real"),
  outcomes: list(v.strictObject({ id, name: localText })),
  voteWords: v.optional(
    list(
      v.strictObject({
        word: text,
        vote: v.picklist(["inFavour", "against", "abstains", "present", "absent", "onLeave", "unknown"]),
      }),
    ),
    [],
  ),
  rules: list(rule),
});
