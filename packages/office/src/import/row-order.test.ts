import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../scripts/acta-desk.js";

const OPTIONS = ["a", "b", "c"];

function definition(format: "wide" | "long", options: readonly string[]): string {
  const wide = `cells: { ${options.map((id) => `${id}: votes_${id}`).join(", ")}, blank: blank, voters: voters }`;
  const long = "long: { option: list, votes: votes, repeated: { blank: blank, voters: voters } }";
  return `
format: acta-election/1
id: any-order
name: Any order
date: 2030-01-01
timeZone: America/Lima
provenance: synthetic
authority: { name: A }
options: [${options.map((id) => `{ id: ${id}, name: ${id} }`).join(", ")}]
contests:
  - id: president
    name: President
    options: [${options.join(", ")}]
    cells: [blank, voters]
    outcome: { rule: majority, runoffBetween: 2 }
trees:
  - { id: geo, name: Geo, root: { code: X, level: country, name: X }, levels: [{ id: town, name: Town }] }
statuses:
  - { id: counted, state: counted, words: [[ok]] }
  - { id: flagged, state: referred, words: [[flagged]] }
sources:
  - id: files
    title: Files
    delivers: full
    parts:
      - id: sheets
        station: station
        values: { missing: { "?": illegible } }
        roll: { registered: registered, place: { name: place }, trees: { geo: { town: { code: town, name: town_name } } } }
        sheets: [{ contest: president, status: [state], ${format === "wide" ? wide : long} }]
`;
}

const station = fc.record({
  town: fc.constantFrom("1", "2", "3"),
  place: fc.constantFrom("North school", "South, school", ""),
  registered: fc.integer({ min: 100, max: 300 }),
  state: fc.constantFrom("ok", "ok", "flagged"),
  votes: fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(99).map(String) }, fc.constant("?")), {
    minLength: 3,
    maxLength: 3,
  }),
  blank: fc.nat(9).map(String),
});
type Given = typeof station extends fc.Arbitrary<infer T> ? T : never;

const quoted = (text: string): string => (text.includes(",") ? `"${text}"` : text);

function rowsOf(format: "wide" | "long", given: readonly Given[]): readonly Readonly<Record<string, string>>[] {
  return given.flatMap((each, at) => {
    const shared = {
      station: String(100 + at),
      town: each.town,
      town_name: `Town ${each.town}`,
      place: each.place,
      registered: String(each.registered),
      state: each.state,
      blank: each.blank,
      voters: "90",
    };
    if (format === "wide")
      return [
        { ...shared, ...Object.fromEntries(OPTIONS.map((id, option) => [`votes_${id}`, each.votes[option] ?? ""])) },
      ];
    return OPTIONS.map((id, option) => ({ ...shared, list: id, votes: each.votes[option] ?? "" }));
  });
}

/** Imports the rows and says what the folder answers; option lists are sorted, since their order is the definition's. */
async function answers(
  yaml: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): Promise<unknown> {
  const folder = newFolder();
  writeFileSync(join(folder, "election.yaml"), yaml);
  writeFileSync(
    join(folder, "rows.csv"),
    [columns, ...rows.map((row) => columns.map((name) => quoted(row[name] ?? "")))]
      .map((row) => `${row.join(",")}\n`)
      .join(""),
  );
  const ran = await acta(folder, "import", "election.yaml", "--source", "rows.csv", "--as-of", "2030-01-01T23:00Z");
  expect(ran).toMatchObject({ code: 0, err: "" });
  const documents: unknown[] = [];
  for (const where of [[], ["--level", "place", "--policy", "as-filed"]]) {
    const document = await actaJson(folder, "results", ...where);
    const { edition: _, ...result } = document;
    const areas = (result.areas ?? [result]).map(
      (area: { options: { id: string }[]; leader: { tie: string[] }; outcome: { between: string[] } }) => ({
        ...area,
        options: area.options.toSorted((x, y) => (x.id < y.id ? -1 : 1)),
        leader: { ...area.leader, tie: area.leader.tie.toSorted() },
        outcome: { ...area.outcome, between: area.outcome.between.toSorted() },
      }),
    );
    documents.push(areas);
  }
  documents.push((await actaJson(folder, "check")).counts);
  const { editions } = await actaJson(folder, "editions");
  dropFolder(folder);
  return { documents, digest: editions[0].dataDigest };
}

describe.each(["wide", "long"] as const)("a file in the %s format", (format) => {
  test("gives the same results and digest in any order of its rows and columns", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(station, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        async (given, chance) => {
          const rows = rowsOf(format, given);
          const columns = Object.keys(rows[0] ?? {});
          const shuffle = <T>(list: readonly T[]): readonly T[] =>
            list
              .map((item) => [chance.next().value ?? 0, item] as const)
              .toSorted(([x], [y]) => x - y)
              .map(([, item]) => item);
          const expected = await answers(definition(format, OPTIONS), columns, rows);
          expect(await answers(definition(format, OPTIONS), shuffle(columns), shuffle(rows))).toEqual(expected);
        },
      ),
      { numRuns: 5 },
    );
  }, 60_000);

  test("gives the same results in any order of the options in the definition", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(station, { minLength: 1, maxLength: 8 }),
        fc.shuffledSubarray(OPTIONS, { minLength: 3 }),
        async (given, order) => {
          const rows = rowsOf(format, given);
          const columns = Object.keys(rows[0] ?? {});
          const plain = await answers(definition(format, OPTIONS), columns, rows);
          const turned = await answers(definition(format, order), columns, rows);
          expect({ ...(turned as object), digest: "" }).toEqual({ ...(plain as object), digest: "" });
        },
      ),
      { numRuns: 5 },
    );
  }, 60_000);
});
