import { share } from "acta/basics";
import type { BarrierFinding, DistrictSeats, LastSeat, Quotient } from "acta/institution";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { provenanceText } from "../count/result-text.js";
import type { FoundSeats } from "./found-seats.js";

/** Districts whose last seats are shown without being asked for: the nearest ones. */
const MOST_NEAR = 3;
/** Rivals that are named for a last seat. */
const MOST_RIVALS = 3;

/** Seats in words: rule, lists, barrier, and how near the last seats were. */
export function seatsText(language: Language, found: FoundSeats): string {
  const { seats } = found;
  const only = seats.districts.length === 1 ? seats.districts[0] : undefined;
  const shown = seats.districts.find(({ district }) => district.id === found.district) ?? only;
  return [
    ...headLines(language, found),
    "",
    totalsTable(language, found),
    ...statusLines(language, found),
    ...(shown === undefined
      ? nearLines(language, found)
      : districtLines(language, shown, { everySeat: found.district !== null, lists: only === undefined })),
  ].join("\n");
}

function headLines(
  language: Language,
  { rule, law, on, provenance, otherBarrier, votes }: FoundSeats,
): readonly string[] {
  const mark = provenanceText(language, provenance);
  const lines = mark === "" ? [] : [mark];
  if (law === null || on === null) lines.push(language.say("seats.byMethod", { method: rule.id }));
  else {
    const article = rule.article === "" ? language.say("seats.unread") : rule.article;
    lines.push(`${language.day(on)} · ${rule.id} (${article})`, language.pick(rule.text));
    if (rule.confidence !== "high") lines.push(language.say(`seats.confidence.${rule.confidence}`));
    if (rule.note !== null) lines.push(language.say("seats.note", { note: language.pick(rule.note) }));
  }
  if (otherBarrier !== null) lines.push(language.say("seats.otherBarrier", { barrier: otherBarrier }));
  if (votes.source !== "") lines.push(language.say("seats.source", { source: votes.source }));
  if ((votes.openStations ?? 0) > 0) lines.push(language.say("seats.open", { stations: votes.openStations ?? 0 }));
  return lines;
}

function totalsTable(language: Language, { seats, votes }: FoundSeats): string {
  const lists = new Map<string, number | null>();
  for (const { list, votes: own } of votes.votes.lists) lists.set(list, own);
  const isWhole = votes.votes.districts.every(({ omits }) => omits === "nothing");
  for (const { lists: own } of votes.votes.districts)
    for (const each of own)
      if (votes.votes.lists.length === 0) lists.set(each.list, (lists.get(each.list) ?? 0) + each.votes);
  const sum = [...lists.values()].reduce<number>((all, each) => all + (each ?? 0), 0);
  const valid = votes.votes.whole.validVotes ?? (isWhole ? sum : 0);
  const rows = [...lists]
    .map(([list, own]) => {
      const won = seats.totals.find((each) => each.list === list)?.seats;
      const barrier = seats.barrier.find((each) => each.list === list);
      return { list, own, won, barrier };
    })
    .toSorted((a, b) => (b.won ?? -1) - (a.won ?? -1) || (b.own ?? 0) - (a.own ?? 0));
  const withBarrier = seats.barrier.length > 0;
  return drawTable(
    [
      { title: language.say("seats.column.list") },
      { title: language.say("column.votes"), align: "right" },
      { title: language.say("column.shareOfValid"), align: "right" },
      ...(withBarrier ? [{ title: language.say("seats.column.barrier") }] : []),
      { title: language.say("seats.column.seats"), align: "right" },
    ],
    rows.map(({ list, own, won, barrier }) => [
      list,
      own === null ? "?" : language.number(own),
      own === null ? "?" : language.percent(share(own, valid)),
      ...(withBarrier ? [barrier === undefined ? "" : barrierText(language, barrier.finding, barrier.verdict)] : []),
      won === undefined ? "–" : language.number(won),
    ]),
  );
}

/** The verdict and, in short, the conditions behind it: `passes (votes yes, seats 11–37 of 7)`. */
function barrierText(language: Language, finding: BarrierFinding, verdict: string): string {
  const parts = finding.parts.length === 0 ? [finding] : finding.parts;
  // A share that decides alone needs no further explanation.
  const decisive = finding.kind === "allOf" ? "fails" : "passes";
  if (parts.some((part) => part.kind === "share" && part.verdict === decisive))
    return language.say(`seats.barrier.${verdict}`);
  const said = parts
    .filter(({ kind, has }) => kind !== "share" && has !== null)
    .map(({ has, needed }) => {
      const { least, most } = has ?? { least: 0, most: 0 };
      return least === most
        ? language.say("seats.barrierSeatsKnown", { seats: least, needed: needed ?? 0 })
        : language.say("seats.barrierSeats", { least, most, needed: needed ?? 0 });
    });
  const word = language.say(`seats.barrier.${verdict}`);
  return said.length === 0 ? word : `${word} (${said.join(", ")})`;
}

function statusLines(language: Language, { seats, votes }: FoundSeats): readonly string[] {
  const lines: string[] = [];
  if (seats.takingPart === null)
    lines.push("", language.say("seats.undetermined", { lists: seats.undetermined.join(", ") }));
  const open = seats.barrier.filter(({ verdict }) => verdict === "undetermined").map(({ list }) => list);
  const { takingPart } = seats;
  if (seats.notDetermined.length > 0)
    lines.push("", language.say("seats.notDetermined", { districts: seats.notDetermined.length }));
  for (const [key, isIn] of [
    ["seats.byDecisionIn", true],
    ["seats.byDecisionOut", false],
  ] as const) {
    const lists = takingPart === null ? [] : open.filter((list) => takingPart.includes(list) === isIn);
    if (lists.length > 0) lines.push("", language.say(key, { lists: lists.join(", ") }));
  }
  if (seats.undecided > 0) lines.push("", language.say("seats.undecided", { seats: seats.undecided }));
  for (const { district, allocation } of seats.districts)
    if (allocation.undecided !== null)
      lines.push(
        `  ${language.pick(district.name)}: ${language.say(`seats.tie.${allocation.undecided.about}`, {
          seats: allocation.undecided.seats,
          lists: allocation.undecided.between.join(", "),
        })}`,
      );
  if (seats.empty > 0) lines.push("", language.say("seats.empty", { seats: seats.empty }));
  const partial = votes.votes.districts.filter(({ omits }) => omits !== "nothing").length;
  if (partial > 0 && seats.districts.length > 0) lines.push("", language.say("seats.partial", { districts: partial }));
  return lines;
}

function nearLines(language: Language, { seats }: FoundSeats): readonly string[] {
  const near = seats.districts
    .flatMap(({ district, last }) => {
      const rival = last?.rivals[0];
      return last === null || rival?.votesAway == null ? [] : [{ district, last, votesAway: rival.votesAway }];
    })
    .toSorted((a, b) => a.votesAway - b.votesAway)
    .slice(0, MOST_NEAR);
  if (near.length === 0) return [];
  return [
    "",
    language.say("seats.near"),
    ...near.flatMap(({ district, last }) => [
      `  ${language.pick(district.name)}`,
      ...lastLines(language, last, 1).map((line) => `  ${line}`),
    ]),
  ];
}

function districtLines(
  language: Language,
  found: DistrictSeats,
  shows: { readonly everySeat: boolean; readonly lists: boolean },
): readonly string[] {
  const { district, allocation, last, holders } = found;
  const lines = ["", `${language.pick(district.name)}: ${language.say("seats.number", { seats: district.seats })}`];
  if (allocation.quota !== null)
    lines.push(language.say("seats.quota", { quota: quotientText(language, allocation.quota) }));
  const own = allocation.lists.toSorted((a, b) => b.seats - a.seats || b.votes - a.votes);
  if (shows.lists)
    lines.push(
      "",
      drawTable(
        [
          { title: language.say("seats.column.list") },
          { title: language.say("column.votes"), align: "right" },
          { title: language.say("seats.column.seats"), align: "right" },
        ],
        own.map(({ list, votes, seats }) => [list, language.number(votes), language.number(seats)]),
      ),
    );
  if (shows.everySeat) lines.push("", stepTable(language, found));
  for (const [list, { candidates, undecided }] of holders) {
    if (candidates.length > 0) lines.push(language.say("seats.sitting", { list, candidates: candidates.join(", ") }));
    if (undecided !== null)
      lines.push(
        language.say("seats.sittingTie", { list, seats: undecided.seats, candidates: undecided.between.join(", ") }),
      );
  }
  return last === null ? lines : [...lines, "", ...lastLines(language, last, MOST_RIVALS)];
}

function stepTable(language: Language, { allocation }: DistrictSeats): string {
  let seat = 0;
  const rows = allocation.steps.map(({ list, change, by, value, byLot }) => {
    const from = seat + 1;
    seat += change;
    const number = change === 1 ? String(seat) : change > 1 ? `${from}–${seat}` : String(change);
    const why = language.say(`seats.by.${by}`);
    return [
      number,
      list,
      value === null ? "" : quotientText(language, value),
      byLot ? `${why}, ${language.say("seats.byLot")}` : why,
    ];
  });
  return drawTable(
    [
      { title: language.say("seats.column.seat"), align: "right" },
      { title: language.say("seats.column.list") },
      { title: language.say("seats.column.value"), align: "right" },
      { title: language.say("seats.column.by") },
    ],
    rows,
  );
}

function lastLines(language: Language, last: LastSeat, most: number): readonly string[] {
  const held =
    last.value === null
      ? language.say("seats.last", { list: last.list })
      : language.say("seats.lastValue", { list: last.list, value: quotientText(language, last.value) });
  const loses = last.holderLosesWith === null ? [] : [language.say("seats.loses", { votes: last.holderLosesWith })];
  const rivals = last.rivals
    .slice(0, most)
    .flatMap(({ list, value, votesAway }) =>
      votesAway === null
        ? []
        : [
            `  ${
              value === null
                ? language.say("seats.rival", { list, votes: votesAway })
                : language.say("seats.rivalValue", { list, value: quotientText(language, value), votes: votesAway })
            }`,
          ],
    );
  return [[held, ...loses].join(" "), ...rivals];
}

/** `285,020/3 = 95,006.67`: the exact value, then rounded for reading. */
function quotientText(language: Language, { numerator, denominator }: Quotient): string {
  const whole = language.number(numerator);
  if (denominator === 1) return whole;
  // Rounded half up to two places from whole numbers.
  const hundredths = (200n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator));
  return `${whole}/${language.number(denominator)} = ${language.number(Number(hundredths) / 100)}`;
}
