export { apiClient } from "./api-client.js";
export type { ApiAnswer, ApiClient, Fetching } from "./api-client.js";
export type { Answers, ApiProblem } from "./answers.js";
export type { Questions } from "./questions.js";
