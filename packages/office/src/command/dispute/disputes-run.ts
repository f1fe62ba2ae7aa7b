import { resolve } from "node:path";
import { fail, parseCount, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Policy } from "acta/election";
import { editionsInOrder } from "acta/record";
import {
  flippingStations,
  marginPath,
  materialityOf,
  parsePetitions,
  scopeOfGroup,
  selectRows,
  tabulationEn,
  tabulationEs,
} from "acta/tabulation";
import type { GateMateriality, MarginPath, Materiality, MaterialityRequest, Petitions } from "acta/tabulation";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { Disputes } from "./disputes-found.js";
import { disputesText } from "./disputes-text.js";
import type { DataFlags } from "../desk/flags.js";
import { atOf, choosePolicy, openContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { knownRemedy } from "../desk/known-remedy.js";
import { recordedPetitions } from "./recorded-petitions.js";
import { readDocument, readScenario } from "./scenario-file.js";

/** Flags of `acta disputes`. */
export interface DisputesFlags extends DataFlags {
  readonly edition?: string;
  readonly policy: string;
  readonly group?: string;
  readonly petitions?: string;
  readonly filer?: string;
  /** Group of areas whose sheets may be annulled, or a scenario that selects them. */
  readonly among?: string;
  readonly any?: readonly string[];
}

/** Adds the texts of this room's questions. */
export function learnDisputes(desk: Desk): void {
  desk.language.learn({ es: tabulationEs, en: tabulationEn });
}

/** Runs `acta disputes` on an opened edition. */
export function tellDisputes(desk: Desk, opened: OpenedContest, flags: DisputesFlags): Result<null> {
  learnDisputes(desk);
  const answered = findDisputes(desk, opened, flags);
  if (!answered.ok) return answered;
  const { request, found } = answered.value;
  if (!flags.json) {
    desk.print(disputesText(desk.language, opened, found));
    return succeed(null);
  }
  const ids = found.weakest === null ? succeed([]) : flippingStations(request, found.weakest.gate);
  if (!ids.ok) return ids;
  printJson(desk, disputesDocument(opened, found, ids.value));
  return succeed(null);
}

/** What was asked, and what was found. */
interface FoundDisputes {
  readonly request: MaterialityRequest;
  readonly found: Disputes;
}

/** Works out whether what is open can change the result of an opened edition. */
export function findDisputes(desk: Desk, opened: OpenedContest, flags: DisputesFlags): Result<FoundDisputes> {
  const request = requestOf(desk, opened, flags);
  if (!request.ok) return request;
  const materiality = materialityOf(request.value);
  if (!materiality.ok) return materiality;
  const path = pathOf(opened, request.value.policy, flags);
  if (!path.ok) return path;
  const remedy = knownRemedy(desk, opened);
  if (!remedy.ok) return remedy;
  const found: Disputes = {
    policy: request.value.policy,
    group: flags.group ?? null,
    among: flags.among ?? null,
    petitionsFrom: flags.petitions ?? null,
    materiality: materiality.value,
    weakest: weakestOf(materiality.value),
    remedy: remedy.value,
    ...path.value,
  };
  return succeed({ request: request.value, found });
}

function requestOf(desk: Desk, opened: OpenedContest, flags: DisputesFlags): Result<MaterialityRequest> {
  const { election, roll } = opened.open;
  const policy = choosePolicy(opened.open, flags.policy);
  if (!policy.ok) return policy;
  const scope = scopeFor(opened, flags.group);
  if (!scope.ok) return scope;
  const petitions = petitionsIn(desk, opened, flags.petitions);
  if (!petitions.ok) return petitions;
  const among = amongFor(desk, opened, flags, petitions.value);
  if (!among.ok) return among;
  const any = [];
  for (const text of flags.any ?? []) {
    const count = parseCount(text);
    if (count === undefined) return fail({ code: "disputes.badCount", context: { count: text.slice(0, 40) } });
    any.push(count);
  }
  return succeed({
    election,
    contest: opened.contest,
    roll,
    table: opened.table,
    policy: policy.value,
    scope: scope.value,
    petitions: petitions.value,
    filer: flags.filer ?? null,
    among: among.value,
    any,
  });
}

/** The stations of a group; null without one. */
export function scopeFor(opened: OpenedContest, id: string | undefined): Result<Uint8Array | null> {
  if (id === undefined) return succeed(null);
  const { election, roll } = opened.open;
  const group = election.groups.find((each) => each.id === id);
  const scope = group === undefined ? null : scopeOfGroup(roll, group);
  const known = election.groups.map((each) => each.id).join(", ");
  return scope === null ? fail({ code: "command.unknownGroup", context: { group: id, known } }) : succeed(scope);
}

/** The sheets whose annulment is looked at: those of a group, or those that a scenario selects; null for all. */
function amongFor(
  desk: Desk,
  opened: OpenedContest,
  flags: DisputesFlags,
  petitions: Petitions,
): Result<Uint8Array | null> {
  const { election, roll } = opened.open;
  const { among } = flags;
  if (among === undefined || election.groups.some((group) => group.id === among)) return scopeFor(opened, among);
  const read = readScenario(desk.cwd, flags.data, among);
  if (!read.ok) return fail(read.problem[0] ?? { code: "disputes.noScenario", context: { name: among } });
  const ground = { election, contest: opened.contest, roll, table: opened.table, petitions };
  const marks = new Uint8Array(opened.table.size);
  for (const { select } of read.value.scenario.overrides) {
    const rows = selectRows(ground, select);
    if (!rows.ok) return rows;
    for (const row of rows.value) marks[row] = 1;
  }
  return succeed(marks);
}

/** The petitions of a file, else those of the record. */
export function petitionsIn(desk: Desk, opened: OpenedContest, path: string | undefined): Result<Petitions> {
  if (path === undefined) return recordedPetitions(desk, opened);
  const document = readDocument(resolve(desk.cwd, path), path);
  if (!document.ok) return document;
  const petitions = parsePetitions(document.value);
  if (petitions.ok) return petitions;
  const [first = { code: "materiality.badPetitions", context: { received: "" } }] = petitions.problem;
  return fail({ ...first, where: [path, first.where ?? ""].filter((part) => part !== "").join(": ") });
}

function weakestOf({ gates }: Materiality): GateMateriality | null {
  let weakest: GateMateriality | null = null;
  for (const each of gates) {
    if (each.flip.kind === "impossible") continue;
    if (weakest === null || each.flip.stations < weakest.flip.stations) weakest = each;
  }
  return weakest;
}

/** The path of the whole contest's margin since the edition before; a group has none of its own. */
function pathOf(
  opened: OpenedContest,
  policy: Policy,
  flags: DisputesFlags,
): Result<{ readonly path: MarginPath | null; readonly since: number | null }> {
  if (flags.group !== undefined) return succeed({ path: null, since: null });
  const { election, edition, roll } = opened.open;
  const ordered = editionsInOrder(opened.indexed.editions);
  const at = ordered.findIndex((each) => each.id === edition.id);
  const earlier = ordered.findLast((each, position) => position < at && each.dataDigest !== edition.dataDigest);
  const after = { roll, table: opened.table };
  if (earlier === undefined)
    return succeed({ path: marginPath(election, opened.contest, policy, null, after), since: null });
  const before = openContest(opened, earlier, opened.contest.id);
  if (!before.ok) return before;
  const then = { roll: before.value.open.roll, table: before.value.table };
  return succeed({ path: marginPath(election, opened.contest, policy, then, after), since: earlier.number });
}

/** The documented JSON shape `acta-disputes/1`. @param ids for the desk that asked; null for what is published, which has none. */
export function disputesDocument(
  opened: OpenedContest,
  found: Disputes,
  ids: readonly string[] | null,
): Readonly<Record<string, unknown>> {
  const { election, edition } = opened.open;
  const { petitions, verdict, bounds, gates, question, votes } = found.materiality;
  const { weakest } = found;
  return {
    schema: "acta-disputes/1",
    provenance: election.provenance,
    election: election.id,
    contest: opened.contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    ...atOf(opened),
    policy: found.policy.id,
    group: found.group,
    among: found.among,
    petitions: petitions.kind === "notLoaded" ? "notLoaded" : { ...petitions, from: found.petitionsFrom ?? "record" },
    votes,
    materiality: {
      question,
      verdict,
      bounds,
      smallestFlip:
        weakest === null
          ? null
          : {
              gate: weakest.gate,
              stations: weakest.flip.stations,
              votes: weakest.flip.takes,
              ...(ids === null ? {} : { ids }),
            },
      gates,
    },
    remedy: found.remedy,
    path: found.path === null ? null : { ...found.path, sinceEdition: found.since },
  };
}
