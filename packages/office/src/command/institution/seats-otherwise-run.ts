import { fail, parseCount, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { SEAT_METHODS, allocateBiproportional, allocateUnions, isSeatMethodName } from "acta/institution";
import type {
  BiproportionalAllocation,
  ChamberVotes,
  DistrictMatrix,
  ListUnion,
  UnionAllocation,
} from "acta/institution";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { provenanceText } from "../count/result-text.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { readSeatVotes } from "./seat-votes-file.js";

/** Flags of `acta seats` that ask for list unions or a biproportional apportionment. */
export interface OtherwiseFlags {
  readonly method?: string;
  readonly seats?: string;
  readonly lots?: string;
  readonly union?: readonly string[];
  readonly biproportional: boolean;
  readonly json: boolean;
}

/** Runs `acta seats --union` and `acta seats --biproportional`: votes of a file, seats that flags give. */
export async function runSeatsOtherwise(
  desk: Desk,
  flags: OtherwiseFlags,
  path: string | undefined,
): Promise<Result<null, readonly Problem[]>> {
  const isUnion = flags.union !== undefined && flags.union.length > 0;
  if (path === undefined || flags.seats === undefined || (isUnion && flags.biproportional))
    return fail([{ code: "seats.otherwiseNeeds", context: {} }]);
  const read = await readSeatVotes(desk, path);
  if (!read.ok) return read;
  const { votes, provenance, source } = read.value;
  const lots = (flags.lots ?? "").split(",").flatMap((each) => (each.trim() === "" ? [] : [each.trim()]));
  const mark = provenanceText(desk.language, provenance);
  const head = mark === "" ? [] : [mark];
  if (isUnion) {
    const done = unions(flags, votes, lots);
    if (!done.ok) return fail([done.problem]);
    if (flags.json) printJson(desk, { schema: "acta-seat-unions/1", provenance, source, ...done.value });
    else desk.print([...head, ...unionLines(desk.language, done.value)].join("\n"));
    return succeed(null);
  }
  const matrix = matrixOf(flags.seats, votes, lots);
  if (!matrix.ok) return fail([matrix.problem]);
  const done = allocateBiproportional(matrix.value);
  if (!done.ok) return fail([done.problem]);
  if (flags.json) printJson(desk, biproportionalDocument(matrix.value, done.value, { provenance, source }));
  else desk.print([...head, ...biproportionalLines(desk.language, matrix.value, done.value)].join("\n"));
  return succeed(null);
}

/** `a+b`: lists of one union. */
function unions(flags: OtherwiseFlags, votes: ChamberVotes, lots: readonly string[]): Result<UnionAllocation> {
  const method = flags.method ?? "";
  const known = Object.keys(SEAT_METHODS).join(", ");
  if (!isSeatMethodName(method))
    return fail({ code: "seats.unknownMethod", context: { method: method.slice(0, 40), known } });
  const seats = parseCount(flags.seats ?? "");
  if (seats === undefined)
    return fail({ code: "seats.badSeats", context: { seats: (flags.seats ?? "").slice(0, 40), most: 100_000 } });
  const [only, more] = votes.districts;
  if (only === undefined || more !== undefined)
    return fail({ code: "seats.oneDistrict", context: { districts: votes.districts.length } });
  const lists = only.lists.map(({ list, votes: own }) => ({ list, votes: own, candidates: null }));
  const named = (flags.union ?? []).map((each): ListUnion => each.split("+").map((list) => list.trim()));
  return allocateUnions({ method: SEAT_METHODS[method], seats, lists, lots }, named);
}

/** `north=4,south=3`: seats of every district; the lists in the order in which the votes name them, 0 where they do not stand. */
function matrixOf(written: string, votes: ChamberVotes, lots: readonly string[]): Result<DistrictMatrix> {
  const seats = new Map<string, number>();
  for (const part of written.split(",")) {
    const [district = "", number = ""] = part.split("=").map((each) => each.trim());
    const count = parseCount(number);
    if (count === undefined || count > 100_000 || seats.has(district))
      return fail({ code: "seats.badDistrictSeats", context: { part: part.slice(0, 60) } });
    seats.set(district, count);
  }
  const stranger = [...seats.keys()].find((each) => !votes.districts.some(({ district }) => district === each));
  if (stranger !== undefined) return fail({ code: "seats.noDistrict", context: { district: stranger } });
  const lists = [...new Set(votes.districts.flatMap((each) => each.lists.map(({ list }) => list)))];
  const districts: DistrictMatrix["districts"][number][] = [];
  for (const { district, lists: own } of votes.districts) {
    const number = seats.get(district);
    if (number === undefined) return fail({ code: "seats.noSeatsOf", context: { district } });
    const by = new Map(own.map(({ list, votes: each }) => [list, each]));
    districts.push({ district, seats: number, votes: lists.map((list) => by.get(list) ?? 0) });
  }
  return succeed({ lists, districts, lots });
}

/** Every distribution on the way: among unions and single lists, then inside each union. */
function unionLines(language: Language, { lists, stages }: UnionAllocation): readonly string[] {
  return [
    ...stages.flatMap(({ of, allocation }, at) => [
      ...(at === 0 ? [] : [""]),
      language.say(at === 0 ? "seats.unionTop" : "seats.unionInside", { lists: of.join(" + ") }),
      ...allocation.lists.map(({ list, votes, seats }) => `  ${seats}  ${list} (${language.number(votes)})`),
      ...(allocation.undecided === null
        ? []
        : [
            `  ${language.say("seats.unionTie", { seats: allocation.undecided.seats, between: allocation.undecided.between.join(", ") })}`,
          ]),
    ]),
    "",
    drawTable(
      [
        { title: language.say("seats.column.list") },
        { title: language.say("column.votes"), align: "right" },
        { title: language.say("seats.column.seats"), align: "right" },
      ],
      lists.map(({ list, votes, seats }) => [list, language.number(votes), String(seats)]),
    ),
  ];
}

/** Seats by district and list, with the divisors that prove every cell. */
function biproportionalLines(
  language: Language,
  { lists, districts }: DistrictMatrix,
  { upper, lower, listDivisors, unit, why }: BiproportionalAllocation,
): readonly string[] {
  const totals = lists.map((list) => upper.lists.find((each) => each.list === list)?.seats ?? 0);
  if (lower === null)
    return [
      language.say(`seats.biproportional.${why}`),
      ...totals.map((seats, at) => `  ${seats}  ${lists[at] ?? ""}`),
    ];
  const divisor = (value: bigint | undefined): string => (Number(value ?? 0n) / Number(unit)).toPrecision(6);
  return [
    language.say(`seats.biproportional.${why}`),
    drawTable(
      [
        { title: "" },
        ...lists.map((list) => ({ title: list, align: "right" as const })),
        { title: language.say("seats.column.seats"), align: "right" },
        { title: language.say("seats.column.divisor"), align: "right" },
      ],
      [
        ...lower.map(({ district, seats, divisor: own }, at) => [
          district,
          ...seats.map(String),
          String(districts[at]?.seats ?? 0),
          divisor(own),
        ]),
        [
          language.say("seats.column.seats"),
          ...totals.map(String),
          String(totals.reduce((all, each) => all + each, 0)),
          "",
        ],
        [language.say("seats.column.divisor"), ...lists.map((_list, at) => divisor(listDivisors[at])), "", ""],
      ],
    ),
  ];
}

/** The documented JSON shape `acta-biproportional/1`. */
function biproportionalDocument(
  matrix: DistrictMatrix,
  { upper, voterNumberUnit, lower, listDivisors, unit, why }: BiproportionalAllocation,
  from: { readonly provenance: string; readonly source: string },
) {
  return {
    schema: "acta-biproportional/1",
    ...from,
    why,
    lists: matrix.lists,
    upper,
    voterNumberUnit,
    districts:
      lower === null
        ? null
        : lower.map(({ district, seats, divisor }) => ({ district, seats, divisor: divisor.toString() })),
    listDivisors: listDivisors.map(String),
    unit: unit.toString(),
  };
}
