import { parseInstant } from "acta/basics";
import type { Pointer } from "acta/edition";
import type { Language } from "../language/index.js";
import { escapeHtml, refusedPage } from "./problem-answer.js";
import type { PublishedSite } from "./published-site.js";
import { headerOf, headersOf, languageFor, sendBody } from "./reading.js";
import type { Asked, Languages } from "./reading.js";
import { hasAlready } from "./negotiation.js";
import { ServedBody } from "./served-body.js";

// The plain page knows no definition, so it has no zone of its own.
const ZONE = "UTC";

/** Answers with the file of the published folder that the address names. */
export function answerFile(
  asked: Asked,
  site: PublishedSite,
  languages: Languages,
  pointer: () => Pointer | null,
): Response | Promise<Response> {
  const path = pathOf(asked.req.path);
  if (path === null) return refusedPage(asked, languages, { code: "serve.badAddress" });
  const kept = site.kept(path);
  return kept === undefined ? findFile(asked, site, languages, pointer, path) : sendBody(asked, path, kept);
}

async function findFile(
  asked: Asked,
  site: PublishedSite,
  languages: Languages,
  pointer: () => Pointer | null,
  path: string,
): Promise<Response> {
  const found = await site.find(path);
  switch (found.kind) {
    case "file":
      return sendBody(asked, found.path, found.body);
    case "folder":
      return redirect(asked, `${asked.req.path}/`);
    case "large": {
      const headers = { ...headersOf(path, false), ETag: found.etag };
      if (hasAlready(headerOf(asked, "if-none-match"), found.etag)) return new Response(null, { status: 304, headers });
      const sent = { ...headers, "Content-Type": found.type, "Content-Length": String(found.bytes) };
      return new Response(asked.req.method === "HEAD" ? null : found.open(), { headers: sent });
    }
    case "nothing": {
      if (path === "") return sendBody(asked, path, plainPage(languageFor(asked, languages), pointer()));
      return refusedPage(asked, languages, { code: "serve.notFound" });
    }
  }
}

function redirect(asked: Asked, to: string): Response {
  const query = new URL(asked.req.url).search;
  return new Response(null, { status: 308, headers: { ...headersOf("", false), Location: `${to}${query}` } });
}

/** The path below the folder that an address names; null when it cannot be one. */
function pathOf(path: string): string | null {
  if (!path.includes("%")) return path.slice(1);
  try {
    return decodeURIComponent(path).slice(1);
  } catch {
    return null;
  }
}

/** What `/` shows of a folder without pages: its editions, and where they are verified. */
function plainPage(language: Language, pointer: Pointer | null): ServedBody {
  const rows = (pointer?.editions ?? []).map(
    ({ election, number, asOf, root }) =>
      `<li>${escapeHtml(election)} · ${escapeHtml(language.say("serve.edition", { number }))} · ${escapeHtml(language.moment(asOf === null ? null : (parseInstant(asOf) ?? null), ZONE))} · <a href="/data/${root}.json">data/${root.slice(0, 12)}….json</a></li>`,
  );
  const mark = pointer === null || pointer.provenance === "real" ? "" : language.say(`serve.${pointer.provenance}`);
  const title = escapeHtml(language.say("serve.plainTitle", { origin: pointer?.origin ?? "" }));
  const html = `<!doctype html>
<html lang="${language.code}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title>
<h1>${title}</h1>
${mark === "" ? "" : `<p><strong>${escapeHtml(mark)}</strong></p>\n`}<ul>
${rows.join("\n")}
</ul>
<p><a href="/verify/">${escapeHtml(language.say("serve.plainVerify"))}</a> · <a href="/pointer.json">pointer.json</a> · <a href="/api/v1/openapi.json">API</a></p>
</html>
`;
  return new ServedBody(new TextEncoder().encode(html), "text/html; charset=utf-8", false);
}
