import type { institutionEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const institutionEs: Readonly<Record<keyof typeof institutionEn, string>> = {
  "outcome.passedThreshold":
    "más de la proporción exigida de la base{open, plural, =0 {} other {, digan lo que digan las actas abiertas}}",
  "outcome.mostVotes": "la mayor votación{open, plural, =0 {} other {, digan lo que digan las actas abiertas}}",
  "outcome.noneCanPass": "ya nadie puede pasar la proporción exigida",
  "outcome.openCouldChange": "solo por los números, las actas no contabilizadas todavía podrían cambiarlo",
  "outcome.openOfUnknownSize": "faltan mesas cuyos electores hábiles no se conocen",
  "outcome.equalVotes": "empate: la regla no dice quién gana",
  "outcome.noMajorityNoRunoff": "nadie tiene la proporción exigida, y la regla no prevé segunda vuelta",
  "outcome.noVotes": "todavía no hay votos contabilizados",
  "outcome.decidedElsewhere": "esta elección se decide por escaños",
  "outcome.wholeContestOnly": "la regla se aplica solo a la elección completa",
};
