import type { Answers, ApiProblem } from "./answers.js";
import { QUESTION_PATHS } from "./questions.js";
import type { Questions } from "./questions.js";

/** What a question is answered with: its document, or one coded problem. */
export type ApiAnswer<Name extends keyof Questions> =
  | { readonly ok: true; readonly value: Answers[Name] }
  | { readonly ok: false; readonly problem: ApiProblem };

/** Fetches an address, as `fetch` does. */
export type Fetching = (
  address: string,
  options: { readonly headers: Readonly<Record<string, string>> },
) => Promise<Response>;

/** Asks the API of one server. Caching is the browser's: every answer has its ETag. */
export interface ApiClient {
  readonly ask: <Name extends keyof Questions>(name: Name, asked: Questions[Name]) => Promise<ApiAnswer<Name>>;
}

/**
 * A client of the API at an origin.
 * @param origin with or without a last slash. @param fetching as a rule `fetch`: a network that fails throws there.
 */
export function apiClient(origin: string, fetching: Fetching): ApiClient {
  const root = origin.replace(/\/$/, "");
  return {
    ask: async (name, asked) => {
      const response = await fetching(`${root}${addressOf(name, asked)}`, { headers: { Accept: "application/json" } });
      const document = await documentOf(response);
      if (response.ok && document !== undefined) return { ok: true, value: document };
      return { ok: false, problem: problemOf(document, response.status) };
    },
  };
}

function addressOf<Name extends keyof Questions>(name: Name, asked: Questions[Name]): string {
  const query = new URLSearchParams();
  let path: string = QUESTION_PATHS[name];
  for (const [key, value] of Object.entries(asked)) {
    if (typeof value !== "string") continue;
    const place = `{${key}}`;
    if (path.includes(place)) path = path.replace(place, () => encodeURIComponent(value));
    else query.set(key, value);
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** The body as JSON; undefined when it is none (a proxy's own page). */
async function documentOf(response: Response) {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function problemOf(document: unknown, status: number): ApiProblem {
  const known: Partial<ApiProblem> = typeof document === "object" && document !== null ? document : {};
  const { type = "about:blank", title = "", detail = "", code = "client.unreadable" } = known;
  return { type, title, status, detail, code };
}
