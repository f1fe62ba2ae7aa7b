export { serveFolder, SERVE_LIMITS } from "./web-server.js";
export type { RunningServer, ServeLimits, ServeRequest } from "./web-server.js";
export type { AnswerDesk } from "./api-routes.js";
export type { ParametersOf } from "./api-question.js";
export { serveEn } from "./messages/en.js";
export { serveEs } from "./messages/es.js";
