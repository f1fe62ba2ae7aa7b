import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { AreaGroup, AreaTree, Contest, Policy, Provenance, TreeDefinition } from "acta/election";
import type { SheetTable } from "acta/sheet";
import { policiesOf } from "acta/tabulation";
import type { OpenEdition } from "../store/index.js";

/** The formats that an export is written in. */
export type ExportFormat = "csv" | "json" | "parquet" | "xlsx" | "nist";

/** All export formats, for the command's choices. */
export const EXPORT_FORMATS: readonly ExportFormat[] = ["csv", "json", "parquet", "xlsx", "nist"];

/** Which rows an export has. What is left out has one obvious meaning, or is refused with the list of choices. */
export interface TableRequest {
  /** May be left out when the election has one contest. */
  readonly contest?: string | undefined;
  /** `counted` when left out. */
  readonly policy?: string | undefined;
  /** The tree of the group, else the first one, when left out. */
  readonly tree?: string | undefined;
  /** A level of the tree (its root's too), `place` or `station`; the lowest level of the tree when left out. */
  readonly level?: string | undefined;
  /** Only the areas of this group; at the level of the root one row for the group. */
  readonly group?: string | undefined;
  /** The ledger says that it is a drill (`FolderIndex.drill`); the definition alone cannot know. */
  readonly drill?: boolean | undefined;
}

/** An export as it is asked for. */
export interface ExportRequest extends TableRequest {
  readonly format: ExportFormat;
  /** CSV that Excel opens without harm; see `writeCsv`. */
  readonly excel?: boolean | undefined;
}

/** What one row stands for. */
export type RowLevel =
  | { readonly kind: "area"; readonly id: string; readonly depth: number }
  | { readonly kind: "place"; readonly id: "place" }
  | { readonly kind: "station"; readonly id: "station" };

/** A request with every name resolved. */
export interface Selection {
  readonly open: OpenEdition;
  readonly contest: Contest;
  readonly table: SheetTable;
  readonly policy: Policy;
  /** Position of the tree in the roll. */
  readonly treeAt: number;
  readonly tree: AreaTree;
  readonly treeDefinition: TreeDefinition;
  /** Name of the system that the area codes are from; the tree itself where the definition names none. */
  readonly codes: string;
  readonly level: RowLevel;
  readonly group: AreaGroup | null;
  readonly provenance: Provenance;
}

/** Resolves the names of a request against an open edition. */
export function selectionOf(open: OpenEdition, request: TableRequest): Result<Selection> {
  const contest = contestOf(open, request.contest);
  if (!contest.ok) return contest;
  const table = open.tables.get(contest.value.id);
  if (table === undefined) return fail({ code: "export.noTable", context: { contest: contest.value.id } });
  const policy = named("policy", policiesOf(open.election), request.policy ?? "counted");
  if (!policy.ok) return policy;
  const group = request.group === undefined ? succeed(null) : named("group", open.election.groups, request.group);
  if (!group.ok) return group;
  const tree = treeOf(open, request.tree, group.value);
  if (!tree.ok) return tree;
  const level = levelOf(tree.value.treeDefinition, request.level);
  if (!level.ok) return level;
  if (level.value.kind === "place" && tree.value.treeAt > 0)
    return fail({ code: "export.placesOfFirstTree", context: { tree: tree.value.tree.id } });
  if (level.value.kind === "station" && policy.value.figures !== "current")
    return fail({ code: "export.stationsAsRecorded", context: { policy: policy.value.id } });
  return succeed({
    open,
    contest: contest.value,
    table,
    policy: policy.value,
    ...tree.value,
    level: level.value,
    group: group.value,
    provenance: open.election.provenance === "real" && request.drill === true ? "drill" : open.election.provenance,
  });
}

/** Never guesses a contest: a file with the wrong one looks like any other. */
function contestOf(open: OpenEdition, id: string | undefined): Result<Contest> {
  const { contests } = open.election;
  const only = contests[0];
  if (id !== undefined) return named("contest", contests, id);
  if (only !== undefined && contests.length === 1) return succeed(only);
  return fail({ code: "export.chooseContest", context: { known: idsOf(contests) } });
}

function named<T extends { readonly id: string }>(kind: string, list: readonly T[], id: string): Result<T> {
  const found = list.find((each) => each.id === id);
  if (found !== undefined) return succeed(found);
  return fail({ code: "export.unknownName", context: { kind, name: id.slice(0, 80), known: idsOf(list) } });
}

function idsOf(list: readonly { readonly id: string }[]): string {
  return list.map((each) => each.id).join(", ");
}

function treeOf(
  open: OpenEdition,
  id: string | undefined,
  group: AreaGroup | null,
): Result<Pick<Selection, "tree" | "treeAt" | "treeDefinition" | "codes">> {
  const definition = named("tree", open.election.trees, id ?? group?.tree ?? open.election.trees[0]?.id ?? "");
  if (!definition.ok) return definition;
  if (group !== null && group.tree !== definition.value.id)
    return fail({ code: "export.groupOfOtherTree", context: { group: group.id, tree: group.tree } });
  const treeAt = open.roll.trees.findIndex((tree) => tree.id === definition.value.id);
  const tree = open.roll.trees[treeAt];
  if (tree === undefined) return fail({ code: "export.treeNotInRoll", context: { tree: definition.value.id } });
  const codes = definition.value.codes || definition.value.id;
  return succeed({ tree, treeAt, treeDefinition: definition.value, codes });
}

/** A level of the tree goes before the fixed words, should a definition name one `place` or `station`. */
function levelOf(tree: TreeDefinition, id: string | undefined): Result<RowLevel> {
  const ids = [tree.root.level, ...tree.levels.map((level) => level.id)];
  const depth = id === undefined ? ids.length - 1 : ids.indexOf(id);
  if (depth >= 0) return succeed({ kind: "area", id: ids[depth] ?? "", depth });
  if (id === "place") return succeed({ kind: "place", id });
  if (id === "station") return succeed({ kind: "station", id });
  const known = [...ids, "place", "station"].join(", ");
  return fail({ code: "export.unknownName", context: { kind: "level", name: (id ?? "").slice(0, 80), known } });
}
