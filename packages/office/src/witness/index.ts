export { addCosignatures } from "./cosignatures.js";
export { witnessLedger } from "./witness-ledger.js";
export type { WitnessAnswer } from "./witness-ledger.js";
export { witnessEn } from "./messages/en.js";
export { witnessEs } from "./messages/es.js";
