import { describe, expect, test } from "vitest";
import { parseCivilDate, parseInstant } from "../basics/index.js";
import type { Act, ActMoment, BatchHeader } from "../record/index.js";
import { courseActs } from "./course-acts.js";

function header(kind: BatchHeader["kind"], scope: string): BatchHeader {
  const recordedAt = parseInstant("2026-02-20T10:00Z");
  if (recordedAt === undefined) throw new Error("a moment");
  return {
    kind,
    version: 1,
    count: 1,
    actor: { role: "tribunal", name: "Tribunal" },
    signer: "desk",
    basis: "firstHand",
    source: "",
    asOf: null,
    recordedAt,
    reason: "",
    election: "sample",
    definition: "",
    scope,
    copy: "",
  };
}

function ruling(
  index: number,
  at: ActMoment | null,
  sheets: number,
  replaces: number | null = null,
  scope = "president",
): Act {
  return {
    kind: "ruling",
    index,
    header: header("ruling", scope),
    entry: {
      at,
      replaces,
      ruling: `R-${index}`,
      case: "C-1",
      body: "jury",
      instance: 1,
      outcome: "corrected",
      word: "",
      law: [],
      effects: Array.from({ length: sheets }, (_, row) => [`00000${row}`, "counted", [1]]),
      votersImputed: {},
      proposal: "none",
      departure: "",
      dissent: 0,
      documents: [],
    },
  };
}

const at = (text: string): ActMoment | null => parseInstant(text) ?? parseCivilDate(text) ?? null;

describe("the acts on the course of a count", () => {
  test("put rulings of one hour together, those of a day only under the day, and say how many have no date", () => {
    const acts = [
      ruling(1, at("2026-02-03T15:04Z"), 1),
      ruling(2, at("2026-02-03T15:59Z"), 2),
      ruling(3, at("2026-02-03T16:00Z"), 0),
      ruling(4, at("2026-02-04"), 1),
      ruling(5, null, 1),
    ];
    expect(courseActs(acts, "sample", "president")).toMatchObject({
      rulings: [
        { at: "2026-02-03T15:00:00Z", rulings: 2, sheets: 3 },
        { at: "2026-02-03T16:00:00Z", rulings: 1, sheets: 0 },
        { at: "2026-02-04", rulings: 1, sheets: 1 },
      ],
      undatedRulings: 1,
    });
  });

  test("leave out what was replaced, and what belongs to another contest or election", () => {
    const acts = [
      ruling(1, at("2026-02-03"), 1),
      ruling(2, at("2026-02-05"), 1, 1),
      ruling(3, at("2026-02-03"), 1, null, "mayor"),
    ];
    expect(courseActs(acts, "sample", "president")).toMatchObject({ rulings: [{ at: "2026-02-05", rulings: 1 }] });
    expect(courseActs(acts, "another", "president")).toMatchObject({ rulings: [] });
  });

  test("say days instead of hours where there are too many hours, so that the file stays small", () => {
    const acts = Array.from({ length: 400 }, (_, hour) =>
      ruling(hour, at(new Date(Date.UTC(2026, 1, 1, hour)).toISOString().replace(".000", "")), 1),
    );
    const { rulings } = JSON.parse(JSON.stringify(courseActs(acts, "sample", "president")));
    expect(rulings).toHaveLength(17);
    expect(rulings.reduce((sum: number, each: { rulings: number }) => sum + each.rulings, 0)).toBe(400);
    expect(rulings[0].at).toBe("2026-02-01");
  });

  test("date an erratum by when it was recorded where nobody said more", () => {
    const erratum: Act = {
      kind: "erratum",
      index: 9,
      header: header("erratum", ""),
      entry: { at: null, replaces: null, of: 4, text: "wrong", effects: [] },
    };
    expect(courseActs([erratum], "sample", "president")).toMatchObject({
      errata: [{ at: "2026-02-20T10:00:00Z", of: 4 }],
    });
  });
});
