import { buildCommand } from "@stricli/core";
import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { diffOf } from "acta/tabulation";
import type { Diff, SheetChange } from "acta/tabulation";
import { editionsInOrder } from "acta/record";
import type { Edition } from "acta/record";
import { drawTable } from "../../language/index.js";
import type { Column, Language } from "../../language/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText } from "../desk/flags.js";
import type { DataFlags } from "../desk/flags.js";
import { atOf, chooseEdition, openContest, withElection } from "../desk/opened.js";
import type { OpenedContest, OpenedElection } from "../desk/opened.js";
import { labelOf, titleLines } from "./result-text.js";
import { wholeResult } from "./whole-result.js";

interface DiffFlags extends DataFlags {
  readonly from?: string;
  readonly to?: string;
}

/** `acta diff`: what changed between two editions and what it did to the margin. */
export function diffCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("diff.brief"), fullDescription: language.say("diff.full") },
    parameters: {
      flags: {
        ...dataFlags(language),
        from: optionalText(language, "from", "ID|TIME"),
        to: optionalText(language, "to", "ID|TIME"),
      },
    },
    async func(this: Desk, flags: DiffFlags) {
      const done = await withElection(this, flags, (opened) => {
        const pair = choosePair(opened, flags);
        if (!pair.ok) return pair;
        const before = openContest(opened, pair.value[0], flags.contest);
        if (!before.ok) return before;
        const after = openContest(opened, pair.value[1], flags.contest);
        if (!after.ok) return after;
        const diff = diffOf(
          after.value.open.election,
          after.value.contest,
          { roll: before.value.open.roll, table: before.value.table },
          { roll: after.value.open.roll, table: after.value.table },
        );
        if (flags.json) printJson(this, diffDocument(before.value, after.value, diff));
        else this.print(diffText(this.language, before.value, after.value, diff));
        return succeed(null);
      });
      if (!done.ok) tell(this, done.problem);
    },
  });
}

/** The two editions: those named, else the newest and the one before it by the source's clock. */
export function choosePair(
  opened: OpenedElection,
  flags: Pick<DiffFlags, "from" | "to">,
): Result<readonly [Edition, Edition]> {
  const to = chooseEdition(opened, flags.to);
  if (!to.ok) return to;
  if (flags.from !== undefined) {
    const from = chooseEdition(opened, flags.from);
    return from.ok ? succeed([from.value, to.value]) : from;
  }
  const ordered = editionsInOrder(opened.indexed.editions);
  const at = ordered.findIndex((edition) => edition.id === to.value.id);
  // The same sheets may have been sealed again on a better roll: that is nothing to compare with.
  const before = ordered.findLast((edition, position) => position < at && edition.dataDigest !== to.value.dataDigest);
  return before === undefined
    ? { ok: false, problem: { code: "command.oneEdition", context: { edition: to.value.id } } }
    : succeed([before, to.value]);
}

/** The documented JSON shape `acta-diff/1`. */
export function diffDocument(
  before: OpenedContest,
  after: OpenedContest,
  diff: Diff,
): Readonly<Record<string, unknown>> {
  const edition = ({ id, number, asOf }: Edition): object => ({ id, number, asOf });
  return {
    schema: "acta-diff/1",
    provenance: after.open.election.provenance,
    election: after.open.election.id,
    contest: after.contest.id,
    ...atOf(after),
    options: after.contest.options,
    from: edition(before.open.edition),
    to: edition(after.open.edition),
    margin: { from: wholeResult(before).margin.votes, to: wholeResult(after).margin.votes },
    ...diff,
  };
}

function statusName(language: Language, opened: OpenedContest, id: string): string {
  const status = opened.open.election.statuses.find((each) => each.id === id);
  return status === undefined ? id : language.pick(status.name);
}

function diffText(language: Language, before: OpenedContest, after: OpenedContest, diff: Diff): string {
  const zone = after.open.election.timeZone;
  const from = wholeResult(before);
  const to = wholeResult(after);
  const lines = [
    ...titleLines(language, after.open.election, after.contest, after.at),
    language.say("diff.editions", {
      from: before.open.edition.number,
      fromMoment: language.moment(before.open.edition.asOf, zone),
      to: after.open.edition.number,
      toMoment: language.moment(after.open.edition.asOf, zone),
    }),
    "",
    language.say("diff.counts", { status: diff.statusChanged, figures: diff.figuresChanged }),
    language.say("diff.regressions", { count: diff.regressions, stations: regressed(diff).slice(0, 12).join(", ") }),
    language.say("diff.countedChanged", { count: diff.countedChanged }),
    language.say("diff.margin", {
      from: from.margin.votes,
      fromLeader: from.leader.id === null ? "–" : labelOf(language, before, from.leader.id),
      to: to.margin.votes,
      toLeader: to.leader.id === null ? "–" : labelOf(language, after, to.leader.id),
    }),
    "",
    transitionsTable(language, after, diff),
  ];
  const drift = diff.rollDrift;
  if (drift.registered + drift.area + drift.place > 0) lines.push("", language.say("diff.roll", drift));
  return lines.join("\n");
}

function regressed(diff: Diff): readonly string[] {
  return diff.changes.filter((change: SheetChange) => change.regression).map((change) => change.station);
}

const MOST_TRANSITIONS = 20;
const MOST_OPTIONS = 4;

function transitionsTable(language: Language, opened: OpenedContest, diff: Diff): string {
  const options = opened.contest.options.slice(0, MOST_OPTIONS);
  const columns: Column[] = [
    { title: language.say("column.before") },
    { title: language.say("column.after") },
    { title: language.say("column.sheets"), align: "right" },
    ...options.map((id): Column => ({ title: labelOf(language, opened, id), align: "right" })),
  ];
  const rows = diff.transitions
    .slice(0, MOST_TRANSITIONS)
    .map((transition) => [
      statusName(language, opened, transition.before),
      statusName(language, opened, transition.after),
      language.number(transition.sheets),
      ...options.map((_, at) => signed(language, transition.votes[at] ?? 0)),
    ]);
  return drawTable(columns, rows);
}

function signed(language: Language, value: number): string {
  return value > 0 ? `+${language.number(value)}` : language.number(value);
}
