import type { CivilDate } from "../basics/index.js";
import type { LawCalendar } from "../dispute/index.js";
import type { LocalText, Provenance } from "../election/index.js";
import type { InstitutionRuleFacts } from "../institution/index.js";

/** Who comes next when an office falls vacant before its time. */
export interface Successor {
  readonly office: string;
  /** `leaves`: gives up the office from which he comes. `derived`: keeps it, and falls with it. */
  readonly manner: "leaves" | "derived";
  /** What he must do at once unless it was done already, as a mark (for example that elections are called); "" for nothing. */
  readonly duty: string;
}

/** An office: its term, and who follows when it falls vacant. */
export interface OfficeRule extends InstitutionRuleFacts {
  readonly kind: "office";
  readonly office: string;
  readonly name: LocalText;
  /** Whole years from a day on which one began; null when the law knows no fixed term or nobody has read it. */
  readonly term: { readonly years: number; readonly from: CivilDate } | null;
  readonly succession: readonly Successor[];
}

/** What a body may do or must do besides the steps of procedures; its text says what. */
export interface PowerRule extends InstitutionRuleFacts {
  readonly kind: "power";
  readonly body: string;
}

/** Units in which the law counts a window. Days do not count the day from which they run; months are those of the calendar. */
export type WindowUnit = "calendarDays" | "workingDays" | "months" | "hours";

/** When a step may be taken: not before the first and not after the last of so many days, months or hours. */
export interface StepWindow {
  /** A step of the same case, or that an office was taken last. */
  readonly after:
    | { readonly kind: "step"; readonly step: string }
    | { readonly kind: "taking"; readonly office: string };
  /** 0 when it may be taken at once. */
  readonly from: number;
  /** Null when it has no end. */
  readonly to: number | null;
  readonly unit: WindowUnit;
  /** States of the case in which it need not be waited for: only the end holds. */
  readonly atOnceIn: readonly string[];
}

/** What must hold besides the state, the majority and the window. A closed vocabulary. */
export type StepTest =
  | {
      /** So many marks of a kind (for example cabinets that were denied confidence) in the present term of an office. */
      readonly kind: "marked";
      readonly mark: string;
      readonly atLeast: number;
      readonly inTermOf: string;
    }
  | { readonly kind: "notInLast"; readonly months: number; readonly ofTermOf: string }
  | { readonly kind: "notDuring"; readonly situation: string }
  | { readonly kind: "dateWithin"; readonly fact: string; readonly months: number }
  | { readonly kind: "says"; readonly fact: string; readonly oneOf: readonly string[] }
  | {
      /** In the period that follows the one of an earlier step: two successive legislatures. */
      readonly kind: "nextPeriod";
      readonly series: string;
      readonly after: string;
    }
  | { readonly kind: "withinYearsOfLeaving"; readonly office: string; readonly years: number };

/** A condition of a step, with where it stands. */
export interface StepCondition {
  readonly article: string;
  readonly text: LocalText;
  readonly test: StepTest;
}

/** What a step brings about besides the new state of its case. */
export type StepEffect =
  | { readonly kind: "vacates"; readonly office: string; readonly cause: string }
  | { readonly kind: "marks"; readonly mark: string };

/** One way in which a step ends. */
export interface StepOutcome {
  /** An outcome of the institutions file, or `done` for what is not voted on. */
  readonly outcome: string;
  readonly to: string;
  readonly effects: readonly StepEffect[];
}

/** A step of a procedure: who, from which states, by which majority, when, under which conditions, and what follows. */
export interface ProcedureStep {
  readonly id: string;
  readonly name: LocalText;
  readonly article: string;
  /** A body, an office or a chamber. */
  readonly by: string;
  /** States of the case from which it may be taken; `start` for the first step. */
  readonly from: readonly string[];
  /** The majority that decides, by its question in the institutions file; null where nothing is voted on. */
  readonly vote: {
    readonly chamber: string;
    /** "" where the majority has not been read: then only what a source says is known. */
    readonly question: string;
  } | null;
  readonly outcomes: readonly StepOutcome[];
  readonly window: StepWindow | null;
  readonly conditions: readonly StepCondition[];
}

/** A procedure as a table of steps. A case belongs to the version that was in force when it began. */
export interface ProcedureRule extends InstitutionRuleFacts {
  readonly kind: "procedure";
  readonly procedure: string;
  readonly name: LocalText;
  readonly steps: readonly ProcedureStep[];
}

/** A rule of a procedures file. */
export type ProcedureLawRule = OfficeRule | PowerRule | ProcedureRule;

/** A word that people use, and the procedures that it can mean. */
export interface ProcedureWord {
  readonly word: string;
  /** Several: it must be asked which; none: the law knows no such procedure, as the note says. */
  readonly means: readonly string[];
  readonly note: LocalText | null;
}

/** A period of the legal calendar, such as an ordinary legislature. */
export interface LegalPeriod {
  readonly series: string;
  readonly id: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly source: string;
}

/** The procedures, offices and powers of a country as data: `acta-procedures/1`. */
export interface ProcedureLaw {
  readonly id: string;
  readonly name: LocalText;
  readonly country: string;
  readonly provenance: Provenance;
  /** The institutions file with the chambers and majorities, as its path is written. */
  readonly institutions: string;
  readonly calendar: LawCalendar;
  /** Names of bodies, states, marks, situations, causes, outcomes and facts, by id. */
  readonly names: ReadonlyMap<string, LocalText>;
  readonly words: readonly ProcedureWord[];
  /** In the order of time, by series. */
  readonly periods: readonly LegalPeriod[];
  readonly rules: readonly ProcedureLawRule[];
}

/** The state in which every case begins. */
export const START = "start";

/** The rules of one kind in force on a day, in the order of the file. */
export function lawOn<K extends ProcedureLawRule["kind"]>(
  law: ProcedureLaw,
  kind: K,
  day: CivilDate,
): readonly Extract<ProcedureLawRule, { readonly kind: K }>[] {
  return law.rules.filter(
    (rule): rule is Extract<ProcedureLawRule, { readonly kind: K }> =>
      rule.kind === kind && rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo),
  );
}
