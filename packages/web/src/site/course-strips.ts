import type { CountCourse } from "./count-course.js";
import type { Period } from "./lead-period.js";
import type { PageContext } from "./page-kind.js";

/** Things of one kind that happened, for a line of ticks under a chart. */
export interface CourseStrip {
  readonly label: string;
  /** Height of a tick in pixels. */
  readonly ticks: readonly { readonly at: number; readonly size: number }[];
}

const [LOW, HIGH] = [6, 16];

/** Rulings, deadlines, errata and certifications inside a period; a line for each kind of which there are any. */
export function stripsOf({ wording }: PageContext, acts: CountCourse["acts"], period: Period): readonly CourseStrip[] {
  const strips = [
    { key: "timeline.rulings", ticks: acts.rulings.map(({ at, rulings }) => ({ at, weight: rulings })) },
    { key: "timeline.deadlines", ticks: acts.deadlines.map(({ at }) => ({ at, weight: 1 })) },
    { key: "timeline.errata", ticks: acts.errata.map(({ at }) => ({ at, weight: 1 })) },
    { key: "timeline.certifications", ticks: acts.certifications.map(({ at }) => ({ at, weight: 1 })) },
  ];
  return strips.flatMap(({ key, ticks }) => {
    const inside = ticks
      .map(({ at, weight }) => ({ at: Date.parse(at), weight }))
      .filter(({ at }) => at >= period.from && at <= period.to);
    const most = Math.max(...inside.map(({ weight }) => weight), 1);
    const count = inside.reduce((sum, { weight }) => sum + weight, 0);
    return inside.length === 0
      ? []
      : [
          {
            label: wording.say(key, { count }),
            ticks: inside.map(({ at, weight }) => ({ at, size: LOW + ((HIGH - LOW) * weight) / most })),
          },
        ];
  });
}
