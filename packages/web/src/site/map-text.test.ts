import fc from "fast-check";
import { expect, test } from "vitest";
import { shareSteps } from "./share-steps.js";
import { squareNames } from "./map-text.js";

test("names in squares are whole where all fit, else as few letters as tell them apart", () => {
  expect(squareNames(["Europa", "Asia"])).toEqual(["Europa", "Asia"]);
  expect(squareNames(["Huancavelica", "Huanuco", "La Libertad", "Lima", "San Martín", "Madre de Dios"])).toEqual([
    "Huanc",
    "Huanu",
    "Lib",
    "Lim",
    "Mar",
    "Mad",
  ]);
});

test("names in squares are never longer than a square", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), (names) => {
      for (const name of squareNames(names)) expect([...name].length).toBeLessThanOrEqual(9);
    }),
  );
});

test("a step of a share is the highest one that it reaches, in whole numbers", () => {
  const area = (votes: number, validVotes: number) => ({
    code: "1",
    name: "One",
    first: { option: "a", votes },
    second: null,
    margin: votes,
    validVotes,
    stations: 1,
    counted: 1,
  });
  const runoff = shareSteps([area(50, 100), area(80, 100)]);
  expect(runoff.from).toEqual([50, 55, 60, 70, 80]);
  expect([50, 54, 55, 79, 80, 100].map((votes) => runoff.stepOf(area(votes, 100)))).toEqual([0, 0, 1, 3, 4, 4]);
  expect(shareSteps([area(49, 99)]).from[0]).toBe(0);
  expect(runoff.stepOf({ ...area(0, 0), first: null })).toBe(null);
});
