/** Every reason for which a sheet may be flagged. */
export const FLAGS = [
  "materialError",
  "illegible",
  "incomplete",
  "unsigned",
  "noData",
  "challengedVotes",
  "nullityRequested",
  "lost",
  "destroyed",
  "other",
] as const;

/** Why a sheet was flagged. */
export type Flag = (typeof FLAGS)[number];
