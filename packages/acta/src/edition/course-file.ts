import { canonicalJson, hex, utf8 } from "../basics/index.js";
import type { Json, Sha256 } from "../basics/index.js";
import type { Contest, Election } from "../election/index.js";
import type { ElectionState, LedgerState } from "../record/index.js";
import { mergeBulletins, wholeFigures } from "../tabulation/index.js";
import { HEADLINE_POLICY } from "./contest-draft.js";
import type { Emit } from "./contest-draft.js";
import { courseActs } from "./course-acts.js";
import type { CourseLog } from "./course-log.js";
import { dataPath } from "./edition-state.js";
import { pageRows } from "./pages.js";

/** The course of the count of one contest, as the pointer names it. */
export interface PointedCourse {
  readonly election: string;
  readonly contest: string;
  /** Hash of the course file: `data/<file>.json`. */
  readonly file: string;
}

/** What course files are made with. */
export interface CourseDesk {
  readonly sha256: Sha256;
  readonly emit: Emit;
  readonly provenance: string;
}

/**
 * Writes, for every contest, the course of its count at the end of the ledger: the figures of all editions, what moved the lead between
 * them, every bulletin about the whole contest, and when bodies acted. One small file answers what a reader of a timeline asks; a bulletin
 * recorded after the last edition stands in it too. Long lists stand in pages.
 */
export function writeCourses(desk: CourseDesk, state: LedgerState, log: CourseLog): readonly PointedCourse[] {
  const courses: PointedCourse[] = [];
  for (const own of state.elections.values()) {
    const { election } = own;
    for (const contest of election.contests) {
      if (own.editions.length === 0 || !own.tables.has(contest.id)) continue;
      courses.push({ election: election.id, contest: contest.id, file: writeCourse(desk, state, own, contest, log) });
    }
  }
  return courses;
}

function writeCourse(
  desk: CourseDesk,
  state: LedgerState,
  own: ElectionState,
  contest: Contest,
  log: CourseLog,
): string {
  const { election } = own;
  const head = {
    provenance: desk.provenance,
    mode: state.ledger?.mode ?? "reported",
    election: election.id,
    contest: contest.id,
  };
  const list = (columns: readonly string[], rows: readonly Json[]): Json => listJson(desk, head, columns, rows);
  const { editions, steps } = log.of(election.id, contest);
  const votes = contest.options.map((option) => `votes.${option}`);
  return emitJson(desk, "course", head, {
    ...head,
    schema: "acta-course/1",
    policy: HEADLINE_POLICY,
    options: contest.options,
    editions: list([...EDITION_COLUMNS, ...votes], editions),
    steps: list(STEP_COLUMNS, steps),
    ...bulletinsJson(own, contest, list),
    acts: courseActs(state.acts, election.id, contest.id),
  });
}

/** What stands in each row of the list of editions before the votes of the options; `CourseLog` writes them. */
const EDITION_COLUMNS = [
  "number",
  "id",
  "asOf",
  "stations",
  "processed",
  "counted",
  "annulled",
  "referred",
  "pending",
  "registeredVoters",
  "ballotsCast",
  "validVotes",
] as const;

const STEP_COLUMNS = ["from", "to", "option", "rival", "was", "now", "sheets", "change"] as const;

/** Figures of a bulletin that a timeline shows besides the votes; null where the series does not print them. */
const BULLETIN_FIGURES = ["shareProcessed", "shareCounted", "processed", "counted", "referred", "annulled"] as const;
/** Hashes of the files of a series that are named; a series of hundreds of files names the rest in its entries. */
const MOST_SOURCES = 8;

function bulletinsJson(
  { election, bulletins }: ElectionState,
  contest: Contest,
  list: (columns: readonly string[], rows: readonly Json[]) => Json,
): { readonly series: Json; readonly bulletins: Json } {
  const rows: Json[] = [];
  const merged = mergeBulletins(bulletins);
  const ids = election.bulletins.filter((each) => each.contest === contest.id).map(({ id }) => id);
  const known = ids.filter((id) => merged.some((bulletin) => bulletin.series === id));
  const series = known.map((id, at) => {
    const leftOut = { undated: 0, torn: 0, incomplete: 0, partial: 0 };
    const sources = new Set<string>();
    for (const bulletin of merged.filter((each) => each.series === id)) {
      for (const source of bulletin.sources) sources.add(source);
      const whole = wholeFigures(election, contest, bulletin);
      if (whole === undefined) leftOut.partial++;
      else if (bulletin.torn) leftOut.torn++;
      else if (bulletin.asOf === null) leftOut.undated++;
      else if (whole.votes === null) leftOut.incomplete++;
      else
        rows.push([at, bulletin.asOf, ...BULLETIN_FIGURES.map((name) => whole.figures[name] ?? null), ...whole.votes]);
    }
    const named = seriesNames(election, id);
    return { id, ...named, files: sources.size, sources: [...sources].slice(0, MOST_SOURCES), leftOut };
  });
  const votes = contest.options.map((option) => `votes.${option}`);
  return { series, bulletins: list(["series", "asOf", ...BULLETIN_FIGURES, ...votes], rows) };
}

function seriesNames(election: Election, id: string): { readonly title: Json; readonly credit: string } {
  const series = election.bulletins.find((each) => each.id === id);
  return { title: series === undefined ? { es: id, en: id } : { ...series.title }, credit: series?.credit ?? "" };
}

interface FileHead {
  readonly provenance: string;
  readonly mode: string;
  readonly election: string;
  readonly contest: string;
}

/** A list in the file, or the pages that hold it when it is long. */
function listJson(desk: CourseDesk, head: FileHead, columns: readonly string[], rows: readonly Json[]): Json {
  const pages = pageRows(rows.map((row) => utf8(canonicalJson(row)).length + 1));
  if (pages === null) return { columns, rows };
  let first = 0;
  const named = pages.map((count, at) => {
    const part = rows.slice(first, first + count);
    first += count;
    const page = { ...head, schema: "acta-page/1", area: "", tree: "", page: at + 1, columns, rows: part };
    return { file: emitJson(desk, "page", head, page), rows: count };
  });
  return { columns, pages: named };
}

function emitJson({ sha256, emit }: CourseDesk, kind: "course" | "page", head: FileHead, json: Json): string {
  const bytes = utf8(canonicalJson(json));
  const hash = hex(sha256(bytes));
  emit({
    path: dataPath(hash),
    sha256: hash,
    bytes,
    about: { kind, election: head.election, contest: head.contest, area: "" },
  });
  return hash;
}
