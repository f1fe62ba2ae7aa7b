import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { render } from "preact";
import { contestHomes } from "./contest-home.js";
import { openPage } from "./open-page.js";
import { PageBody } from "./page-frame.js";
import { pageKindOf } from "./page-kinds.js";
import { PublishedData } from "./published-data.js";
import { makeSortable } from "./table-sort.js";
import { LANGUAGES, makeWording } from "./wording.js";
import type { Wording } from "./wording.js";

/** Makes the page again from published data: another edition of it, or the page that its address asks for. */
export async function showPage(body: HTMLElement, kindId: string, asked: URLSearchParams): Promise<void> {
  const language = LANGUAGES.find((code) => code === document.documentElement.lang) ?? "es";
  const wording = makeWording(language);
  document.getElementById("waiting")?.removeAttribute("hidden");
  const shown = await tryShow(body, kindId, asked, wording);
  if (shown.ok) {
    document.documentElement.dataset["alive"] = "";
    return;
  }
  const main = document.querySelector("main");
  const told = document.createElement("p");
  told.className = "notice problem";
  told.setAttribute("role", "alert");
  told.textContent = wording.problem(shown.problem);
  document.getElementById("waiting")?.remove();
  main?.querySelector(".problem")?.remove();
  main?.prepend(told);
}

async function tryShow(
  body: HTMLElement,
  kindId: string,
  asked: URLSearchParams,
  wording: Wording,
): Promise<Result<null>> {
  const { root = "", home: at = "0", code, shell } = body.dataset;
  const kind = pageKindOf(kindId);
  const data = await PublishedData.open((path) => fetched(new URL(`${root}${path}`, document.baseURI).href, path));
  if (kind === undefined) return fail({ code: "site.noPage" });
  if (!data.ok) return data;
  const homes = await contestHomes(data.value, async () => succeed(null));
  if (!homes.ok) return homes;
  const home = homes.value[Number(at)];
  if (home === undefined) return fail({ code: "site.noElection" });
  const query = Object.fromEntries(asked);
  const context = await openPage({
    data: data.value,
    wording,
    homes: homes.value,
    home,
    root,
    query: code === undefined ? query : { ...query, code },
  });
  if (!context.ok) return context;
  const page = await kind.load(context.value);
  if (!page.ok) return page;
  const address = { path: shell ?? pathOf(root), query };
  document.title = page.value.title;
  body.replaceChildren();
  render(<PageBody context={context.value} kind={kind.id} address={address} page={page.value} />, body);
  makeSortable(body);
  // What the address points at was not there when the browser looked for it.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
  return succeed(null);
}

/** Path of this page under the folder of its language. */
function pathOf(root: string): string {
  const folder = new URL(root === "" ? "." : root, document.baseURI).pathname;
  const path = location.pathname.slice(folder.length);
  const inLanguage = LANGUAGES.find((code) => code !== "es" && path.startsWith(`${code}/`));
  return inLanguage === undefined ? path : path.slice(inLanguage.length + 1);
}

/** The pointer changes in place and is never taken from a cache; all else is named by its hash or signed with the edition. */
async function fetched(address: string, path: string): Promise<Uint8Array | null> {
  try {
    const answer = await fetch(address, path === "pointer.json" ? { cache: "no-cache" } : {});
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    // No network: the same as not there, and the page says which file.
    return null;
  }
}
