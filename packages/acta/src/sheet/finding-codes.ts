/** An error: the figures contradict each other or their state. A warning: possible, but worth a look at the paper. */
export type FindingSeverity = "error" | "warning";

/** What a finding is about: one sheet, the sheets of a polling place, a whole edition, a file being read, a bulletin. */
export type FindingScope = "sheet" | "place" | "edition" | "import" | "bulletin";

/** How a rule uses the `tolerance` of its setting: a difference that is let pass, or the least size that is looked at. */
export type ToleranceUse = "none" | "difference" | "atLeast";

/** One rule that may raise a finding, as the registry lists it. */
export interface FindingRule {
  /** Key of the rule in the definition's `checks`. */
  readonly rule: string;
  readonly severity: FindingSeverity;
  readonly scope: FindingScope;
  /** Letter of the material error in Peruvian practice (RULES 2.3); "" when it has none. */
  readonly letter: string;
  /** Codes that say nothing new about the same sheet once this one is raised. */
  readonly suppresses: readonly string[];
  /** Names of the values that a finding carries, in the order of its message. `cell` and `option` are ids of the definition. */
  readonly values: readonly string[];
  readonly toleranceUse: ToleranceUse;
  /** Used when the definition gives none, or gives 0. */
  readonly tolerance: number;
  /** A share, `n/d`, used when the definition gives none; "" when the rule then has no share. */
  readonly limit: string;
}

type Details = Partial<Omit<FindingRule, "rule" | "severity" | "scope" | "values">>;

function ruleOf(
  scope: FindingScope,
  rule: string,
  severity: FindingSeverity,
  values: readonly string[],
  details: Details = {},
): FindingRule {
  const plain = { letter: "", suppresses: [], toleranceUse: "none", tolerance: 0, limit: "" } as const;
  return { rule, severity, scope, values, ...plain, ...details };
}

const difference = { toleranceUse: "difference" } as const;

/**
 * Every finding code of the product. A code is never reused and never changes its meaning: a rule that is given up keeps its
 * line. S: one sheet (S1 what is missing, S2 what does not add up, S3 what is unusual, S4 what its state excludes,
 * S5 preferential votes). C: across sheets, copies and editions. I: reading a source. B: bulletins.
 * The key is the code; the compiler refuses a second one.
 */
export const FINDINGS = {
  S101: ruleOf("sheet", "votersBlank", "error", [], { suppresses: ["S204", "S205", "S206"] }),
  S102: ruleOf("sheet", "cellBlank", "error", ["count", "cell"]),
  S103: ruleOf("sheet", "cellIllegible", "error", ["count", "cell"]),
  S104: ruleOf("sheet", "cellAbsurd", "error", ["count", "cell", "text"]),
  S105: ruleOf("sheet", "cellNotSupplied", "warning", ["count", "cell"]),
  S106: ruleOf("sheet", "ballotsCastBlank", "warning", []),

  S201: ruleOf("sheet", "votersOverRegistered", "error", ["voters", "registered"], {
    ...difference,
    letter: "A",
    suppresses: ["S204", "S304"],
  }),
  S202: ruleOf("sheet", "votesOverRegistered", "error", ["votes", "registered"], {
    ...difference,
    letter: "B",
    suppresses: ["S205"],
  }),
  S203: ruleOf("sheet", "optionOverRegistered", "error", ["option", "votes", "registered"], {
    ...difference,
    letter: "C",
  }),
  S204: ruleOf("sheet", "votesUnderVoters", "error", ["votes", "voters", "difference"], { ...difference, letter: "D" }),
  S205: ruleOf("sheet", "votesOverVoters", "error", ["votes", "voters", "difference"], { ...difference, letter: "E" }),
  S206: ruleOf("sheet", "optionOverVoters", "error", ["option", "votes", "voters"], { ...difference, letter: "F" }),
  S207: ruleOf("sheet", "ballotsCastDiffers", "error", ["ballotsCast", "votes"], difference),
  S208: ruleOf("sheet", "ballotsUnaccounted", "warning", ["unusedBallots", "ballotsCast", "registered"], difference),
  S209: ruleOf("sheet", "challengedHoldsTotal", "error", ["challenged"], {
    suppresses: ["S202", "S205", "S306", "S402"],
  }),

  S301: ruleOf("sheet", "allZero", "warning", [], { suppresses: ["S208", "S303"] }),
  S302: ruleOf("sheet", "oneOptionTakesAll", "warning", ["option", "votes", "validVotes"], {
    toleranceUse: "atLeast",
    tolerance: 20,
    limit: "1/1",
  }),
  S303: ruleOf("sheet", "noValidVotes", "warning", ["votes"]),
  S304: ruleOf("sheet", "fullTurnout", "warning", ["voters", "registered"], {
    toleranceUse: "atLeast",
    tolerance: 20,
    limit: "1/1",
  }),
  S305: ruleOf("sheet", "optionZeroed", "warning", ["option", "votes"]),
  S306: ruleOf("sheet", "challengedVotes", "warning", ["challenged"]),

  S401: ruleOf("sheet", "challengedInCounted", "error", ["challenged"]),
  S402: ruleOf("sheet", "countedUnequal", "error", ["votes", "voters"], {
    ...difference,
    suppresses: ["S204", "S205"],
  }),
  S403: ruleOf("sheet", "annulledWithVotes", "error", ["votes"], { suppresses: ["S204", "S205"] }),
  S404: ruleOf("sheet", "annulledNullDiffers", "error", ["nullVotes", "voters"], { suppresses: ["S204", "S205"] }),
  S405: ruleOf("sheet", "pendingWithFigures", "warning", ["cell", "figure"]),
  S406: ruleOf("sheet", "notInstalledWithFigures", "error", ["cell", "figure"]),

  S501: ruleOf("sheet", "preferenceOverList", "error", ["cell", "preferences", "option", "votes"], {
    ...difference,
    letter: "G",
    suppresses: ["S502", "S503", "S504"],
  }),
  S502: ruleOf("sheet", "preferenceOverVoters", "error", ["cell", "preferences", "voters"], {
    ...difference,
    letter: "H",
  }),
  S503: ruleOf("sheet", "preferenceOverRegistered", "error", ["cell", "preferences", "registered"], {
    ...difference,
    letter: "I",
  }),
  S504: ruleOf("sheet", "preferenceOverVotes", "error", ["cell", "preferences", "votes"], {
    ...difference,
    letter: "J",
  }),
  S505: ruleOf("sheet", "preferencesOverListMultiple", "error", ["option", "preferences", "votes"], {
    ...difference,
    letter: "K",
    limit: "2/1",
  }),

  C101: ruleOf("place", "sameVotesInPlace", "warning", ["stations", "votes"], {
    toleranceUse: "atLeast",
    tolerance: 20,
  }),
  C102: ruleOf("sheet", "copiesDiffer", "error", ["count", "cell"]),
  C201: ruleOf("edition", "registeredDrift", "warning", ["earlier", "later"], difference),
  C202: ruleOf("edition", "placeDrift", "warning", ["earlier", "later"]),
  C203: ruleOf("edition", "areaNameDrift", "warning", ["area", "earlier", "later"]),
  C204: ruleOf("edition", "areaDrift", "warning", ["earlier", "later"]),
  C205: ruleOf("edition", "stationGone", "warning", ["station"]),
  C206: ruleOf("edition", "stationNew", "warning", ["station"]),
  C207: ruleOf("edition", "registeredUnknown", "warning", ["stations"]),

  I101: ruleOf("import", "stationTwiceSame", "warning", ["station"]),
  I102: ruleOf("import", "stationTwiceDifferent", "error", ["station"]),
  I103: ruleOf("import", "stationAbsent", "warning", ["station"]),
  I104: ruleOf("import", "stationNotOnRoll", "error", ["station"]),
  I105: ruleOf("import", "stationOutOfContest", "error", ["station"]),
  I106: ruleOf("import", "unknownStatus", "error", ["words"]),
  I201: ruleOf("import", "unreadableCell", "warning", ["cell", "text"]),
  I202: ruleOf("import", "missingCellInCounted", "error", ["cell"]),
  I203: ruleOf("import", "printedSumDiffers", "warning", ["printed", "votes"], difference),
  I301: ruleOf("import", "areaNamesDiffer", "warning", ["area", "one", "other"]),
  I302: ruleOf("import", "areaMissing", "warning", ["stations"]),

  B101: ruleOf("bulletin", "identityFails", "error", ["left", "total", "sum"], difference),
  B102: ruleOf("bulletin", "tornSnapshot", "error", ["earlier", "later"]),
  B103: ruleOf("bulletin", "totalDiffersFromParts", "error", ["figure", "total", "sum"], difference),
  B104: ruleOf("bulletin", "sameMomentOtherFigures", "error", ["figure", "one", "other"]),
  B105: ruleOf("bulletin", "figureWentBack", "warning", ["figure", "earlier", "later"], difference),
  B106: ruleOf("bulletin", "printedShareDiffers", "warning", ["figure", "printed", "computed"]),
  B107: ruleOf("bulletin", "bulletinAreaUnknown", "error", ["area"]),
  B108: ruleOf("bulletin", "differsFromSheets", "warning", ["figure", "printed", "computed"], difference),
};

/** A code of the registry. */
export type FindingCode = keyof typeof FINDINGS;

/** A code of a check on one sheet by itself. */
export type SheetCode = Extract<FindingCode, `S${string}`>;

/** True for a code of the registry. */
export function isFindingCode(text: string): text is FindingCode {
  return Object.hasOwn(FINDINGS, text);
}

/** All codes, in the order of the registry. */
export const FINDING_CODES: readonly FindingCode[] = Object.keys(FINDINGS).filter(isFindingCode);

const codesByRule = new Map<string, FindingCode>(FINDING_CODES.map((code) => [FINDINGS[code].rule, code]));

/** The code of a rule by its name in the definition; `undefined` when there is no such rule. */
export function codeOfRule(rule: string): FindingCode | undefined {
  return codesByRule.get(rule);
}
