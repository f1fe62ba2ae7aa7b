export { ed25519, sha256 } from "./ed25519.js";
export { makeKey, readKey } from "./key-file.js";
export type { PrivateKey } from "./key-file.js";
export { makeNamedKey, publicHalfPath, readNamedKey, witnessSigner } from "./named-key.js";
export type { NamedKey } from "./named-key.js";
export { checkpointSigner } from "./recorder-key.js";
export { keysEn } from "./messages/en.js";
export { keysEs } from "./messages/es.js";
