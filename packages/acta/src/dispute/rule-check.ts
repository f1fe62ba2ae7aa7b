import type { LawProblems } from "./law-problems.js";
import type { WrittenLaw } from "./law-schema.js";
import type { LawRule, LegalActKind, LegalStateKind } from "./law.js";

/** Looks at one rule beside the rest of the file: what it names must be there, and what it says must be possible. */
export function checkRule(rule: LawRule, where: string, law: WrittenLaw, problems: LawProblems): void {
  if (rule.validTo !== null && rule.validTo < rule.validFrom)
    problems.add("law.endsBefore", `${where}.validTo`, { from: rule.validFrom, to: rule.validTo });
  if ("by" in rule) checkRole(rule.by, `${where}.by`, law, problems);
  switch (rule.kind) {
    case "body":
      checkRole(rule.body, `${where}.body`, law, problems);
      checkBody(rule, where, problems);
      break;
    case "fee":
      if (!law.units.some(({ id }) => id === rule.of)) problems.unknown("unit", `${where}.of`, rule.of);
      break;
    case "term":
      if ((rule.unit === "hours") !== (rule.closes === "")) problems.add("law.closingHour", `${where}.closes`);
      break;
    case "order":
      rule.stages.forEach((stage, at) => {
        if (rule.stages.indexOf(stage) !== at) problems.add("law.sameId", `${where}.stages.${at}`, { id: stage });
      });
      break;
    case "transition":
      // A state carries what its act brings: a ruling without an effect would be no state.
      if (!LEADS_TO[rule.act].includes(rule.to))
        problems.add("law.impossibleStep", `${where}.to`, { act: rule.act, to: rule.to });
      break;
    case "ground":
      for (const [field, kind] of MATTERS_OF_GROUND) checkMatter(rule[field], kind, `${where}.${field}`, law, problems);
      break;
    case "certification":
      checkRole(rule.first, `${where}.first`, law, problems);
      rule.terms.forEach((term, at) => {
        checkMatter(term.matter, "term", `${where}.terms.${at}.matter`, law, problems);
      });
      rule.steps.forEach((step, at) => {
        if (rule.steps.indexOf(step) !== at) problems.add("law.sameId", `${where}.steps.${at}`, { id: step });
      });
      break;
    default:
  }
}

const LEADS_TO: Readonly<Record<LegalActKind, readonly LegalStateKind[]>> = {
  count: ["counted"],
  flag: ["flagged"],
  refer: ["referred"],
  rule: ["ruled"],
  ruleFinally: ["final"],
  upholdPetition: ["ruled"],
  appeal: ["appealed"],
  ruleOnAppeal: ["final"],
  closeUnappealed: ["final"],
};

const MATTERS_OF_GROUND = [
  ["term", "term"],
  ["fee", "fee"],
  ["appeal", "term"],
  ["decide", "term"],
  ["decideAppeal", "term"],
] as const;

function checkMatter(
  matter: string,
  kind: "term" | "fee",
  where: string,
  law: WrittenLaw,
  problems: LawProblems,
): void {
  if (!law.rules.some((rule) => rule.kind === kind && rule.matter === matter)) problems.unknown(kind, where, matter);
}

function checkRole(role: string, where: string, law: WrittenLaw, problems: LawProblems): void {
  if (!law.roles.some(({ id }) => id === role)) problems.unknown("role", where, role);
}

function checkBody(rule: Extract<LawRule, { kind: "body" }>, where: string, problems: LawProblems): void {
  const seats = rule.seats.map(({ id }) => id);
  seats.forEach((seat, at) => {
    if (seats.indexOf(seat) !== at) problems.add("law.sameId", `${where}.seats.${at}.id`, { id: seat });
  });
  if (!seats.includes(rule.chair)) problems.unknown("seat", `${where}.chair`, rule.chair);
  if (rule.quorum > seats.length)
    problems.add("law.quorumAboveSeats", `${where}.quorum`, { quorum: rule.quorum, seats: seats.length });
}
