export { runActa } from "./application.js";
export type { Surroundings } from "./application.js";
