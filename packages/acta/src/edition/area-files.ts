import type { AreaTree } from "../election/index.js";
import { NO_ENTRY, OUT_OF_SCOPE } from "../sheet/index.js";
import { areasOfGroup, policiesOf, sumOf, tallyTree } from "../tabulation/index.js";
import type { NamedArea, Tally } from "../tabulation/index.js";
import {
  HEADLINE_POLICY,
  emitFile,
  provenanceOf,
  sharedResults,
  writeChild,
  writeResults,
  writeWithin,
} from "./contest-draft.js";
import type { ChildRow, ContestDraft, SharedResult } from "./contest-draft.js";
import { writeList } from "./file-list.js";
import { writeNewest } from "./newest-entry.js";
import { writeText } from "./result-writer.js";

/** The files of one tree: that of its root, and those of the groups that are defined over it. */
export interface TreeFiles {
  readonly tree: string;
  readonly root: string;
  readonly groups: readonly { readonly group: string; readonly file: string }[];
}

/**
 * Writes the files of all areas of a tree, children first, since a parent names them by hash.
 * @param places rows of the places under each leaf; of the first tree only.
 */
export function writeTree(
  draft: ContestDraft,
  treeAt: number,
  places: ReadonlyMap<number, readonly ChildRow[]>,
): TreeFiles {
  const { state, contest } = draft;
  const { election, roll } = state;
  const tree = roll.trees[treeAt];
  if (tree === undefined) throw new Error(`no tree ${treeAt}`);
  const tallies = policiesOf(election).map((policy) => tallyTree(election, roll, draft.table, policy, treeAt));
  const newest = newestByArea(draft, tree, treeAt);
  const below = new Map<number, ChildRow[]>();
  let root = "";
  for (let at = tree.areas.length - 1; at >= 0; at--) {
    // An area in which nobody votes in this contest has no file; the root always has.
    if (at > 0 && (tallies[0]?.stations[at] ?? 0) === 0) continue;
    const named = namedArea(draft, tree, at);
    const rows = [...(below.get(at) ?? []).toReversed(), ...(places.get(at) ?? [])];
    const results = sharedResults(contest, tallies, at, named);
    root = writeArea(draft, tree.id, named, {
      results,
      rows,
      newest: newest[at] ?? -1,
      within: pathTo(draft, tree, at).slice(0, -1),
    });
    const parent = tree.areas[at]?.parent ?? -1;
    const siblings = below.get(parent) ?? [];
    siblings.push({ named, file: root, results });
    below.set(parent, siblings);
    below.delete(at);
  }
  return { tree: tree.id, root, groups: writeGroups(draft, tree, tallies, newest) };
}

interface AreaContent {
  readonly results: readonly SharedResult[];
  readonly rows: readonly ChildRow[];
  readonly newest: number;
  readonly within: readonly NamedArea[];
}

function writeArea(
  draft: ContestDraft,
  tree: string,
  named: NamedArea,
  { results, rows, newest, within }: AreaContent,
): string {
  const { state, contest, out } = draft;
  const { code, level, name } = named;
  writeText(out, '{"area":{"code":', code);
  writeText(out, ',"level":', level);
  writeText(out, ',"name":', name);
  out.text('},"children":');
  const columns = draft.childColumns;
  writeList(draft, { area: code, tree, columns, rows, writeRow: writeChild, policy: HEADLINE_POLICY });
  out.bytes(draft.head);
  writeNewest(out, state.editions, newest);
  writeText(out, ',"provenance":', provenanceOf(state));
  writeResults(out, ',"results":', results);
  writeText(out, ',"schema":"acta-area/1","tree":', tree);
  writeWithin(out, within);
  out.text("}");
  return emitFile(draft, { kind: "area", election: state.election.id, contest: contest.id, area: code }, out);
}

function writeGroups(
  draft: ContestDraft,
  tree: AreaTree,
  tallies: readonly Tally[],
  newest: Float64Array,
): TreeFiles["groups"] {
  return draft.state.election.groups.flatMap((group) => {
    if (group.tree !== tree.id) return [];
    const leaves = areasOfGroup(tree, group);
    const named = { code: group.id, name: group.name.es, level: "group", wholeContest: false };
    const sums = tallies.map((tally) => sumOf(tally, leaves));
    const last = leaves.reduce((most, leaf) => Math.max(most, newest[leaf] ?? -1), -1);
    const results = sharedResults(draft.contest, sums, 0, named);
    const file = writeArea(draft, tree.id, named, { results, rows: [], newest: last, within: [] });
    return [{ file, group: group.id }];
  });
}

/** Position of the newest entry under each area; -1 where there is none. */
function newestByArea({ state, table }: ContestDraft, tree: AreaTree, treeAt: number): Float64Array {
  const newest = new Float64Array(tree.areas.length).fill(-1);
  const leaves = state.roll.leaves[treeAt];
  for (let row = 0; row < table.size; row++) {
    const head = table.head[row] ?? NO_ENTRY;
    const leaf = leaves?.[row] ?? 0;
    if (head !== NO_ENTRY && table.status[row] !== OUT_OF_SCOPE && head > (newest[leaf] ?? -1)) newest[leaf] = head;
  }
  for (let at = tree.areas.length - 1; at > 0; at--) {
    const parent = tree.areas[at]?.parent ?? 0;
    newest[parent] = Math.max(newest[parent] ?? -1, newest[at] ?? -1);
  }
  return newest;
}

/** The areas from the root down to one of them: what lies below it says where it lies, so that its file can be read by itself. */
export function pathTo(draft: ContestDraft, tree: AreaTree, at: number): readonly NamedArea[] {
  const areas: NamedArea[] = [];
  for (let up = at; up >= 0; up = tree.areas[up]?.parent ?? -1) areas.unshift(namedArea(draft, tree, up));
  return areas;
}

function namedArea({ state, contest }: ContestDraft, tree: AreaTree, at: number): NamedArea {
  const area = tree.areas[at];
  const definition = state.election.trees.find(({ id }) => id === tree.id);
  const level = at === 0 ? definition?.root.level : definition?.levels[(area?.level ?? 1) - 1]?.id;
  // The root is named by the definition, whose first language is that of the country; the definition's file holds the others.
  const name = at === 0 ? (definition?.root.name.es ?? "") : (area?.name ?? "");
  const { stations } = contest;
  const onlyArea = stations?.tree === tree.id && stations.areas.length === 1 && stations.areas[0] === area?.code;
  return { code: area?.code ?? "", name, level: level ?? "", wholeContest: at === 0 || onlyArea };
}
