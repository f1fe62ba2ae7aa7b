import * as v from "valibot";
import type { History, HistoryEvent } from "./history.js";
import type { VoteFigures } from "../institution/index.js";
import type { ProcedureLaw } from "./procedure-law.js";
import { parseSpan } from "./span.js";
import type { Span } from "./span.js";
import { confidence, day, id, list, localText, provenance, some, text, whole } from "./written-form.js";

const figure = v.optional(v.nullable(whole(0, 1_000_000)), null);
/** Figures of a vote; what is left out is not known, not 0. */
export const figuresForm: v.GenericSchema<unknown, VoteFigures | null> = v.optional(
  v.nullable(
    v.strictObject({
      inFavour: whole(0, 1_000_000),
      against: figure,
      abstentions: figure,
      present: figure,
      eligible: figure,
    }),
  ),
  null,
);
const optionalId = v.optional(v.union([v.literal(""), id]), "");

/** What every event says, with its moment read in the calendar of the law. */
function factsForm(span: v.GenericSchema<unknown, Span>) {
  return {
    id,
    at: span,
    text: v.optional(v.nullable(localText), null),
    sources: some(text),
    confidence: v.optional(confidence, "high"),
  };
}

function stepForm(span: v.GenericSchema<unknown, Span>) {
  return v.strictObject({
    ...factsForm(span),
    kind: v.literal("step"),
    case: id,
    procedure: id,
    step: id,
    outcome: v.optional(v.nullable(id), null),
    figures: figuresForm,
    facts: v.pipe(
      v.optional(v.record(id, text), {}),
      v.transform((said): ReadonlyMap<string, string> => new Map(Object.entries(said))),
    ),
    attempt: v.optional(v.boolean(), false),
  });
}

function officeForm(span: v.GenericSchema<unknown, Span>) {
  return v.strictObject({
    ...factsForm(span),
    kind: v.literal("office"),
    office: id,
    holder: text,
    state: v.picklist(["taken", "left", "suspended", "disputed"]),
    cause: id,
    follows: optionalId,
    because: optionalId,
    ticket: optionalId,
  });
}

function ticketForm(span: v.GenericSchema<unknown, Span>) {
  const person = v.optional(v.pipe(v.string(), v.maxLength(200, "procedure.tooLong")), "");
  const state = v.picklist(["runs", "excluded", "withdrawn"]);
  return v.strictObject({
    ...factsForm(span),
    kind: v.literal("ticket"),
    ticket: id,
    members: some(v.strictObject({ office: id, person, state })),
  });
}

/** The form of an event, with moments read in the calendar of the law. */
export function eventForm(span: v.GenericSchema<unknown, Span>): v.GenericSchema<unknown, HistoryEvent> {
  const facts = factsForm(span);
  return v.variant("kind", [
    stepForm(span),
    officeForm(span),
    ticketForm(span),
    v.strictObject({ ...facts, kind: v.literal("mark"), mark: id, claimedBy: optionalId }),
    v.strictObject({
      ...facts,
      kind: v.literal("situation"),
      situation: id,
      state: v.picklist(["begins", "ends"]),
    }),
    v.strictObject({
      ...facts,
      kind: v.literal("ruling"),
      about: some(id),
      upholds: v.boolean(),
      by: id,
      decision: text,
      figures: figuresForm,
    }),
    v.strictObject({ ...facts, kind: v.literal("outside"), category: id }),
  ]);
}

/** The form of a history file: `acta-history/1`. */
export function historyForm(span: v.GenericSchema<unknown, Span>): v.GenericSchema<unknown, History> {
  return v.strictObject({
    format: v.literal("acta-history/1"),
    id,
    name: localText,
    provenance,
    law: text,
    covers: v.optional(list(v.strictObject({ office: id, from: day, to: day })), []),
    events: list(eventForm(span)),
  });
}

/** The form of a moment, read in the calendar of a law. */
export function spanIn(law: ProcedureLaw): v.GenericSchema<unknown, Span> {
  return v.pipe(
    v.string(),
    v.maxLength(100, "procedure.tooLong"),
    v.rawTransform<string, Span>(({ dataset, addIssue, NEVER }) => {
      const value = parseSpan(dataset.value, law.calendar);
      if (value !== undefined) return value;
      addIssue({ message: dateProblem(dataset.value), received: dataset.value.slice(0, 80) });
      return NEVER;
    }),
  );
}

/** The code of what is wrong with a date: one with slashes or dots can be two days, and nobody guesses which. */
export function dateProblem(written: string): string {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}$/.exec(written);
  return parts !== null && Number(parts[1]) <= 12 && Number(parts[2]) <= 12
    ? "procedure.ambiguousDate"
    : "procedure.badMoment";
}
