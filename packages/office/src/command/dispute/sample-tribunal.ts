import { writeFileSync } from "node:fs";
import { join } from "node:path";

// A made-up country with a jury and a court, small enough to be read in one look: for tests of law sets, rulings and copies.

/** Its definition: sheets with challenged votes and a written total of voters. */
const DEFINITION = `format: acta-election/1
id: sample
name: Sample
date: 2026-02-01
timeZone: UTC
provenance: synthetic
authority: { name: Authority }
options:
  - { id: a, name: Ana }
  - { id: b, name: Beto, aliases: [beto-list] }
contests:
  - { id: president, name: President, options: [a, b], cells: [blank, "null", challenged, voters], outcome: { rule: plurality } }
trees:
  - id: geographic
    name: Geographic
    root: { code: X, level: country, name: X }
    levels: [{ id: district, name: District }]
statuses:
  - { id: counted, state: counted, words: [[C]] }
  - { id: resolved, state: counted, resolved: true, words: [[CR]] }
  - { id: annulled, state: annulled, resolved: true, words: [[A]] }
  - { id: error, state: referred, flags: [materialError], words: [[E]] }
  - { id: challenged, state: referred, flags: [challengedVotes], words: [[I]] }
sources:
  - id: tables
    title: Tables
    delivers: full
    refusedLimit: 0/1
    parts:
      - id: sheets
        station: station
        roll: { registered: registered, trees: { geographic: { district: { code: district } } } }
        sheets:
          - { contest: president, cells: { a: ana, b: beto, blank: blank, "null": void, challenged: challenged, voters: voters }, status: [status] }
`;

const rule = (id: string, kind: string, more: string): string =>
  `  - { id: ${id}, kind: ${kind}, article: "art. ${id}", text: ${id}, confidence: high, chosenBy: electionDay, validFrom: 2020-01-01, ${more} }\n`;

const step = (id: string, act: string, from: string, to: string, by: string): string =>
  rule(id, "transition", `act: ${act}, from: [${from}], to: ${to}, by: ${by}`);

/** Its law: a shortfall goes to the null votes, an excess annuls; the jury of three sits with two. */
export const SAMPLE_LAW = `format: acta-law/1
id: sample-law
name: Law of the sample
roles:
  - { id: authority, name: authority }
  - { id: jury, name: jury }
  - { id: court, name: court }
  - { id: legalAgent, name: legal agent }
calendar:
  zone: UTC
  offsets: [{ from: 2020-01-01T00:00:00Z, offset: Z }]
  weekend: [6, 7]
  holidays: { "2026": [] }
convocations:
  - { election: sample, date: 2025-06-01, article: Decree 1 }
rules:
${rule("flag-short", "flag", 'flag: materialError, letter: D, when: ["sum < voters"]')}${rule(
  "flag-excess",
  "flag",
  'flag: materialError, letter: E, when: ["sum > voters"]',
)}${rule("order", "order", "stages: [challengedVotes, comparison, table]")}${rule(
  "envelopes",
  "challenged",
  "by: jury, missing: [{ do: moveChallenged, to: nullVotes }]",
)}${rule(
  "copies",
  "comparison",
  'by: jury, holders: [jury], consistent: ["sum = voters", "voters <= registeredVoters", "everyOption <= voters"]',
)}${rule("short", "decision", 'when: ["sum < voters"], actions: [{ do: addShortfall, to: nullVotes }]')}${rule(
  "excess",
  "decision",
  'when: ["sum > voters"], actions: [{ do: annul, as: registeredVoters }]',
)}${rule("end", "postcondition", 'holds: ["sum = voters"]')}${step("counts", "count", "processed", "counted", "authority")}${step(
  "flags",
  "flag",
  "processed, counted",
  "flagged",
  "authority",
)}${step("refers", "refer", "flagged", "referred", "authority")}${step("rules", "rule", "referred", "ruled", "jury")}${step(
  "ends-there",
  "ruleFinally",
  "referred",
  "final",
  "jury",
)}${step("upholds", "upholdPetition", "counted", "ruled", "jury")}${step(
  "appeals",
  "appeal",
  "ruled",
  "appealed",
  "legalAgent",
)}${step("decides", "ruleOnAppeal", "appealed", "final", "court")}${step(
  "unappealed",
  "closeUnappealed",
  "ruled",
  "final",
  "jury",
)}${rule(
  "three-days",
  "term",
  'matter: appealSheet, from: publication, length: 3, unit: calendarDays, closes: "20:00"',
)}${rule(
  "three-seats",
  "body",
  "body: jury, seats: [{ id: one, name: one }, { id: two, name: two }, { id: three, name: three }], chair: one, quorum: 2, majority: mostVotes, castingVote: true, tieWithoutChair: nextInOrder, resignation: suspendedAndSubstituted",
)}`;

/** Stations 000001 to 000040, all counted and in order but the first four: a shortfall, an excess, two with challenged votes. */
function sheets(): string {
  const special = ["E,100,40,30,0,5,0,80", "E,100,40,50,0,5,0,90", "I,100,30,30,0,5,3,68", "E,100,40,30,0,5,0,81"];
  const rows = Array.from({ length: 40 }, (_, at) => {
    const code = String(at + 1).padStart(6, "0");
    const [status = "C", ...figures] = (special[at] ?? `C,100,${20 + at},40,1,2,0,${63 + at}`).split(",");
    return [code, at % 4 === 0 ? "S" : "N", figures[0], status, ...figures.slice(1)].join(",");
  });
  return `station,district,registered,status,ana,beto,blank,void,challenged,voters\n${rows.join("\n")}\n`;
}

/** Writes the files of the sample into a folder: `election.yaml`, `rules.yaml` and `sheets.csv`. */
export function writeSample(folder: string): void {
  writeFileSync(join(folder, "election.yaml"), DEFINITION);
  writeFileSync(join(folder, "rules.yaml"), SAMPLE_LAW);
  writeFileSync(join(folder, "sheets.csv"), sheets());
}

/** The arguments that import it. */
export const SAMPLE_IMPORT = ["import", "election.yaml", "--source", "sheets.csv", "--as-of", "2026-02-01T20:00Z"];
