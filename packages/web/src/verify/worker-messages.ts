import type { Result } from "acta/basics";
import type { FetchDepth, FetchProgress } from "acta/edition";
import type { AddressAnswer, KnownLedger } from "./verify-address.js";

/** What a page asks its worker: one verification. */
export interface WorkerRequest {
  readonly address: string;
  readonly key: string;
  readonly known: Readonly<Record<string, KnownLedger>>;
  readonly depth: FetchDepth;
}

/** What the worker says: how far it is, and at last what it has found. */
export type WorkerReply =
  | { readonly kind: "progress"; readonly progress: FetchProgress }
  | { readonly kind: "answer"; readonly answer: Result<AddressAnswer> };
