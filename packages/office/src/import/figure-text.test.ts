import { describe, expect, test } from "vitest";
import { AreaResolver } from "./area-resolver.js";
import { figureReader, millionths } from "./figure-text.js";

const read = figureReader({ thousands: ",", missing: [{ word: "NA", means: "notSupplied" }], unreadable: "refuse" });

describe("figures of bulletins", () => {
  test("binary noise in a percentage does not reach the figure", () => {
    expect(["82.074699999999993", "94.10199999999999", "95.0021", "100", "0.5790000000000001"].map(millionths)).toEqual(
      [820_747, 941_020, 950_021, 1_000_000, 5_790],
    );
  });

  test("what is not a percentage is not guessed", () => {
    expect(["", "-1", "1e3", "1,5", "12.", ".5", "95 %", "NaN"].map(millionths)).toEqual(Array.from({ length: 8 }));
  });

  test("counts may group thousands; missing words leave the figure out; the rest is refused", () => {
    expect(["13,619", "0", "NA", "", "1,2", "4.5", "-3"].map((text) => read("voters", text))).toEqual([
      13_619,
      0,
      "missing",
      "missing",
      "unreadable",
      "unreadable",
      "unreadable",
    ]);
  });
});

describe("areas by name", () => {
  const areas = new AreaResolver();
  areas.learn(["ANCASH", "HUARAZ"], "0201");
  areas.learn(["Áncash", "Cañas"], "0202");
  areas.learn(["ANCASH", "CANAS"], "0203");

  test("accents, case and spaces do not matter", () => {
    expect(areas.find(["Áncash", "  huaraz "])).toBe("0201");
  });

  test("a name that could be two areas is only found as it is written", () => {
    expect(areas.find(["ANCASH", "CANAS"])).toBe("0203");
    expect(areas.find(["Áncash", "Cañas"])).toBe("0202");
    expect(areas.find(["ÁNCASH", "CAÑAS"])).toBeUndefined();
  });
});
