import type { Wording } from "./wording.js";

/** A chance in whole percent, never nearer to certainty than a model may be. */
export function chanceText({ percent }: Wording, chance: number | null): string {
  if (chance === null) return "–";
  if (chance > 0.995) return `>${percent({ numerator: 995, denominator: 1000 }, 1)}`;
  if (chance < 0.005) return `<${percent({ numerator: 5, denominator: 1000 }, 1)}`;
  return percent({ numerator: Math.round(chance * 100), denominator: 100 }, 0);
}
