/** Texts of comparing options and elections in English, by key (ICU MessageFormat). */
export const compareEn = {
  "menu.compare": "Compare",
  "site.otherCodes": "Those two elections use different codes for their areas: they cannot be compared place by place.",
  "compare.title": "{here} against {there}",
  "compare.caption":
    "Share of the counted valid votes of each election in percent, and the difference in points; edition {number}",
  "compare.difference": "Difference",
  "compare.here": "Option",
  "compare.with": "Against",
  "compare.there": "Option of that election",
  "compare.button": "Compare",
  "compare.link": "Compare two options or two elections",
  "shell.compare": "Compare",
};
