import * as v from "valibot";
import type { ClaimFact } from "./claim-fact.js";
import { writtenNumber } from "./exact-number.js";
import {
  countForm,
  countOrNone,
  dayForm,
  idForm,
  instantForm,
  listForm,
  localTextForm,
  mapForm,
  textForm,
  wordForm,
} from "./form-parts.js";

/** A decimal as printed, kept as text so that nothing is rounded on the way. */
const decimalForm: v.GenericSchema<unknown, string> = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.maxLength(40, "claim.tooLong"))]),
  v.transform((written) => String(written)),
  v.check((text) => writtenNumber(text) !== undefined, "claim.badNumber"),
);

const facts = {
  id: idForm,
  source: textForm,
  confidence: v.optional(v.picklist(["high", "medium", "low"]), "medium"),
};

/** The form of a dated fact. Unknown keys are refused, so that a slip is seen. */
export const factForm: v.GenericSchema<unknown, ClaimFact> = v.variant("kind", [
  v.strictObject({
    ...facts,
    kind: v.literal("totals"),
    election: idForm,
    at: instantForm,
    status: v.picklist(["complete", "certified"]),
    votes: mapForm(countForm),
    validVotes: countOrNone,
    blankVotes: countOrNone,
    nullVotes: countOrNone,
    ballotsCast: countOrNone,
    registeredVoters: countOrNone,
    stations: countOrNone,
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("docket"),
    docket: idForm,
    at: instantForm,
    filer: wordForm,
    filed: countForm,
    inTime: countOrNone,
    rejected: countOrNone,
    appealsOpen: countOrNone,
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("poll"),
    election: idForm,
    on: dayForm,
    firm: textForm,
    shares: mapForm(decimalForm),
    errors: v.optional(listForm(decimalForm), []),
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("vote"),
    chamber: idForm,
    question: idForm,
    on: dayForm,
    inFavour: countForm,
    against: countOrNone,
    abstentions: countOrNone,
    present: countOrNone,
    eligible: countOrNone,
    motion: wordForm,
    about: wordForm,
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("holding"),
    office: idForm,
    holder: textForm,
    from: dayForm,
    to: v.optional(v.nullable(dayForm), null),
    came: idForm,
    left: wordForm,
    before: wordForm,
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("event"),
    topic: idForm,
    about: idForm,
    on: dayForm,
    outcome: wordForm,
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("record"),
    on: dayForm,
    article: wordForm,
    fields: mapForm(v.union([v.number(), textForm])),
  }),
  v.strictObject({ ...facts, kind: v.literal("seats"), chamber: idForm, on: dayForm, lists: mapForm(countForm) }),
  v.strictObject({
    ...facts,
    kind: v.literal("people"),
    on: dayForm,
    people: listForm(v.strictObject({ name: textForm, list: wordForm })),
  }),
  v.strictObject({ ...facts, kind: v.literal("name"), name: localTextForm, names: listForm(textForm) }),
  v.strictObject({
    ...facts,
    kind: v.literal("case"),
    filed: dayForm,
    decided: dayForm,
    decidedOnAppeal: dayForm,
    matter: idForm,
    appealMatter: idForm,
  }),
  v.strictObject({
    ...facts,
    kind: v.literal("membership"),
    body: idForm,
    seat: idForm,
    on: dayForm,
    change: v.picklist(["vacate", "resign", "callAlternate"]),
  }),
]);
