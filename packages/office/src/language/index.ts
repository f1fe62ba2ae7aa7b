export { instantAt, momentOf, zoneHere } from "./civil-time.js";
export { languageCode, makeLanguage } from "./language.js";
export type { Language, LanguageCode, MessageValues, Messages } from "./language.js";
export { drawTable } from "./table.js";
export type { Column } from "./table.js";
