import { describe, expect, test } from "vitest";
import { FINDINGS, FINDING_CODES, codeOfRule, isFindingCode, sheetEn, sheetEs } from "./index.js";
import type { FindingCode } from "./index.js";

const languages = { es: sheetEs, en: sheetEn };

/** Names of the arguments of an ICU message, outside the branches of its plurals. */
function argumentsOf(message: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (let at = 0; at < message.length; at++) {
    if (message[at] === "}") depth -= 1;
    if (message[at] !== "{") continue;
    depth += 1;
    const name = /^\{\s*(\w+)\s*(?:\}|,\s*(?:number|plural)\b)/.exec(message.slice(at))?.[1];
    if (depth === 1) names.push(name ?? message.slice(at, at + 20));
  }
  expect(depth, message).toBe(0);
  return names;
}

describe("the registry of finding codes", () => {
  test("no rule name stands for two codes, and each finds its code", () => {
    for (const code of FINDING_CODES) expect(codeOfRule(FINDINGS[code].rule)).toBe(code);
  });

  test("a name that is no rule has no code, nor has a name of every object", () => {
    expect(codeOfRule("constructor")).toBeUndefined();
    expect(isFindingCode("toString")).toBe(false);
    expect(isFindingCode("S201")).toBe(true);
  });

  test("codes hide only codes of the registry, and never each other in a circle", () => {
    const hides = (code: FindingCode, seen: readonly FindingCode[]): void => {
      expect(seen).not.toContain(code);
      for (const hidden of FINDINGS[code].suppresses) {
        expect(isFindingCode(hidden), hidden).toBe(true);
        if (isFindingCode(hidden)) hides(hidden, [...seen, code]);
      }
    };
    for (const code of FINDING_CODES) hides(code, []);
  });

  test("the letters are A to K, each once", () => {
    const letters = FINDING_CODES.map((code) => FINDINGS[code].letter).filter((letter) => letter !== "");
    expect(letters.join("")).toBe("ABCDEFGHIJK");
  });

  // A code that was published is quoted in reports. This list only grows; a line of it never changes.
  test("a published code keeps its rule", () => {
    const published = `S101 votersBlank, S102 cellBlank, S103 cellIllegible, S104 cellAbsurd, S105 cellNotSupplied,
      S106 ballotsCastBlank, S201 votersOverRegistered, S202 votesOverRegistered, S203 optionOverRegistered,
      S204 votesUnderVoters, S205 votesOverVoters, S206 optionOverVoters, S207 ballotsCastDiffers, S208 ballotsUnaccounted,
      S209 challengedHoldsTotal, S301 allZero, S302 oneOptionTakesAll, S303 noValidVotes, S304 fullTurnout, S305 optionZeroed,
      S306 challengedVotes, S401 challengedInCounted, S402 countedUnequal, S403 annulledWithVotes, S404 annulledNullDiffers,
      S405 pendingWithFigures, S406 notInstalledWithFigures, S501 preferenceOverList, S502 preferenceOverVoters,
      S503 preferenceOverRegistered, S504 preferenceOverVotes, S505 preferencesOverListMultiple, C101 sameVotesInPlace,
      C102 copiesDiffer, C201 registeredDrift, C202 placeDrift, C203 areaNameDrift, C204 areaDrift, C205 stationGone,
      C206 stationNew, C207 registeredUnknown, I101 stationTwiceSame, I102 stationTwiceDifferent, I103 stationAbsent,
      I104 stationNotOnRoll, I105 stationOutOfContest, I106 unknownStatus, I201 unreadableCell, I202 missingCellInCounted,
      I203 printedSumDiffers, I301 areaNamesDiffer, I302 areaMissing, B101 identityFails, B102 tornSnapshot,
      B103 totalDiffersFromParts, B104 sameMomentOtherFigures, B105 figureWentBack, B106 printedShareDiffers,
      B107 bulletinAreaUnknown, B108 differsFromSheets`.split(/,\s*/);
    expect(FINDING_CODES.map((code) => `${code} ${FINDINGS[code].rule}`)).toEqual(published);
  });
});

describe.each(Object.entries(languages))("the messages in %s", (_, { findings }) => {
  test.each(FINDING_CODES)("%s uses exactly the values that the finding carries", (code) => {
    const { title, rule, advice } = findings[code];
    expect([...new Set(argumentsOf(rule))].toSorted()).toEqual([...FINDINGS[code].values].toSorted());
    expect(argumentsOf(title + advice)).toEqual([]);
  });

  test("accuse nobody, and need no quoting in ICU MessageFormat", () => {
    const all = Object.values(findings).flatMap(({ title, rule, advice }) => [title, rule, advice]);
    for (const text of all) expect(text).not.toMatch(/fraud|fraude|irregular|manipul|suspici|sospech|delito|crime|'/i);
  });
});
