// A made-up election with everything that may be disputed in it, published: for tests of what the files and pages say of it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { sampleCsv, sampleDefinition } from "../packages/office/src/import/sample-import.js";
import { acta } from "./acta-desk.js";
import { root as repository } from "./workshop.mjs";

/** A name that a hostile source could have written. */
export const HOSTILE_NAME = `<img src=x onerror="document.title='broken'">`;
/** An address that must never become a link. */
export const HOSTILE_ADDRESS = "javascript:document.title='broken'";

/** The first station has been flagged with figures that do not add up, ruled on, and has an image; the second is named by a petition. */
const DISPUTED_ACTS = [
  {
    kind: "evidence",
    contest: "president",
    actor: { role: "electionAuthority", name: "Authority" },
    reason: "image",
    entries: [
      {
        station: "000001",
        document: { url: "https://example.org/1.jpg", sha256: "5f".repeat(32), mediaType: "image/jpeg" },
      },
      { station: "000002", document: { url: HOSTILE_ADDRESS, sha256: "", mediaType: "image/jpeg" } },
    ],
  },
  {
    kind: "case",
    contest: "president",
    actor: { role: "tribunal", name: "Jury" },
    reason: "filed",
    entries: [
      { case: "C-1", body: "firstTribunal:ica", matter: "flaggedSheet", stations: ["000001"], at: "2026-02-02" },
      { case: "C-2", body: "firstTribunal:ica", matter: "petition", stations: ["000002"], at: "2026-02-03 10:00" },
    ],
  },
  {
    kind: "petition",
    contest: "president",
    actor: { role: "party", name: "b" },
    reason: "filed",
    entries: [
      {
        petition: "P-2",
        case: "C-2",
        body: "firstTribunal:ica",
        filer: { role: "legalAgent", party: "b" },
        asks: "stationAnnulment",
        ground: "b",
        stations: ["000002"],
        at: "2026-02-03 10:00",
      },
      {
        petition: "P-3",
        case: "",
        body: "firstTribunal:ica",
        filer: { role: "legalAgent", party: "a" },
        asks: "stationAnnulment",
        ground: "c",
        stations: [],
        unlocated: 3,
        at: "2026-02-03 11:00",
      },
    ],
  },
];

const RULING = [
  {
    kind: "ruling",
    contest: "president",
    actor: { role: "tribunal", name: "Jury" },
    reason: "public hearing",
    entries: [
      {
        ruling: "R-1",
        case: "C-1",
        body: "firstTribunal:ica",
        instance: 1,
        outcome: "corrected",
        at: "2026-02-05",
        effects: [{ station: "000001", status: "counted", figures: { blank: 3 } }],
      },
    ],
  },
  {
    kind: "notification",
    contest: "president",
    actor: { role: "tribunal", name: "Jury" },
    reason: "published",
    entries: [{ of: null, case: "C-1", form: "publication", to: "", at: "2026-02-06" }],
  },
];

const CERTIFICATION = [
  {
    kind: "certification",
    contest: "president",
    actor: { role: "tribunal", name: "High Jury" },
    reason: "proclamation",
    entries: [{ resolution: "0001-2026", body: "finalTribunal", at: "2026-03-01", elected: ["b"] }],
  },
];

/** The law of Peru as that of the made-up election: its rules are those of any election that it knows. */
function sampleLaw(): string {
  const law = readFileSync(join(repository, "jurisdictions/peru/law.yaml"), "utf8");
  return law.replace("convocations:\n", 'convocations:\n  - { election: sample, date: 2025-11-01, article: "test" }\n');
}

async function done(work: string, ...given: readonly string[]): Promise<void> {
  const ran = await acta(work, ...given, "--data", "data");
  expect([ran.code, ran.err], given.join(" ")).toEqual([0, ""]);
}

/**
 * Makes a data folder below `work` and publishes it to `work`/out: two imported editions, a third with the law, petitions and a ruling, a fourth
 * with the certification.
 */
export async function publishDisputed(work: string): Promise<void> {
  const definition = sampleDefinition()
    .replace("name: Beto", `name: ${JSON.stringify(HOSTILE_NAME)}`)
    .replace("statuses:\n", "statuses:\n  - { id: annulled, state: annulled, words: [[A]] }\n")
    .replace("{ id: referred, state: referred,", "{ id: referred, state: referred, flags: [materialError],");
  writeFileSync(join(work, "election.yaml"), definition);
  for (const more of [0, 1]) {
    const csv = sampleCsv(60, more)
      // More votes than there are voters, and a box that nobody filled.
      .replace("000001,S,300,C,", "000001,S,300,R,9")
      .replace(/000004,S,300,C,(\d+),/, "000004,S,300,R,,");
    writeFileSync(join(work, "sheets.csv"), csv);
    await done(work, "import", "election.yaml", "--source", "sheets.csv", "--as-of", `2026-02-0${more + 1}T20:00Z`);
  }
  writeFileSync(join(work, "law.yaml"), sampleLaw());
  await done(work, "law", "add", "law.yaml");
  for (const [name, acts, at] of [
    ["acts", [...DISPUTED_ACTS, ...RULING], "2026-02-07T20:00Z"],
    ["certification", CERTIFICATION, "2026-03-01T20:00Z"],
  ] as const) {
    writeFileSync(join(work, `${name}.json`), JSON.stringify(acts));
    await done(work, "enter", `${name}.json`);
    await done(work, "seal", "--as-of", at);
  }
  await done(work, "publish", "out");
}
