import { createRequire } from "node:module";

/** The YAML package, loaded when a definition is read: most commands read a data folder and never need it. */
export function yaml(): typeof import("yaml") {
  const load = createRequire(import.meta.url);
  const loaded: typeof import("yaml") = load("yaml");
  return loaded;
}
