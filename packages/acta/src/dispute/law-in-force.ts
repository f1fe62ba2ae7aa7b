import { fail, succeed } from "../basics/index.js";
import type { CivilDate, Result } from "../basics/index.js";
import type { Election } from "../election/index.js";
import type { ChosenBy, Law, LawRule } from "./law.js";

/** The days that choose among the versions of rules. */
export type LawDates = Readonly<Record<ChosenBy, CivilDate>>;

/** The rules of a law that hold for some days, in the order of the file. */
export interface LawInForce {
  readonly law: Law;
  readonly dates: LawDates;
  readonly rules: readonly LawRule[];
}

/**
 * The days that choose the law of an election, for an act on some day.
 * @returns `dispute.noConvocation` when the law file does not say when the election was called.
 */
export function lawDatesOf(law: Law, election: Pick<Election, "id" | "date">, act: CivilDate): Result<LawDates> {
  const called = law.convocations.find((each) => each.election === election.id);
  if (called === undefined) return fail({ code: "dispute.noConvocation", context: { election: election.id } });
  return succeed({ convocation: called.date, electionDay: election.date, act });
}

/**
 * The rules in force: every rule in the version of the day by which it is chosen. A rule that was announced and never
 * published is not among them.
 */
export function lawInForce(law: Law, dates: LawDates): LawInForce {
  const rules = law.rules.filter((rule) => {
    const day = dates[rule.chosenBy];
    return rule.published && rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo);
  });
  return { law, dates, rules };
}

/** The rules of one kind, in the order of the file. */
export function rulesOf<K extends LawRule["kind"]>(
  law: LawInForce,
  kind: K,
): readonly Extract<LawRule, { readonly kind: K }>[] {
  return law.rules.filter((rule): rule is Extract<LawRule, { readonly kind: K }> => rule.kind === kind);
}
