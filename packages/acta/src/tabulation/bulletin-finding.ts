import type { Instant } from "../basics/index.js";
import type { Election } from "../election/index.js";
import { compileRules, isBeyond } from "../sheet/index.js";
import type { CompiledRule, FindingCode, FindingSeverity, FindingValues } from "../sheet/index.js";
import type { MergedBulletin } from "./bulletin-merge.js";

/** A fact about a bulletin that somebody should look at. */
export interface BulletinFinding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly series: string;
  readonly asOf: Instant | null;
  /** Area code or `group:ID`; "" when it concerns the whole bulletin. */
  readonly area: string;
  readonly values: FindingValues;
}

/** Collects findings under the settings of an election. */
export class BulletinFindings {
  readonly list: BulletinFinding[] = [];
  readonly #rules: ReadonlyMap<FindingCode, CompiledRule>;

  constructor(election: Election) {
    this.#rules = compileRules(election.checks);
  }

  /** Adds a finding unless its rule is off, or lets a difference of this size pass. */
  add(
    code: FindingCode,
    bulletin: MergedBulletin,
    area: string,
    values: FindingValues,
    difference: number | null = null,
  ): void {
    const rule = this.#rules.get(code);
    if (rule === undefined || rule.severity === "off") return;
    if (difference !== null && !isBeyond(rule, Math.abs(difference), 0)) return;
    this.list.push({ code, severity: rule.severity, series: bulletin.series, asOf: bulletin.asOf, area, values });
  }
}
