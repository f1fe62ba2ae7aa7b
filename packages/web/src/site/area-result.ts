import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { PointedEdition } from "acta/edition";
import { childrenOf } from "./area-children.js";
import type { PageContext } from "./page-kind.js";
import type { AreaFigures, AreaFile, EditionFile } from "./published-forms.js";

/** The policy of the headline figures: what the authority has counted. */
const HEADLINE_POLICY = "counted";

/** The policy that an address asks for. */
export function policyOf({ query }: PageContext): string {
  return query["policy"] ?? HEADLINE_POLICY;
}

/**
 * The figures of a file, the headline ones unless another policy is named. Problems: `site.noPolicy` for one that it does not know, `site.noFigures` where
 * there are no headline figures.
 */
export function figuresOf(
  file: { readonly results: readonly AreaFigures[] },
  policy: string = HEADLINE_POLICY,
): Result<AreaFigures> {
  const figures = file.results.find(({ policies }) => policies.includes(policy));
  if (figures !== undefined) return succeed(figures);
  if (policy === HEADLINE_POLICY) return fail({ code: "site.noFigures" });
  const known = file.results.flatMap(({ policies }) => policies).join(", ");
  return fail({ code: "site.noPolicy", context: { policy: policy.slice(0, 40), known } });
}

/** The options of a result, the most votes first; the order of the ballot breaks ties. */
export function inOrder(figures: AreaFigures): AreaFigures["options"] {
  return figures.options.toSorted((a, b) => b.votes - a.votes);
}

/** The file of the whole contest in an edition. */
export async function wholeOf(context: PageContext, edition: PointedEdition): Promise<Result<AreaFile>> {
  const file = await context.data.edition(edition.root);
  if (!file.ok) return file;
  const root = contestIn(file.value, context.home.contest.id)?.trees[0]?.root;
  return root === undefined ? fail({ code: "site.noContest" }) : context.data.area(root);
}

/** A contest as an edition holds it. */
export function contestIn(edition: EditionFile, contest: string): EditionFile["contests"][number] | undefined {
  return edition.contests.find((each) => each.contest === contest);
}

/**
 * Finds an area of the first tree in an edition by its code, from the root down. Codes mostly begin with that of the area that they lie in:
 * those are looked into first, and all others only when none of them leads there.
 * @returns null when the edition has none; a place is found as the hash of its file.
 */
export async function findArea(
  context: PageContext,
  edition: PointedEdition,
  code: string,
): Promise<Result<FoundArea | null>> {
  const whole = await wholeOf(context, edition);
  if (!whole.ok) return whole;
  if (whole.value.area.code === code) return succeed({ kind: "area", file: whole.value });
  return await findBelow(context, whole.value, code);
}

/** An area with its file, or a place by the hash of its own. */
export type FoundArea =
  | { readonly kind: "area"; readonly file: AreaFile }
  | { readonly kind: "place"; readonly hash: string };

async function findBelow(context: PageContext, parent: AreaFile, code: string): Promise<Result<FoundArea | null>> {
  const children = await childrenOf(context.data, parent);
  if (!children.ok) return children;
  const isLeaf = parent.area.level === context.home.words.trees[0]?.levels.at(-1)?.id;
  const found = children.value.find((child) => child.code === code);
  if (found !== undefined) {
    if (isLeaf) return succeed({ kind: "place", hash: found.file });
    const file = await context.data.area(found.file);
    return file.ok ? succeed({ kind: "area", file: file.value }) : file;
  }
  if (isLeaf) return succeed(null);
  const likely = children.value.filter((child) => code.startsWith(child.code));
  const others = children.value.filter((child) => !code.startsWith(child.code));
  for (const child of likely.length > 0 ? likely : others) {
    const file = await context.data.area(child.file);
    if (!file.ok) return file;
    const below = await findBelow(context, file.value, code);
    if (!below.ok || below.value !== null) return below;
  }
  return succeed(null);
}
