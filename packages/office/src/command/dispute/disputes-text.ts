import type { GateMateriality, MarginPath, Materiality } from "acta/tabulation";
import { signed } from "../count/bulletin-text.js";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import type { Disputes } from "./disputes-found.js";
import type { OpenedContest } from "../desk/opened.js";
import { headText, labelOf } from "../count/result-text.js";

/** The conditions that are shown one by one; a first round has dozens, and the ones that fall first are what is asked for. */
const MOST_GATES = 3;

/** Whether what is open can still change the result, in words. */
export function disputesText(language: Language, opened: OpenedContest, found: Disputes): string {
  const { materiality } = found;
  const nameOf = (id: string): string => {
    const group = opened.open.election.groups.find((each) => each.id === id);
    return group === undefined ? id : language.pick(group.name);
  };
  const says = materiality.verdict.says.map(({ code, values }) => `  ${language.say(code, values)}`);
  const shown = easiestFirst(materiality).slice(0, MOST_GATES);
  const more = materiality.gates.length - shown.length;
  return [
    headText(language, opened, found.policy),
    ...(found.group === null ? [] : [language.say("disputes.group", { group: nameOf(found.group) })]),
    ...(found.among === null ? [] : [language.say("disputes.among", { group: nameOf(found.among) })]),
    ...(found.petitionsFrom === null ? [] : [language.say("disputes.petitionsFrom", { file: found.petitionsFrom })]),
    "",
    language.say(`disputes.question.${materiality.question}`),
    ...says,
    ...shown.flatMap((gate) => ["", ...gateLines(language, opened, gate)]),
    ...(more > 0 ? ["", language.say("disputes.more", { count: more })] : []),
    ...(found.remedy === null ? [] : ["", language.say(`disputes.remedy.${found.remedy.kind}`, { ...found.remedy })]),
    ...(found.path === null ? [] : ["", ...pathLines(language, opened, found.path, found.since)]),
  ].join("\n");
}

function easiestFirst({ gates }: Materiality): readonly GateMateriality[] {
  const needed = ({ flip }: GateMateriality): number => (flip.kind === "possible" ? flip.stations : Infinity);
  // Of two that need the same, Infinity among them, the order of the outcome stays.
  return gates.toSorted((a, b) => (needed(a) === needed(b) ? 0 : needed(a) - needed(b)));
}

function gateLines(language: Language, opened: OpenedContest, each: GateMateriality): readonly string[] {
  const { gate, slack, flip, any } = each;
  const per = gate.kind === "ahead" ? 1 : gate.share.denominator;
  const names = {
    option: labelOf(language, opened, gate.option),
    rival: gate.kind === "ahead" ? labelOf(language, opened, gate.rival) : "",
  };
  const share = gate.kind === "ahead" ? "" : `${gate.share.numerator}/${gate.share.denominator}`;
  const kind = gate.kind === "ahead" ? "ahead" : gate.passes ? "passes" : "doesNotPass";
  const lines = [language.say(`disputes.gate.${kind}`, { ...names, slack, per, share })];
  if (each.flagged.stations + each.pending.stations > 0) lines.push("", openTable(language, each), "");
  if (slack <= 0) return lines;
  lines.push(
    flip.kind === "possible"
      ? `  ${language.say("disputes.flip", { stations: flip.stations, takes: flip.takes, fewer: flip.stations - 1, fewerTakes: flip.oneFewerTakes })}`
      : `  ${language.say("disputes.noFlip", { stations: flip.stations, takes: flip.takes })}`,
  );
  for (const { stations, takes, enough } of any)
    lines.push(
      `  ${language.say(enough ? "disputes.anyEnough" : "disputes.anyNotEnough", { stations, takes, slack })}`,
    );
  if (each.petitions !== null)
    for (const area of each.petitions.unlocated.areas)
      lines.push(
        `  ${language.say("disputes.petitionArea", { area: area.code, stations: area.stations, takes: area.takes })}`,
      );
  lines.push(...recountLines(language, each, names));
  return lines;
}

function openTable(language: Language, { settled, flagged, pending, bounds }: GateMateriality): string {
  const range = (least: number | undefined, most: number | undefined): readonly [string, string] => [
    least === undefined ? "?" : signed(language, least),
    most === undefined ? "?" : signed(language, most),
  ];
  const row = (name: string, stations: number | null, ends: { least: number; most: number } | null) => [
    language.say(`disputes.open.${name}`),
    stations === null ? "" : language.number(stations),
    ...range(ends?.least, ends?.most),
  ];
  return drawTable(
    [
      { title: language.say("disputes.column.what") },
      { title: language.say("column.sheets"), align: "right" },
      { title: language.say("disputes.column.least"), align: "right" },
      { title: language.say("disputes.column.most"), align: "right" },
    ],
    [
      row("settled", null, { least: settled, most: settled }),
      ...(flagged.stations === 0
        ? []
        : [
            row("flaggedFiled", flagged.stations, flagged.asFiledOrAnnulled),
            row("flagged", flagged.stations, flagged.arithmetic),
          ]),
      ...(pending.stations === 0 ? [] : [row("pending", pending.stations, pending.arithmetic)]),
      row("boundsFiled", null, bounds.asFiledOrAnnulled),
      row("bounds", null, bounds.arithmetic),
    ],
  );
}

function recountLines(
  language: Language,
  { recount, any }: GateMateriality,
  names: { readonly option: string; readonly rival: string },
): readonly string[] {
  if (recount === null) return [];
  const lines = [
    `  ${language.say("disputes.recount", { ...names, misread: recount.misread, share: language.percent(recount.ofLeaderVotes), sheets: recount.fewest.sheets, ballots: recount.fewest.ballots })}`,
  ];
  for (const each of any)
    if (each.recount !== null)
      lines.push(
        `  ${language.say(recount.misread > each.recount.leaderVotes ? "disputes.recountAnyNever" : "disputes.recountAny", { ...names, stations: each.stations, votes: each.recount.leaderVotes, share: language.percent(each.recount.wrong, 1) })}`,
      );
  return lines;
}

function pathLines(
  language: Language,
  opened: OpenedContest,
  path: MarginPath,
  since: number | null,
): readonly string[] {
  const names = { option: labelOf(language, opened, path.option), rival: labelOf(language, opened, path.rival) };
  const parts = path.parts
    .filter((part) => part.lead !== 0 || part.stand === "resolved" || part.stand === "neverFlagged")
    .map(({ stand, sheets, lead }) => [
      language.say(`disputes.stand.${stand}`),
      language.number(sheets),
      signed(language, lead),
    ]);
  const right = { align: "right" } as const;
  const columns = [
    { title: "" },
    { title: language.say("column.sheets"), ...right },
    { title: language.say("disputes.column.lead"), ...right },
  ];
  const lines = [
    language.say("disputes.path", names),
    drawTable(columns, [...parts, [language.say("disputes.together"), "", signed(language, path.lead)]]),
  ];
  if (path.since === null || since === null || path.since.steps.length === 0) return lines;
  const steps = path.since.steps.map(({ from, to, sheets, change }) => [
    language.say("disputes.step", {
      from: language.say(`disputes.stand.${from}`),
      to: language.say(`disputes.stand.${to}`),
    }),
    language.number(sheets),
    signed(language, change),
  ]);
  return [
    ...lines,
    "",
    language.say("disputes.since", { number: since, lead: path.since.lead, now: path.lead }),
    drawTable(columns, steps),
  ];
}
