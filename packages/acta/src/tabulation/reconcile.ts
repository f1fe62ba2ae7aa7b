import type { Instant } from "../basics/index.js";
import { isAdditive } from "../election/index.js";
import type { Contest, Election, Roll } from "../election/index.js";
import type { BulletinEntry, Edition } from "../record/index.js";
import type { SheetTable } from "../sheet/index.js";
import { tallyTree } from "./area-tally.js";
import { BulletinAreas } from "./bulletin-areas.js";
import type { BulletinArea } from "./bulletin-areas.js";
import type { MergedBulletin } from "./bulletin-merge.js";
import { PRESET_POLICIES } from "./policies.js";
import { computeFigures, referredByFlag } from "./reconcile-figures.js";
import type { ReferredByFlag } from "./reconcile-figures.js";
import type { Tally } from "./tally.js";

/** One figure of one area, as published and as our sheets give it. */
export interface FigureComparison {
  readonly figure: string;
  readonly published: number;
  readonly computed: number;
  /** computed - published. */
  readonly difference: number;
  /** What the next bulletin of the series with this area says; null when there is none. */
  readonly next: number | null;
}

/** One area of a bulletin beside the sheets of an edition. */
export interface AreaComparison {
  readonly area: { readonly code: string; readonly name: string; readonly level: string };
  readonly agrees: boolean;
  /** Stations that our source lacks: without data, or not on our roll at all. */
  readonly lacking: number;
  /** Moment of the next bulletin of the series that has this area; null when there is none. */
  readonly nextAsOf: Instant | null;
  readonly figures: readonly FigureComparison[];
}

/** A bulletin beside an edition, area by area, under the policy `counted`. */
export interface Reconciliation {
  readonly series: string;
  readonly bulletin: { readonly asOf: Instant | null; readonly torn: boolean; readonly sources: readonly string[] };
  readonly edition: { readonly id: string; readonly asOf: Instant | null };
  readonly policy: "counted";
  readonly areas: readonly AreaComparison[];
  readonly summary: {
    readonly agree: number;
    readonly differ: number;
    /** Of those that differ, areas where our source lacks stations. */
    readonly incomplete: number;
    /** How often each figure agrees and differs, and the largest difference either way. */
    readonly figures: readonly {
      readonly figure: string;
      readonly agree: number;
      readonly differ: number;
      readonly largest: number;
    }[];
  };
  /** Area codes that the roll does not know. */
  readonly unknownAreas: readonly string[];
  /** Figures of the bulletin that sheets cannot give. */
  readonly notCompared: readonly string[];
}

/** What is compared. */
export interface ReconcileRequest {
  readonly election: Election;
  readonly contest: Contest;
  readonly roll: Roll;
  readonly table: SheetTable;
  readonly edition: Pick<Edition, "id" | "asOf">;
  readonly bulletin: MergedBulletin;
  /** Later bulletins of the series, oldest first: between which two the edition stands. */
  readonly following: readonly MergedBulletin[];
}

/** The bulletins of a series around a moment. */
export interface ChosenBulletin {
  readonly bulletin: MergedBulletin;
  /** The ones after it, oldest first. */
  readonly following: readonly MergedBulletin[];
  /** Other bulletins of the same series and moment, which say something else. */
  readonly alsoSaid: readonly MergedBulletin[];
  /** Torn bulletins of the series, which are never chosen. */
  readonly tornLeftOut: number;
}

/**
 * The latest whole bulletin of a series that is not after a moment (the last one without a moment) and, when an area is given, speaks
 * of it: a series may publish some areas more often than others. Null when there is none.
 */
export function bulletinAt(
  bulletins: readonly MergedBulletin[],
  series: string,
  moment: Instant | null,
  area: string | null = null,
): ChosenBulletin | null {
  const own = bulletins.filter((each) => each.series === series);
  const whole = own.filter((each) => !each.torn);
  const inTime = (asOf: Instant | null): boolean => moment === null || (asOf !== null && asOf <= moment);
  const speaks = (each: MergedBulletin): boolean => area === null || each.rows.some((row) => row.area === area);
  const found = whole.findLast((each) => inTime(each.asOf) && speaks(each));
  if (found === undefined) return null;
  const same = whole.filter((each) => each.asOf === found.asOf);
  return {
    bulletin: same[0] ?? found,
    following: whole.filter((each) => (each.asOf ?? "") > (found.asOf ?? "")),
    alsoSaid: same.slice(1),
    tornLeftOut: own.length - whole.length,
  };
}

/** Compares every area and figure of a bulletin with the sheets of an edition. */
export function reconcile(request: ReconcileRequest): Reconciliation {
  const { edition, bulletin } = request;
  const trees = new Map<string, ComputedTree | null>();
  const nextRows = nextRowsOf(request.following);
  const areas: AreaComparison[] = [];
  const unknownAreas: string[] = [];
  const notCompared = new Set<string>();
  for (const row of bulletin.rows) {
    let tree = trees.get(row.tree);
    if (tree === undefined) trees.set(row.tree, (tree = computeTree(request, row.tree)));
    const area = tree?.areas.find(row.area);
    if (tree === null || area === undefined) unknownAreas.push(row.area);
    else areas.push(compareArea(request, tree, area, row, nextRows.get(keyOf(row)), notCompared));
  }
  const differing = areas.filter((each) => !each.agrees);
  return {
    series: bulletin.series,
    bulletin: { asOf: bulletin.asOf, torn: bulletin.torn, sources: bulletin.sources },
    edition: { id: edition.id, asOf: edition.asOf },
    policy: "counted",
    areas,
    summary: {
      agree: areas.length - differing.length,
      differ: differing.length,
      incomplete: differing.filter((each) => each.lacking > 0).length,
      figures: figureSummary(areas),
    },
    unknownAreas,
    notCompared: [...notCompared].toSorted(),
  };
}

interface NextRow {
  readonly asOf: Instant | null;
  readonly row: BulletinEntry;
}

function keyOf(row: BulletinEntry): string {
  return `${row.tree}\u0000${row.area}`;
}

/** For each area the first later row. */
function nextRowsOf(following: readonly MergedBulletin[]): ReadonlyMap<string, NextRow> {
  const rows = new Map<string, NextRow>();
  for (const { asOf, rows: later } of following)
    for (const row of later) if (!rows.has(keyOf(row))) rows.set(keyOf(row), { asOf, row });
  return rows;
}

interface ComputedTree {
  readonly areas: BulletinAreas;
  readonly tally: Tally;
  readonly referred: ReferredByFlag;
}

function computeTree({ election, roll, table }: ReconcileRequest, tree: string): ComputedTree | null {
  const areas = BulletinAreas.of(election, roll, tree);
  const policy = PRESET_POLICIES.find((each) => each.id === "counted");
  if (areas === null || policy === undefined) return null;
  const tally = tallyTree(election, roll, table, policy, areas.treeAt);
  return { areas, tally, referred: referredByFlag(roll, table, areas.treeAt) };
}

function compareArea(
  { contest }: ReconcileRequest,
  tree: ComputedTree,
  area: BulletinArea,
  row: BulletinEntry,
  next: NextRow | undefined,
  notCompared: Set<string>,
): AreaComparison {
  const positions = area.kind === "area" ? [area.at] : area.leaves;
  const { code, name, level } = area;
  const { figures, result } = computeFigures(contest, tree.tally, tree.referred, positions, { code, name, level });
  const compared: FigureComparison[] = [];
  for (const [figure, published] of Object.entries(row.figures)) {
    const computed = isAdditive(figure) ? figures.get(figure) : undefined;
    if (computed === undefined) notCompared.add(figure);
    else
      compared.push({
        figure,
        published,
        computed,
        difference: computed - published,
        next: next?.row.figures[figure] ?? null,
      });
  }
  const stations = row.figures["stations"] ?? result.stations.total;
  return {
    area: { code, name, level },
    agrees: compared.every((each) => each.difference === 0),
    lacking: result.stations.notCollected + Math.max(stations - result.stations.total, 0),
    nextAsOf: next?.asOf ?? null,
    figures: compared,
  };
}

function figureSummary(areas: readonly AreaComparison[]): Reconciliation["summary"]["figures"] {
  const sums = new Map<string, { agree: number; differ: number; largest: number }>();
  for (const area of areas)
    for (const { figure, difference } of area.figures) {
      let sum = sums.get(figure);
      if (sum === undefined) sums.set(figure, (sum = { agree: 0, differ: 0, largest: 0 }));
      if (difference === 0) sum.agree++;
      else sum.differ++;
      if (Math.abs(difference) > Math.abs(sum.largest)) sum.largest = difference;
    }
  return [...sums].map(([figure, sum]) => ({ figure, ...sum }));
}
