import type { FetchProgress } from "acta/edition";
import { element } from "./element.js";
import type { Wording } from "./wording.js";

const STAGES = ["fetch", "entries", "files"] as const;

/** Three bars, one for each stage; `show` moves them. */
export interface ProgressView {
  readonly node: HTMLElement;
  readonly show: (progress: FetchProgress) => void;
}

/** Makes the bars, all empty. */
export function progressView({ say }: Wording): ProgressView {
  const rows = new Map(
    STAGES.map((stage) => {
      const bar = element("progress", { max: "1", value: "0", "aria-label": say(`progress.${stage}`) });
      const count = element("span", { class: "count" });
      return [stage, { bar, count, label: element("span", {}, say(`progress.${stage}`)) }] as const;
    }),
  );
  const node = element(
    "section",
    { class: "progress", "aria-live": "off" },
    ...[...rows.values()].map(({ bar, count, label }) => element("div", { class: "stage" }, label, bar, count)),
  );
  const show = ({ stage, done, all }: FetchProgress): void => {
    const row = rows.get(stage);
    if (row === undefined) return;
    row.bar.max = Math.max(all, 1);
    row.bar.value = done;
    row.count.textContent = say("progress.count", { done, all });
  };
  return { node, show };
}
