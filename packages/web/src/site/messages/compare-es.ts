import type { compareEn } from "./compare-en.js";

/** Texts of comparing options and elections in Spanish, by key (ICU MessageFormat). */
export const compareEs: Readonly<Record<keyof typeof compareEn, string>> = {
  "menu.compare": "Comparar",
  "site.otherCodes": "Esas dos elecciones usan códigos de ámbitos distintos: no se pueden comparar lugar por lugar.",
  "compare.title": "{here} frente a {there}",
  "compare.caption":
    "Porcentaje de los votos válidos contabilizados de cada elección, y la diferencia en puntos; edición {number}",
  "compare.difference": "Diferencia",
  "compare.here": "Opción",
  "compare.with": "Frente a",
  "compare.there": "Opción de esa elección",
  "compare.button": "Comparar",
  "compare.link": "Comparar dos opciones o dos elecciones",
  "shell.compare": "Comparar",
};
