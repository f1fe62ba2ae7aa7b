import type { Frame, QuickCount, SampleDocument } from "acta/sampling";
import type { OpenedContest } from "../desk/opened.js";
import type { DescribedFrame, NamedCut } from "./sampling-ground.js";

/** A quick count and what it was made from. */
export interface FoundQuickCount {
  readonly opened: OpenedContest;
  readonly cut: NamedCut;
  readonly frame: Frame;
  /** The design that was drawn; null for a sample from elsewhere, whose drawing nobody here has seen. */
  readonly design: SampleDocument | null;
  /** Where the figures come from: a file, or the edition's own sheets. */
  readonly source:
    | { readonly kind: "file"; readonly file: string }
    | { readonly kind: "edition"; readonly policy: string };
  readonly described: DescribedFrame | null;
  readonly stations: number;
  readonly came: number;
  readonly count: QuickCount;
}

/** What the interval rests on, by the keys of the messages that say it. */
export function assumptionsOf({ design, described, stations, came, count, cut }: FoundQuickCount): readonly string[] {
  return [
    design === null ? "quickCount.assume.drawnElsewhere" : "quickCount.assume.drawnHere",
    ...(cut.unit === "place" ? ["quickCount.assume.places"] : []),
    ...(came < stations ? ["quickCount.assume.missing"] : []),
    ...(count.silent.length > 0 ? ["quickCount.assume.silent"] : []),
    ...(count.joined.length > 0 ? ["quickCount.assume.joined"] : []),
    ...(described === null ? [] : ["quickCount.assume.calibrated"]),
    ...(count.freedom < FEW ? ["quickCount.assume.few"] : []),
  ];
}

/** Below this the sampling distribution of a ratio is visibly not Student's. */
const FEW = 30;
