import { canonicalJson, hex, utf8 } from "../basics/index.js";
import type { Json } from "../basics/index.js";
import { backlogOf, certificationPath, endOfTerm, isAboutPetitions, isOpen, openDeadlines } from "../dispute/index.js";
import type { OpenPetitions } from "../dispute/index.js";
import { ancestorAt, stationAt } from "../election/index.js";
import { stateOf, statusOf } from "../sheet/index.js";
import { leadTiers } from "../tabulation/index.js";
import { HEADLINE_POLICY, headlinePolicy, provenanceOf } from "./contest-draft.js";
import type { ContestDraft } from "./contest-draft.js";
import { docketOf } from "./edition-docket.js";
import type { EditionDocket } from "./edition-docket.js";
import { dataPath } from "./edition-state.js";
import type { ClosestLead } from "./open-file.js";
import { bodiesJson } from "./place-legal.js";
import type { LegalDraft } from "./place-legal.js";

/** Lists that are longer are cut, and how many there are is said: the file stays small enough for one request. */
const MOST_AREAS = 200;
const MOST_DEADLINES = 80;
const MOST_BODIES = 80;
/** Amounts of a slider; where sheets differ in more, it is left out. */
const MOST_AMOUNTS = 1_000;

/**
 * Writes what is disputed in a contest: open sheets by reason and area, petitions by ground and state, what was decided, what falls due, and how
 * much sheets of each kind can take from the lead. Sizes only: no station and no case is named.
 * @returns the hash of the file.
 */
export function writeDisputes(draft: ContestDraft, legal: LegalDraft, lead: ClosestLead | null): string {
  const { state, contest, sha256, emit } = draft;
  const bytes = utf8(canonicalJson(disputesJson(draft, legal, lead)));
  const hash = hex(sha256(bytes));
  const about = { kind: "disputes", election: state.election.id, contest: contest.id, area: "" } as const;
  emit({ path: dataPath(hash), sha256: hash, bytes, about });
  return hash;
}

function disputesJson(draft: ContestDraft, legal: LegalDraft, lead: ClosestLead | null): Json {
  const { state, contest } = draft;
  const { election, edition } = state;
  const docket = docketOf(state, contest.id);
  return {
    schema: "acta-disputes/1",
    provenance: provenanceOf(state),
    mode: state.ledger.mode,
    election: election.id,
    contest: contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    policy: HEADLINE_POLICY,
    bodies: bodiesJson(state),
    sheets: sheetsJson(draft),
    areas: areasJson(draft, docket.open),
    petitions: petitionsJson(docket),
    standings: [...legal.counts.values()].map(({ basis, state: kind, effect, how, stations }) => ({
      basis,
      state: kind,
      effect,
      how,
      stations,
    })),
    rulings: rulingsJson(draft),
    calendar: calendarJson(draft, docket),
    scenarios: lead === null ? null : scenariosJson(draft, lead, docket.open),
  };
}

/** Sheets that are not in the count, by the reasons of their status; one with two reasons stands under both. */
function sheetsJson({ state, table }: ContestDraft): Json {
  const reasons = new Map<string, { stations: number; registeredVoters: number }>();
  for (let row = 0; row < table.size; row++) {
    const kind = stateOf(table, row);
    if (kind !== "referred" && kind !== "pending" && kind !== "notCollected") continue;
    const flags: readonly string[] = kind === "referred" ? (statusOf(table, row)?.flags ?? []) : [kind];
    for (const flag of flags.length === 0 ? ["other"] : flags) {
      const known = reasons.get(flag) ?? { stations: 0, registeredVoters: 0 };
      known.stations++;
      known.registeredVoters += Math.max(0, state.roll.registered[row] ?? 0);
      reasons.set(flag, known);
    }
  }
  return [...reasons]
    .toSorted(([a, x], [b, y]) => y.stations - x.stations || (a < b ? -1 : 1))
    .map(([reason, counts]) => ({ reason, ...counts }));
}

interface AreaCounts {
  readonly name: string;
  flagged: number;
  pending: number;
  petitioned: number;
  registeredVoters: number;
}

/** The areas right below the whole in which something is open, the most first. */
function areasJson({ state, table }: ContestDraft, open: OpenPetitions): Json {
  const { roll } = state;
  const [tree] = roll.trees;
  const areas = new Map<string, AreaCounts>();
  const named = new Set(open.kind === "loaded" ? open.located.map(({ station }) => stationAt(roll, station)) : []);
  for (let row = 0; row < table.size; row++) {
    const kind = stateOf(table, row);
    const isPending = kind === "pending" || kind === "notCollected";
    if (kind !== "referred" && !isPending && !named.has(row)) continue;
    const area = tree?.areas[ancestorAt(tree, roll.leaves[0]?.[row] ?? 0, 1)];
    const code = area?.code ?? "";
    const empty = { name: area?.name ?? "", flagged: 0, pending: 0, petitioned: 0, registeredVoters: 0 };
    const counts = areas.get(code) ?? empty;
    if (kind === "referred") counts.flagged++;
    if (isPending) counts.pending++;
    if (named.has(row)) counts.petitioned++;
    counts.registeredVoters += Math.max(0, roll.registered[row] ?? 0);
    areas.set(code, counts);
  }
  const sum = ({ flagged, pending, petitioned }: AreaCounts): number => flagged + pending + petitioned;
  const rows = [...areas].toSorted(([a, x], [b, y]) => sum(y) - sum(x) || (a < b ? -1 : 1));
  return { all: rows.length, rows: rows.slice(0, MOST_AREAS).map(([code, counts]) => ({ code, ...counts })) };
}

/** Counts texts, the most frequent first. */
function counted(texts: Iterable<string>, name: string): Json {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([text, count]) => ({ [name]: text, count }));
}

function petitionsJson({ book, open }: EditionDocket): Json {
  const cases = book.cases.filter(isAboutPetitions);
  const located = open.kind === "loaded" ? open.located : [];
  const bodies = backlogOf(book);
  return {
    kind: book.petitions,
    asOf: book.asOf,
    cases: cases.length,
    open: cases.filter((each) => isOpen(book, each)).length,
    located: new Set(located.map(({ station }) => station)).size,
    unlocated: open.kind === "loaded" ? open.unlocated.reduce((sum, { stations }) => sum + stations, 0) : 0,
    wider: open.kind === "loaded" ? open.wider.length : 0,
    grounds: counted(
      cases.flatMap(({ petitions }) => petitions.map(({ entry }) => entry.ground)),
      "ground",
    ),
    states: counted(
      cases.map(({ state }) => state.kind),
      "state",
    ),
    filings: counted(
      cases.flatMap(({ petitions }) => petitions.map(({ review }) => review?.time.kind ?? "unknown")),
      "time",
    ),
    bodies: bodies.slice(0, MOST_BODIES).map((each) => ({ ...each })),
    bodiesInAll: bodies.length,
  };
}

function rulingsJson({ state, contest }: ContestDraft): Json {
  const rulings = state.acts.filter((act) => act.kind === "ruling");
  const corrected = new Set(rulings.map(({ entry }) => entry.replaces));
  const own = rulings.filter(({ header, index }) => {
    const isOwn = header.election === state.election.id && (header.scope === "" || header.scope === contest.id);
    return isOwn && !corrected.has(index);
  });
  return counted(
    own.map(({ entry }) => `${entry.instance} ${entry.outcome}`),
    "ruling",
  );
}

/** What falls due, equal ones together, and what stands before the certified result; null without a law in the record. */
function calendarJson({ state, table }: ContestDraft, { law, book }: EditionDocket): Json {
  if (law === null) return null;
  const certifications = state.acts.flatMap((act) =>
    act.kind === "certification" && act.header.election === state.election.id ? [act.entry] : [],
  );
  const sheets = { flagged: 0, pending: 0 };
  for (let row = 0; row < table.size; row++) {
    const kind = stateOf(table, row);
    if (kind === "referred") sheets.flagged++;
    else if (kind === "pending" || kind === "notCollected") sheets.pending++;
  }
  const path = certificationPath(law, book, sheets, certifications);
  const end = endOfTerm(law, path, book.now);
  const deadlines = new Map<string, { readonly [key: string]: Json } & { count: number }>();
  for (const { what, body, rule, due, state: standing, days } of openDeadlines(law, book)) {
    const key = [what, body, rule, due, standing].join(" ");
    const known = deadlines.get(key) ?? { what, body, rule, due, state: standing, days, count: 0 };
    known.count++;
    deadlines.set(key, known);
  }
  return {
    now: book.now,
    path:
      path === null ? null : path.steps.map(({ step, state: standing, count }) => ({ step, state: standing, count })),
    end: end === null ? null : { date: end.rule.date, daysLeft: end.daysLeft, flag: end.flag },
    deadlines: [...deadlines.values()].slice(0, MOST_DEADLINES),
    deadlinesInAll: deadlines.size,
  };
}

function scenariosJson({ state, contest, table }: ContestDraft, lead: ClosestLead, open: OpenPetitions): Json {
  const { election, roll } = state;
  const policy = headlinePolicy(election);
  const { gate, slack } = lead;
  const petitioned =
    open.kind === "loaded" ? new Set(open.located.map(({ station }) => stationAt(roll, station))) : null;
  const sets = leadTiers({ election, contest, table, policy, gate, petitioned });
  return {
    option: gate.option,
    rival: gate.rival,
    lead: slack,
    sets: sets
      .filter(({ tiers }) => tiers.amounts.length <= MOST_AMOUNTS)
      .map(({ set, sheets, tiers }) => ({ set, sheets, amounts: [...tiers.amounts], counts: [...tiers.sheets] })),
  };
}
