import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { disputeEn, disputeEs } from "./index.js";
import type { BodyNeed, PredictedOutcome, ProposedOutcome } from "./index.js";
import { LEGAL_ACTS, LEGAL_STATES } from "./law.js";

const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
const raised = new Set(
  sources.flatMap((name) =>
    [...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/"((?:law|dispute)\.[a-z][^"]+)"/g)].map(
      ([, code = ""]) => code,
    ),
  ),
);
const valuesOf = (text: string) => new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name));

describe("the messages of the room", () => {
  test("exist for every problem that is raised, and for no other", () => {
    const problems = Object.keys(disputeEn).filter((code) => /^(?:law|dispute)\./.test(code));
    expect(problems.toSorted()).toEqual([...raised].toSorted());
  });

  test("have words for every outcome, need, state and act", () => {
    const outcomes: Readonly<Record<ProposedOutcome | PredictedOutcome, true>> = {
      keptAsFiled: true,
      corrected: true,
      annulled: true,
      annulledAsVoters: true,
      annulledAsRegistered: true,
      annulledOtherwise: true,
      recount: true,
      needsBody: true,
    };
    const needs: Readonly<Record<BodyNeed, true>> = {
      challengedVotes: true,
      copiesDisagree: true,
      petition: true,
      otherOriginal: true,
      paper: true,
      noRule: true,
      postcondition: true,
    };
    const words = [
      ...Object.keys(outcomes).map((name) => `proposal.${name}`),
      ...Object.keys(needs).map((name) => `need.${name}`),
      ...LEGAL_STATES.map((name) => `legalState.${name}`),
      ...LEGAL_ACTS.map((name) => `legalAct.${name}`),
    ];
    expect(
      Object.keys(disputeEn)
        .filter((code) => !/^(?:law|dispute)\./.test(code))
        .toSorted(),
    ).toEqual(words.toSorted());
  });

  test("use the same values in both languages", () => {
    const spanish = new Map<string, string>(Object.entries(disputeEs));
    for (const [code, text] of Object.entries(disputeEn))
      expect(valuesOf(spanish.get(code) ?? ""), code).toEqual(valuesOf(text));
  });
});
