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
