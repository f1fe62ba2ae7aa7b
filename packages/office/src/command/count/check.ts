import { buildCommand } from "@stricli/core";
import { fail, succeed } from "acta/basics";
import { FINDINGS, FINDING_CODES, checkTable } from "acta/sheet";
import type { Finding, FindingList } from "acta/sheet";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText } from "../desk/flags.js";
import type { DataFlags } from "../desk/flags.js";
import { findingText } from "../desk/finding-text.js";
import { atOf, withContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { headText } from "./result-text.js";
import { joinFindings, rollDrift } from "./roll-drift.js";
import { PRESET_POLICIES } from "acta/tabulation";

interface Flags extends DataFlags {
  readonly edition?: string;
  readonly code?: string;
}

/** `acta check`: what the sheets of an edition say that does not fit. */
export function checkCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("check.brief"), fullDescription: language.say("check.full") },
    parameters: {
      flags: {
        ...dataFlags(language),
        edition: optionalText(language, "edition", "ID|TIME"),
        code: optionalText(language, "code", "CODE"),
      },
    },
    async func(this: Desk, flags: Flags) {
      const done = await withContest(this, flags, (opened) => {
        if (flags.code !== undefined && !FINDING_CODES.some((known) => known === flags.code))
          return fail({ code: "command.unknownCode", context: { code: flags.code.slice(0, 40) } });
        const { election, roll } = opened.open;
        const drift = rollDrift(opened);
        if (!drift.ok) return drift;
        const list = joinFindings(checkTable(election, opened.contest, roll, opened.table), drift.value);
        const code = flags.code;
        const findings = code === undefined ? list.findings : list.findings.filter((finding) => finding.code === code);
        if (flags.json) printJson(this, checkDocument(opened, list, findings));
        else this.print(checkText(this.language, opened, list, code === undefined ? [] : findings));
        return succeed(null);
      });
      if (!done.ok) tell(this, done.problem);
    },
  });
}

/** The documented JSON shape `acta-check/1`. */
export function checkDocument(
  opened: OpenedContest,
  list: FindingList,
  findings: readonly Finding[],
): Readonly<Record<string, unknown>> {
  const { edition, election, roll } = opened.open;
  const cells = opened.contest.form.cells;
  return {
    schema: "acta-check/1",
    provenance: election.provenance,
    election: election.id,
    contest: opened.contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    ...atOf(opened),
    counts: Object.fromEntries(list.counts),
    leftOut: list.leftOut,
    findings: findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      stations: finding.rows.map((row) => roll.codes[row] ?? ""),
      cells: finding.cells.map((cell) => cells[cell]?.id ?? ""),
      values: finding.values,
    })),
  };
}

const MOST_SHOWN = 40;

function checkText(language: Language, opened: OpenedContest, list: FindingList, shown: readonly Finding[]): string {
  const policy = PRESET_POLICIES[0];
  const head = policy === undefined ? "" : headText(language, opened, policy);
  const rows = FINDING_CODES.filter((code) => (list.counts.get(code) ?? 0) > 0).map((code) => [
    code,
    language.say(`severity.${FINDINGS[code].severity}`),
    language.number(list.counts.get(code) ?? 0),
    language.say(`finding.${code}.title`),
  ]);
  const columns = [
    { title: language.say("column.code") },
    { title: "" },
    { title: language.say("column.findings"), align: "right" as const },
    { title: "" },
  ];
  const lines = [head, "", rows.length === 0 ? language.say("check.none") : drawTable(columns, rows)];
  if (shown.length > 0)
    lines.push("", ...shown.slice(0, MOST_SHOWN).map((finding) => findingText(language, opened, finding)));
  if (shown.length > MOST_SHOWN) lines.push(language.say("check.more", { count: shown.length - MOST_SHOWN }));
  if (rows.length > 0 && shown.length === 0)
    lines.push("", language.say("check.next", { code: rows[0]?.[0] ?? "S201" }));
  return lines.join("\n");
}
