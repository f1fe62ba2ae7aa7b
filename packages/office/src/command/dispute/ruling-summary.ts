import { figuresOf } from "acta/dispute";
import type { ProposedOutcome } from "acta/dispute";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { optionLabel } from "../count/bulletin-text.js";
import type { ProposedSheet, RulingBench } from "./ruling-bench.js";
import { flagsText } from "./ruling-proposal-text.js";

const OUTCOMES: readonly ProposedOutcome[] = ["keptAsFiled", "corrected", "annulled", "recount", "needsBody"];

/** Many proposals at a glance. */
export interface ProposalSummary {
  readonly sheets: number;
  readonly outcomes: Readonly<Record<ProposedOutcome, number>>;
  /** Sheets for which the law itself gives figures. */
  readonly decided: number;
  readonly dependOnComparison: number;
  /** Votes that would come into the count if every proposal with figures were adopted, by option. */
  readonly votes: Readonly<Record<string, number>>;
  /** Votes that stand on the sheets for which the law gives no figures, by option; a cell without a count adds nothing. */
  readonly undecidedVotes: Readonly<Record<string, number>>;
  readonly rows: readonly SummaryRow[];
}

interface SummaryRow {
  readonly example: ProposedSheet;
  readonly decidedBy: string | null;
  readonly outcome: ProposedOutcome;
  readonly sheets: number;
}

/** Counts proposals by flags, row of the table and outcome. */
export function summaryOf(bench: RulingBench, proposed: readonly ProposedSheet[]): ProposalSummary {
  const rows = new Map<string, SummaryRow>();
  const outcomes = { keptAsFiled: 0, corrected: 0, annulled: 0, recount: 0, needsBody: 0 };
  const votes: Record<string, number> = {};
  const undecidedVotes: Record<string, number> = {};
  let dependOnComparison = 0;
  for (const each of proposed) {
    const { proposal, matter } = each;
    const { outcome, decidedBy } = proposal;
    const key = [matter.seen.flags.join(), matter.seen.letters, decidedBy ?? "", outcome].join(" ");
    const row = rows.get(key);
    rows.set(key, { example: row?.example ?? each, decidedBy, outcome, sheets: (row?.sheets ?? 0) + 1 });
    outcomes[outcome] += 1;
    if (proposal.dependsOnComparison) dependOnComparison += 1;
    const isDecided = outcome !== "needsBody" && outcome !== "recount";
    const { options } = figuresOf(isDecided ? { ...matter.sheet, cells: proposal.cells } : matter.sheet);
    addVotes(isDecided ? votes : undecidedVotes, bench, options);
  }
  const decided = proposed.length - outcomes.needsBody - outcomes.recount;
  const ordered = [...rows.values()].toSorted((a, b) => b.sheets - a.sheets);
  return { sheets: proposed.length, outcomes, decided, dependOnComparison, votes, undecidedVotes, rows: ordered };
}

function addVotes(into: Record<string, number>, { contest }: RulingBench, options: readonly (number | null)[]): void {
  contest.options.forEach((option, at) => {
    into[option] = (into[option] ?? 0) + (options[at] ?? 0);
  });
}

/** The part `summary` of `acta-ruling-proposals/1`. */
export function summaryDocument({ rows, ...summary }: ProposalSummary): Readonly<Record<string, unknown>> {
  return {
    ...summary,
    classes: rows.map(({ example, decidedBy, outcome, sheets }) => ({
      flags: example.matter.seen.flags,
      letters: example.matter.seen.letters,
      decidedBy,
      outcome,
      sheets,
    })),
  };
}

/** The summary in words and one table. */
export function summaryText(language: Language, bench: RulingBench, summary: ProposalSummary): string {
  const { sheets, decided, outcomes, dependOnComparison } = summary;
  const votesText = (votes: Readonly<Record<string, number>>): string =>
    bench.contest.options
      .map((option) => `${optionLabel(language, bench.election, option)} ${language.number(votes[option] ?? 0)}`)
      .join(", ");
  return [
    language.say("ruling.summary", { sheets, decided, open: sheets - decided }),
    ...OUTCOMES.filter((outcome) => outcomes[outcome] > 0).map(
      (outcome) => `  ${language.number(outcomes[outcome])} ${language.say(`proposal.${outcome}`)}`,
    ),
    ...(decided === 0 ? [] : [language.say("ruling.summaryVotes", { decided, votes: votesText(summary.votes) })]),
    ...(decided === sheets
      ? []
      : [language.say("ruling.summaryOpen", { open: sheets - decided, votes: votesText(summary.undecidedVotes) })]),
    ...(dependOnComparison === 0 ? [] : [language.say("ruling.summaryCopies", { count: dependOnComparison })]),
    "",
    drawTable(
      [
        { title: language.say("ruling.column.flags") },
        { title: language.say("law.column.rule") },
        { title: language.say("ruling.column.proposal") },
        { title: language.say("ruling.column.sheets"), align: "right" },
        { title: language.say("ruling.column.example") },
      ],
      summary.rows.map(({ example, decidedBy, outcome, sheets: count }) => [
        flagsText(language, example),
        decidedBy ?? "–",
        language.say(`proposal.${outcome}`),
        language.number(count),
        example.station,
      ]),
    ),
  ].join("\n");
}
