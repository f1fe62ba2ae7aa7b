import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { planPetitions } from "acta/dispute";
import { tabulationEn, tabulationEs } from "acta/tabulation";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { chooseEdition, openContest } from "../desk/opened.js";
import { withCases } from "../desk/opened-cases.js";
import type { CaseFlags, OpenedCases } from "../desk/opened-cases.js";
import { planDocument, planText } from "./petition-plan-text.js";

/** Flags of `acta petition plan`. */
export interface PlanFlags extends CaseFlags {
  /** Option or list for whose side the plan is. */
  readonly for: string;
  readonly edition?: string;
  readonly all: boolean;
}

/** Runs `acta petition plan`: the same rules for every side. */
export async function runPlan(desk: Desk, flags: PlanFlags): Promise<Result<null>> {
  desk.language.learn({ es: tabulationEs, en: tabulationEn });
  return withCases(desk, flags, (cases: OpenedCases) => {
    const edition = chooseEdition(cases.opened, flags.edition);
    if (!edition.ok) return edition;
    const contest = openContest(cases.opened, edition.value, flags.contest);
    if (!contest.ok) return contest;
    const { options } = contest.value.contest;
    if (!options.includes(flags.for))
      return fail({
        code: "petition.unknownSide",
        context: { side: flags.for.slice(0, 40), known: options.join(", ") },
      });
    const { open, contest: chosen, table } = contest.value;
    const copies = cases.state.copies.get(chosen.id) ?? new Map();
    const input = { contest: chosen, roll: open.roll, table, copies, book: cases.book, law: cases.law };
    const plan = planPetitions(input, flags.for);
    if (flags.json) printJson(desk, planDocument(cases, contest.value, plan));
    else desk.print(planText(desk.language, cases, contest.value, plan, flags.all));
    return succeed(null);
  });
}
