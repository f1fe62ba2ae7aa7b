import * as v from "valibot";
import { FLAGS } from "./flags.js";

// The shape of a definition file as it is written, with its shorthands. What refers to what is resolved in parse-definition.ts.

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, "definition.badId"));
// What may be left out is checked too, as the empty text that stands for it.
const idOrNone = v.pipe(v.string(), v.regex(/^(?:[A-Za-z0-9][A-Za-z0-9_.-]{0,63})?$/, "definition.badId"));
const shortText = v.pipe(v.string(), v.maxLength(300, "definition.tooLong"));
const text = v.union([
  v.pipe(
    shortText,
    v.transform((both) => ({ es: both, en: both })),
  ),
  v.strictObject({ es: shortText, en: shortText }),
]);
const column = shortText;
const fractionText = v.pipe(v.string(), v.regex(/^\d{1,15}\/[1-9]\d{0,14}$/, "definition.badFraction"));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "definition.badHash"));
const address = v.pipe(v.string(), v.regex(/^(?:https:\/\/[^\s]{1,500})?$/, "definition.badAddress"));
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(20_000, "definition.tooMany"));

const textFrom = v.union([
  v.pipe(
    column,
    v.transform((name) => ({ column: name, take: 0, padTo: 0, fixed: "" })),
  ),
  v.strictObject({
    column: v.optional(column, ""),
    take: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
    padTo: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(32)), 0),
    fixed: v.optional(shortText, ""),
  }),
]);

const dialect = v.strictObject({
  format: v.optional(v.picklist(["csv", "json", "ndjson", "xlsx", "parquet"]), "csv"),
  separator: v.optional(v.pipe(v.string(), v.length(1)), ","),
  quote: v.optional(v.pipe(v.string(), v.maxLength(1)), '"'),
  encoding: v.optional(v.picklist(["utf-8", "latin1", "windows-1252"]), "utf-8"),
  headerRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)), 1),
  worksheet: v.optional(shortText, ""),
  records: v.optional(shortText, ""),
});

const values = v.strictObject({
  thousands: v.optional(v.pipe(v.string(), v.maxLength(1)), ""),
  missing: v.optional(v.record(v.string(), v.picklist(["blank", "illegible", "notSupplied"])), {}),
  unreadable: v.optional(v.picklist(["refuse", "absurd"]), "refuse"),
});

const knownFile = v.strictObject({
  name: shortText,
  sha256,
  asOf: v.optional(shortText),
  part: v.optional(idOrNone, ""),
  url: v.optional(address, ""),
});

const roll = v.strictObject({
  registered: v.optional(column, ""),
  place: v.optional(v.strictObject({ name: column, address: v.optional(column, "") })),
  trees: v.optional(v.record(id, v.record(id, v.strictObject({ code: textFrom, name: v.optional(textFrom) }))), {}),
  use: v.optional(v.picklist(["all", "gaps"]), "all"),
});

const sheetFrom = v.strictObject({
  contest: id,
  cells: v.optional(v.record(id, column), {}),
  long: v.optional(
    v.strictObject({
      option: column,
      candidate: v.optional(v.strictObject({ column, list: v.optional(list(v.string()), [""]) })),
      votes: column,
      words: v.optional(v.record(v.string(), id), {}),
      where: v.optional(v.strictObject({ column, word: shortText })),
      repeated: v.optional(v.record(id, column), {}),
    }),
  ),
  status: v.union([list(column), v.strictObject({ fixed: id })]),
  sums: v.optional(
    v.strictObject({
      ballotsCast: v.optional(column),
      validVotes: v.optional(column),
    }),
    {},
  ),
});

const skip = list(v.strictObject({ column, words: list(v.string()) }));

const sourcePart = v.strictObject({
  id,
  optional: v.optional(v.boolean(), false),
  dialect: v.optional(dialect, {}),
  values: v.optional(values, {}),
  station: textFrom,
  roll: v.optional(roll),
  sheets: v.optional(list(sheetFrom), []),
  asOf: v.optional(column, ""),
  skip: v.optional(skip, []),
});

const source = v.strictObject({
  id,
  title: text,
  delivers: v.picklist(["full", "delta"]),
  licence: v.optional(shortText, ""),
  credit: v.optional(shortText, ""),
  refusedLimit: v.optional(fractionText, "0/1"),
  parts: v.pipe(list(sourcePart), v.minLength(1)),
  files: v.optional(list(knownFile), []),
});

const figure = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_.-]{0,79}$/, "definition.badId"));
const figureOrNone = v.pipe(v.string(), v.regex(/^(?:[A-Za-z][A-Za-z0-9_.-]{0,79})?$/, "definition.badId"));
const share = v.pipe(v.string(), v.regex(/^share[A-Za-z0-9_-]{0,60}$/, "definition.badShare"));

const clock = v.union([
  v.pipe(
    column,
    v.transform((name) => ({ columns: [name], offset: "" })),
  ),
  v.strictObject({
    columns: v.pipe(list(column), v.minLength(1)),
    offset: v.optional(v.pipe(v.string(), v.regex(/^(?:Z|[+-]\d\d:\d\d)?$/, "definition.badMoment")), ""),
  }),
]);

const bulletinPart = v.strictObject({
  id,
  dialect: v.optional(dialect, {}),
  values: v.optional(values, {}),
  asOf: v.optional(clock),
  oneMoment: v.optional(v.boolean(), false),
  tree: v.optional(idOrNone, ""),
  area: v.union([
    v.strictObject({ code: textFrom, names: v.optional(list(column), []) }),
    v.strictObject({ fixed: shortText }),
    v.strictObject({ names: v.pipe(list(column), v.minLength(1)) }),
  ]),
  scope: v.optional(v.strictObject({ column, words: v.record(v.string(), v.string()) })),
  figures: v.optional(v.record(figure, column), {}),
  long: v.optional(
    v.strictObject({
      column,
      value: column,
      words: v.optional(v.record(v.string(), figureOrNone), {}),
      shares: v.optional(v.record(share, column), {}),
    }),
  ),
});

const bulletins = v.strictObject({
  id,
  title: text,
  contest: id,
  credit: v.optional(shortText, ""),
  refusedLimit: v.optional(fractionText, "0/1"),
  parts: v.pipe(list(bulletinPart), v.minLength(1)),
  files: v.optional(list(knownFile), []),
  identities: v.optional(
    v.record(id, v.strictObject({ left: figure, right: v.pipe(list(figure), v.minLength(1)) })),
    {},
  ),
  shares: v.optional(
    v.record(
      share,
      v.strictObject({
        part: v.optional(figureOrNone, ""),
        base: v.pipe(list(figure), v.minLength(1)),
        decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)), 3),
      }),
    ),
    {},
  ),
});

const state = v.picklist(["counted", "annulled", "notInstalled", "referred", "pending", "notCollected"]);

const status = v.strictObject({
  id,
  name: v.optional(text),
  state,
  resolved: v.optional(v.boolean(), false),
  flags: v.optional(list(v.picklist(FLAGS)), []),
  words: v.optional(list(list(v.string())), []),
  blankWhenZero: v.optional(list(id), []),
});

const outcome = v.variant("rule", [
  v.strictObject({
    rule: v.literal("majority"),
    base: v.optional(v.picklist(["validVotes", "ballotsCast", "registeredVoters"]), "validVotes"),
    moreThan: v.optional(fractionText, "1/2"),
    runoffBetween: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
    article: v.optional(shortText, ""),
  }),
  v.strictObject({
    rule: v.literal("plurality"),
    winners: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
    article: v.optional(shortText, ""),
  }),
  v.strictObject({ rule: v.literal("none"), article: v.optional(shortText, "") }),
]);

const contest = v.strictObject({
  id,
  name: text,
  options: v.pipe(list(id), v.minLength(1)),
  preferential: v.optional(
    v.strictObject({ candidates: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)) }),
  ),
  cells: v.optional(v.array(v.picklist(["blank", "null", "challenged", "voters", "ballotsCast", "unusedBallots"])), [
    "blank",
    "null",
    "challenged",
    "voters",
  ]),
  outcome,
  stations: v.optional(v.strictObject({ tree: id, areas: v.pipe(list(shortText), v.minLength(1)) })),
});

const tree = v.strictObject({
  id,
  name: text,
  codes: v.optional(shortText, ""),
  root: v.strictObject({ code: shortText, level: id, name: text }),
  levels: v.optional(list(v.strictObject({ id, name: text })), []),
});

const geography = v.strictObject({
  tree: v.optional(idOrNone, ""),
  credit: v.optional(shortText, ""),
  outlines: v.optional(
    list(
      v.strictObject({
        level: id,
        file: shortText,
        object: v.optional(shortText, ""),
        code: column,
        crosswalk: v.optional(v.strictObject({ file: shortText, from: column, to: column })),
      }),
    ),
    [],
  ),
  points: v.optional(
    list(v.strictObject({ level: id, file: shortText, code: column, latitude: column, longitude: column })),
    [],
  ),
  panels: v.optional(list(id), []),
  tiles: v.optional(list(shortText), []),
  files: v.optional(list(v.strictObject({ name: shortText, sha256, url: v.optional(address, "") })), []),
});

const projection = v.strictObject({
  domains: v.optional(list(id), []),
  annulment: v.optional(
    list(
      v.strictObject({
        flags: v.optional(v.array(v.picklist(FLAGS)), []),
        when: v.optional(v.picklist(["always", "sumAboveVoters", "sumNotAboveVoters"]), "always"),
        chance: v.optional(fractionText),
        strength: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(100_000)), 20),
        reason: text,
        article: v.optional(shortText, ""),
      }),
    ),
    [],
  ),
});

/** The definition file as written: `acta-election/1`. Unknown keys are refused, so that a slip is seen. */
export const definitionSchema = v.strictObject({
  format: v.literal("acta-election/1"),
  id,
  name: text,
  country: v.optional(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2})?$/, "definition.badCountry")), ""),
  date: v.string(),
  timeZone: shortText,
  provenance: v.optional(v.picklist(["real", "synthetic", "drill"]), "real"),
  follows: v.optional(v.strictObject({ election: id, stationsMatch: v.optional(v.boolean(), false) })),
  authority: v.strictObject({ name: shortText }),
  options: v.pipe(
    list(
      v.strictObject({
        id,
        name: text,
        label: v.optional(text),
        candidate: v.optional(shortText, ""),
        colour: v.optional(v.pipe(v.string(), v.regex(/^(?:#[0-9a-fA-F]{6})?$/, "definition.badColour")), ""),
        aliases: v.optional(list(v.string()), []),
      }),
    ),
    v.minLength(1),
  ),
  contests: v.pipe(list(contest), v.minLength(1)),
  trees: v.pipe(list(tree), v.minLength(1)),
  groups: v.optional(
    list(
      v.strictObject({
        id,
        name: text,
        tree: id,
        areas: v.optional(list(shortText), []),
        except: v.optional(list(shortText), []),
      }),
    ),
    [],
  ),
  statuses: v.pipe(list(status), v.minLength(1), v.maxLength(250)),
  annulledFigures: v.optional(v.picklist(["asDecided", "asWritten"]), "asDecided"),
  checks: v.optional(
    v.record(
      id,
      v.strictObject({
        severity: v.optional(v.picklist(["error", "warning", "off"])),
        tolerance: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
        limit: v.optional(fractionText),
      }),
    ),
    {},
  ),
  policies: v.optional(
    list(
      v.strictObject({
        id,
        name: text,
        figures: v.optional(v.picklist(["current", "firstFiled"]), "current"),
        states: list(state),
        annulled: v.optional(v.picklist(["asNull", "leftOut"]), "asNull"),
      }),
    ),
    [],
  ),
  sources: v.optional(list(source), []),
  bulletins: v.optional(list(bulletins), []),
  geography: v.optional(geography),
  publishNotBefore: v.optional(
    list(
      v.strictObject({
        product: v.picklist(["results", "projection", "exitPoll"]),
        moment: shortText,
        article: shortText,
      }),
    ),
    [],
  ),
  projection: v.optional(projection),
});

/** The definition as written, after the schema has filled in what may be left out. */
export type WrittenDefinition = v.InferOutput<typeof definitionSchema>;
