import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
  observedSheets,
  runoffDates,
  runoffLaw,
  runoffLines,
  runoffSheet,
  runoffTable,
} from "../../../../scripts/peru-disputes.js";
import type { RunoffLine } from "../../../../scripts/peru-disputes.js";
import { describeWithShared } from "../../../../scripts/shared-data.js";
import { root } from "../../../../scripts/workshop.mjs";
import {
  classedSheets,
  confusionByClass,
  decidedByLaw,
  flagAgreement,
  lawInForce,
  measureRulings,
  measuredSheets,
  meetsPostcondition,
} from "./index.js";
import type { ConfusionRow, FlagAgreement, LawAlone, MeasuredSheet, RulingMeasurement } from "./index.js";

// The 1,354 real flagged sheets of the runoff of 6 June 2021, and what became of them (RULES 2.4, R2.13).

const page = readFileSync(join(root, "docs/decisions/0016-law-as-data.md"), "utf8");
const law = runoffLaw();

/** The lines of a table that stands in the decision page below a heading. */
function printed(heading: string): readonly string[] {
  const [, part = ""] = page.split(`### ${heading}\n`);
  const lines = part.split(/\n#/)[0]?.split("\n") ?? [];
  return lines.filter((line) => line.startsWith("|")).slice(2);
}

const line = (...cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

function agreementLines({ agreement }: RulingMeasurement): readonly string[] {
  return agreement.map(({ given, letters, rule, sheets, asRule, cured, departures }) =>
    line(given, letters, rule, sheets, asRule, cured, departures.map(({ station }) => station).join(" ")),
  );
}

function confusionLines(rows: readonly ConfusionRow[]): readonly string[] {
  return rows.map(({ given, predicted, sheets, ended, sameFigures }) =>
    line(given, predicted, ...Object.values(ended), sheets, sameFigures),
  );
}

function flagLines(rows: readonly FlagAgreement[]): readonly string[] {
  return rows.map(({ given, computed, letters, sheets, agrees }) =>
    line(given ?? "none", computed.join(", "), letters, sheets, agrees ? "yes" : "no"),
  );
}

function aloneLines(rows: readonly LawAlone[]): readonly string[] {
  return rows.map(({ given, letters, sheets, sameFigures, decides }) =>
    line(given, letters, sheets, sameFigures, decides ? "yes" : "no"),
  );
}

describeWithShared("the table of the law on the 1,354 flagged sheets of June 2021", () => {
  let cases: readonly MeasuredSheet[];
  let measured: RulingMeasurement;

  beforeAll(() => {
    cases = observedSheets();
    const result = measureRulings(cases, law);
    measured = result.ok ? result.value : expect.unreachable(result.problem.code);
  });

  test("all 1,354 are measured, and each ended in order: no challenged vote, adding up, within the registered voters (R2.14)", () => {
    expect(measured.sheets).toBe(1_354);
    expect(measured.broken).toEqual([]);
  });

  test("R2.13: sheets with a single cause ended as the rule says, were cured by a copy, or are one of eight departures", () => {
    const counts = measured.agreement.map(({ letters, rule, sheets, asRule, cured, departures }) => [
      `${rule}${letters}`,
      sheets,
      asRule,
      cured,
      departures.length,
    ]);
    expect(counts).toEqual([
      ["R2.11", 471, 471, 0, 0],
      ["R2.13j", 63, 57, 4, 2],
      ["R2.13k", 3, 2, 0, 1],
      ["R2.13a", 109, 109, 0, 0],
      ["R2.13cA", 3, 3, 0, 0],
      ["R2.13dB", 4, 1, 3, 0],
      ["R2.13eD", 203, 162, 41, 0],
      ["R2.13fE", 189, 119, 67, 3],
      ["R2.13o", 1, 1, 0, 0],
      ["R2.13h", 114, 14, 98, 2],
    ]);
  });

  test("every departure is named: the three annulments under E that R2.13 lists are 043286, 054467 and 057281", () => {
    const departures = measured.agreement.flatMap((row) =>
      row.departures.map((each) => [row.rule, each.station, each.real]),
    );
    expect(departures).toEqual([
      ["R2.13j", "053486", "annulledAsRegistered"],
      ["R2.13j", "080715", "annulledOtherwise"],
      ["R2.13k", "067732", "annulledAsVoters"],
      ["R2.13f", "043286", "annulledAsRegistered"],
      ["R2.13f", "054467", "annulledOtherwise"],
      ["R2.13f", "057281", "annulledAsRegistered"],
      ["R2.13h", "061478", "annulledAsVoters"],
      ["R2.13h", "078579", "annulledAsVoters"],
    ]);
  });

  test("016703 has the figures of an annulled sheet but stayed counted: as the rule says, and no annulment", () => {
    const sheet = cases.find(({ station }) => station === "016703");
    expect(sheet?.after).toEqual({ annulled: false, cells: [0, 0, 0, 212, 0, 212] });
    const row = measured.prediction.find(({ rule, real }) => rule === "R2.13f" && real === "corrected");
    expect(row?.sameFigures).toBe(1);
  });

  test("challenged votes: none of 471 sheets annulled; 1,477 votes became 104 and 246 for the options, 2 blank and 1,125 null", () => {
    const challenged = cases.filter(({ given }) => given === "challengedVotes");
    expect(challenged.some(({ after }) => after.annulled)).toBe(false);
    const moved = [0, 1, 2, 3, 4].map((at) =>
      challenged.reduce((sum, { sheet, after }) => sum + (after.cells[at] ?? 0) - (sheet.cells[at] ?? 0), 0),
    );
    expect(moved).toEqual([104, 246, 2, 1_125, -1_477]);
  });

  test("the law alone decides incomplete sheets and letter A, and no other class to the last sheet", () => {
    const alone = decidedByLaw(measured.prediction).filter(({ decides }) => decides);
    expect(alone.map(({ given, letters, sheets }) => [given, letters, sheets])).toEqual([
      ["incomplete", "", 109],
      ["materialError", "A", 3],
    ]);
  });

  test("the decision page prints these tables", () => {
    expect(agreementLines(measured)).toEqual(printed("Agreement, single causes"));
    expect(confusionLines(confusionByClass(measured.prediction))).toEqual(printed("Prediction"));
    expect(aloneLines(decidedByLaw(measured.prediction))).toEqual(printed("Decided by law alone"));
  });

  test("the law gives figures for 810 of 1,354 sheets, and 505 of them ended with these", () => {
    const given = measured.prediction.filter(({ predicted }) => predicted !== "needsBody");
    expect(given.reduce((sum, { sheets }) => sum + sheets, 0)).toBe(810);
    expect(given.reduce((sum, { sameFigures }) => sum + sameFigures, 0)).toBe(505);
  });

  test("a sheet that ends out of order is named", () => {
    const sheet = runoffSheet(300, 100, [50, 40, 5, 5, 0]);
    const spoilt = {
      station: "000001",
      sheet,
      given: "other",
      after: { annulled: false, cells: [51, 40, 5, 5, 0, 100] },
    } as const;
    const result = measureRulings([spoilt], law);
    expect(result.ok && result.value.broken).toEqual(["000001"]);
  });

  test("without an order of work in force nothing is proposed, and the sheet where it stopped is named", () => {
    const before = lawInForce(law.law, { ...runoffDates(), electionDay: runoffDates("1990-04-08").act });
    expect(measureRulings(cases, before)).toMatchObject({
      ok: false,
      problem: { code: "dispute.noOrder", where: "000043" },
    });
  });
});

describeWithShared("whole editions of the runoff", () => {
  let june9: readonly RunoffLine[];
  let june17: readonly RunoffLine[];

  beforeAll(() => {
    june9 = runoffLines("runoff-2021-06-09.csv.gz");
    june17 = runoffLines("runoff-2021-06-17.csv.gz");
  });

  test("R2.14 holds on all 86,488 final sheets", () => {
    expect(june17.length).toBe(86_488);
    expect(june17.filter(({ sheet }) => !meetsPostcondition(sheet, law))).toEqual([]);
  });

  test("flags by arithmetic beside those of the authority: none of 83,467 counted sheets is flagged, no arithmetic class is missed", () => {
    const { roll, table } = runoffTable(june9);
    const agreement = flagAgreement(classedSheets(roll, table), law);
    expect(flagLines(agreement)).toEqual(printed("Flags"));
    const wrong = agreement.filter(({ agrees }) => !agrees).map(({ given }) => given);
    expect([...new Set(wrong)]).toEqual(["illegible", "nullityRequested", "other", "unsigned"]);
  });

  test("measured from the two editions, the 1,354 sheets are those of the file of ends, figure by figure", () => {
    const { roll, table } = runoffTable(june9);
    expect([...measuredSheets(roll, table, runoffTable(june17).table)]).toEqual(observedSheets());
  });
});

describe("the printed tables", () => {
  test("stand in the decision page", () => {
    for (const heading of ["Flags", "Agreement, single causes", "Prediction", "Decided by law alone"])
      expect(printed(heading).length, heading).toBeGreaterThan(5);
  });
});
