import { FLAGS } from "./flags.js";

/** Figures that a tally can give too: published and computed values of the same name are compared. */
export const BULLETIN_FIGURES = [
  "stations",
  "processed",
  "counted",
  "countedNormal",
  "annulled",
  "notInstalled",
  "referred",
  "pending",
  "registeredVoters",
  "registeredCounted",
  "voters",
  "ballotsCast",
  "validVotes",
  "blankVotes",
  "nullVotes",
  "challengedVotes",
] as const;

/** A figure of `BULLETIN_FIGURES`. `registeredCounted`: registered voters of the stations that are in the count. */
export type CommonFigure = (typeof BULLETIN_FIGURES)[number];

/** Shares in bulletins are whole numbers: millionths of the whole, so that 95.0021 % is 950,021. */
export const SHARE_UNIT = 1_000_000;

/** True for a figure that holds a printed percentage. */
export function isShareFigure(figure: string): boolean {
  return figure.startsWith("share");
}

/** True for figures that can be added over areas. */
export function isAdditive(figure: string): boolean {
  return !isShareFigure(figure) && !figure.startsWith("other.");
}

/** Decimal places of a percentage that `SHARE_UNIT` keeps. */
export const PERCENT_PLACES = 4;

/** A share of a bulletin as a percentage: 950021 is `95.0021 %`. */
export function percentText(millionths: number): string {
  const digits = String(millionths).padStart(PERCENT_PLACES + 1, "0");
  return `${digits.slice(0, -PERCENT_PLACES)}.${digits.slice(-PERCENT_PLACES)} %`;
}

/** True for a name that a definition may give to a figure; options must be the election's. */
export function isBulletinFigure(figure: string, options: readonly { readonly id: string }[]): boolean {
  if (BULLETIN_FIGURES.some((each) => each === figure) || isShareFigure(figure) || /^other\.[\w-]+$/.test(figure))
    return true;
  if (figure.startsWith("votes.")) return options.some((option) => `votes.${option.id}` === figure);
  return FLAGS.some((flag) => `referred.${flag}` === figure);
}
