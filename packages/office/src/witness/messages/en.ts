/** Texts of this room in English, by key (ICU MessageFormat). */
export const witnessEn = {
  "witness.badMemory":
    "what this witness remembers of the ledger cannot be read: restore it from a copy. Without it nothing is cosigned",
  "witness.notOfThis":
    "the line of {name} is not a cosignature of this checkpoint by one of the witnesses that you gave (--witness): nothing was published",
};
