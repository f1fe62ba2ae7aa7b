import * as v from "valibot";
import { textsIn } from "./wording.js";
import type { Wording } from "./wording.js";

/** Where the page of offices stands in the folder of a language. */
export const OFFICES_PAGE = "offices.html";

/** The file that names the published history. */
export const HISTORY_INDEX = "assets/history.json";

/** Path of the history with this hash. */
export function historyPath(hash: string): string {
  return `assets/history/${hash}.json`;
}

/** The form of the file that names the history. */
export const historyIndexForm: v.GenericSchema<unknown, { readonly file: string | null }> = v.object({
  schema: v.literal("acta-history-index/1"),
  file: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

const moment = v.pipe(v.string(), v.isoTimestamp());
const texts = v.array(v.string());
const inBoth = <Words extends v.GenericSchema>(words: Words) => ({ es: words, en: words });

const finding = v.object({
  verdict: v.picklist(["met", "unmet", "undetermined", "notReached"]),
  text: v.string(),
  below: texts,
});

const reason = v.object({
  event: v.string(),
  at: v.string(),
  article: v.string(),
  sources: texts,
  ...inBoth(v.string()),
});

const span = v.object({
  kind: v.picklist(["held", "suspended", "disputed", "vacant", "untold"]),
  holder: v.string(),
  begins: moment,
  ends: v.nullable(moment),
  from: v.string(),
  to: v.nullable(v.string()),
  sources: texts,
  reasons: v.array(reason),
  ...inBoth(v.object({ cause: v.string(), ended: v.string() })),
});

const step = v.object({
  event: v.string(),
  at: v.string(),
  verdict: v.picklist(["lawful", "unlawful", "undetermined"]),
  article: v.string(),
  sources: texts,
  ...inBoth(v.object({ what: v.string(), text: v.string(), findings: v.array(finding) })),
});

const next = v.object({
  step: v.string(),
  when: v.picklist(["open", "notYet", "closed", "unknown", "barred"]),
  article: v.string(),
  opens: v.nullable(v.string()),
  closes: v.nullable(v.string()),
  ...inBoth(v.object({ name: v.string(), by: v.string(), needs: texts, findings: v.array(finding), leadsTo: texts })),
});

/** The form of a published history: who held which office, and where each case stands on the last day that is told. */
export const historyForm = v.object({
  schema: v.literal("acta-history-page/1"),
  provenance: v.picklist(["real", "synthetic", "drill"]),
  name: v.object({ es: v.string(), en: v.string() }),
  on: v.nullable(v.string()),
  offices: v.array(v.object({ office: v.string(), spans: v.array(span), ...inBoth(v.string()) })),
  cases: v.array(
    v.object({
      case: v.string(),
      article: v.string(),
      steps: v.array(step),
      next: v.array(next),
      ...inBoth(v.object({ name: v.string(), state: v.string() })),
    }),
  ),
});

/** A published history. */
export type HistoryFile = v.InferOutput<typeof historyForm>;

/** An office with its holdings and gaps in the order of time. */
export type WrittenOffice = HistoryFile["offices"][number];

/** A time in an office: somebody held or claimed it, nobody did, or nothing is told. */
export type WrittenSpan = WrittenOffice["spans"][number];

/** A case with its steps and what may happen next. */
export type WrittenCase = HistoryFile["cases"][number];

/** One thing that a step rests on. */
export type WrittenFinding = v.InferOutput<typeof finding>;

/** What stands in the words of several languages, in those of the reader. */
export function wordsIn<Words>({ code }: Wording, { es, en }: { readonly es: Words; readonly en: Words }): Words {
  return textsIn({ es, en }, code) ?? es;
}
