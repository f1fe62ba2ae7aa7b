import { electionEn, electionEs } from "acta/election";
import { institutionEn, institutionEs } from "acta/institution";
import { recordEn, recordEs } from "acta/record";
import { sheetEn, sheetEs } from "acta/sheet";
import type { SheetMessages } from "acta/sheet";
import { simulationMessagesEn, simulationMessagesEs } from "acta/simulation";
import { filesEn, filesEs } from "../files/index.js";
import { importEn, importEs } from "../import/index.js";
import type { LanguageCode, Messages } from "../language/index.js";
import { storeEn, storeEs } from "../store/index.js";
import { commandEn } from "./messages/en.js";
import { commandEs } from "./messages/es.js";

/** All texts of one language: each room brings its own. A third language is a further file in each room and a line here. */
export function catalogOf(code: LanguageCode): Messages {
  switch (code) {
    case "es":
      return {
        ...electionEs,
        ...recordEs,
        ...institutionEs,
        ...simulationMessagesEs,
        ...filesEs,
        ...storeEs,
        ...importEs,
        ...findingTexts(sheetEs),
        ...commandEs,
      };
    case "en":
      return {
        ...electionEn,
        ...recordEn,
        ...institutionEn,
        ...simulationMessagesEn,
        ...filesEn,
        ...storeEn,
        ...importEn,
        ...findingTexts(sheetEn),
        ...commandEn,
      };
  }
}

/** Findings by `finding.CODE.title`, `.rule` and `.advice`. */
function findingTexts(messages: SheetMessages): Messages {
  const texts: Record<string, string> = {};
  for (const [code, message] of Object.entries(messages.findings)) {
    texts[`finding.${code}.title`] = message.title;
    texts[`finding.${code}.rule`] = message.rule;
    texts[`finding.${code}.advice`] = message.advice;
  }
  return texts;
}
