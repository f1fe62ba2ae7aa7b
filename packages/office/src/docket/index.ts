export { docketActs, noPetitions } from "./docket-acts.js";

export { writeHearings } from "./hearing-calendar.js";
export { writeDocket } from "./write-docket.js";
export { readDocket } from "./read-docket.js";
export type { ReadDocket } from "./read-docket.js";
export { docketEn } from "./messages/en.js";
export { docketEs } from "./messages/es.js";
