export { addressReader } from "./address-reader.js";
export { folderReader } from "./folder-reader.js";
export { configFolder } from "./known-ledgers.js";
export { verifyPublished } from "./verify-published.js";
export type { VerifyAnswer } from "./verify-published.js";
export { verifyEn } from "./messages/en.js";
export { verifyEs } from "./messages/es.js";
