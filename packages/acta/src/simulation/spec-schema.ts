import * as v from "valibot";
import type { Json } from "../basics/index.js";
import { FLAGS } from "../election/index.js";

// The shape of a simulation file as it is written. What refers to what is checked in parse-simulation.ts and spec-areas.ts.

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, "simulation.badId"));
const shortText = v.pipe(v.string(), v.maxLength(300, "simulation.tooLong"));
const longText = v.pipe(v.string(), v.minLength(1, "simulation.emptyText"), v.maxLength(2_000, "simulation.tooLong"));
const text = v.union([
  v.pipe(
    shortText,
    v.transform((both) => ({ es: both, en: both })),
  ),
  v.strictObject({ es: shortText, en: shortText }),
]);
const count = v.pipe(
  v.number(),
  v.integer("simulation.notWhole"),
  v.minValue(0, "simulation.negative"),
  v.maxValue(999_999_999, "simulation.tooLarge"),
);
const between = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least, "simulation.outOfRange"), v.maxValue(most, "simulation.outOfRange"));
const share = between(0, 1);
const correlation = between(0, 0.9);

const totals = {
  stations: v.optional(count),
  registered: v.optional(count),
  votes: v.optional(v.record(id, count)),
  // Not `null`: as a key of YAML that is no text.
  blankVotes: v.optional(count),
  nullVotes: v.optional(count),
  source: v.optional(shortText, ""),
  rural: v.optional(share),
  delay: v.optional(between(-100, 100), 0),
  flagged: v.optional(between(0, 1_000), 1),
};

const area = v.strictObject({
  code: v.pipe(shortText, v.minLength(1, "simulation.emptyText")),
  name: shortText,
  parent: v.optional(shortText, ""),
  ...totals,
});

const spreadOf = (place: number, station: number) =>
  v.optional(v.strictObject({ place: v.optional(correlation, place), station: v.optional(correlation, station) }), {});

const flag = v.picklist(FLAGS);

const error = v.picklist([
  "none",
  "votersAboveSum",
  "votersBelowSum",
  "votersAboveRegistered",
  "votersMissing",
  "votersIllegible",
  "cellMissing",
  "challenged",
  "noFigures",
]);

const json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([v.null(), v.boolean(), v.number(), v.string(), v.array(json), v.record(v.string(), json)]),
);
const jsonRecord = v.record(v.string(), json);

const moment = v.strictObject({ asOf: v.string(), reported: share, resolved: v.optional(share, 0) });

/** The simulation file as written: `acta-simulation/1`. Unknown keys are refused, so that a slip is seen. */
export const simulationSchema = v.strictObject({
  format: v.literal("acta-simulation/1"),
  id,
  name: text,
  source: longText,
  country: v.optional(shortText, ""),
  date: v.string(),
  timeZone: shortText,
  authority: v.optional(shortText, ""),
  seed: v.pipe(
    v.number(),
    v.integer("simulation.notWhole"),
    v.minValue(0, "simulation.negative"),
    v.maxValue(4_294_967_295, "simulation.tooLarge"),
  ),
  options: v.pipe(
    v.array(
      v.strictObject({
        id,
        name: text,
        label: v.optional(text),
        candidate: v.optional(shortText, ""),
        colour: v.optional(shortText, ""),
      }),
    ),
    v.minLength(1),
    v.maxLength(200, "simulation.tooMany"),
  ),
  contest: v.strictObject({ id, name: text, outcome: jsonRecord }),
  tree: v.strictObject({
    id,
    name: text,
    codes: v.optional(shortText, ""),
    root: v.strictObject({ code: shortText, level: id, name: text }),
    levels: v.pipe(v.array(v.strictObject({ id, name: text })), v.minLength(1), v.maxLength(8, "simulation.tooMany")),
  }),
  areas: v.pipe(v.array(area), v.minLength(1), v.maxLength(20_000, "simulation.tooMany")),
  definition: v.optional(
    v.strictObject({
      groups: v.optional(v.array(json)),
      policies: v.optional(v.array(json)),
      checks: v.optional(jsonRecord),
    }),
    {},
  ),
  stations: v.optional(
    v.strictObject({
      usual: v.optional(between(1, 1_000_000), 300),
      most: v.optional(v.pipe(count, v.minValue(1, "simulation.outOfRange")), 300),
      perPlace: v.optional(between(1, 10_000), 10),
    }),
    {},
  ),
  rural: v.optional(
    v.strictObject({
      share: v.optional(share, 0.25),
      size: v.optional(between(0.01, 10), 0.8),
      perPlace: v.optional(between(1, 10_000), 3),
      lean: v.optional(v.record(id, between(-10, 10)), {}),
    }),
    {},
  ),
  spread: v.optional(
    v.strictObject({ turnout: spreadOf(0.01, 0.002), invalid: spreadOf(0.005, 0.003), votes: spreadOf(0.03, 0.003) }),
    {},
  ),
  reporting: v.optional(
    v.strictObject({
      rural: v.optional(between(-100, 100), 1.5),
      place: v.optional(between(0, 100), 0.7),
      station: v.optional(between(0, 100), 1),
    }),
    {},
  ),
  flagged: v.optional(
    v.pipe(
      v.array(v.strictObject({ flag, error, share, annulled: v.optional(share, 0) })),
      v.maxLength(100, "simulation.tooMany"),
    ),
    [],
  ),
  notInstalled: v.optional(share, 0),
  moments: v.pipe(v.array(moment), v.minLength(1), v.maxLength(1_000, "simulation.tooMany")),
});

/** The simulation file as written, after the schema has filled in what may be left out. */
export type WrittenSimulation = v.InferOutput<typeof simulationSchema>;
