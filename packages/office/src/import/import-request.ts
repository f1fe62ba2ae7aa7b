import type { Instant, Problem } from "acta/basics";
import type { RoleSigner } from "acta/signature";
import type { DataFolder } from "../store/index.js";
import type { Delivery } from "./deliveries.js";
import type { LoadedDefinition } from "./load-definition.js";
import type { Matching } from "./match-files.js";
import type { Progress, ReadDelivery } from "./read-delivery.js";

/** What an import needs from outside. */
export interface ImportRequest {
  readonly folder: DataFolder;
  readonly definition: LoadedDefinition;
  readonly matching: Matching;
  /** Overrides the source's clock for all deliveries. */
  readonly asOf: Instant | null;
  /** Our clock. */
  readonly now: () => Instant;
  readonly progress: Progress;
  /** A new ledger is a drill's, whatever the definition says. */
  readonly drill?: boolean;
  /** Who signs what is imported; nobody in a recorder's ledger, which holds the acts of others without their keys. */
  readonly signer?: RoleSigner | null;
  /** Looks at a delivery that was read, before anything of it is staged. @returns why it is not to be recorded; null when it is. */
  readonly hold?: (delivery: Delivery, read: ReadDelivery) => Problem | null;
  /** The state of the count where neither the files nor the definition say it. Without it the state is unknown, never the time of import. */
  readonly otherwiseAsOf?: (delivery: Delivery) => Instant | null;
}

/** True when the ledger that an import begins is a drill's, for ever. */
export function beginsDrill(request: ImportRequest): boolean {
  return request.drill === true || request.definition.election.provenance === "drill";
}
