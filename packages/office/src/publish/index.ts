export { publishFolder } from "./publish-folder.js";
export type { PublishReport, Publisher } from "./publish-folder.js";
export { publishEn } from "./messages/en.js";
export { publishEs } from "./messages/es.js";
