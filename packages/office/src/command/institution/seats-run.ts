import { fail, parseCount, parseFraction, succeed } from "acta/basics";
import type { CivilDate, Problem, Result } from "acta/basics";
import { SEAT_METHODS, allocateChamber, isSeatMethodName } from "acta/institution";
import type { Barrier, SeatRule, WrittenChamberVotes } from "acta/institution";
import type { LoadedInstitutions } from "../../import/index.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dayOn, provenanceOf, readInstitutions, ruleOn } from "./institution-file.js";
import { readEditionVotes } from "./seat-votes-edition.js";
import type { EditionVotesFlags } from "./seat-votes-edition.js";
import { WHOLE, readSeatVotes } from "./seat-votes-file.js";
import type { FoundSeats } from "./found-seats.js";
import { seatsText } from "./seats-text.js";

/** Flags of `acta seats`. */
export interface SeatsFlags extends EditionVotesFlags {
  readonly law?: string;
  readonly chamber?: string;
  readonly on?: string;
  readonly barrier?: string;
  readonly method?: string;
  readonly seats?: string;
  readonly lots?: string;
  readonly district?: string;
}

/** Runs `acta seats`. */
export async function runSeats(
  desk: Desk,
  flags: SeatsFlags,
  path: string | undefined,
): Promise<Result<null, readonly Problem[]>> {
  const ruled = flags.law === undefined ? succeed(null) : lawfulRule(desk, flags, flags.law);
  if (!ruled.ok) return ruled;
  const votes = await votesFor(desk, flags, path, ruled.value?.rule ?? null);
  if (!votes.ok) return votes;
  const today = dayOn(desk, undefined);
  if (!today.ok) return fail([today.problem]);
  const rule = ruled.value?.rule ?? givenRule(flags, votes.value, today.value);
  if ("code" in rule) return fail([rule]);
  const barrier = barrierFor(flags, rule, ruled.value);
  if (!barrier.ok) return fail([barrier.problem]);
  const named = inDistricts(rule, votes.value);
  if (!named.ok) return fail([named.problem]);
  const asked = withLots(flags, rule, named.value);
  const seats = allocateChamber(rule, asked.votes, barrier.value);
  if (!seats.ok) return fail([seats.problem.where === WHOLE ? { ...seats.problem, where: "" } : seats.problem]);
  const district = flags.district ?? null;
  if (district !== null && !rule.districts.some(({ id }) => id === district))
    return fail([{ code: "seats.unknownDistrict", context: { district, rule: rule.id } }]);
  const found: FoundSeats = {
    rule,
    law: ruled.value?.law ?? null,
    on: ruled.value?.on ?? null,
    provenance: provenanceOf(ruled.value?.law ?? null, asked.provenance),
    barrier: barrier.value,
    otherBarrier: barrier.value === rule.barrier ? null : (flags.barrier ?? null),
    votes: asked,
    seats: seats.value,
    district,
  };
  if (flags.json) printJson(desk, seatsDocument(found));
  else desk.print(seatsText(desk.language, found));
  return succeed(null);
}

interface LawfulRule {
  readonly law: LoadedInstitutions;
  readonly rule: SeatRule;
  readonly on: CivilDate;
}

function lawfulRule(desk: Desk, flags: SeatsFlags, path: string): Result<LawfulRule, readonly Problem[]> {
  if (flags.method !== undefined || flags.seats !== undefined)
    return fail([{ code: "seats.lawOrMethod", context: {} }]);
  if (flags.on === undefined) return fail([{ code: "seats.needsDay", context: {} }]);
  const law = readInstitutions(desk, path);
  if (!law.ok) return law;
  const on = dayOn(desk, flags.on);
  if (!on.ok) return fail([on.problem]);
  const asked = { what: flags.chamber ?? "", nameOf: ({ chamber }: SeatRule) => chamber };
  const rule = ruleOn(law.value, "seats", on.value, asked);
  return rule.ok ? succeed({ law: law.value, rule: rule.value, on: on.value }) : fail([rule.problem]);
}

async function votesFor(
  desk: Desk,
  flags: SeatsFlags,
  path: string | undefined,
  rule: SeatRule | null,
): Promise<Result<WrittenChamberVotes, readonly Problem[]>> {
  if (path !== undefined) return readSeatVotes(desk, path);
  const votes = await readEditionVotes(desk, flags, rule);
  return votes.ok ? votes : fail([votes.problem]);
}

/** The rule that flags spell out: one district, a named method. */
function givenRule({ method, seats }: SeatsFlags, { votes }: WrittenChamberVotes, day: CivilDate): SeatRule | Problem {
  if (method === undefined || seats === undefined) return { code: "seats.needsRule", context: {} };
  const known = Object.keys(SEAT_METHODS).join(", ");
  if (!isSeatMethodName(method))
    return { code: "seats.unknownMethod", context: { method: method.slice(0, 40), known } };
  const number = parseCount(seats);
  if (number === undefined) return { code: "seats.badSeats", context: { seats: seats.slice(0, 40), most: 100_000 } };
  const [only, more] = votes.districts;
  if (only === undefined || more !== undefined)
    return { code: "seats.oneDistrict", context: { districts: votes.districts.length } };
  const name = only.district === WHOLE ? { es: "Total", en: "Whole" } : { es: only.district, en: only.district };
  return {
    kind: "seats",
    id: method,
    article: "",
    text: { es: method, en: method },
    note: null,
    confidence: "high",
    validFrom: day,
    validTo: null,
    chamber: "",
    method: SEAT_METHODS[method],
    districts: [{ id: only.district, name, seats: number, words: [] }],
    barrier: null,
    sitting: "listOrder",
  };
}

/** The barrier that was asked for: a share of the valid votes, that of another rule, none; or the rule's own. */
function barrierFor(flags: SeatsFlags, rule: SeatRule, lawful: LawfulRule | null): Result<Barrier | null> {
  const { barrier } = flags;
  if (barrier === undefined) return succeed(rule.barrier);
  if (barrier === "none") return succeed(null);
  const share = parseFraction(barrier);
  if (share !== undefined)
    return succeed({
      kind: "share",
      share,
      relation: "atLeast",
      of: "validVotes",
      alliance: null,
      perFurtherParty: null,
      inDistricts: 0,
    });
  const rules = (lawful?.law.law.rules ?? []).filter((each): each is SeatRule => each.kind === "seats");
  const other = rules.find(({ id }) => id === barrier);
  const known = rules.map(({ id }) => id).join(", ");
  return other === undefined
    ? fail({ code: "seats.unknownBarrier", context: { barrier: barrier.slice(0, 40), known } })
    : succeed(other.barrier);
}

/** Votes without a district are those of a rule's only one. */
function inDistricts(rule: SeatRule, written: WrittenChamberVotes): Result<WrittenChamberVotes> {
  const [whole] = written.votes.districts;
  const [only, more] = rule.districts;
  if (whole?.district !== WHOLE || only === undefined || only.id === WHOLE) return succeed(written);
  if (more !== undefined)
    return fail({ code: "seats.needsDistricts", context: { rule: rule.id, districts: rule.districts.length } });
  return succeed({ ...written, votes: { ...written.votes, districts: [{ ...whole, district: only.id }] } });
}

/** Lots of the flag hold for the one district, or the one that is shown. */
function withLots({ lots, district }: SeatsFlags, rule: SeatRule, written: WrittenChamberVotes): WrittenChamberVotes {
  const at = district ?? rule.districts[0]?.id;
  if (lots === undefined || at === undefined) return written;
  const drawn = new Map([...written.votes.lots, [at, lots.split(",").map((list) => list.trim())] as const]);
  return { ...written, votes: { ...written.votes, lots: drawn } };
}

/** The documented JSON shape `acta-seats/1`. */
function seatsDocument(found: FoundSeats): Readonly<Record<string, unknown>> {
  const { rule, law, on, provenance, otherBarrier, votes, seats } = found;
  return {
    schema: "acta-seats/1",
    provenance,
    source: votes.source,
    edition: votes.edition ?? null,
    openStations: votes.openStations ?? null,
    law: law === null ? null : { id: law.law.id, sha256: law.sha256 },
    rule: rule.id,
    article: rule.article,
    confidence: law === null ? null : rule.confidence,
    chamber: rule.chamber === "" ? null : rule.chamber,
    on,
    supposedBarrier: otherBarrier,
    barrier: seats.barrier,
    takingPart: seats.takingPart,
    undetermined: seats.undetermined,
    notDetermined: seats.notDetermined,
    totals: seats.totals,
    undecided: seats.undecided,
    empty: seats.empty,
    districts: seats.districts.map(({ district, allocation, last, holders, omits }) => ({
      district: district.id,
      seats: district.seats,
      omits,
      ...allocation,
      last,
      holders: [...holders].map(([list, who]) => ({ list, ...who })),
    })),
  };
}
