import type { CertificationEntry } from "../record/index.js";
import { bodyNamed } from "./body-name.js";
import type { CaseLaw } from "./case-law.js";
import type { CaseBook } from "./case-record.js";
import { rulesOf } from "./law-in-force.js";
import type { CertificationRule, CertificationStep } from "./law.js";
import { isAboutPetitions, isOpen } from "./open-petitions.js";

/** Sheets of a contest that are not settled. */
export interface OpenSheets {
  /** Flagged or before a tribunal. */
  readonly flagged: number;
  /** Not come, or still being entered. */
  readonly pending: number;
}

/** One step on the way to the certified result. */
export interface StepStanding {
  readonly step: CertificationStep;
  /** `unknown` where the record cannot tell: petitions are not loaded, or nobody knows how many areas are to be certified. */
  readonly state: "done" | "open" | "unknown";
  /** What is open; of `firstCertifications`, what is done. */
  readonly count: number;
}

/** What stands between today and the certified result, in the order of the law. */
export interface CertificationPath {
  readonly rule: CertificationRule;
  readonly steps: readonly StepStanding[];
  /** The steps that are not done before the last one: none may be skipped. */
  readonly blocks: readonly CertificationStep[];
}

/** The steps to the certified result as they stand; null when the law has no order of them. */
export function certificationPath(
  law: CaseLaw,
  book: CaseBook,
  sheets: OpenSheets,
  certifications: readonly CertificationEntry[],
): CertificationPath | null {
  const rule = rulesOf(law.on(null), "certification")[0];
  if (rule === undefined) return null;
  const whole = certifications.some(({ area, body }) => area === null && bodyNamed(law.law, body)?.role === rule.by);
  const areas = certifications.filter(({ area }) => area !== null).length;
  const standing = (step: CertificationStep): StepStanding => {
    switch (step) {
      case "flaggedSheets":
        return counted(step, sheets.flagged);
      case "petitions":
        return ofCases(step, book, UNDECIDED);
      case "appeals":
        return ofCases(step, book, DECIDED);
      case "totals":
        return counted(step, sheets.pending);
      case "firstCertifications":
        return { step, state: whole ? "done" : "unknown", count: areas };
      case "certification":
        return { step, state: whole ? "done" : "open", count: whole ? 0 : 1 };
    }
  };
  const steps = rule.steps.map(standing);
  return { rule, steps, blocks: steps.slice(0, -1).flatMap(({ step, state }) => (state === "done" ? [] : step)) };
}

const UNDECIDED: readonly string[] = ["filed", "heard", "curable"];
const DECIDED: readonly string[] = ["notExamined", "decided", "notified", "appealed"];

function counted(step: CertificationStep, count: number): StepStanding {
  return { step, state: count === 0 ? "done" : "open", count };
}

function ofCases(step: CertificationStep, book: CaseBook, states: readonly string[]): StepStanding {
  if (book.petitions === "notLoaded") return { step, state: "unknown", count: 0 };
  const open = book.cases.filter(
    (each) => isAboutPetitions(each) && states.includes(each.state.kind) && isOpen(book, each),
  );
  return counted(step, open.length);
}
