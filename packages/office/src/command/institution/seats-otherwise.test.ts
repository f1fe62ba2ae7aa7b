import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { describeWithShared, sharedPath } from "../../../../../scripts/shared-data.js";

let work = "";
beforeAll(() => {
  work = newFolder();
  writeFileSync(join(work, "votes.csv"), "list,votes\na,450\nb,300\nc,700\nd,50\n");
  writeFileSync(join(work, "grid.csv"), "district,list,votes\nnorth,a,123\nnorth,b,45\nsouth,a,300\nsouth,b,700\n");
});
afterAll(() => dropFolder(work));

test("lists of a union take seats together first, then among themselves", async () => {
  const given = ["seats", "votes.csv", "--method", "dHondt", "--seats", "5"];
  const seats = (lists: { list: string; seats: number }[]) => lists.map((each) => [each.list, each.seats]);
  // Alone a, b and c have 2, 1 and 2 seats; together a and b are ahead of c for the third.
  expect(seats((await actaJson(work, ...given, "--union", "a+b")).lists)).toEqual([
    ["a", 2],
    ["b", 1],
    ["c", 2],
    ["d", 0],
  ]);
  const three = [...given.slice(0, 4), "--seats", "3"];
  expect(seats((await actaJson(work, ...three, "--union", "a+b+d")).lists)).toEqual([
    ["a", 1],
    ["b", 1],
    ["c", 1],
    ["d", 0],
  ]);
  expect(seats((await actaJson(work, ...three)).districts[0].lists).toSorted()).toEqual([
    ["a", 1],
    ["b", 0],
    ["c", 2],
    ["d", 0],
  ]);
  expect((await acta(work, ...three, "--union", "a+b", "--lang", "es")).out).toContain("Dentro de a + b:");
});

test("a biproportional apportionment meets districts and lists, and its divisors prove every cell", async () => {
  const document = await actaJson(work, "seats", "grid.csv", "--biproportional", "--seats", "north=3,south=7");
  expect(document).toMatchObject({ schema: "acta-biproportional/1", why: "decided", lists: ["a", "b"] });
  const sums = document.districts.map((each: { seats: number[] }) => each.seats.reduce((all, own) => all + own, 0));
  expect(sums).toEqual([3, 7]);
  const votes = [
    [123, 45],
    [300, 700],
  ];
  const unit = Number(document.unit);
  document.districts.forEach((row: { seats: number[]; divisor: string }, at: number) =>
    row.seats.forEach((cell, list) => {
      const divisor = (Number(row.divisor) / unit) * (Number(document.listDivisors[list]) / unit);
      expect(Math.round((votes[at]?.[list] ?? 0) / divisor)).toBe(cell);
    }),
  );
  expect((await acta(work, "seats", "grid.csv", "--biproportional", "--seats", "north=3,south=7")).out).toContain(
    "divisor",
  );
});

test("what is missing or makes no sense is refused in one line", async () => {
  const refused = async (...given: readonly string[]) => {
    const { code, out, err } = await acta(work, "seats", ...given);
    expect([code, out, err.trimEnd().split("\n").length]).toEqual([1, "", 1]);
    return err.trimEnd();
  };
  expect(await refused("votes.csv", "--union", "a+b")).toMatch(/need a file of votes and --seats/);
  expect(await refused("votes.csv", "--method", "dHondt", "--seats", "3", "--union", "a+x")).toBe("There is no list x");
  expect(await refused("votes.csv", "--method", "dHondt", "--seats", "3", "--union", "a+b", "--union", "b+c")).toBe(
    "List b stands there twice",
  );
  expect(await refused("grid.csv", "--biproportional", "--seats", "north=3")).toMatch(/how many seats south has/);
  expect(await refused("grid.csv", "--biproportional", "--seats", "north=3,south")).toMatch(/found: south$/);
  expect(await refused("grid.csv", "--biproportional", "--seats", "north=3,south=7,west=1")).toMatch(
    /no votes of district west/,
  );
  expect(await refused("grid.csv", "--biproportional", "--seats", "north=0,south=7")).toMatch(/District north/);
});

describeWithShared("Zurich 2015 by the command", () => {
  test("has the seats of the real parliament, cell by cell", async () => {
    const file = JSON.parse(readFileSync(sharedPath("vectors", "apportionment.json"), "utf8"));
    const zurich = file.cases.find(({ id }: { id: string }) => id === "swiss-zh-kantonratswahl-2015");
    const rows = zurich.votes.flatMap((votes: number[], at: number) =>
      votes.map((own, list) => `d${at},l${list},${own}`),
    );
    writeFileSync(join(work, "zurich.csv"), `district,list,votes\n${rows.join("\n")}\n`);
    const seats = zurich.seats_by_district.map((own: number, at: number) => `d${at}=${own}`).join(",");
    const document = await actaJson(work, "seats", "zurich.csv", "--biproportional", "--seats", seats);
    expect(document.districts.map((each: { seats: number[] }) => each.seats)).toEqual(
      zurich.expected_district_party_seats,
    );
  });
});
