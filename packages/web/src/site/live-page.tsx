import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { render } from "preact";
import type { ComponentChild } from "preact";
import { contestHomes } from "./contest-home.js";
import type { ContestHome } from "./contest-home.js";
import { readPublished } from "./early-reads.js";
import { openPage } from "./open-page.js";
import { PageBody } from "./page-frame.js";
import { pageKindOf } from "./page-kinds.js";
import type { PageContext } from "./page-kind.js";
import { pageWordsForm, pageWordsPath } from "./page-words.js";
import { PublishedData, readJson } from "./published-data.js";
import type { ReadPublished } from "./published-data.js";
import { keepingReader } from "./reader-state.js";
import { enhance } from "./page-enhancement.js";
import { FIRST_LANGUAGE, LANGUAGES, makeWording } from "./wording.js";
import type { LanguageCode, Wording } from "./wording.js";

/** Makes the page from published data: another edition of it, or what its address asks for. Says in one sentence why where that cannot be. */
export async function showPage(body: HTMLElement, kind: string, asked: URLSearchParams): Promise<void> {
  document.getElementById("waiting")?.removeAttribute("hidden");
  const made = await makePage(body, kind, asked);
  if (!made.ok) return await tellProblem(body, kind, made.problem);
  body.replaceChildren();
  writePage(body, made.value);
  enhance(body);
  // What the address points at was not there when the browser looked for it.
  showTarget();
}

/**
 * Makes the page again in place, from what is newest: each figure changes where it stands, when all new ones are there.
 * @returns false when they could not be had: the page stays as it is.
 */
export async function renewPage(body: HTMLElement, kind: string, asked: URLSearchParams): Promise<boolean> {
  if (body.dataset["edition"] === undefined && body.dataset["shell"] === undefined) {
    // Written before there was any edition: the page that there is now was published with the first.
    location.reload();
    return true;
  }
  const made = await makePage(body, kind, asked);
  if (!made.ok) return false;
  document.querySelector(".problem")?.remove();
  keepingReader(body, () => writePage(body, made.value));
  return true;
}

/** Pages are asked for faster than they come when somebody drags along a timeline: only the last one is shown. */
let lastTurn = 0;

/** Turns the page to another edition (null: the newest), in place. The address goes with it, so that it can be shared and every link keeps it. */
async function turnTo(body: HTMLElement, kind: string, edition: number | null): Promise<void> {
  const own = ++lastTurn;
  const asked = new URLSearchParams(location.search);
  if (edition === null) asked.delete("edition");
  else asked.set("edition", String(edition));
  const made = await makePage(body, kind, asked);
  if (own !== lastTurn) return;
  if (!made.ok) return await tellProblem(body, kind, made.problem);
  const query = asked.toString();
  history.replaceState(null, "", `${location.pathname}${query === "" ? "" : `?${query}`}`);
  document.querySelector(".problem")?.remove();
  keepingReader(body, () => writePage(body, made.value));
}

function languageHere(): LanguageCode {
  return LANGUAGES.find((code) => code === document.documentElement.lang) ?? FIRST_LANGUAGE;
}

/** The words of a kind of page: fetched once, they are the same for every edition. */
const wordings = new Map<string, Promise<Result<Wording>>>();

function wordingOf(kind: string, read: ReadPublished): Promise<Result<Wording>> {
  const known = wordings.get(kind) ?? loadWording(kind, read);
  wordings.set(kind, known);
  return known;
}

async function loadWording(kind: string, read: ReadPublished): Promise<Result<Wording>> {
  const code = languageHere();
  const words = await readJson(read, pageWordsPath(code, kind), pageWordsForm);
  // Another time they may come.
  if (!words.ok) wordings.delete(kind);
  return words.ok ? succeed(makeWording(code, words.value.texts)) : words;
}

/** Says in one sentence why there is no page; in the one that the page brought along where its words have not come. */
async function tellProblem(body: HTMLElement, kind: string, problem: Problem): Promise<void> {
  const wording = await wordingOf(kind, readerFrom(body));
  const waiting = document.getElementById("waiting");
  const sentence = wording.ok ? wording.value.problem(problem) : (waiting?.dataset["failed"] ?? problem.code);
  const main = document.querySelector("main");
  const told = document.createElement("p");
  told.className = "notice problem";
  told.setAttribute("role", "alert");
  told.textContent = sentence;
  waiting?.remove();
  main?.querySelector(".problem")?.remove();
  main?.prepend(told);
}

interface MadePage {
  readonly title: string;
  readonly content: ComponentChild;
  readonly context: PageContext;
}

async function makePage(body: HTMLElement, kindId: string, asked: URLSearchParams): Promise<Result<MadePage>> {
  const { root = "", code, shell } = body.dataset;
  const kind = pageKindOf(kindId);
  const read = readerFrom(body);
  const [data, words] = await Promise.all([PublishedData.open(read), wordingOf(kindId, read)]);
  if (!words.ok) return words;
  const wording = words.value;
  if (kind === undefined) return fail({ code: "site.noPage" });
  if (!data.ok) return data;
  const homes = await contestHomes(data.value, async () => succeed(null));
  if (!homes.ok) return homes;
  const home = homeOf(homes.value, body, shell !== undefined);
  if (home === undefined) return fail({ code: "site.noElection" });
  const query = Object.fromEntries(asked);
  const turn = async (edition: number | null): Promise<void> => await turnTo(body, kindId, edition);
  const given = { data: data.value, wording, homes: homes.value, home, root, turn };
  const context = await openPage({ ...given, query: code === undefined ? query : { ...query, code } });
  if (!context.ok) return context;
  const page = await kind.load(context.value);
  if (!page.ok) return page;
  const address = { path: shell ?? pathOf(root), query };
  const content = <PageBody context={context.value} kind={kind.id} address={address} page={page.value} />;
  return succeed({ title: page.value.title, content, context: context.value });
}

/** The contest that a page was written for; one that reads its address belongs to whichever comes first by now. */
function homeOf(
  homes: readonly ContestHome[],
  { dataset }: HTMLElement,
  readsAddress: boolean,
): ContestHome | undefined {
  if (readsAddress) return homes[0];
  const { election, contest } = dataset;
  return homes.find(({ words, contest: each }) => words.id === election && each.id === contest);
}

function writePage(body: HTMLElement, { title, content, context }: MadePage): void {
  document.title = title;
  render(content, body);
  // What the page now shows, for whoever looks whether there is something newer.
  body.dataset["election"] = context.home.words.id;
  body.dataset["contest"] = context.home.contest.id;
  body.dataset["edition"] = context.edition.root;
  body.dataset["corrections"] = context.data.head.corrections ?? "";
  document.documentElement.dataset["alive"] = "";
}

/** The browser marks what an address points at only when it goes there. */
function showTarget(): void {
  const { hash } = location;
  if (document.getElementById(hash.slice(1)) !== null) location.replace(hash);
}

/** Path of this page under the folder of its language. */
function pathOf(root: string): string {
  const folder = new URL(root === "" ? "." : root, document.baseURI).pathname;
  const path = location.pathname.slice(folder.length);
  const inLanguage = LANGUAGES.find((code) => code !== FIRST_LANGUAGE && path.startsWith(`${code}/`));
  return inLanguage === undefined ? path : path.slice(inLanguage.length + 1);
}

/** Reads from the folder in which a page stands. */
function readerFrom({ dataset: { root = "" } }: HTMLElement): ReadPublished {
  return (path) => readPublished(root, path);
}
