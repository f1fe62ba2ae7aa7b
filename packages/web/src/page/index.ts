import type { FetchDepth } from "acta/edition";
import type { AddressAnswer, WorkerReply, WorkerRequest } from "../verify/index.js";
import { answerView, failureView } from "./answer-view.js";
import { element } from "./element.js";
import { browserStorage, rememberAnswer, rememberedLedgers } from "./memory.js";
import { progressView } from "./progress-view.js";
import { makeWording, preferredLanguage } from "./wording.js";
import type { LanguageCode, Wording } from "./wording.js";

// The page beside a published folder: one button, then what was checked and what not. It lies one folder below `pointer.json`.

const folder = new URL("..", document.baseURI).href;
const storage = browserStorage();

interface Draft {
  readonly key: string;
  readonly everyFile: boolean;
}

/** Shows the page in a language; what was typed stays. */
function showPage(code: LanguageCode, draft: Draft): void {
  const wording = makeWording(code);
  const { say } = wording;
  document.documentElement.lang = code;
  document.title = say("page.title");
  const key = element("input", {
    id: "key",
    name: "key",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "key-hint",
    value: draft.key,
  });
  const everyFile = element("input", { id: "every-file", type: "checkbox", checked: draft.everyFile });
  const button = element("button", { type: "submit" }, say("page.start"));
  const outcome = element("div", { id: "outcome", "aria-live": "polite" });
  const other = element("button", { type: "button", class: "language" }, say("page.language"));
  const form = element(
    "form",
    {},
    element("label", { for: "key" }, say("page.key")),
    key,
    element("p", { class: "quiet", id: "key-hint" }, say("page.keyHint")),
    element("label", { class: "choice", for: "every-file" }, everyFile, say("page.everyFile")),
    button,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    button.disabled = true;
    button.textContent = say("page.running");
    const depth = everyFile.checked ? "all" : "auto";
    void verify(wording, outcome, { key: key.value, depth }).then(() => {
      button.disabled = false;
      button.textContent = say("page.again");
    });
  });
  other.addEventListener("click", () =>
    showPage(code === "es" ? "en" : "es", { key: key.value, everyFile: everyFile.checked }),
  );
  const main = document.querySelector("main");
  main?.replaceChildren(
    element("header", {}, element("span", { class: "name" }, "Acta"), other),
    element("h1", {}, say("page.title")),
    element("p", { class: "lead" }, say("page.lead")),
    element("dl", {}, element("dt", {}, say("page.folder")), element("dd", {}, element("code", {}, folder))),
    form,
    outcome,
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

/** Runs one verification in a worker and shows how it goes and how it ends. */
async function verify(
  wording: Wording,
  outcome: HTMLElement,
  { key, depth }: { readonly key: string; readonly depth: FetchDepth },
): Promise<void> {
  const progress = progressView(wording);
  outcome.replaceChildren(progress.node);
  const started = performance.now();
  const worker = new Worker(new URL("worker.js", document.baseURI), { type: "module" });
  const request: WorkerRequest = { address: folder, key, known: rememberedLedgers(storage), depth };
  const answered = new Promise<HTMLElement>((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerReply>) => {
      if (data.kind === "progress") progress.show(data.progress);
      else if (!data.answer.ok) resolve(failureView(wording, data.answer.problem));
      else resolve(shown(wording, data.answer.value, (performance.now() - started) / 1000));
    });
    worker.addEventListener("error", ({ message }) =>
      resolve(failureView(wording, { code: "web.noAnswer", where: folder, context: { reason: message } })),
    );
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a page speaks to its own worker only
  worker.postMessage(request);
  const view = await answered;
  worker.terminate();
  outcome.replaceChildren(view);
  view.focus();
}

function shown(wording: Wording, answer: AddressAnswer, seconds: number): HTMLElement {
  const remembered = rememberAnswer(storage, answer, new Date());
  return answerView(wording, answer, { seconds, remembered });
}

showPage(preferredLanguage(navigator.languages), { key: "", everyFile: false });
