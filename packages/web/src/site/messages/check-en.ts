/** Texts of the page on which everything is checked in English, by key (ICU MessageFormat). */
export const checkEn = {
  "menu.check": "Verify",
  "shell.check": "Check it yourself",
  "check.title": "Check it yourself",
  "check.lead":
    "Nothing here has to be believed: every figure can be made again from the published sheets, on your own device.",
  "check.recount": "In this browser",
  "check.recountText":
    "One button fetches all entries of the record, makes every sum and every file again, and says what it has checked and what not. It takes some seconds for a country.",
  "check.command": "On the command line",
  "check.commandText":
    "With Acta installed from elsewhere (Node 20 or later). The first line checks everything, edition {number, number} and all others; the second makes the proof of one station from a few files; the third checks it with the key and nothing else.",
  "check.key":
    "The key is the one that this folder names. Whoever controls the folder could have changed it: compare it with the one that its publisher gives by another way.",
  "check.downloads": "The data themselves",
  "check.downloadsText":
    "Of edition {edition, number}, as counted. Their hashes stand on the signed list, and the button above compares what it fetches with it.",
  "check.noDownloads": "This folder holds no files to download; acta export makes them from the record.",
  "check.stations": "{rows, number} polling stations, one row each: what is written, state, place",
  "check.areas": "{rows, number} areas of the lowest level, one row each: results, turnout, stations",
  "check.size": "{kilobytes, number} kB",
};
