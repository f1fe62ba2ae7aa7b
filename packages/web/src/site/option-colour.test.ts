import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coloursOf, readable } from "./option-colour.js";
import { parseElectionWords } from "./election-words.js";

const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((rgb) => `#${rgb.map((each) => each.toString(16).padStart(2, "0")).join("")}`);

/** Contrast ratio of two colours as WCAG 2.2 defines it, written down a second time. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [a, b]
    .map((colour) => {
      const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((at) => {
        const part = Number(`0x${colour.slice(1 + 2 * at, 3 + 2 * at)}`) / 255;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe("the colour of an option", () => {
  test("reaches contrast 4.5 on the paper of both themes, whatever the definition says", () => {
    fc.assert(
      fc.property(hex, fc.constantFrom("#fbfaf7", "#161614"), (colour, paper) => {
        expect(contrast(readable(colour, paper), paper)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test("stays as it is where it is readable already", () => {
    expect(readable("#c8102e", "#fbfaf7")).toBe("#c8102e");
  });

  test("is grey for what is no colour: nothing of it reaches the style sheet", () => {
    const words = parseElectionWords({
      id: "e",
      name: "E",
      date: "2026-02-01",
      timeZone: "UTC",
      provenance: "synthetic",
      authority: { name: "A" },
      options: [{ id: "a", name: "A", colour: "red}body{display:none" }],
      contests: [],
      trees: [],
    });
    if (words === undefined) throw new Error("names");
    expect(coloursOf(words)).not.toContain("display");
    expect(coloursOf(words)).toContain(".o0-e{--option:#");
  });
});
