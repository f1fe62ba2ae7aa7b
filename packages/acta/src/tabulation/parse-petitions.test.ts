import { expect, test } from "vitest";
import { parsePetitions } from "./index.js";

const format = "acta-petitions/1";

test("a list of petitions may name stations, only say how many, with an area or without, or ask for more", () => {
  const document = {
    format,
    located: [{ station: "000123", filer: "p", ground: "b" }, { station: "000124" }],
    wider: [{ filer: "p" }],
    unlocated: [{ stations: 165 }, { filer: "p", stations: 3, area: { tree: "geo", code: "05" } }],
  };
  expect(parsePetitions(document)).toEqual({
    ok: true,
    value: {
      kind: "loaded",
      located: [
        { station: "000123", filer: "p", ground: "b" },
        { station: "000124", filer: "", ground: "" },
      ],
      unlocated: [
        { filer: "", stations: 165, area: null },
        { filer: "p", stations: 3, area: { tree: "geo", code: "05" } },
      ],
      wider: [{ filer: "p" }],
    },
  });
});

test("an empty list is loaded: nobody petitions, which is not the same as not loaded", () => {
  expect(parsePetitions({ format })).toEqual({
    ok: true,
    value: { kind: "loaded", located: [], unlocated: [], wider: [] },
  });
});

test.each([
  ["no list", 7, "", "badPetitions"],
  ["no format", {}, "format", "missing"],
  ["another format", { format: "x" }, "format", "badPetitions"],
  [
    "a person's name",
    { format, located: [{ station: "1", pollWorker: "N. N." }] },
    "located.0.pollWorker",
    "badPetitions",
  ],
  ["no number", { format, unlocated: [{ filer: "p" }] }, "unlocated.0.stations", "missing"],
  ["none of them", { format, unlocated: [{ stations: 0 }] }, "unlocated.0.stations", "badPetitions"],
  ["half a petition", { format, unlocated: [{ stations: 1.5 }] }, "unlocated.0.stations", "badPetitions"],
])("%s is refused with its place", (_, document, where, code) => {
  const refused = parsePetitions(document);
  expect(refused.ok).toBe(false);
  if (!refused.ok)
    expect(refused.problem).toContainEqual(expect.objectContaining({ code: `materiality.${code}`, where }));
});
