import { fail, parseCount, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Contest, Election } from "acta/election";
import { editionsInOrder } from "acta/record";
import { bracketMargin, marginTimeline, mergeBulletins } from "acta/tabulation";
import type { MarginAnswer, MarginPoint, MarginTimeline } from "acta/tabulation";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { bulletinsIn, definitionIn } from "../../store/index.js";
import { learnBulletins, optionLabel } from "./bulletin-text.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { DataFlags } from "../desk/flags.js";
import { atOf, openContest } from "../desk/opened.js";
import type { OpenedElection } from "../desk/opened.js";
import { titleLines } from "./result-text.js";
import { wholeResult } from "./whole-result.js";

/** `acta editions --margin`: where in the count a printed margin belongs. */
export function tellMargin(desk: Desk, opened: OpenedElection, flags: DataFlags, text: string): Result<null> {
  learnBulletins(desk);
  const margin = parseCount(text.replaceAll(/(?<=\d)[.,\s](?=\d{3})/g, ""));
  if (margin === undefined) return fail({ code: "command.badMargin", context: { margin: text.slice(0, 40) } });
  const definition = definitionIn(opened.folder, opened.indexed);
  if (!definition.ok) return definition;
  const election = definition.value;
  const contest = contestIn(election, flags.contest);
  if (!contest.ok) return contest;
  const timeline = timelineOf(opened, election, contest.value);
  if (!timeline.ok) return timeline;
  const answer = bracketMargin(timeline.value, margin);
  if (flags.json) printJson(desk, { ...marginDocument(election, timeline.value, answer), ...atOf(opened) });
  else {
    const head = titleLines(desk.language, election, contest.value, opened.at).join("\n");
    desk.print(`${head}\n${marginText(desk.language, election, timeline.value, answer)}`);
  }
  return succeed(null);
}

/** The contest with an id; the first one without. */
export function contestIn(election: Election, id: string | undefined): Result<Contest> {
  const contest = election.contests.find((each) => id === undefined || each.id === id);
  if (contest !== undefined) return succeed(contest);
  const known = election.contests.map((each) => each.id).join(", ");
  return fail({ code: "command.unknownContest", context: { contest: id ?? "", known } });
}

/** The margins of a contest over time. */
export function timelineOf(opened: OpenedElection, election: Election, contest: Contest): Result<MarginTimeline> {
  const bulletins = bulletinsIn(opened.folder, opened.indexed, opened.index.size);
  if (!bulletins.ok) return bulletins;
  const editions = [];
  for (const edition of editionsInOrder(opened.indexed.editions)) {
    const at = openContest(opened, edition, contest.id);
    if (!at.ok) return at;
    editions.push({ edition, result: wholeResult(at.value) });
  }
  return succeed(marginTimeline(election, contest, editions, mergeBulletins(bulletins.value)));
}

/** The documented JSON shape `acta-margin/1`. */
function marginDocument(
  election: Election,
  timeline: MarginTimeline,
  answer: MarginAnswer,
): Readonly<Record<string, unknown>> {
  return {
    schema: "acta-margin/1",
    provenance: election.provenance,
    election: election.id,
    contest: timeline.contest,
    options: timeline.options,
    ...answer,
    counts: timeline.points.length,
    from: timeline.points[0]?.asOf ?? null,
    until: timeline.points.at(-1)?.asOf ?? null,
    leftOut: timeline.leftOut,
  };
}

/** The documented JSON shape `acta-timeline/1`. */
export function timelineDocument(election: Election, timeline: MarginTimeline): Readonly<Record<string, unknown>> {
  return { schema: "acta-timeline/1", provenance: election.provenance, election: election.id, ...timeline };
}

function marginText(
  language: Language,
  election: Election,
  timeline: MarginTimeline,
  { margin, exact, brackets }: MarginAnswer,
): string {
  const moment = (point: MarginPoint | undefined): string => language.moment(point?.asOf ?? null, election.timeZone);
  const { leftOut, points } = timeline;
  const title = { margin, points: points.length, from: moment(points[0]), until: moment(points.at(-1)) };
  const lines = [
    language.say("margin.title", title),
    "",
    ...exact.map(({ option, point }) =>
      language.say("margin.exact", {
        margin,
        option: optionLabel(language, election, option),
        moment: moment(point),
        sources: sourcesOf([point]),
      }),
    ),
    ...(exact.length === 0 ? [language.say("margin.noExact", { margin })] : []),
    "",
    brackets.length === 0
      ? language.say("margin.none", { margin })
      : bracketTable(language, election, brackets, moment),
    "",
    language.say("margin.note"),
  ];
  if (leftOut.undated + leftOut.torn + leftOut.incomplete > 0)
    lines.push(language.say("margin.leftOut", { ...leftOut }));
  return lines.join("\n");
}

function bracketTable(
  language: Language,
  election: Election,
  brackets: MarginAnswer["brackets"],
  moment: (point: MarginPoint) => string,
): string {
  const columns = ["leader", "from", "marginFrom", "until", "marginTo", "saidBy"];
  const right = new Set(["marginFrom", "marginTo"]);
  return drawTable(
    columns.map((name) => ({ title: language.say(`column.${name}`), align: right.has(name) ? "right" : "left" })),
    brackets.map((each) => [
      optionLabel(language, election, each.option),
      moment(each.before),
      language.number(each.leadBefore),
      moment(each.after),
      language.number(each.leadAfter),
      sourcesOf([each.before, each.after]),
    ]),
  );
}

function sourcesOf(points: readonly MarginPoint[]): string {
  const names = points.flatMap((point) =>
    point.sources.map((source) => (source.kind === "edition" ? source.edition : source.series)),
  );
  return [...new Set(names)].join(", ");
}
