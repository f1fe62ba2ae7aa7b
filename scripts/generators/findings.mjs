// Writes docs/findings.md: every finding code of the product, from the registry and the messages of room `sheet`.
import { FINDINGS, FINDING_CODES, sheetEn, sheetEs } from "acta/sheet";

/** @typedef {import("acta/sheet").FindingCode} FindingCode */

export const name = "scripts/generators/findings.mjs";

/** @type {ReadonlyArray<readonly [prefix: string, title: string]>} */
const families = [
  ["S1", "One sheet: what is missing"],
  ["S2", "One sheet: what does not add up"],
  ["S3", "One sheet: what is unusual"],
  ["S4", "One sheet: what its state excludes"],
  ["S5", "One sheet: preferential votes"],
  ["C1", "Between sheets and between copies"],
  ["C2", "Between editions"],
  ["I", "Reading a source"],
  ["B", "Bulletins"],
];

const head = `# Finding codes

Generated from \`packages/acta/src/sheet/finding-codes.ts\` and the messages beside it. Do not edit: run \`npm run generate\`.

A finding is a fact about figures that somebody should look at. It accuses nobody.
An **error** says that figures contradict each other or the state of their sheet; a **warning** says that they are possible but
unusual. A code is never reused and never changes its meaning.

- *Rule* is the key under \`checks\` in an election definition. There a rule takes a severity (\`error\`, \`warning\`, \`off\`), a
  \`tolerance\` and a \`limit\`.
- *Tolerance*: for a rule on a difference, the votes that are let pass; for a rule with a least size, the votes below which a sheet is
  not looked at. A tolerance of 0 in a definition means the value printed here.
- *Limit* is a share. A difference is raised when it is larger than the tolerance and, where there is a limit, also a larger share of its
  base: with tolerance 5 and limit 3/100, 6 of 300 passes (2 %) and 10 of 300 does not (3.3 %).
- *Hides*: once a code is raised for a sheet, these codes are not shown for it, since they say nothing new.
- *Letter*: the letter of the material error in Peruvian practice (an empty total of voters is incomplete, never E or F).
- Words in braces are values, in ICU MessageFormat. \`cell\` and \`option\` are replaced by their labels.
`;

/** @param {FindingCode} code */
function section(code) {
  const rule = FINDINGS[code];
  const facts = [`**${rule.severity}**`, `rule \`${rule.rule}\``, `about: ${rule.scope}`];
  if (rule.letter !== "") facts.push(`letter ${rule.letter}`);
  if (rule.toleranceUse === "difference") facts.push(`tolerance ${rule.tolerance} (difference)`);
  if (rule.toleranceUse === "atLeast") facts.push(`least size ${rule.tolerance}`);
  if (rule.limit !== "") facts.push(`limit ${rule.limit}`);
  if (rule.suppresses.length > 0) facts.push(`hides ${rule.suppresses.join(", ")}`);
  const lines = [sheetEn, sheetEs].map(({ findings }) => {
    const message = findings[code];
    return `- ${message.title}. ${message.rule} *${message.advice}*`;
  });
  return `### ${code}\n\n${facts.join(" · ")}\n\n${lines.join("\n")}\n`;
}

/** @returns {readonly { path: string, text: string }[]} */
export function generate() {
  const parts = families.map(([prefix, title]) => {
    const codes = FINDING_CODES.filter((code) => code.startsWith(prefix));
    return `## ${title}\n\n${codes.map(section).join("\n")}`;
  });
  return [{ path: "docs/findings.md", text: [head, ...parts].join("\n") }];
}
