import { RollBuilder, parseDefinition } from "../election/index.js";
import type { Contest, Election, Roll } from "../election/index.js";
import { emptyTable } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";

// A made-up count for the tests of what is open: a few stations in two regions, their sheets in any state.

/** The states that the sheets of the sample may have, by position; `resolved` is counted after a tribunal. */
export const SAMPLE_STATUSES = [
  "counted",
  "annulled",
  "notInstalled",
  "referred",
  "pending",
  "notCollected",
  "resolved",
] as const;

/** One station of the sample: figures are the votes of the options, then blank, null, challenged, voters. */
export interface SampleStation {
  readonly region?: "1" | "2";
  readonly registered: number;
  readonly status?: (typeof SAMPLE_STATUSES)[number];
  readonly figures: readonly number[];
}

/** A count as tabulation reads it. */
export interface SampleCount {
  readonly election: Election;
  readonly contest: Contest;
  readonly roll: Roll;
  readonly table: SheetTable;
}

/** What the definition of the sample says besides its fixed parts. */
export interface SampleRules {
  readonly options: number;
  readonly outcome: Readonly<Record<string, unknown>>;
  readonly annulledFigures?: "asDecided" | "asWritten";
}

/** Makes the definition and the columns of a sample. Stations have the codes 1000, 1001 and so on; options are a, b, c and so on. */
export function sampleCount(rules: SampleRules, stations: readonly SampleStation[]): SampleCount {
  const options = Array.from({ length: rules.options }, (_, at) => String.fromCharCode(97 + at));
  const parsed = parseDefinition({
    format: "acta-election/1",
    id: "sample",
    name: "Sample",
    date: "2030-01-01",
    timeZone: "UTC",
    authority: { name: "Authority" },
    annulledFigures: rules.annulledFigures ?? "asDecided",
    options: options.map((id) => ({ id, name: id })),
    contests: [{ id: "president", name: "President", options, outcome: rules.outcome }],
    trees: [
      {
        id: "geo",
        name: "Geo",
        root: { code: "X", level: "country", name: "X" },
        levels: [{ id: "region", name: "Region" }],
      },
    ],
    groups: [{ id: "north", name: "North", tree: "geo", areas: ["1"] }],
    statuses: SAMPLE_STATUSES.map((id) => ({
      id,
      state: id === "resolved" ? "counted" : id,
      resolved: id === "resolved",
      flags: id === "referred" ? ["materialError"] : [],
    })),
    policies: [{ id: "strict", name: "Strict", states: ["counted"], annulled: "leftOut" }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  const election = parsed.value;
  const contest = election.contests[0] ?? raise();
  const builder = new RollBuilder(election.trees);
  stations.forEach(({ region = "1", registered }, at) => {
    builder.set(builder.position(String(1_000 + at)), [builder.area(0, [region], [region])], "", "", registered);
  });
  const table = emptyTable(contest, election.statuses, stations.length);
  stations.forEach(({ status = "counted", figures }, row) => {
    table.status[row] = SAMPLE_STATUSES.indexOf(status);
    table.cells.forEach((column, at) => {
      column[row] = figures[at] ?? 0;
    });
  });
  return { election, contest, roll: builder.build(), table };
}

function raise(): never {
  throw new Error("the sample has a contest");
}
