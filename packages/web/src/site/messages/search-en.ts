/** Texts of the search in English, by key (ICU MessageFormat). */
export const searchEn = {
  "menu.search": "Search",
  "search.label": "District, province or station number",
  "search.button": "Search",
  "search.title": "Find a place",
  "search.found": "Places: {text}",
  "search.none": "There is no area of that name and no station of that number in edition {number}.",
  "search.station": "Station {code}",
  "shell.search": "Find a place",
};
