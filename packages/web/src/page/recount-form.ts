import type { FetchDepth } from "acta/edition";
import type { AddressAnswer, WorkerReply, WorkerRequest } from "../verify/index.js";
import { answerView, failureView } from "./answer-view.js";
import { element } from "./element.js";
import { browserStorage, rememberAnswer, rememberedLedgers } from "./memory.js";
import { progressView } from "./progress-view.js";
import type { Wording } from "./wording.js";

const storage = browserStorage();

/** What a reader has typed and ticked. */
export interface RecountDraft {
  readonly key: string;
  readonly everyFile: boolean;
}

/** The folder that is verified, and the script that does it in a worker: both as whole addresses. */
export interface RecountPlace {
  readonly folder: string;
  readonly worker: string;
}

/** One button that makes everything again, with its progress, and then what was checked and what not. */
export interface RecountForm {
  readonly form: HTMLElement;
  readonly outcome: HTMLElement;
  /** What stands in the form now. */
  readonly draft: () => RecountDraft;
}

/** Makes the form in the language of the wording. */
export function recountForm(wording: Wording, place: RecountPlace, draft: RecountDraft): RecountForm {
  const { say } = wording;
  const key = element("input", {
    id: "key",
    name: "key",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "key-hint",
    value: draft.key,
  });
  const everyFile = element("input", { id: "every-file", type: "checkbox", checked: draft.everyFile });
  const button = element("button", { type: "submit", class: "action" }, say("page.start"));
  const outcome = element("div", { id: "outcome", "aria-live": "polite" });
  const form = element(
    "form",
    { class: "recount-form" },
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
    void verify(wording, place, outcome, { key: key.value, depth }).then(() => {
      button.disabled = false;
      button.textContent = say("page.again");
    });
  });
  return { form, outcome, draft: () => ({ key: key.value, everyFile: everyFile.checked }) };
}

/** Runs one verification in a worker and shows how it goes and how it ends. */
async function verify(
  wording: Wording,
  { folder, worker: script }: RecountPlace,
  outcome: HTMLElement,
  { key, depth }: { readonly key: string; readonly depth: FetchDepth },
): Promise<void> {
  const progress = progressView(wording);
  outcome.replaceChildren(progress.node);
  const started = performance.now();
  const worker = new Worker(script, { type: "module" });
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
