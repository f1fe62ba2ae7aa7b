import { parseInstitutions } from "../institution/index.js";
import { parseHistory } from "./parse-history.js";
import { parseProcedures } from "./parse-procedures.js";
import type { History } from "./history.js";
import type { Laws } from "./step-judgement.js";

// A small invented country for tests: one council of nine, one office, one procedure with a window, a condition and a mark.

const facts = { article: "s. 1", text: "a rule", confidence: "high", validFrom: "2030-01-01" } as const;

/** The institutions of the sample, as a document. */
function sampleInstitutions() {
  const majority = (id: string, question: string, share: string, outcomes: readonly [string, string]) => ({
    ...facts,
    id,
    kind: "majority",
    chamber: "council",
    question,
    levels: [{ outcome: outcomes[0], share, relation: "atLeast", of: "legalNumber" }],
    otherwise: outcomes[1],
  });
  return {
    format: "acta-institutions/1",
    id: "sample",
    name: "Sample",
    provenance: "synthetic",
    outcomes: ["filed", "notFiled", "approved", "rejected"].map((id) => ({ id, name: id })),
    rules: [
      { ...facts, id: "S1", kind: "chamber", chamber: "council", name: "Council", legalNumber: 9 },
      majority("S2", "filing", "1/3", ["filed", "notFiled"]),
      majority("S3", "removal", "2/3", ["approved", "rejected"]),
    ],
  };
}

/** The steps of the sample's only procedure; `unit` is that of the window from the 2nd to the 5th. */
function removalSteps(unit: string) {
  const step = (id: string, from: string, question: string, more: object) => ({
    id,
    name: id,
    article: "s. 2",
    by: "council",
    from: [from],
    vote: { chamber: "council", question },
    ...more,
  });
  return [
    step("file", "start", "filing", {
      outcomes: [
        { outcome: "filed", to: "filed", effects: [{ kind: "marks", mark: "noted" }] },
        { outcome: "notFiled", to: "closed" },
      ],
    }),
    step("decide", "filed", "removal", {
      window: { after: { kind: "step", step: "file" }, from: 2, to: 5, unit },
      conditions: [
        { article: "s. 3", text: "no siege", test: { kind: "notDuring", situation: "siege" } },
        {
          article: "s. 4",
          text: "noted",
          test: { kind: "marked", mark: "noted", atLeast: 1, inTermOf: "chair" },
        },
      ],
      outcomes: [
        { outcome: "approved", to: "removed", effects: [{ kind: "vacates", office: "chair", cause: "removal" }] },
        { outcome: "rejected", to: "closed" },
      ],
    }),
  ];
}

/** The procedures of the sample, as a document; `unit` is that of the window from the 2nd to the 5th. */
function sampleProcedures(unit = "calendarDays") {
  return {
    format: "acta-procedures/1",
    id: "sample-procedures",
    name: "Sample",
    provenance: "synthetic",
    institutions: "institutions.yaml",
    calendar: {
      zone: "UTC",
      offsets: [{ from: "2030-01-01T00:00:00Z", offset: "Z" }],
      weekend: [6, 7],
      holidays: { "2030": ["2030-01-02"] },
    },
    names: [
      "filed",
      "closed",
      "removed",
      "removal",
      "election",
      "succession",
      "resignation",
      "termEnd",
      "noted",
      "reader",
    ]
      .concat(["siege"])
      .map((id) => ({ id, es: id, en: id })),
    rules: [
      {
        ...facts,
        id: "P1",
        kind: "office",
        office: "chair",
        name: "Chair",
        term: { years: 4, from: "2030-01-01" },
        succession: [
          { office: "deputy", manner: "leaves" },
          { office: "speaker", manner: "derived", duty: "noted" },
        ],
      },
      { ...facts, id: "P2", kind: "office", office: "deputy", name: "Deputy" },
      { ...facts, id: "P3", kind: "office", office: "speaker", name: "Speaker" },
      {
        ...facts,
        id: "P4",
        kind: "procedure",
        procedure: "removal",
        name: "Removal",
        steps: removalSteps(unit),
      },
    ],
  };
}

/** The laws of the sample. */
export function sampleLaws(unit = "calendarDays"): Laws {
  const institutions = parseInstitutions(sampleInstitutions());
  if (!institutions.ok) throw new Error(JSON.stringify(institutions.problem));
  const procedures = parseProcedures(sampleProcedures(unit), institutions.value);
  if (!procedures.ok) throw new Error(JSON.stringify(procedures.problem));
  return { procedures: procedures.value, institutions: institutions.value };
}

/** A history of the sample from its events. */
export function sampleHistory(laws: Laws, events: readonly unknown[]): ReturnType<typeof parseHistory> {
  const document = { format: "acta-history/1", id: "sample-history", name: "Sample", law: "sample-procedures", events };
  return parseHistory(document, laws.procedures);
}

/** The events of a history of the sample; throws when they have problems. */
export function sampleEvents(laws: Laws, events: readonly unknown[]): History["events"] {
  const history = sampleHistory(laws, events);
  if (!history.ok) throw new Error(JSON.stringify(history.problem));
  return history.value.events;
}
