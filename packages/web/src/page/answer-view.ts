import type { Problem } from "acta/basics";
import type { AddressAnswer } from "../verify/index.js";
import { element } from "./element.js";
import type { Wording } from "./wording.js";

/** What the answer's words depend on besides the answer. */
export interface AnswerFacts {
  readonly seconds: number;
  /** The browser keeps key and checkpoint from now on. */
  readonly remembered: boolean;
}

const MOST_SHOWN = 100;

/** What was found, from the verdict down to what nobody can check here. */
export function answerView(wording: Wording, answer: AddressAnswer, facts: AnswerFacts): HTMLElement {
  const sound = answer.differences.length === 0;
  return element(
    "section",
    { class: sound ? "answer sound" : "answer differs", id: "answer", tabindex: "-1" },
    ...verdict(wording, answer, facts),
    ...(sound ? [] : [differences(wording, answer.differences)]),
    signer(wording, answer, facts),
    ...(sound ? [checked(wording, answer)] : []),
    unchecked(wording, answer),
  );
}

/** One sentence for what went wrong before anything could be said about the folder. */
export function failureView(wording: Wording, problem: Problem): HTMLElement {
  return element(
    "section",
    { class: "answer failed", id: "answer", tabindex: "-1" },
    element("h2", {}, wording.say("answer.failed")),
    element("p", {}, `${problem.where === undefined ? "" : `${problem.where}: `}${wording.problem(problem)}`),
  );
}

function verdict({ say }: Wording, answer: AddressAnswer, { seconds }: AnswerFacts): readonly HTMLElement[] {
  const count = answer.differences.length;
  const made = answer.provenance === "synthetic" || answer.provenance === "drill" ? answer.provenance : null;
  return [
    ...(made === null ? [] : [element("p", { class: "made-up" }, say(`answer.${made}`))]),
    element("h2", {}, say(count === 0 ? "answer.sound" : "answer.differs")),
    element(
      "p",
      { class: "verdict" },
      count === 0 ? say("answer.soundFull", { size: answer.size }) : say("answer.differsFull", { count }),
    ),
    element("p", { class: "quiet" }, say("answer.seconds", { seconds })),
  ];
}

function differences(wording: Wording, all: readonly Problem[]): HTMLElement {
  const { say, problem } = wording;
  const rows = all
    .slice(0, MOST_SHOWN)
    .map((each) => element("li", {}, element("span", {}, problem(each)), element("code", {}, each.where ?? "")));
  const more = all.length - MOST_SHOWN;
  return element(
    "section",
    {},
    element("h3", {}, say("differences.title")),
    element("ul", { class: "differences" }, ...rows),
    ...(more > 0 ? [element("p", {}, say("differences.more", { count: more }))] : []),
  );
}

function signer({ say, day }: Wording, answer: AddressAnswer, { remembered }: AnswerFacts): HTMLElement {
  const { known, trust, differences: found } = answer;
  const unknown = found.length > 0 ? "unknownBad" : remembered ? "unknown" : "unknownUnkept";
  const who = trust === "given" ? "given" : trust === "pinned" ? "pinned" : unknown;
  const since = day(known?.seenAt ?? "");
  // The second line of a checkpoint is its size (C2SP tlog-checkpoint).
  const seen = Number(known?.checkpoint.split("\n")[1] ?? "0");
  const rollback =
    known === null
      ? say("signer.noRollback")
      : found.length > 0
        ? ""
        : say("signer.rollback", { size: seen, day: since });
  return element(
    "section",
    {},
    element("h3", {}, say("signer.title")),
    element("p", {}, say(`signer.${who}`, { day: since })),
    ...(answer.key === "" ? [] : [element("code", { class: "key" }, answer.key)]),
    ...(rollback === "" ? [] : [element("p", {}, rollback)]),
    ...(answer.mode === "reported" ? [element("p", {}, say("signer.reported"))] : []),
    ...(answer.mode === "ofRecord" ? [element("p", {}, say("signer.ofRecord"))] : []),
  );
}

function checked({ say, code }: Wording, answer: AddressAnswer): HTMLElement {
  const numbers = new Intl.NumberFormat(code === "es" ? "es-PE" : "en-US");
  const rows: readonly (readonly [string, number])[] = [
    ["entries", answer.size],
    ["editions", answer.editions.length],
    ["bytes", answer.recomputed - answer.byHash],
    ["hashes", answer.byHash],
    ["listed", answer.onlyListed],
    ["notFetched", answer.notFetched],
  ];
  return element(
    "section",
    {},
    element("h3", {}, say("checked.title")),
    element(
      "table",
      { class: "checked" },
      element(
        "tbody",
        {},
        ...rows
          .filter(([, count]) => count > 0)
          .map(([key, count]) =>
            element(
              "tr",
              {},
              element("td", {}, numbers.format(count)),
              element("th", { scope: "row" }, say(`checked.${key}`, { count })),
            ),
          ),
      ),
    ),
  );
}

function unchecked({ say }: Wording, { mode, byHash }: AddressAnswer): HTMLElement {
  const lines = [...(byHash > 0 ? ["files"] : []), "doors", ...(mode === "reported" ? ["complete"] : []), "page"];
  return element(
    "section",
    {},
    element("h3", {}, say("unchecked.title")),
    element("ul", { class: "lines" }, ...lines.map((line) => element("li", {}, say(`unchecked.${line}`)))),
  );
}
