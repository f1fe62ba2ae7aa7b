import { compareToFraction } from "../basics/index.js";
import { rulesOf } from "./law-in-force.js";
import type { LawInForce } from "./law-in-force.js";
import type { Matter, ThresholdFigure, ThresholdRule } from "./law.js";

/** One threshold of the law beside the figures. */
export interface ThresholdCheck {
  readonly rule: string;
  readonly article: string;
  readonly part: number;
  readonly base: number;
  /** Of what the share is taken: laws that disagree about it are rules of their own. */
  readonly of: ThresholdFigure;
  readonly share: { readonly numerator: number; readonly denominator: number };
  readonly relation: ThresholdRule["relation"];
  readonly reached: boolean;
}

/** Compares every threshold of a matter with the figures, exactly. Several rules may answer differently; all answers are given. */
export function thresholdsFor(
  law: LawInForce,
  matter: Matter,
  figures: Readonly<Record<ThresholdFigure, number>>,
): readonly ThresholdCheck[] {
  return rulesOf(law, "threshold")
    .filter((rule) => rule.matter === matter)
    .map((rule) => {
      const part = rule.part.reduce((sum, figure) => sum + figures[figure], 0);
      const base = figures[rule.base];
      const order = compareToFraction(part, base, rule.share);
      return {
        rule: rule.id,
        article: rule.article,
        part,
        base,
        of: rule.base,
        share: { numerator: Number(rule.share.numerator), denominator: Number(rule.share.denominator) },
        relation: rule.relation,
        reached: rule.relation === "moreThan" ? order > 0 : order >= 0,
      };
    });
}
