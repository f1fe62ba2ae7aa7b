import * as v from "valibot";
import type { CivilDate } from "../basics/index.js";
import type { LocalText } from "../election/index.js";
import type { ProcedureLaw, ProcedureLawRule, StepEffect, StepTest, StepWindow } from "./procedure-law.js";
import {
  confidence,
  country,
  day,
  id,
  list,
  localText,
  moment,
  provenance,
  read,
  some,
  text,
  whole,
} from "./written-form.js";

/** The procedures file as written, after the form has filled in what may be left out. */
export interface WrittenProcedures extends Omit<ProcedureLaw, "names" | "calendar"> {
  readonly names: readonly ({ readonly id: string } & LocalText)[];
  readonly calendar: Omit<ProcedureLaw["calendar"], "holidays"> & {
    readonly holidays: Readonly<Record<string, readonly CivilDate[]>>;
  };
}

const facts = {
  id,
  article: v.pipe(v.string(), v.maxLength(200, "procedure.tooLong")),
  text: localText,
  note: v.optional(v.nullable(localText), null),
  confidence,
  validFrom: day,
  validTo: v.optional(v.nullable(day), null),
};

const window: v.GenericSchema<unknown, StepWindow> = v.strictObject({
  after: v.variant("kind", [
    v.strictObject({ kind: v.literal("step"), step: id }),
    v.strictObject({ kind: v.literal("taking"), office: id }),
  ]),
  from: v.optional(whole(0, 10_000), 0),
  to: v.optional(v.nullable(whole(0, 10_000)), null),
  unit: v.picklist(["calendarDays", "workingDays", "months", "hours"]),
  atOnceIn: v.optional(list(id), []),
});

const test: v.GenericSchema<unknown, StepTest> = v.variant("kind", [
  v.strictObject({ kind: v.literal("marked"), mark: id, atLeast: whole(1, 1_000), inTermOf: id }),
  v.strictObject({ kind: v.literal("notInLast"), months: whole(1, 1_200), ofTermOf: id }),
  v.strictObject({ kind: v.literal("notDuring"), situation: id }),
  v.strictObject({ kind: v.literal("dateWithin"), fact: id, months: whole(1, 1_200) }),
  v.strictObject({ kind: v.literal("says"), fact: id, oneOf: some(id) }),
  v.strictObject({ kind: v.literal("nextPeriod"), series: id, after: id }),
  v.strictObject({ kind: v.literal("withinYearsOfLeaving"), office: id, years: whole(1, 100) }),
]);

const effect: v.GenericSchema<unknown, StepEffect> = v.variant("kind", [
  v.strictObject({ kind: v.literal("vacates"), office: id, cause: id }),
  v.strictObject({ kind: v.literal("marks"), mark: id }),
]);

const step = v.strictObject({
  id,
  name: localText,
  article: v.pipe(v.string(), v.maxLength(200, "procedure.tooLong")),
  by: id,
  from: some(id),
  vote: v.optional(v.nullable(v.strictObject({ chamber: id, question: v.union([v.literal(""), id]) })), null),
  outcomes: some(v.strictObject({ outcome: id, to: id, effects: v.optional(list(effect), []) })),
  window: v.optional(v.nullable(window), null),
  conditions: v.optional(list(v.strictObject({ article: facts.article, text: localText, test })), []),
});

const rule: v.GenericSchema<unknown, ProcedureLawRule> = v.variant("kind", [
  v.strictObject({
    ...facts,
    kind: v.literal("office"),
    office: id,
    name: localText,
    term: v.optional(v.nullable(v.strictObject({ years: whole(1, 100), from: day })), null),
    succession: v.optional(
      list(
        v.strictObject({
          office: id,
          manner: v.picklist(["leaves", "derived"]),
          duty: v.optional(v.union([v.literal(""), id]), ""),
        }),
      ),
      [],
    ),
  }),
  v.strictObject({ ...facts, kind: v.literal("power"), body: id }),
  v.strictObject({ ...facts, kind: v.literal("procedure"), procedure: id, name: localText, steps: some(step) }),
]);

const offset = read(
  (written) => (/^(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.test(written) ? written : undefined),
  "procedure.badOffset",
);

/** The form of a procedures file: `acta-procedures/1`. Unknown keys are refused, so that a slip is seen. */
export const proceduresForm: v.GenericSchema<unknown, WrittenProcedures> = v.strictObject({
  format: v.literal("acta-procedures/1"),
  id,
  name: localText,
  country,
  provenance,
  institutions: text,
  calendar: v.strictObject({
    zone: text,
    offsets: some(v.strictObject({ from: moment, offset })),
    weekend: v.array(whole(1, 7)),
    holidays: v.record(v.pipe(v.string(), v.regex(/^\d{4}$/, "procedure.badYear")), v.array(day)),
  }),
  names: list(v.strictObject({ id, es: text, en: text })),
  words: v.optional(
    list(v.strictObject({ word: text, means: list(id), note: v.optional(v.nullable(localText), null) })),
    [],
  ),
  periods: v.optional(list(v.strictObject({ series: id, id, from: day, to: day, source: text })), []),
  rules: list(rule),
});
