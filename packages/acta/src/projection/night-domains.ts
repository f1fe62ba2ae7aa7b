import type { Night } from "./night.js";

/** Nodes of the domains; the root alone, where the definition names none. */
export function domainsOf(night: Night): readonly number[] {
  if (night.topLevel < 2) return [0];
  const nodes: number[] = [];
  night.tree.parent.forEach((parent, node) => void (parent === 0 && nodes.push(node)));
  return nodes;
}

/** The domain of every node; the root stands for the whole where there are no domains. */
export function domainOfNodes({ tree, topLevel }: Night): Uint32Array {
  const domain = new Uint32Array(tree.parent.length);
  if (topLevel < 2) return domain;
  for (let node = 1; node < domain.length; node++)
    domain[node] = (tree.level[node] ?? 0) <= 1 ? node : (domain[tree.parent[node] ?? 0] ?? 0);
  return domain;
}

/** By node, the one of this level that it lies in (or itself, higher up), and which of them has the most voters. */
export function largestAt(night: Night, wanted: number): { readonly above: Int32Array; readonly largest: number } {
  const { parent, level } = night.tree;
  const above = parent.map((_, node) => {
    let at = node;
    while ((level[at] ?? 0) > wanted) at = parent[at] ?? 0;
    return at;
  });
  const voters = new Float64Array(parent.length);
  for (let unit = 0; unit < night.size; unit++) {
    const at = above[night.leaf[unit] ?? 0] ?? 0;
    voters[at] = (voters[at] ?? 0) + (night.registered[unit] ?? 0);
  }
  let largest = 0;
  voters.forEach((sum, at) => {
    if (sum > (voters[largest] ?? 0)) largest = at;
  });
  return { above, largest };
}
