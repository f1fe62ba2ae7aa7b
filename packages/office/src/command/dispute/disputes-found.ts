import type { Policy } from "acta/election";
import type { GateMateriality, MarginPath, Materiality } from "acta/tabulation";
import type { Remedy } from "../desk/known-remedy.js";

/** What `acta disputes` found out. */
export interface Disputes {
  readonly policy: Policy;
  readonly group: string | null;
  readonly among: string | null;
  /** The file that the petitions come from; null when none was given. */
  readonly petitionsFrom: string | null;
  readonly materiality: Materiality;
  /** The condition that falls with the fewest annulments; null when none can fall so. */
  readonly weakest: GateMateriality | null;
  readonly path: MarginPath | null;
  /** What the law knows against a wrong count; null where the record holds no law set. */
  readonly remedy: Remedy | null;
  /** Number of the earlier edition that the path begins at; null without one. */
  readonly since: number | null;
}
