import { electionEn, electionEs } from "acta/election";
import { institutionEn, institutionEs } from "acta/institution";
import { recordEn, recordEs } from "acta/record";
import { sheetEn, sheetEs } from "acta/sheet";
import { signatureEn, signatureEs } from "acta/signature";
import type { SheetMessages } from "acta/sheet";
import { keysEn, keysEs } from "../keys/index.js";
import type { LanguageCode, Messages } from "../language/index.js";
import { storeEn, storeEs } from "../store/index.js";
import { actsEn } from "./messages/acts-en.js";
import { actsEs } from "./messages/acts-es.js";
import { claimsEn } from "./messages/claims-en.js";
import { claimsEs } from "./messages/claims-es.js";
import { disputesEn } from "./messages/disputes-en.js";
import { disputesEs } from "./messages/disputes-es.js";
import { commandEn } from "./messages/en.js";
import { commandEs } from "./messages/es.js";
import { geographyCommandEn } from "./messages/geography-en.js";
import { holdEn } from "./messages/hold-en.js";
import { holdEs } from "./messages/hold-es.js";
import { institutionCommandEn } from "./messages/institution-en.js";
import { geographyCommandEs } from "./messages/geography-es.js";
import { institutionCommandEs } from "./messages/institution-es.js";
import { joinEn } from "./messages/join-en.js";
import { joinEs } from "./messages/join-es.js";
import { backtestEn } from "./messages/backtest-en.js";
import { projectEn } from "./messages/project-en.js";
import { backtestEs } from "./messages/backtest-es.js";
import { projectEs } from "./messages/project-es.js";
import { rulingEn } from "./messages/ruling-en.js";
import { rulingEs } from "./messages/ruling-es.js";
import { procedureCommandEn } from "./messages/procedure-en.js";
import { procedureCommandEs } from "./messages/procedure-es.js";
import { petitionEn } from "./messages/petition-en.js";
import { samplingCommandEn } from "./messages/sampling-en.js";
import { serveCommandEn } from "./messages/serve-en.js";
import { samplingCommandEs } from "./messages/sampling-es.js";
import { serveCommandEs } from "./messages/serve-es.js";
import { replayEn } from "./messages/replay-en.js";
import { replayEs } from "./messages/replay-es.js";
import { totalsEn } from "./messages/totals-en.js";
import { trustEn } from "./messages/trust-en.js";
import { petitionEs } from "./messages/petition-es.js";
import { totalsEs } from "./messages/totals-es.js";
import { trustEs } from "./messages/trust-es.js";

/**
 * The texts that every command needs, in one language; commands that enter further rooms teach theirs (`Language.learn`). A third
 * language is a further file in each room and a line here.
 */
export function catalogOf(code: LanguageCode): Messages {
  switch (code) {
    case "es":
      return {
        ...electionEs,
        ...recordEs,
        ...signatureEs,
        ...institutionEs,
        ...keysEs,
        ...storeEs,
        ...findingTexts(sheetEs),
        ...commandEs,
        ...disputesEs,
        ...actsEs,
        ...claimsEs,
        ...rulingEs,
        ...geographyCommandEs,
        ...holdEs,
        ...institutionCommandEs,
        ...joinEs,
        ...petitionEs,
        ...procedureCommandEs,
        ...samplingCommandEs,
        ...backtestEs,
        ...projectEs,
        ...totalsEs,
        ...replayEs,
        ...serveCommandEs,
        ...trustEs,
      };
    case "en":
      return {
        ...electionEn,
        ...recordEn,
        ...signatureEn,
        ...institutionEn,
        ...keysEn,
        ...storeEn,
        ...findingTexts(sheetEn),
        ...commandEn,
        ...disputesEn,
        ...actsEn,
        ...claimsEn,
        ...rulingEn,
        ...geographyCommandEn,
        ...holdEn,
        ...institutionCommandEn,
        ...joinEn,
        ...petitionEn,
        ...procedureCommandEn,
        ...samplingCommandEn,
        ...backtestEn,
        ...projectEn,
        ...totalsEn,
        ...replayEn,
        ...serveCommandEn,
        ...trustEn,
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
