import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../scripts/acta-desk.js";

function definition(
  more: { readonly delivers?: "full" | "delta"; readonly groups?: string; readonly optionalRoll?: boolean } = {},
): string {
  const optional = more.optionalRoll === true;
  const area = "registered: registered, trees: { geo: { town: { code: town } } }";
  return `
format: acta-election/1
id: small
name: Small
date: 2030-01-01
timeZone: America/Lima
provenance: synthetic
authority: { name: A }
options: [{ id: a, name: A }, { id: b, name: B }]
contests: [{ id: president, name: President, options: [a, b], cells: [voters], outcome: { rule: plurality } }]
trees: [{ id: geo, name: Geo, root: { code: X, level: country, name: X }, levels: [{ id: town, name: Town }] }]
groups: [${more.groups ?? ""}]
statuses: [{ id: counted, state: counted, words: [[ok]] }, { id: flagged, state: referred, words: [[flagged]] }]
sources:
  - id: files
    title: Files
    delivers: ${more.delivers ?? "full"}
    parts:
      - id: sheets
        station: station
        ${optional ? "" : `roll: { ${area} }`}
        sheets: [{ contest: president, status: [state], cells: { a: a, b: b, voters: voters } }]
      ${optional ? `- { id: roll, optional: true, station: mesa, roll: { registered: electors, trees: { geo: { town: { code: place_code } } } } }` : ""}
`;
}

const HEADER = "station,town,registered,state,a,b,voters";

describe("editions", () => {
  let folder = "";
  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(() => dropFolder(folder));

  const put = (name: string, ...lines: readonly string[]): void =>
    writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  const importing = (name: string, asOf: string, ...more: readonly string[]) =>
    actaJson(folder, "import", "election.yaml", "--source", name, "--as-of", `2030-01-0${asOf}T12:00Z`, ...more);

  test("a full file that lacks a station keeps its sheet and says so; the same file again is seen again", async () => {
    put("election.yaml", definition());
    put("short.csv", HEADER, "1,10,100,ok,5,4,9");
    put("long.csv", HEADER, "1,10,100,ok,5,4,9", "2,10,100,ok,7,1,8");
    await importing("short.csv", "1");
    await importing("long.csv", "2");
    const again = await importing("short.csv", "1");
    expect(again).toMatchObject({
      entries: 0,
      deliveries: [{ seenAgain: true, absent: ["2"], findings: { I103: 1 }, edition: { number: 1 } }],
    });
    expect((await actaJson(folder, "results")).validVotes).toBe(17);
  });

  test("an amended definition reads the same file into an edition of its own, and the new one is shown", async () => {
    put("election.yaml", definition());
    put("rows.csv", HEADER, "1,10,100,ok,5,4,9", "2,20,100,ok,7,1,8");
    const first = await importing("rows.csv", "1");
    put("election.yaml", definition({ groups: "{ id: ten, name: Ten, tree: geo, areas: ['10'] }" }));
    const second = await importing("rows.csv", "1");
    expect(second.deliveries[0]).toMatchObject({ seenAgain: false, written: 0, edition: { number: 2 } });
    expect(second.deliveries[0].edition.dataDigest).toBe(first.deliveries[0].edition.dataDigest);
    expect(second.deliveries[0].edition.id).toBe(`${first.deliveries[0].edition.id}.2`);
    expect((await actaJson(folder, "results", "--group", "ten")).validVotes).toBe(9);
    expect(await importing("rows.csv", "1")).toMatchObject({ entries: 0 });
    expect((await acta(folder, "diff")).err).toContain("there is no edition before");
  });

  test("a file of changes adds to what is there; again it is seen again; an older one is refused", async () => {
    put("election.yaml", definition({ delivers: "delta" }));
    put("one.csv", HEADER, "1,10,100,ok,5,4,9", "2,20,100,flagged,7,1,8");
    put("two.csv", HEADER, "2,20,100,ok,7,1,8", "3,20,100,ok,1,1,2");
    await importing("one.csv", "2");
    expect(await importing("two.csv", "3")).toMatchObject({ deliveries: [{ written: 2, absent: [] }] });
    expect((await actaJson(folder, "results")).validVotes).toBe(19);
    expect(await importing("two.csv", "3")).toMatchObject({ entries: 0, deliveries: [{ seenAgain: true }] });
    expect(await importing("one.csv", "2")).toMatchObject({ entries: 0, deliveries: [{ seenAgain: true }] });
    put("old.csv", HEADER, "1,10,100,ok,6,4,10");
    const ran = await acta(folder, "import", "election.yaml", "--source", "old.csv", "--as-of", "2030-01-01T12:00Z");
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("cannot follow the edition of 2030-01-03T12:00:00Z");
  });

  test("with a roll file given once, later sheets are held against the roll in force", async () => {
    put("election.yaml", definition({ optionalRoll: true }));
    put("roll.csv", "mesa,place_code,electors", "1,10,100", "2,20,100");
    put("one.csv", HEADER, "1,x,0,ok,5,4,9");
    put("two.csv", HEADER, "1,x,0,ok,5,4,9", "2,x,0,ok,7,1,8");
    put("bad.csv", HEADER, "1,x,0,ok,5,4,9", "9,x,0,ok,7,1,8");
    await importing("one.csv", "1", "--source", "roll.csv");
    await importing("two.csv", "2");
    const { areas } = await actaJson(folder, "results", "--level", "town");
    expect(
      areas.map(({ area, validVotes }: { area: { code: string }; validVotes: number }) => [area.code, validVotes]),
    ).toEqual([
      ["10", 9],
      ["20", 8],
    ]);
    const ran = await acta(folder, "import", "election.yaml", "--source", "bad.csv", "--as-of", "2030-01-03T12:00Z");
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("bad.csv:3:1: 1 row of 2 refused");
    expect(ran.err).toContain("the station is not on the roll: «9»");
  });
});
