export { publishFolder } from "./publish-folder.js";
export type { PublishReport, PublishRequest } from "./publish-folder.js";
export type { WrittenCount } from "./published-writer.js";
export { publishEn } from "./messages/en.js";
export { publishEs } from "./messages/es.js";
