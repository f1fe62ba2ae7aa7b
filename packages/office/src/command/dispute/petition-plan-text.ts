import type { GroundNeeds, PetitionPlan, PlannedStation } from "acta/dispute";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import type { OpenedContest } from "../desk/opened.js";
import { atOf } from "../desk/opened.js";
import { whenText } from "../desk/opened-cases.js";
import type { OpenedCases } from "../desk/opened-cases.js";

const SHOWN = 40;

/** The documented JSON shape `acta-petition-plan/1`. For the side that asks: it is not for publication. */
export function planDocument(
  { election, opened, book, law }: OpenedCases,
  { contest, open }: OpenedContest,
  plan: PetitionPlan,
): Readonly<Record<string, unknown>> {
  return {
    schema: "acta-petition-plan/1",
    provenance: election.provenance,
    election: election.id,
    contest: contest.id,
    edition: { id: open.edition.id, number: open.edition.number, asOf: open.edition.asOf },
    ...atOf(opened),
    now: book.now,
    law: law === null ? null : law.law.id,
    side: plan.side,
    rival: plan.rival,
    copies: plan.copies,
    stationsOnRoll: open.roll.codes.length,
    stations: plan.stations,
    grounds: plan.grounds.map(({ rule, deadline, inTime, fee }) => ({
      ground: rule.ground,
      rule: rule.id,
      article: rule.article,
      noted: rule.noted,
      filers: rule.filers,
      deadline,
      inTime,
      fee,
    })),
  };
}

/** A plan in words: what it rests on, the stations, and what each ground needs. */
export function planText(
  language: Language,
  cases: OpenedCases,
  { open }: OpenedContest,
  plan: PetitionPlan,
  all: boolean,
): string {
  const { say } = language;
  const { options } = cases.election;
  const name = (id: string): string => {
    const option = options.find((each) => each.id === id);
    return option === undefined ? id : language.pick(option.label);
  };
  const shown = all ? plan.stations : plan.stations.slice(0, SHOWN);
  const found = plan.stations.length;
  return [
    say("plan.title", { side: name(plan.side), rival: name(plan.rival) }),
    say("plan.copies", { copies: plan.copies, stations: open.roll.codes.length }),
    ...(found === 0
      ? [say("plan.nothing")]
      : [say("plan.found", { stations: found, votes: gain(plan.stations) }), "", stationTable(language, shown)]),
    ...(shown.length < found ? [say("case.more", { count: found - shown.length })] : []),
    "",
    ...(cases.law === null ? [say("petition.noLaw")] : groundLines(language, cases, plan.grounds)),
    say("plan.comparison"),
  ].join("\n");
}

/** What all of them together would give; stations at which the side would lose are not counted. */
function gain(stations: readonly PlannedStation[]): number {
  return stations.reduce((sum, { byAnnulment }) => sum + Math.max(0, byAnnulment), 0);
}

function stationTable({ say, number }: Language, stations: readonly PlannedStation[]): string {
  const signed = (value: number | null): string =>
    value === null ? "–" : value > 0 ? `+${number(value)}` : number(value);
  return drawTable(
    [
      { title: say("plan.column.station") },
      { title: say("plan.column.why") },
      { title: say("plan.column.byAnnulment"), align: "right" },
      { title: say("plan.column.byCopy"), align: "right" },
      { title: say("plan.column.state") },
    ],
    stations.map(({ station, reasons, differing, byAnnulment, byCopy, state }) => [
      station,
      reasons.map((reason) => say(`plan.reason.${reason}`, { cells: differing.join(", ") })).join("; "),
      signed(byAnnulment),
      signed(byCopy),
      state === null ? "–" : say(`case.state.${state}`),
    ]),
  );
}

function groundLines(
  language: Language,
  { election, book, law }: OpenedCases,
  grounds: readonly GroundNeeds[],
): readonly string[] {
  const { say } = language;
  const role = (id: string): string => {
    const named = law?.law.roles.find((each) => each.id === id);
    return named === undefined ? say(`filer.${id}`) : language.pick(named.name);
  };
  return [
    say("plan.grounds", { now: whenText(language, book.now, election.timeZone) }),
    ...grounds.map(({ rule, deadline, inTime, fee }) =>
      say("plan.ground", {
        ground: rule.ground,
        text: language.pick(rule.text),
        noted: rule.noted ? "yes" : "no",
        filers: rule.filers.map(role).join(", "),
        deadline: whenText(language, deadline, election.timeZone),
        inTime: inTime ? "yes" : "no",
        fee: fee === null ? "–" : `${(fee.cents / 100).toFixed(2)} ${fee.currency}`,
        per: fee?.per ?? "none",
        article: rule.article,
      }),
    ),
  ];
}
