import * as v from "valibot";

// The documents of the API: the same as of the commands with --json (docs/json.md). Within a version keys are only added, so what is not
// named here may be there all the same.

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const whole = v.pipe(v.number(), v.integer());
const moment = v.pipe(v.nullable(v.string()), v.description("UTC; null where nobody said"));
const share = v.pipe(
  v.looseObject({ numerator: whole, denominator: whole, decimal: v.nullable(v.number()) }),
  v.title("ExactShare"),
);
const edition = v.pipe(v.looseObject({ id: v.string(), number: count, asOf: moment }), v.title("EditionName"));
const cell = v.pipe(
  v.union([count, v.looseObject({ kind: v.string() })]),
  v.description("a count, or a mark that is none: blank, illegible, absurd, missing"),
);
const cells = v.record(v.string(), v.nullable(cell));
const values = v.record(v.string(), v.union([v.string(), v.number()]));
const finding = v.pipe(v.looseObject({ code: v.string(), severity: v.string(), values }), v.title("FindingOfSheet"));
const areaName = v.pipe(v.looseObject({ code: v.string(), name: v.string(), level: v.string() }), v.title("AreaName"));
const range = v.nullable(v.looseObject({ least: whole, most: whole }));

/** What every document begins with. */
function headOf<const Name extends string>(schema: Name) {
  return {
    schema: v.literal(schema),
    provenance: v.picklist(["real", "synthetic", "drill"]),
    election: v.string(),
    at: v.optional(v.pipe(count, v.description("size of the ledger that was looked at, where it was asked for"))),
  };
}

const areaResult = {
  area: areaName,
  options: v.array(
    v.pipe(
      v.looseObject({ id: v.string(), votes: count, shareOfValid: share, preferential: v.optional(v.array(count)) }),
      v.title("OptionFigures"),
    ),
  ),
  validVotes: count,
  blankVotes: count,
  nullVotes: count,
  challengedVotes: count,
  ballotsCast: count,
  votersReported: count,
  registeredVoters: count,
  turnoutCounted: share,
  turnoutRoll: share,
  stations: v.pipe(
    v.looseObject({
      total: count,
      processed: count,
      counted: count,
      annulled: count,
      notInstalled: count,
      referred: count,
      pending: count,
      notCollected: count,
    }),
    v.title("StationCounts"),
  ),
  missingCells: count,
  margin: v.pipe(v.looseObject({ votes: count, ofValid: share }), v.title("MarginFigures")),
  leader: v.pipe(v.looseObject({ id: v.nullable(v.string()), tie: v.array(v.string()) }), v.title("Leader")),
  outcome: v.pipe(
    v.looseObject({ kind: v.string(), between: v.array(v.string()), why: v.string() }),
    v.title("OutcomeSoFar"),
  ),
  open: v.pipe(v.looseObject({ stations: count, mostVotes: v.nullable(count) }), v.title("OpenSheets")),
};

const resultsHead = {
  ...headOf("acta-results/1"),
  contest: v.string(),
  edition,
  policy: v.string(),
  petitions: v.literal("notLoaded"),
};

/** `acta-editions/1`. */
export const editionsSchema = v.looseObject({
  ...headOf("acta-editions/1"),
  editions: v.array(
    v.looseObject({
      id: v.string(),
      number: count,
      asOf: moment,
      sealedAt: v.string(),
      size: count,
      dataDigest: v.string(),
    }),
  ),
});

const namedResult = v.pipe(v.looseObject(areaResult), v.title("AreaResult"));

/** `acta-results/1`: one area flat, or several under `areas`. */
export const resultsSchema = v.union([
  v.intersect([v.looseObject(resultsHead), namedResult]),
  v.looseObject({ ...resultsHead, areas: v.array(namedResult) }),
]);

const legal = v.pipe(
  v.looseObject({
    basis: v.picklist(["reported", "recorded"]),
    state: v.nullable(v.looseObject({ kind: v.string() })),
    before: v.string(),
    case: v.string(),
    events: v.array(v.unknown()),
  }),
  v.title("LegalPart"),
);

/** `acta-station/1`. */
export const stationSchema = v.looseObject({
  ...headOf("acta-station/1"),
  contest: v.string(),
  edition,
  station: v.string(),
  areas: v.array(v.looseObject({ tree: v.string(), level: v.string(), code: v.string(), name: v.string() })),
  place: v.nullable(v.looseObject({ name: v.string(), address: v.string() })),
  registeredVoters: v.nullable(count),
  state: v.nullable(v.string()),
  status: v.nullable(v.string()),
  flags: v.array(v.string()),
  resolved: v.boolean(),
  cells,
  entry: v.nullable(count),
  findings: v.array(finding),
  legal,
});

/** `acta-history/1`. */
export const historySchema = v.looseObject({
  ...headOf("acta-history/1"),
  contest: v.string(),
  station: v.string(),
  versions: v.array(
    v.looseObject({
      entry: count,
      kind: v.string(),
      replaces: v.nullable(count),
      edition: v.nullable(edition),
      asOf: moment,
      recordedAt: v.string(),
      basis: v.string(),
      reason: v.string(),
      source: v.nullable(v.looseObject({ sha256: v.string(), name: v.string() })),
      copy: v.string(),
      state: v.string(),
      status: v.string(),
      flags: v.array(v.string()),
      resolved: v.boolean(),
      cells,
    }),
  ),
  legal,
});

/** `acta-diff/1`. */
export const diffSchema = v.looseObject({
  ...headOf("acta-diff/1"),
  contest: v.string(),
  options: v.array(v.string()),
  from: edition,
  to: edition,
  margin: v.looseObject({ from: count, to: count }),
  changes: v.array(
    v.looseObject({
      station: v.string(),
      statusBefore: v.string(),
      statusAfter: v.string(),
      statusChanged: v.boolean(),
      figuresChanged: v.boolean(),
      regression: v.boolean(),
      votes: v.array(whole),
    }),
  ),
  statusChanged: count,
  figuresChanged: count,
  regressions: count,
  countedChanged: count,
  transitions: v.array(v.looseObject({ before: v.string(), after: v.string(), sheets: count, votes: v.array(whole) })),
  rollDrift: v.looseObject({ registered: count, area: count, place: count }),
});

/** `acta-check/1`. */
export const findingsSchema = v.looseObject({
  ...headOf("acta-check/1"),
  contest: v.string(),
  edition,
  counts: v.record(v.string(), count),
  leftOut: count,
  findings: v.array(
    v.looseObject({
      code: v.string(),
      severity: v.string(),
      stations: v.array(v.string()),
      cells: v.array(v.string()),
      values,
    }),
  ),
});

/** `acta-disputes/1` as it is published: sizes only, never a list of stations. */
export const disputesSchema = v.looseObject({
  ...headOf("acta-disputes/1"),
  contest: v.string(),
  edition,
  policy: v.string(),
  group: v.nullable(v.string()),
  votes: v.array(v.looseObject({ option: v.string(), votes: count })),
  materiality: v.looseObject({
    question: v.picklist(["outcome", "first"]),
    verdict: v.looseObject({ kind: v.string(), says: v.array(v.looseObject({ code: v.string(), values })) }),
    bounds: v.array(v.looseObject({ option: v.string(), settled: whole, arithmetic: range, asFiledOrAnnulled: range })),
    smallestFlip: v.nullable(v.strictObject({ gate: v.unknown(), stations: count, votes: count })),
    gates: v.array(v.looseObject({ slack: whole, settled: whole, gains: v.nullable(v.string()) })),
  }),
});

/** `acta-reconcile/1`. */
export const bulletinsSchema = v.looseObject({
  ...headOf("acta-reconcile/1"),
  contest: v.string(),
  edition,
  policy: v.string(),
  series: v.array(
    v.looseObject({
      id: v.string(),
      title: v.unknown(),
      compared: v.nullable(
        v.looseObject({
          areas: v.array(
            v.looseObject({
              area: areaName,
              agrees: v.boolean(),
              lacking: whole,
              figures: v.array(
                v.looseObject({
                  figure: v.string(),
                  published: whole,
                  computed: whole,
                  difference: whole,
                  next: v.nullable(whole),
                }),
              ),
            }),
          ),
          summary: v.looseObject({ agree: count, differ: count, incomplete: count }),
        }),
      ),
      findings: v.array(v.unknown()),
    }),
  ),
});

/** `acta-timeline/1`. */
export const timelineSchema = v.looseObject({
  ...headOf("acta-timeline/1"),
  contest: v.string(),
  options: v.array(v.string()),
  points: v.array(
    v.looseObject({
      asOf: v.string(),
      votes: v.array(count),
      sources: v.array(v.looseObject({ kind: v.picklist(["edition", "bulletin"]) })),
      lead: v.looseObject({ option: v.nullable(v.string()), votes: count }),
    }),
  ),
  leftOut: v.looseObject({ undated: count, torn: count, incomplete: count }),
});

/** A refusal: RFC 9457, and the code of the problem. */
export const problemSchema = v.looseObject({
  type: v.string(),
  title: v.string(),
  status: count,
  detail: v.pipe(v.string(), v.description("one sentence, in the language asked for")),
  code: v.string(),
});
