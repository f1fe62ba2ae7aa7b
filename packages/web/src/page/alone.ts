import { element } from "./element.js";
import { recountForm } from "./recount-form.js";
import type { RecountDraft } from "./recount-form.js";
import { makeWording, preferredLanguage } from "./wording.js";
import type { LanguageCode, Wording } from "./wording.js";

// The page beside a published folder: one button, then what was checked and what not. It lies one folder below `pointer.json`, and stands alone: a
// folder without pages for readers has it too.

const folder = new URL("..", document.baseURI).href;
const worker = new URL("worker.js", document.baseURI).href;

/** Shows the page in a language; what was typed stays. */
function showPage(code: LanguageCode, draft: RecountDraft): void {
  const wording = makeWording(code);
  const { say } = wording;
  document.documentElement.lang = code;
  document.title = say("page.title");
  const recount = recountForm(wording, { folder, worker }, draft);
  const other = element("button", { type: "button", class: "language" }, say("page.language"));
  other.addEventListener("click", () => showPage(code === "es" ? "en" : "es", recount.draft()));
  const main = document.querySelector("main");
  main?.replaceChildren(
    element("header", {}, element("span", { class: "name" }, "Acta"), other),
    element("h1", {}, say("page.title")),
    element("p", { class: "lead" }, say("page.lead")),
    element("dl", {}, element("dt", {}, say("page.folder")), element("dd", {}, element("code", {}, folder))),
    recount.form,
    recount.outcome,
    command(wording),
  );
}

function command({ say }: Wording): HTMLElement {
  return element(
    "section",
    { class: "command" },
    element("h3", {}, say("command.title")),
    element("p", {}, say("command.text")),
    element("pre", { tabindex: "0" }, element("code", {}, `npx acta verify ${folder} --trust ${say("command.key")}`)),
  );
}

showPage(preferredLanguage(navigator.languages), { key: "", everyFile: false });
