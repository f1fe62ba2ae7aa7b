export { proveStation } from "./prove-station.js";
export type { ProofPlace, StationProof } from "./prove-station.js";
export { verifyAddress } from "./verify-address.js";
export type { AddressAnswer, KnownLedger, VerifyOptions } from "./verify-address.js";
export { webCrypto } from "./web-crypto.js";
export type { WorkerReply, WorkerRequest } from "./worker-messages.js";
export { webVerifyEn } from "./messages/en.js";
export { webVerifyEs } from "./messages/es.js";
