import { share } from "acta/basics";
import type { Contest, Election, Option, Policy } from "acta/election";
import type { AreaResult } from "acta/tabulation";
import { drawTable } from "../../language/index.js";
import type { Column, Language } from "../../language/index.js";
import type { OpenedContest } from "../desk/opened.js";

/** The head of every text: election, contest, area, edition, clock, policy; and, for what did not happen, that it is made up. */
export function headText(language: Language, opened: OpenedContest, policy: Policy): string {
  const { election, edition } = opened.open;
  const line = language.say("result.edition", {
    number: edition.number,
    id: edition.id,
    moment: language.moment(edition.asOf, election.timeZone),
    policy: language.pick(policy.name),
  });
  return [...titleLines(language, election, opened.contest, opened.at), line].join("\n");
}

/** The lines with which every text begins: the mark of what did not happen, election and contest, and the size of a ledger as it was. */
export function titleLines(
  language: Language,
  election: Election,
  contest: Contest,
  at: number | null,
): readonly string[] {
  const mark = provenanceText(language, election.provenance);
  return [
    ...(mark === "" ? [] : [mark]),
    `${language.pick(election.name)} · ${language.pick(contest.name)}`,
    ...(at === null ? [] : [language.say("result.at", { size: at })]),
  ];
}

/** The mark of a synthetic election or a drill; "" for a real one. */
export function provenanceText(language: Language, provenance: string): string {
  return provenance === "real" ? "" : language.say(`provenance.${provenance}`);
}

/** The result of one area in words, as a reporter reads it. */
export function resultText(language: Language, opened: OpenedContest, policy: Policy, result: AreaResult): string {
  return [
    headText(language, opened, policy),
    "",
    `${result.area.name}${result.area.level === "" ? "" : ` (${levelName(language, opened, result.area.level)})`}`,
    "",
    optionRows(language, opened, result),
    "",
    ...leadLines(language, opened, result),
    "",
    ...countLines(language, result),
    "",
    ...openLines(language, opened, result),
  ].join("\n");
}

/** The name of an area's level, with "polling place" and "group" besides those of the tree. */
export function levelName(language: Language, opened: OpenedContest, level: string): string {
  const levels = opened.open.election.trees.flatMap((tree) => tree.levels);
  const found = levels.find((each) => each.id === level);
  if (found !== undefined) return language.pick(found.name);
  return language.has(`level.${level}`) ? language.say(`level.${level}`) : level;
}

function optionOf(opened: OpenedContest, id: string): Option | undefined {
  return opened.open.election.options.find((option) => option.id === id);
}

/** An option as people call it: label and candidate. */
function optionName(language: Language, opened: OpenedContest, id: string): string {
  const option = optionOf(opened, id);
  if (option === undefined) return id;
  const label = language.pick(option.label);
  return option.candidate === "" ? label : `${label} (${option.candidate})`;
}

function optionRows(language: Language, opened: OpenedContest, result: AreaResult): string {
  const order = result.options.toSorted((a, b) => b.votes - a.votes);
  const rows = order.map((option) => [
    optionName(language, opened, option.id),
    language.number(option.votes),
    language.percent(option.shareOfValid),
  ]);
  return drawTable(
    [
      { title: "" },
      { title: language.say("column.votes"), align: "right" },
      { title: language.say("column.shareOfValid"), align: "right" },
    ],
    rows,
  );
}

function leadLines(language: Language, opened: OpenedContest, result: AreaResult): readonly string[] {
  const lines: string[] = [];
  if (result.leader.id !== null)
    lines.push(
      language.say("result.leads", {
        option: optionName(language, opened, result.leader.id),
        votes: result.margin.votes,
        points: language.percent(result.margin.ofValid).replace(/\s*%$/, ""),
      }),
    );
  else if (result.validVotes === 0) lines.push(language.say("result.noVotes"));
  else
    lines.push(
      language.say("result.tied", {
        options: result.leader.tie.map((id) => optionName(language, opened, id)).join(", "),
      }),
    );
  const { outcome } = result;
  if (outcome.kind !== "notApplicable") {
    const between = outcome.between
      .slice(0, 6)
      .map((id) => labelOf(language, opened, id))
      .join(", ");
    const more = outcome.between.length > 6 ? 1 : 0;
    lines.push(
      language.say(`result.outcome.${outcome.kind}`, {
        between: more === 1 ? `${between}…` : between,
        why: language.say(outcome.why, { open: result.open.stations }),
      }),
    );
  }
  return lines;
}

/** The short name of an option. */
export function labelOf(language: Language, opened: OpenedContest, id: string): string {
  const option = optionOf(opened, id);
  return option === undefined ? id : language.pick(option.label);
}

function countLines(language: Language, result: AreaResult): readonly string[] {
  const { stations } = result;
  const n = language.number;
  return [
    language.say("result.ballots", {
      valid: n(result.validVotes),
      blank: n(result.blankVotes),
      null: n(result.nullVotes),
      challenged: result.challengedVotes,
      cast: n(result.ballotsCast),
    }),
    language.say("result.turnout", {
      counted: language.percent(result.turnoutCounted),
      countedBase: n(result.turnoutCounted.denominator),
      roll: language.percent(result.turnoutRoll),
      rollBase: n(result.turnoutRoll.denominator),
    }),
    language.say("result.processed", {
      processed: n(stations.processed),
      total: n(stations.total),
      share: language.percent(share(stations.processed, stations.total)),
    }),
    language.say("result.counted", {
      counted: n(stations.counted),
      share: language.percent(share(stations.counted, stations.total)),
      annulled: stations.annulled,
      notInstalled: stations.notInstalled,
    }),
  ];
}

function openLines(language: Language, opened: OpenedContest, result: AreaResult): readonly string[] {
  const { stations, open } = result;
  const lines: string[] = [];
  if (open.stations === 0) lines.push(language.say("result.nothingOpen"));
  else
    lines.push(
      language.say("result.open", {
        referred: stations.referred,
        pending: stations.pending - stations.notCollected,
        notCollected: stations.notCollected,
      }),
      open.mostVotes === null
        ? language.say("result.openUnknown")
        : language.say("result.openMost", { most: open.mostVotes }),
    );
  lines.push(language.say("result.petitions"));
  if (result.missingCells > 0) lines.push(language.say("result.missingCells", { count: result.missingCells }));
  if (opened.index.mode === "reported")
    lines.push(language.say("result.reported", { authority: opened.open.election.authority.name }));
  return lines;
}

/**
 * Where a projection is to be had: while what is open could, by arithmetic, still change who is ahead in the whole contest.
 * @param edition as it was asked for; the newest without.
 */
export function projectHint(
  language: Language,
  edition: string | undefined,
  { stations, open, margin, outcome, validVotes }: AreaResult,
): readonly string[] {
  // What only our source lacks is counted elsewhere.
  const isOpen = open.stations > stations.notCollected;
  const canChange = isOpen && (open.mostVotes === null || open.mostVotes >= margin.votes);
  if (!canChange || validVotes === 0 || outcome.kind === "notApplicable") return [];
  const quoted = edition !== undefined && /[^\w.:+-]/.test(edition) ? `"${edition}"` : edition;
  const command = quoted === undefined ? "acta project" : `acta project --edition ${quoted}`;
  return [language.say("result.projectHint", { command })];
}

const MOST_OPTION_COLUMNS = 4;

/** A table of areas under its head. */
export function resultsTable(
  language: Language,
  opened: OpenedContest,
  policy: Policy,
  results: readonly AreaResult[],
): string {
  return [headText(language, opened, policy), "", areasTable(language, opened, results)].join("\n");
}

/** A table of areas: the first options of the whole, in one order for all rows. */
export function areasTable(language: Language, opened: OpenedContest, results: readonly AreaResult[]): string {
  const shown = leadingOptions(results).slice(0, MOST_OPTION_COLUMNS);
  const columns: Column[] = [
    { title: language.say("column.code") },
    { title: language.say("column.area") },
    ...shown.flatMap((id): Column[] => [
      { title: labelOf(language, opened, id), align: "right" },
      { title: "%", align: "right" },
    ]),
    { title: language.say("column.leader") },
    { title: language.say("column.margin"), align: "right" },
    { title: language.say("column.counted"), align: "right" },
    { title: language.say("column.open"), align: "right" },
  ];
  const rows = results.map((result) => [
    result.area.code,
    result.area.name.slice(0, 40),
    ...shown.flatMap((id) => {
      const option = result.options.find((each) => each.id === id);
      return option === undefined
        ? ["", ""]
        : [language.number(option.votes), language.percent(option.shareOfValid).replace(/\s*%$/, "")];
    }),
    leaderCell(language, opened, result),
    language.number(result.margin.votes),
    `${language.number(result.stations.counted)}/${language.number(result.stations.total)}`,
    language.number(result.open.stations),
  ]);
  return [drawTable(columns, rows), "", language.say("result.tableNote")].join("\n");
}

function leaderCell(language: Language, opened: OpenedContest, result: AreaResult): string {
  if (result.leader.id !== null) return labelOf(language, opened, result.leader.id);
  return result.validVotes === 0 ? "–" : language.say("result.tiedShort");
}

/** Options by their votes over all rows. */
function leadingOptions(results: readonly AreaResult[]): readonly string[] {
  const votes = new Map<string, number>();
  for (const result of results)
    for (const option of result.options) votes.set(option.id, (votes.get(option.id) ?? 0) + option.votes);
  return [...votes].toSorted((a, b) => b[1] - a[1]).map(([id]) => id);
}
