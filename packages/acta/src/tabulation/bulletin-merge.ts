import type { Instant } from "../basics/index.js";
import { byCode } from "../election/index.js";
import type { Bulletin, BulletinEntry } from "../record/index.js";

/**
 * What a series says about one moment: the bulletins of that moment that do not contradict each other, as one. A moment that was
 * published twice with other figures has two of them; both stay.
 */
export interface MergedBulletin {
  readonly series: string;
  readonly asOf: Instant | null;
  /** It mixes the figures of several moments: shown and checked, never compared or drawn as if it were one moment. */
  readonly torn: boolean;
  /** SHA-256 of the files it was read from. */
  readonly sources: readonly string[];
  /** One for each area (and, in a torn one, each moment), by area code. */
  readonly rows: readonly BulletinEntry[];
}

/** True when a row speaks of another moment than its bulletin. */
export function isTorn(bulletin: Pick<Bulletin, "asOf" | "rows">): boolean {
  return bulletin.rows.some((row) => row.asOf !== null && row.asOf !== bulletin.asOf);
}

/** How a bulletin stands to one that is already there. */
export type Standing = "contained" | "adds" | "contradicts";

/** Collects bulletins of one series and moment, torn ones apart from whole ones. */
export class BulletinDraft {
  readonly series: string;
  readonly asOf: Instant | null;
  readonly torn: boolean;
  readonly #sources = new Set<string>();
  readonly #names = new Set<string>();
  readonly #rows = new Map<string, { readonly entry: BulletinEntry; readonly figures: Map<string, number> }>();

  constructor(series: string, asOf: Instant | null, torn: boolean) {
    this.series = series;
    this.asOf = asOf;
    this.torn = torn;
  }

  /** Whether rows say something that is not here, and whether one figure contradicts what is here. */
  standingOf(rows: readonly BulletinEntry[]): Standing {
    let adds = false;
    for (const row of rows) {
      const own = this.#rows.get(keyOf(row, this.asOf));
      for (const [figure, value] of Object.entries(row.figures)) {
        const known = own?.figures.get(figure);
        if (known === undefined) adds = true;
        else if (known !== value) return "contradicts";
      }
    }
    return adds ? "adds" : "contained";
  }

  /** Adds rows; the caller has asked for their standing. */
  add(rows: readonly BulletinEntry[], source: string): void {
    if (source !== "") this.#sources.add(source);
    for (const row of rows) {
      const key = keyOf(row, this.asOf);
      let own = this.#rows.get(key);
      if (own === undefined) this.#rows.set(key, (own = { entry: row, figures: new Map() }));
      for (const [figure, value] of Object.entries(row.figures)) {
        own.figures.set(figure, value);
        this.#names.add(figure);
      }
    }
  }

  /** The merged bulletin: rows by tree and area code, figures by name, so that the order of reading leaves no trace. */
  merged(): MergedBulletin {
    const names = [...this.#names].toSorted(byCode);
    const rows = [...this.#rows]
      .toSorted(([a], [b]) => byCode(a, b))
      .map(([, { entry, figures }]) => ({
        ...entry,
        figures: Object.fromEntries(
          names.flatMap((name) => {
            const value = figures.get(name);
            return value === undefined ? [] : [[name, value] as const];
          }),
        ),
      }));
    const { series, asOf, torn } = this;
    return { series, asOf, torn, sources: [...this.#sources].toSorted(byCode), rows };
  }
}

function keyOf(row: BulletinEntry, asOf: Instant | null): string {
  return `${row.tree}\u0000${row.area}\u0000${row.asOf ?? asOf ?? ""}`;
}

/** Merges bulletins by series and moment. Sorted by series, then by moment (unknown ones first), then in the order given. */
export function mergeBulletins(bulletins: readonly Bulletin[]): readonly MergedBulletin[] {
  const drafts = new Map<string, BulletinDraft[]>();
  for (const bulletin of bulletins) {
    const torn = isTorn(bulletin);
    const key = momentKey(bulletin.series, bulletin.asOf, torn);
    let own = drafts.get(key);
    if (own === undefined) drafts.set(key, (own = []));
    addTo(own, bulletin, torn);
  }
  const all = [...drafts.values()].flat().map((draft) => draft.merged());
  return all.toSorted((a, b) => byCode(a.series, b.series) || byCode(a.asOf ?? "", b.asOf ?? ""));
}

/** Names a series and moment; torn bulletins are apart. */
export function momentKey(series: string, asOf: Instant | null, torn: boolean): string {
  return `${series}\u0000${asOf ?? ""}\u0000${torn ? "torn" : ""}`;
}

/** Adds a bulletin to the first draft that it does not contradict; a new one when it contradicts all. */
export function addTo(drafts: BulletinDraft[], bulletin: Bulletin, torn: boolean): void {
  const fitting = drafts.find((draft) => draft.standingOf(bulletin.rows) !== "contradicts");
  if (fitting !== undefined) return fitting.add(bulletin.rows, bulletin.source);
  const draft = new BulletinDraft(bulletin.series, bulletin.asOf, torn);
  draft.add(bulletin.rows, bulletin.source);
  drafts.push(draft);
}
