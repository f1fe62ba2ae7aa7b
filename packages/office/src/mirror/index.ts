export { mirrorOrigin } from "./mirror-origin.js";
export type { MirrorAnswer } from "./mirror-origin.js";
export { mirrorEn } from "./messages/en.js";
export { mirrorEs } from "./messages/es.js";
