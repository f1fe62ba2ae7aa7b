import * as v from "valibot";
import { parseFraction } from "../basics/index.js";
import type { Barrier, InstitutionLaw, InstitutionRule } from "./institution-law.js";
import type { LocalText } from "../election/index.js";
import {
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
import { SEAT_METHODS, isSeatMethodName } from "./seat-method.js";
import type { SeatMethod } from "./seat-method.js";

/** The institutions file as written, after the form has filled in what may be left out. */
export interface WrittenInstitutions extends Omit<InstitutionLaw, "outcomes"> {
  readonly outcomes: readonly { readonly id: string; readonly name: LocalText }[];
}

const fraction = writtenAs((written) => {
  const value = parseFraction(written);
  return value !== undefined && value.numerator <= value.denominator ? value : undefined;
}, "institution.badFraction");
const relation = v.picklist(["atLeast", "moreThan"]);
const shareBase = v.picklist(["validVotes", "ballotsCast", "registeredVoters"]);

const divisors = v.pipe(
  v.strictObject({
    first: writtenSome(writtenWhole(1, 1_000_000)),
    step: writtenWhole(1, 1_000_000),
    unit: v.optional(writtenWhole(1, 1_000_000), 1),
  }),
  v.check(({ first }) => first.every((each, at) => at === 0 || each > (first[at - 1] ?? 0)), "institution.badDivisors"),
);
const mostEach = v.optional(v.nullable(writtenWhole(1, 1_000)), null);
const methodParts = v.strictObject({
  quota: v.nullable(
    v.strictObject({ plus: writtenWhole(0, 10), rounding: v.picklist(["exact", "down", "up", "next"]) }),
  ),
  residual: writtenSome(
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
    writtenAs(
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
      inDistricts: v.optional(writtenWhole(0, 10_000), 0),
    }),
    v.strictObject({
      kind: v.literal("seats"),
      atLeast: writtenWhole(1, 100_000),
      inDistricts: v.optional(writtenWhole(1, 10_000), 1),
    }),
    v.strictObject({ kind: v.literal("seatShare"), atLeast: fraction }),
    v.strictObject({ kind: v.picklist(["allOf", "anyOf"]), of: writtenSome(barrier) }),
  ]),
);

const facts = {
  id: writtenId,
  article: writtenArticle,
  text: writtenLocalText,
  note: v.optional(v.nullable(writtenLocalText), null),
  confidence: v.picklist(["high", "medium", "low"]),
  validFrom: writtenDay,
  validTo: v.optional(v.nullable(writtenDay), null),
};

const rule: v.GenericSchema<unknown, InstitutionRule> = v.variant("kind", [
  v.strictObject({
    ...facts,
    kind: v.literal("chamber"),
    chamber: writtenId,
    name: writtenLocalText,
    legalNumber: writtenWhole(1, 100_000),
    quorum: v.optional(writtenWhole(0, 100_000), 0),
    leaveReducesEligible: v.optional(v.boolean(), false),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("seats"),
    chamber: writtenId,
    method,
    districts: writtenSome(
      v.strictObject({
        id: writtenId,
        name: writtenLocalText,
        seats: writtenWhole(1, 100_000),
        words: v.optional(writtenList(writtenText), []),
      }),
    ),
    barrier: v.optional(v.nullable(barrier), null),
    sitting: v.picklist(["listOrder", "preferentialVotes"]),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("majority"),
    chamber: writtenId,
    question: writtenId,
    levels: writtenSome(
      v.strictObject({
        outcome: writtenId,
        votes: v.optional(v.picklist(["inFavour", "against"]), "inFavour"),
        share: fraction,
        relation,
        of: v.picklist(["legalNumber", "eligible", "present", "votesCast", "validVotes"]),
        rounding: v.optional(v.picklist(["up", "nearest", "down"]), "up"),
      }),
    ),
    otherwise: writtenId,
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("round"),
    office: writtenId,
    wins: writtenList(
      v.strictObject({
        share: fraction,
        relation,
        of: shareBase,
        lead: v.optional(v.nullable(fraction), null),
      }),
    ),
    runoff: v.nullable(v.strictObject({ between: writtenWhole(2, 100), withinDays: writtenWhole(1, 3_660) })),
  }),
]);

/** The form of an institutions file: `acta-institutions/1`. Unknown keys are refused, so that a slip is seen. */
export const institutionsForm: v.GenericSchema<unknown, WrittenInstitutions> = v.strictObject({
  format: v.literal("acta-institutions/1"),
  id: writtenId,
  name: writtenLocalText,
  country: v.optional(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2})?$/, "institution.badCountry")), ""),
  provenance: v.optional(v.picklist(["real", "synthetic", "drill"]), "real"),
  outcomes: writtenList(v.strictObject({ id: writtenId, name: writtenLocalText })),
  voteWords: v.optional(
    writtenList(
      v.strictObject({
        word: writtenText,
        vote: v.picklist(["inFavour", "against", "abstains", "present", "absent", "onLeave", "unknown"]),
      }),
    ),
    [],
  ),
  rules: writtenList(rule),
});
