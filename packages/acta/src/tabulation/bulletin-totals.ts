import { isAdditive } from "../election/index.js";
import type { BulletinArea, BulletinAreas } from "./bulletin-areas.js";
import type { BulletinFindings } from "./bulletin-finding.js";
import type { MergedBulletin } from "./bulletin-merge.js";

/** The rows that all series give for one tree at one moment, by area code. */
interface Moment {
  readonly rows: Map<string, { readonly bulletin: MergedBulletin; readonly figures: Readonly<Record<string, number>> }>;
  /** An area that the roll does not know would be missing from every sum. */
  unknownAreas: boolean;
}

/**
 * Compares every total with the sum of its areas where all of them are published for the same moment, also when they stand in
 * different series (departments and districts of one bulletin). Torn bulletins take no part.
 */
export function checkTotals(
  findings: BulletinFindings,
  bulletins: readonly MergedBulletin[],
  areas: ReadonlyMap<string, BulletinAreas | null>,
): void {
  for (const [tree, moments] of momentsOf(bulletins, areas)) {
    const known = areas.get(tree);
    if (known === undefined || known === null) continue;
    for (const moment of moments.values())
      if (!moment.unknownAreas && moment.rows.size > 1) checkMoment(findings, moment, known);
  }
}

function momentsOf(
  bulletins: readonly MergedBulletin[],
  areas: ReadonlyMap<string, BulletinAreas | null>,
): ReadonlyMap<string, ReadonlyMap<string, Moment>> {
  const trees = new Map<string, Map<string, Moment>>();
  for (const bulletin of bulletins) {
    if (bulletin.torn || bulletin.asOf === null) continue;
    for (const row of bulletin.rows) {
      let moments = trees.get(row.tree);
      if (moments === undefined) trees.set(row.tree, (moments = new Map()));
      let moment = moments.get(bulletin.asOf);
      if (moment === undefined) moments.set(bulletin.asOf, (moment = { rows: new Map(), unknownAreas: false }));
      if (areas.get(row.tree)?.find(row.area) === undefined) moment.unknownAreas = true;
      const earlier = moment.rows.get(row.area);
      const figures = { ...row.figures, ...earlier?.figures };
      moment.rows.set(row.area, { bulletin: earlier?.bulletin ?? bulletin, figures });
    }
  }
  return trees;
}

function checkMoment(findings: BulletinFindings, moment: Moment, areas: BulletinAreas): void {
  const children = childrenOf(areas);
  for (const [code, row] of moment.rows) {
    const area = areas.find(code);
    if (area === undefined) continue;
    for (const [figure, total] of Object.entries(row.figures)) {
      if (!isAdditive(figure)) continue;
      const sum = partsOf(moment, areas, children, area, figure);
      if (sum === undefined || sum === total) continue;
      findings.add("B103", row.bulletin, code, { figure, total, sum }, total - sum);
    }
  }
}

function childrenOf({ tree }: BulletinAreas): readonly (readonly number[])[] {
  const children: number[][] = tree.areas.map(() => []);
  tree.areas.forEach((area, at) => children[area.parent]?.push(at));
  return children;
}

type Children = ReturnType<typeof childrenOf>;

/** The sum over the areas inside; undefined when one of them, down to its own parts, is not published. */
function partsOf(
  moment: Moment,
  areas: BulletinAreas,
  children: Children,
  area: BulletinArea,
  figure: string,
): number | undefined {
  if (area.kind === "area") return sumOver(moment, areas, children, children[area.at] ?? [], figure, null);
  const inside = insideOf(areas, area.leaves);
  return sumOver(moment, areas, children, children[0] ?? [], figure, inside);
}

/** For each area: 0 outside a group, 1 partly inside, 2 wholly. */
function insideOf({ tree }: BulletinAreas, leaves: readonly number[]): Uint8Array {
  const wanted = new Set(leaves);
  const all = new Uint32Array(tree.areas.length);
  const own = new Uint32Array(tree.areas.length);
  const parents = new Set(tree.areas.map((area) => area.parent));
  for (let at = tree.areas.length - 1; at >= 0; at--) {
    if (!parents.has(at)) {
      all[at] = 1;
      own[at] = wanted.has(at) ? 1 : 0;
    }
    const parent = tree.areas[at]?.parent ?? -1;
    if (parent < 0) continue;
    all[parent] = (all[parent] ?? 0) + (all[at] ?? 0);
    own[parent] = (own[parent] ?? 0) + (own[at] ?? 0);
  }
  return Uint8Array.from(own, (count, at) => (count === 0 ? 0 : count === all[at] ? 2 : 1));
}

function sumOver(
  moment: Moment,
  areas: BulletinAreas,
  children: Children,
  positions: readonly number[],
  figure: string,
  inside: Uint8Array | null,
): number | undefined {
  if (positions.length === 0) return undefined;
  let sum = 0;
  for (const at of positions) {
    const place = inside === null ? 2 : (inside[at] ?? 0);
    if (place === 0) continue;
    const own = place === 2 ? moment.rows.get(areas.tree.areas[at]?.code ?? "")?.figures[figure] : undefined;
    const value = own ?? sumOver(moment, areas, children, children[at] ?? [], figure, place === 2 ? null : inside);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}
