import * as v from "valibot";
import { FLAGS } from "../election/index.js";

// The shape of a scenario file as it is written. What refers to the election is checked where the scenario is applied to it.

const SCENARIO_FORMAT = "acta-scenario/1";

const MOST_OVERRIDES = 100;
const MOST_STATIONS = 1_000_000;
/** Six digits: shares of a sheet stay exact in whole numbers. */
const SHARE = /^(\d{1,6})\/([1-9]\d{0,5})$/;

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, "scenario.badId"));
const word = v.pipe(v.string(), v.minLength(1, "scenario.badValue"), v.maxLength(100, "scenario.badValue"));
const shortText = v.pipe(v.string(), v.maxLength(300, "scenario.badValue"));
const text = v.union([
  v.pipe(
    shortText,
    v.transform((both) => ({ es: both, en: both })),
  ),
  v.strictObject({ es: shortText, en: shortText }),
]);
const count = v.pipe(
  v.number(),
  v.integer("scenario.badValue"),
  v.minValue(0, "scenario.badValue"),
  v.maxValue(999_999_999, "scenario.badValue"),
);
const share = v.pipe(
  v.string(),
  v.regex(SHARE, "scenario.badShare"),
  v.transform((written) => {
    const [, numerator = "0", denominator = "1"] = SHARE.exec(written) ?? [];
    return { numerator: Number(numerator), denominator: Number(denominator) };
  }),
);

const several = <T extends v.GenericSchema>(item: T) =>
  v.nullish(
    v.pipe(v.array(item), v.minLength(1, "scenario.badValue"), v.maxLength(MOST_STATIONS, "scenario.badValue")),
    null,
  );

const shareRule = v.pipe(
  v.strictObject({
    option: id,
    moreThan: v.optional(share),
    lessThan: v.optional(share),
    base: v.optional(v.picklist(["validVotes", "ballotsCast", "registeredVoters"]), "validVotes"),
  }),
  v.check((rule) => (rule.moreThan === undefined) !== (rule.lessThan === undefined), "scenario.oneLimit"),
);

const selection = v.pipe(
  v.strictObject({
    stations: several(word),
    area: v.nullish(v.strictObject({ tree: id, code: word }), null),
    group: v.nullish(id, null),
    states: several(v.picklist(["counted", "annulled", "notInstalled", "referred", "pending", "notCollected"])),
    statuses: several(id),
    flags: several(v.picklist(FLAGS)),
    petitioned: v.nullish(v.strictObject({ filer: v.nullish(word, null), ground: v.nullish(word, null) }), null),
    share: v.nullish(shareRule, null),
    best: v.nullish(
      v.strictObject({ stations: v.pipe(count, v.minValue(1, "scenario.badValue")), for: id, against: id }),
      null,
    ),
  }),
  v.check((select) => Object.values(select).some((each) => each !== null), "scenario.emptySelection"),
);

const action = v.variant("kind", [
  v.strictObject({ kind: v.literal("annul") }),
  v.strictObject({ kind: v.literal("restore") }),
  v.strictObject({ kind: v.literal("swap"), options: v.strictTuple([id, id]) }),
  v.strictObject({
    kind: v.literal("correct"),
    cells: v.pipe(
      v.record(id, count),
      v.check((cells) => Object.keys(cells).length > 0, "scenario.badValue"),
      v.transform((cells): ReadonlyMap<string, number> => new Map(Object.entries(cells))),
    ),
  }),
]);

/** The shape of a scenario file, `acta-scenario/1`. */
export const scenarioSchema = v.strictObject({
  format: v.literal(SCENARIO_FORMAT, "scenario.badFormat"),
  id,
  name: v.optional(text),
  overrides: v.pipe(
    v.array(v.strictObject({ select: selection, action })),
    v.minLength(1, "scenario.noOverride"),
    v.maxLength(MOST_OVERRIDES, "scenario.badValue"),
  ),
});
