import type { searchEn } from "./search-en.js";

/** Texts of the search in Spanish, by key (ICU MessageFormat). */
export const searchEs: Readonly<Record<keyof typeof searchEn, string>> = {
  "menu.search": "Buscar",
  "search.label": "Distrito, provincia o número de mesa",
  "search.button": "Buscar",
  "search.title": "Buscar un lugar",
  "search.found": "Lugares: {text}",
  "search.none": "No hay ningún ámbito con ese nombre ni mesa con ese número en la edición {number}.",
  "search.station": "Mesa {code}",
  "shell.search": "Buscar un lugar",
};
