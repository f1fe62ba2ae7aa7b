/** Texts about what the law keeps back until a moment, in English, by key (ICU MessageFormat). */
export const holdEn = {
  "publish.tooEarly": "the results of {election} may not be published before {moment} ({zone}; {article})",
  "publish.projectionTooEarly":
    "projections and quick counts of {election} may not be made known before {moment} ({zone}; {article}): wait until then",
  "publish.exitPollTooEarly":
    "exit polls of {election} may not be made known before {moment} ({zone}; {article}): wait until then",
};
