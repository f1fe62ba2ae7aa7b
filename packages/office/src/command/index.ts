export { runActa } from "./application.js";
