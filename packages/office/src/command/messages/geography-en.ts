/** Texts of `acta geography` in English, by key (ICU MessageFormat). */
export const geographyCommandEn = {
  "argument.geographyFile": "a file that the definition names (outlines, points or codes), known by its SHA-256",
  "geography.brief": "Keeps the outlines from which the maps of the site are drawn",
  "geography.full":
    "Without files it says which ones the definitions name and which are here. Files are known by their SHA-256, whatever they are called; --fetch gets those that have a public address. Nothing that is counted depends on them: where one is missing, the pages show squares and tables.",
  "geography.file":
    "{election}: {name}, {state, select, here {here} address {not here: --fetch gets it} noAddress {not here, and without a public address: give its path} other {{state}}}",
  "geography.none": "No definition in this folder names a geography: the pages show squares and tables.",
  "geography.sum":
    "{missing, plural, =0 {All {count, number} files are here: the next acta publish --data {data} draws the maps from them.} one {One of {count, number} files is missing: its level is drawn as squares.} other {# of {count, number} files are missing: their levels are drawn as squares.}}",
  "publish.map":
    "Map of {election}: {drawn, number} of {areas, number} areas of the level {level} drawn{apart, plural, =0 {} other {, # beside it}}.",
};
