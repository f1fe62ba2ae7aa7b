import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PERU, acta, actaJson, dropFolder, newFolder, peruFile } from "../../../../../scripts/acta-desk.js";
import { congress2021, voteCases } from "../../../../../scripts/peru-institutions.js";
import { describeWithShared, sharedPath } from "../../../../../scripts/shared-data.js";
import { root } from "../../../../../scripts/workshop.mjs";
import { checkClaims, parseClaims } from "acta/claim";
import type { ClaimEvidence, ClaimsFile } from "acta/claim";
import { loadClaims } from "../../import/index.js";
import { indexOf, openFolder } from "../../store/index.js";
import { evidenceOf } from "./claim-evidence.js";

const MAPPING = join(root, "jurisdictions/peru/claims-2021.yaml");
const CLAIMS = sharedPath("peru", "claims.json");

interface Listed {
  readonly id: string;
  readonly verdict: string;
  readonly claimedValue: unknown;
}
interface Part {
  readonly verdict: string;
  readonly value: { readonly text?: string; readonly exact?: string; readonly word?: string } | null;
  readonly atTheTime: readonly { readonly text: string; readonly at: string }[];
  readonly working: readonly { readonly code: string; readonly text: string }[];
}
interface Checked {
  readonly id: string;
  readonly verdict: string;
  readonly edition: string | null;
  readonly rule: { readonly article: string } | null;
  readonly reason: string | null;
  readonly contradicts: readonly string[];
  readonly parts: readonly Part[];
}
interface Answer {
  readonly claims: readonly Checked[];
  readonly problems: readonly unknown[];
}

function mapping(): ClaimsFile {
  const loaded = loadClaims(MAPPING, null);
  return loaded.ok ? loaded.value.file : expect.unreachable(JSON.stringify(loaded.problem));
}

function gathered(path: string): ClaimEvidence {
  const folder = openFolder(path);
  if (!folder.ok) return expect.unreachable(folder.problem.code);
  const index = indexOf(folder.value);
  if (!index.ok) return expect.unreachable(index.problem.code);
  const evidence = evidenceOf({ folder: folder.value, index: index.value }, mapping(), MAPPING);
  folder.value.close();
  return evidence.ok ? evidence.value.evidence : expect.unreachable(JSON.stringify(evidence.problem));
}

/** The verdicts of the list, by our names. */
const NAMES: Readonly<Record<string, string>> = {
  exact: "exact",
  rounding: "rounding",
  right_at_the_time: "rightAtTheTime",
  partly: "partly",
  wrong: "wrong",
  not_checkable_here: "notCheckable",
};

describeWithShared("the 81 claims of five press reports about Peru", () => {
  const listed: readonly Listed[] = JSON.parse(readFileSync(CLAIMS, "utf8")).claims;
  let work = "";
  let evidence: ClaimEvidence | undefined;
  let answer: Answer = { claims: [], problems: [] };
  /** Other lists against the same evidence: the command gathers it anew each time, which takes seconds. */
  const verdictsOf = (claims: readonly unknown[]): Readonly<Record<string, unknown>> => {
    const file = parseClaims({ claims }, mapping());
    const list = file.ok ? file.value.claims : expect.unreachable();
    const checked = checkClaims(evidence ?? expect.unreachable(), list);
    return Object.fromEntries(checked.map(({ claim: { id }, verdict }) => [id, verdict]));
  };
  const claim = (id: string): Checked => answer.claims.find((each) => each.id === id) ?? expect.unreachable(id);
  const verdicts = ({ claims }: Answer): Readonly<Record<string, string>> =>
    Object.fromEntries(claims.map(({ id, verdict }) => [id, verdict]));

  beforeAll(async () => {
    work = newFolder();
    const sheets = (["08", "09", "17"] as const).flatMap((name) => ["--source", peruFile(name)]);
    await actaJson(work, "import", PERU.runoff, ...sheets, "--source", sharedPath("peru", "editions-2021-runoff.json"));
    await actaJson(work, "import", PERU.firstRound, "--source", peruFile("first"));
    answer = await actaJson(work, "claims", "check", CLAIMS, "--mapping", MAPPING);
    evidence = gathered(join(work, "acta-data"));
  }, 180_000);
  afterAll(() => dropFolder(work));

  test("are answered one for one, without a mistake in file or mapping", () => {
    expect(answer.claims.map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
    expect(answer.problems).toEqual([]);
  });

  test("80 of 81 verdicts agree with those of the list; the other stands here with our reason", () => {
    const ours = verdicts(answer);
    const apart = listed.filter(({ id, verdict }) => ours[id] !== NAMES[verdict]).map(({ id }) => id);
    expect(apart).toEqual(["C12"]);
    // The list does not name the person whom the sentence calls head of the party, and election data know no heads of parties.
    expect(claim("C12")).toMatchObject({ verdict: "notCheckable", reason: "the claim does not say who is meant" });
  });

  test("do not depend on what the file itself says of them: other verdicts in it change nothing", () => {
    const others = listed.map((each, at) => ({
      ...each,
      verdict: Object.keys(NAMES)[at % 6],
      official: "1",
      why: "exact",
      verifiedBy: "nobody",
    }));
    expect(verdictsOf(others)).toEqual(verdicts(answer));
  });

  test("depend on what is claimed: each number a tenth larger is another claim, and none is exact or rounded any more", () => {
    const numbers = listed.filter(({ claimedValue }) => typeof claimedValue === "number");
    const larger = numbers.map((each) => ({ ...each, claimedValue: Math.ceil(Number(each.claimedValue) * 1.1) + 1 }));
    const changed = verdictsOf(larger);
    const right = numbers.filter(({ id }) => ["exact", "rounding"].includes(verdicts(answer)[id] ?? ""));
    expect(right.length).toBeGreaterThan(12);
    // A6 and D19 say their span in words, and less than a larger number of months is true.
    const stay = right.filter(({ id }) => ["exact", "rounding"].includes(String(changed[id]))).map(({ id }) => id);
    expect(stay).toEqual(["D19"]);
  });

  test("69,546 lies between 71,455 and 68,775; the last word is 44,263", () => {
    const [part] = claim("A2").parts;
    expect(part?.atTheTime.map(({ text, at }) => [text, at])).toEqual([
      ["71455", "2021-06-10T15:18:00Z"],
      ["68775", "2021-06-10T21:20:00Z"],
    ]);
    expect(part?.value).toMatchObject({ text: "44263", exact: "44263" });
    expect(claim("A2").edition).toBe("count-editions");
  });

  test("all processed is not all counted: 99.129 to 99.584 %, and 100 % from 15 June 15:19 on", () => {
    const [part] = claim("A3").parts;
    expect(part?.atTheTime.map(({ text }) => text)).toEqual(["99.129", "99.584"]);
    expect(part?.working.map(({ text }) => text).join("\n")).toContain("15 Jun 2021, 15:19");
  });

  test("16.1 % is on no base of the first round, and is found as an exit poll", () => {
    const said =
      claim("A7")
        .parts[0]?.working.map(({ text }) => text)
        .join("\n") ?? "";
    expect(claim("A7").parts[0]?.value?.text).toBe("18.921");
    expect(said).toContain("15.382 % of ballots cast");
    expect(said).toContain("has this at 16.1 %");
  });

  test("a share of the population is on no base of a count; of electors it would be 29.9, 33.2 or 32.9 %", () => {
    const said = claim("A9").parts.flatMap(({ working }) => working.map(({ text }) => text));
    expect(claim("A9").verdict).toBe("notCheckable");
    expect(said.map((text) => /[\d.]+ %/.exec(text)?.[0])).toEqual(["29.9 %", "33.2 %", "32.9 %"]);
  });

  test("625 of 2,082 districts have 80 % or more, 249 have 90 %", () => {
    const said = claim("A10").parts[0]?.working.map(({ text }) => text);
    expect(said?.slice(0, 2)).toEqual([
      "249 of 2,082 areas have 90 % or more.",
      "625 of 2,082 areas have 80 % or more.",
    ]);
  });

  test("an extension that was agreed and never published was right at the time, and the deadline is the law's", () => {
    expect(claim("B3")).toMatchObject({ verdict: "exact", rule: { article: "LOE 363, 367; Res. 0086-2018-JNE" } });
    expect(claim("B4").parts[0]?.working[0]?.text).toContain("never published, never in force");
  });

  test("contradictions are named beside the verdicts, also among claims that nobody can check", () => {
    const pairs = answer.claims.flatMap(({ id, contradicts }) => contradicts.map((other) => `${id} ${other}`));
    expect(pairs).toEqual(["A14 D12", "A15 D13", "B3 B4", "B4 B3", "C5 E2", "D12 A14", "D13 A15", "E2 C5"]);
  });

  test("are read in both languages, and without a mapping where one is found", async () => {
    const spanish = await acta(root, "claims", "check", CLAIMS, "--data", join(work, "acta-data"), "--lang", "es");
    expect([spanish.code, spanish.err]).toEqual([0, ""]);
    expect(spanish.out).toContain("A2  CORRECTA EN SU MOMENTO");
    expect(spanish.out).toContain("jurisdictions/peru/claims-2021.yaml");
    expect(spanish.out).not.toMatch(/claim\.|claims\.|undefined|NaN|\{\w+\}/);
  });

  test("a claim about a count that is not in the folder cannot be checked, and says what to import", async () => {
    const { out, code } = await acta(
      work,
      "claims",
      "check",
      CLAIMS,
      "--mapping",
      MAPPING,
      "--data",
      "nowhere",
      "--only",
      "A2",
    );
    expect([code, out.includes("import it with acta import")]).toEqual([0, true]);
  });
});

describeWithShared("the dated facts of Peru", () => {
  const { facts, problems } = mapping();

  test("are read without a problem", () => {
    expect(problems).toEqual([]);
  });

  test("about votes say what the research files say", () => {
    const cases = voteCases().cases;
    for (const fact of facts)
      if (fact.kind === "vote") {
        const real = cases.find(({ date, yes }) => date === fact.on && yes === fact.inFavour);
        expect([fact.id, fact.against, fact.abstentions]).toEqual([fact.id, real?.no, real?.abstain]);
      }
  });

  test("about seats and elected members are those of the Congress of 2021", () => {
    const congress = congress2021();
    for (const fact of facts) {
      if (fact.kind === "seats")
        expect(Object.fromEntries(fact.lists)).toEqual(
          Object.fromEntries(congress.national.parties.map(({ party, seats }) => [party, seats])),
        );
      if (fact.kind === "people" && fact.id === "elected-lima") expect(fact.people).toHaveLength(33);
    }
  });
});
