import * as v from "valibot";

// What the published data files say, as far as pages read it (docs/design/published-folder.md). Keys that pages do not need are left out.

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const whole = v.pipe(v.number(), v.integer());
const share = v.object({ numerator: whole, denominator: count });
const cell = v.union([v.string(), v.number(), v.null()]);

const rows = {
  columns: v.array(v.string()),
  rows: v.optional(v.array(v.array(cell))),
  pages: v.optional(v.array(v.object({ file: hash, rows: count }))),
};

const result = v.object({
  policies: v.array(v.string()),
  options: v.array(v.object({ id: v.string(), votes: count, shareOfValid: share })),
  validVotes: count,
  blankVotes: count,
  nullVotes: count,
  challengedVotes: count,
  ballotsCast: count,
  registeredVoters: count,
  turnoutCounted: share,
  turnoutRoll: share,
  stations: v.object({
    total: count,
    processed: count,
    counted: count,
    annulled: count,
    notInstalled: count,
    referred: count,
    pending: count,
    notCollected: count,
  }),
  missingCells: count,
  margin: v.object({ votes: count, ofValid: share }),
  leader: v.object({ id: v.nullable(v.string()), tie: v.array(v.string()) }),
  outcome: v.object({ kind: v.string(), between: v.array(v.string()), why: v.string() }),
  open: v.object({ stations: count, mostVotes: v.nullable(count) }),
});

const newest = v.nullable(
  v.object({
    entry: count,
    edition: v.nullable(v.object({ id: v.string(), number: count, asOf: v.nullable(v.string()) })),
  }),
);

const named = v.object({ code: v.string(), level: v.string(), name: v.string() });
/** Areas from the root down: code, level, name. */
const within = v.array(v.tuple([v.string(), v.string(), v.string()]));
const head = {
  provenance: v.picklist(["real", "synthetic", "drill"]),
  mode: v.picklist(["ofRecord", "reported"]),
  election: v.string(),
  contest: v.string(),
  tree: v.string(),
};

/** An area of a tree or a group: its results under every policy and the list of what it is made of. */
export const areaForm = v.object({
  ...head,
  schema: v.literal("acta-area/1"),
  area: named,
  children: v.object({ ...rows, policy: v.optional(v.string()) }),
  newest,
  results: v.array(result),
  within,
});

const rowsOrNone = v.optional(v.nullable(v.object(rows)), null);
const standing = v.object({
  basis: v.picklist(["reported", "recorded"]),
  state: v.nullable(v.string()),
  effect: v.nullable(v.string()),
  how: v.nullable(v.string()),
  reasons: v.array(v.string()),
  before: v.string(),
  case: v.string(),
  ruling: v.nullable(v.string()),
  outlook: v.nullable(hash),
  appeal: v.nullable(v.object({ until: v.nullable(v.string()), rule: v.string() })),
});

/** What stands beside the figures of a place's sheets: batches, versions, findings, acts, images, legal standings. */
const sheets = v.object({
  batches: rowsOrNone,
  events: rowsOrNone,
  findings: rowsOrNone,
  images: rowsOrNone,
  legal: v.object({ each: v.array(count), standings: v.array(standing) }),
  versions: rowsOrNone,
});

/** What the law calls the bodies that act, by role. */
const bodies = v.array(v.object({ id: v.string(), name: v.object({ es: v.string(), en: v.string() }) }));

/** What the law still allows on a sheet in some standing, whoever it is for. */
export const outlookForm = v.object({
  schema: v.literal("acta-outlook/1"),
  bodies,
  open: v.array(
    v.object({
      act: v.string(),
      by: v.object({ es: v.string(), en: v.string() }),
      rule: v.string(),
      article: v.string(),
    }),
  ),
});

/** A polling place: its results and the rows of its stations. */
export const placeForm = v.object({
  ...head,
  schema: v.literal("acta-place/1"),
  address: v.string(),
  area: named,
  named: v.boolean(),
  newest,
  results: v.array(result),
  sheets,
  stations: v.object(rows),
  within,
});

/** A page of a list that is too long for the file of its area. */
export const pageForm = v.object({
  schema: v.literal("acta-page/1"),
  columns: v.array(v.string()),
  rows: v.array(v.array(cell)),
});

/** An edition: the files of its contests. */
export const editionForm = v.object({
  schema: v.literal("acta-edition/1"),
  provenance: head.provenance,
  mode: head.mode,
  election: v.string(),
  edition: v.object({ id: v.string(), number: count, asOf: v.nullable(v.string()), sealedAt: v.string(), size: count }),
  definition: hash,
  contests: v.array(
    v.object({
      contest: v.string(),
      disputes: hash,
      open: hash,
      spread: v.nullable(hash),
      trees: v.array(
        v.object({ tree: v.string(), root: hash, groups: v.array(v.object({ group: v.string(), file: hash })) }),
      ),
    }),
  ),
});

const range = v.nullable(v.object({ least: whole, most: whole }));
const working = v.object({
  stations: count,
  registeredVoters: count,
  rollUnknown: count,
  lacking: count,
  arithmetic: range,
  asFiledOrAnnulled: range,
});
const gate = v.object({
  gate: v.variant("kind", [
    v.object({ kind: v.literal("ahead"), option: v.string(), rival: v.string() }),
    v.object({
      kind: v.literal("share"),
      option: v.string(),
      passes: v.boolean(),
      base: v.string(),
      share: v.object({ numerator: count, denominator: count }),
    }),
  ]),
  gains: v.nullable(v.string()),
  slack: whole,
  flagged: working,
  pending: working,
  bounds: v.object({ arithmetic: range, asFiledOrAnnulled: range }),
  flip: v.object({ kind: v.picklist(["possible", "impossible"]), stations: count, takes: count }),
  petitions: v.nullable(v.object({ takes: count, located: count, unlocated: count })),
});

/** What is open in a contest at an edition, and whether it can change the outcome: sizes only, never a list of stations. */
export const openForm = v.object({
  schema: v.literal("acta-open/1"),
  certified: v.nullable(v.object({ at: v.nullable(v.string()), body: v.string(), resolution: v.string() })),
  question: v.picklist(["outcome", "first"]),
  petitions: v.variant("kind", [
    v.object({ kind: v.literal("notLoaded") }),
    v.object({ kind: v.literal("loaded"), located: count, unlocated: count, wider: count }),
  ]),
  verdict: v.object({
    kind: v.picklist(["noVotes", "tied", "decided", "filerCannotChange", "canChange", "petitionsNotLoaded", "unknown"]),
    says: v.array(v.object({ code: v.string(), values: v.record(v.string(), v.union([v.number(), v.string()])) })),
  }),
  gates: v.array(gate),
});

const correction = v.object({
  entry: count,
  of: count,
  election: v.string(),
  contest: v.string(),
  recordedAt: v.string(),
  by: v.object({ role: v.string(), name: v.string() }),
  text: v.string(),
  editions: v.array(count),
  correctedIn: v.nullable(count),
  sheets: v.array(
    v.object({
      station: v.string(),
      within: v.array(v.string()),
      status: v.nullable(v.object({ from: v.string(), to: v.string() })),
      cells: v.array(v.tuple([v.string(), cell, cell])),
    }),
  ),
});

/** What is disputed in a contest at an edition: open sheets, petitions, rulings, deadlines, and how much each kind of sheet can take from the lead. */
export const disputesForm = v.object({
  schema: v.literal("acta-disputes/1"),
  bodies,
  sheets: v.array(v.object({ reason: v.string(), stations: count, registeredVoters: count })),
  areas: v.object({
    all: count,
    rows: v.array(
      v.object({
        code: v.string(),
        name: v.string(),
        flagged: count,
        pending: count,
        petitioned: count,
        registeredVoters: count,
      }),
    ),
  }),
  petitions: v.object({
    kind: v.picklist(["notLoaded", "none", "loaded"]),
    asOf: v.nullable(v.string()),
    cases: count,
    open: count,
    located: count,
    unlocated: count,
    wider: count,
    grounds: v.array(v.object({ ground: v.string(), count })),
    states: v.array(v.object({ state: v.string(), count })),
    filings: v.array(v.object({ time: v.string(), count })),
    bodies: v.array(v.object({ body: v.string(), open: count, over: count, oldest: v.nullable(whole) })),
    bodiesInAll: count,
  }),
  standings: v.array(
    v.object({
      basis: v.string(),
      state: v.nullable(v.string()),
      effect: v.nullable(v.string()),
      how: v.nullable(v.string()),
      stations: count,
    }),
  ),
  rulings: v.array(v.object({ ruling: v.string(), count })),
  calendar: v.nullable(
    v.object({
      now: v.string(),
      path: v.nullable(v.array(v.object({ step: v.string(), state: v.string(), count }))),
      end: v.nullable(v.object({ date: v.string(), daysLeft: whole, flag: v.string() })),
      deadlines: v.array(
        v.object({
          what: v.string(),
          body: v.string(),
          rule: v.string(),
          due: v.string(),
          state: v.string(),
          days: whole,
          count,
        }),
      ),
      deadlinesInAll: count,
    }),
  ),
  scenarios: v.nullable(
    v.object({
      option: v.string(),
      rival: v.string(),
      lead: whole,
      sets: v.array(
        v.object({
          set: v.picklist(["counted", "petitioned", "flagged"]),
          sheets: count,
          amounts: v.array(count),
          counts: v.array(count),
        }),
      ),
    }),
  ),
});

/** What was corrected after it had been published: a list, or the files that hold its parts. */
export const correctionsForm = v.object({
  schema: v.literal("acta-corrections/1"),
  corrections: v.optional(v.array(correction), []),
  pages: v.optional(v.array(hash), []),
});

/** A file of corrections as published. */
export type CorrectionsFile = v.InferOutput<typeof correctionsForm>;
/** One correction: which entry was wrong, what is right, and which editions hold which. */
export type Correction = CorrectionsFile["corrections"][number];
/** What can be downloaded beside the pages: exports of the newest edition of each contest. */
export const downloadsForm = v.object({
  schema: v.literal("acta-downloads/1"),
  files: v.array(
    v.object({
      name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$/)),
      election: v.string(),
      contest: v.string(),
      edition: count,
      level: v.string(),
      rows: count,
      bytes: count,
      sha256: hash,
    }),
  ),
});

/** What can be downloaded, as published. */
export type DownloadsFile = v.InferOutput<typeof downloadsForm>;
/** An area or a group as published. */
export type AreaFile = v.InferOutput<typeof areaForm>;
/** A polling place as published. */
export type PlaceFile = v.InferOutput<typeof placeForm>;
/** The legal standing of a sheet, as published. */
export type StationStanding = PlaceFile["sheets"]["legal"]["standings"][number];
/** What the law still allows, as published. */
export type OutlookFile = v.InferOutput<typeof outlookForm>;
/** What is disputed, as published. */
export type DisputesFile = v.InferOutput<typeof disputesForm>;
/** An edition as published. */
export type EditionFile = v.InferOutput<typeof editionForm>;
/** What is open, as published. */
export type OpenFile = v.InferOutput<typeof openForm>;
/** The result of an area under the policies that share it. */
export type AreaFigures = AreaFile["results"][number];
/** A cell of a list: text, number, or nothing. */
export type ListCell = v.InferOutput<typeof cell>;
/** One condition on which the outcome stands. */
export type OpenGate = OpenFile["gates"][number];
