import { canonicalJson, utf8, hex } from "../basics/index.js";
import type { Instant, Json } from "../basics/index.js";
import { actsOfStations, legalFrame, legalPosition, openActsOn } from "../dispute/index.js";
import type { LegalEvent, LegalFrame, LegalPosition, LegalState, OpenAct, SheetMention } from "../dispute/index.js";
import type { Act, ChainedVersion } from "../record/index.js";
import { NO_ENTRY, cellToJson } from "../sheet/index.js";
import { pieceOf, provenanceOf } from "./contest-draft.js";
import type { ContestDraft } from "./contest-draft.js";
import { dataPath } from "./edition-state.js";
import { writeList } from "./file-list.js";
import type { PlaceGroup } from "./place-groups.js";
import { listOf } from "./place-history.js";
import type { PlaceVersions } from "./place-history.js";
import { writeNumber, writeText, writeTexts } from "./result-writer.js";

/** What is needed to say where the law stands with the sheets of a contest. */
export interface LegalDraft {
  readonly frame: LegalFrame;
  readonly acts: ReadonlyMap<string, readonly Act[]>;
  /** Standings of sheets with one version and no act, by status: they follow from it, and a country has few statuses. */
  readonly plain: Map<number, Standing>;
  /** Hashes of the outlooks that were put into a file, by their text. */
  readonly outlooks: Map<string, string>;
  /** How many sheets stand where, all places together. */
  readonly counts: Map<string, StandingCount>;
  /** The moment at which it is asked who may still act: the edition's, never the clock of whoever publishes. */
  readonly now: Instant;
}

/** Sheets of one legal state. */
export interface StandingCount {
  readonly basis: LegalPosition["basis"];
  readonly state: LegalState["kind"] | null;
  readonly effect: string | null;
  readonly how: string | null;
  stations: number;
}

/** Begins the legal part of a contest's places. */
export function legalDraft({ state, contest }: ContestDraft): LegalDraft {
  const { election, acts, edition, laws } = state;
  const frame = legalFrame(laws, election);
  // Only law sets that know the election are held (replay-editions.ts).
  if (!frame.ok) throw new Error(frame.problem.code);
  return {
    frame: frame.value,
    acts: actsOfStations(acts, { election: election.id, contest: contest.id }),
    plain: new Map(),
    outlooks: new Map(),
    counts: new Map(),
    now: edition.asOf ?? edition.sealedAt,
  };
}

/** Where the law stands with the sheets of a place: the distinct standings, and which one each station has, in the order of its rows. */
export interface PlaceStandings {
  readonly standings: readonly string[];
  readonly of: readonly number[];
  /** What acts did, by row. */
  readonly events: ReadonlyMap<number, readonly LegalEvent[]>;
}

/** Works out the legal standing of every sheet of a place. */
export function standingsIn(
  draft: ContestDraft,
  legal: LegalDraft,
  group: PlaceGroup,
  versions: PlaceVersions,
): PlaceStandings {
  const { state, table } = draft;
  const known = new Map<string, number>();
  const events = new Map<number, readonly LegalEvent[]>();
  const of = group.rows.map((row) => {
    const station = state.roll.codes[row] ?? "";
    const acts = legal.acts.get(station) ?? [];
    const all = versions.get(row);
    const status = table.status[row] ?? 0;
    const isPlain = acts.length === 0 && all === undefined;
    let standing = isPlain ? legal.plain.get(status) : undefined;
    if (standing === undefined) {
      const position = legalPosition(station, mentionsIn(all ?? onlyVersion(draft, row)), acts, legal.frame);
      const taken = position.events.filter(({ by }) => by !== "sheet");
      if (taken.length > 0) events.set(row, taken);
      standing = { text: canonicalJson(standingJson(draft, legal, position)), count: countFor(legal, position) };
      if (isPlain) legal.plain.set(status, standing);
    }
    standing.count.stations++;
    const at = known.get(standing.text) ?? known.size;
    known.set(standing.text, at);
    return at;
  });
  return { standings: [...known.keys()], of, events };
}

/** A standing as it is written, and the count that it belongs to. */
interface Standing {
  readonly text: string;
  readonly count: StandingCount;
}

function countFor({ counts }: LegalDraft, { basis, state }: LegalPosition): StandingCount {
  const effect = state !== null && "effect" in state ? state.effect : null;
  const how = state?.kind === "final" ? state.how : null;
  const key = [basis, state?.kind, effect, how].join(" ");
  const known = counts.get(key) ?? { basis, state: state?.kind ?? null, effect, how, stations: 0 };
  counts.set(key, known);
  return known;
}

function onlyVersion({ state, table }: ContestDraft, row: number): readonly ChainedVersion[] {
  const head = table.head[row] ?? NO_ENTRY;
  const read = head === NO_ENTRY ? undefined : state.chains.versionsOf(state.roll.codes[row] ?? "", head);
  return read?.ok === true ? read.value : [];
}

/** What the source says of a sheet: rulings are acts, not words of the source. */
function mentionsIn(versions: readonly ChainedVersion[]): readonly SheetMention[] {
  return versions.flatMap(({ header, index, status, cells, raw }) => {
    if (header.kind !== "sheet") return [];
    const figures = JSON.stringify(cells.map((value, at) => cellToJson(value, raw.get(at))));
    return [{ entry: index, status, figures, asOf: header.asOf, actor: header.actor.name }];
  });
}

function standingJson(draft: ContestDraft, legal: LegalDraft, position: LegalPosition): Json {
  const { basis, state, before, ruling } = position;
  const open = openActsOn(position, legal.frame, legal.now);
  const appeal = open.find(({ act, term }) => act === "appeal" && term !== "none");
  return {
    basis,
    ...stateJson(state),
    before,
    case: position.case,
    ruling: ruling === null ? null : ruling.ruling,
    outlook: legal.frame.lawOn(legal.now) === null ? null : outlookFile(draft, legal, open),
    // The day alone: whether it is over is for whoever reads it to see, so that the file stays the same when it passes.
    appeal: appeal === undefined ? null : { until: appeal.until, rule: appeal.termRule },
  };
}

function stateJson(state: LegalState | null): { readonly [key: string]: Json } {
  return {
    state: state?.kind ?? null,
    effect: state !== null && "effect" in state ? state.effect : null,
    how: state?.kind === "final" ? state.how : null,
    reasons: state !== null && "reasons" in state ? [...state.reasons] : [],
  };
}

/** Puts what the law still allows into a file of its own, which thousands of places name by hash. @returns the hash. */
function outlookFile(
  { state, contest, sha256, emit }: ContestDraft,
  legal: LegalDraft,
  open: readonly OpenAct[],
): string {
  const { election, laws, ledger } = state;
  const roles = laws.at(-1)?.law.roles ?? [];
  const text = canonicalJson({
    schema: "acta-outlook/1",
    provenance: provenanceOf(state),
    mode: ledger.mode,
    election: election.id,
    contest: contest.id,
    bodies: bodiesJson(state),
    open: open.map(({ act, by, rule, article }) => {
      const name = roles.find(({ id }) => id === by)?.name;
      return { act, by: { es: name?.es ?? by, en: name?.en ?? by }, rule, article };
    }),
  });
  const known = legal.outlooks.get(text);
  if (known !== undefined) return known;
  const bytes = utf8(text);
  const hash = hex(sha256(bytes));
  emit({
    path: dataPath(hash),
    sha256: hash,
    bytes,
    about: { kind: "outlook", election: election.id, contest: contest.id, area: "" },
  });
  legal.outlooks.set(text, hash);
  return hash;
}

/** What the law in the record calls the bodies that act, by role: acts name them by it. */
export function bodiesJson({ laws }: ContestDraft["state"]): Json {
  return (laws.at(-1)?.law.roles ?? []).map(({ id, name }) => ({ id, name: { es: name.es, en: name.en } }));
}

/** Writes the standings and which one each station has. */
export function writeStandings({ out }: ContestDraft, { standings, of }: PlaceStandings): void {
  out.text(`{"each":[${of.join(",")}],"standings":[`);
  for (const [at, text] of standings.entries()) {
    if (at > 0) out.text(",");
    out.bytes(utf8(text));
  }
  out.text("]}");
}

const EVENT_COLUMNS = [
  "station",
  "entry",
  "kind",
  "by",
  "at",
  "body",
  "number",
  "state",
  "effect",
  "how",
  "rule",
  "article",
  "problem",
];

/** Writes what acts did to the sheets of a place, one row for each station and act, in the order of the ledger. */
export function writeEvents(draft: ContestDraft, group: PlaceGroup, { events }: PlaceStandings): void {
  const { state, out } = draft;
  const rows = [...events].flatMap(([row, all]) => all.map((event) => ({ row, event })));
  if (rows.length === 0) return out.text("null");
  const columns = pieceOf((piece) => writeTexts(piece, "", EVENT_COLUMNS));
  writeList(draft, {
    ...listOf(draft, group),
    columns,
    rows,
    writeRow: (to, { row, event }) => {
      const { state: after } = event;
      writeText(to, "[", state.roll.codes[row] ?? "");
      writeNumber(to, ",", event.entry);
      for (const text of [event.kind, event.by, event.at, event.body, event.number, after?.kind ?? null])
        writeText(to, ",", text);
      writeText(to, ",", after !== null && "effect" in after ? after.effect : null);
      writeText(to, ",", after?.kind === "final" ? after.how : null);
      for (const text of [event.rule, event.article, event.problem?.code ?? null]) writeText(to, ",", text);
      to.text("]");
    },
  });
}
