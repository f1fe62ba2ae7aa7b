/** Texts of corrections, in English, by key (ICU MessageFormat). */
export const correctionEn = {
  "shell.corrections": "Corrections",
  "foot.corrections": "Corrections",
  "correction.told": "Corrected later ({day}):",
  "correction.more":
    "{count, plural, =0 {What was corrected} one {What was corrected, and one more} other {What was corrected, and # more}}",
  "correction.intro":
    "What was found to be wrong after it had been published. Nothing is erased: the old edition stays at its address, with a note.",
  "correction.count":
    "{count, plural, =0 {Nothing has been corrected so far.} one {One correction.} other {# corrections.}}",
  "correction.feed": "Corrections as a feed (Atom)",
  "correction.head": "{day} · {by} · entry {entry, number} corrects entry {of, number}",
  "correction.entry": "Entry {entry, number}",
  "correction.change": "{what}: {to}, before {from}",
  "correction.editions":
    "{count, plural, =0 {No edition shows what was wrong.} one {Edition {numbers} shows what was wrong.} other {Editions {numbers} show what was wrong.}}",
  "correction.notYet": "No edition holds the correction yet.",
  "correction.in": "Corrected from edition {number, number} on",
};
