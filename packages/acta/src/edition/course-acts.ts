import type { Json } from "../basics/index.js";
import type { Act } from "../record/index.js";

/** Moments that are told apart; where bodies acted at more of them, acts are put together by day. */
const MOST_MOMENTS = 120;

/**
 * When bodies acted on a contest: rulings by the hour (or day) with the sheets that they changed, deadlines, errata, certifications. Acts of
 * the whole election stand with every contest. Those replaced by a later act are left out; of those without a date only the number is said.
 */
export function courseActs(acts: readonly Act[], election: string, contest: string): Json {
  const replaced = new Set(
    acts.flatMap(({ kind, entry }) => ("replaces" in entry ? [`${kind} ${entry.replaces}`] : [])),
  );
  const own = acts.filter(
    ({ kind, index, header }) =>
      header.election === election &&
      (header.scope === "" || header.scope === contest) &&
      !replaced.has(`${kind} ${index}`),
  );
  const rulings = own.flatMap((act) => (act.kind === "ruling" ? [act] : []));
  const dated = rulings.flatMap(({ entry }) =>
    entry.at === null ? [] : [{ at: entry.at, sheets: entry.effects.length }],
  );
  return {
    rulings: byMoment(dated),
    undatedRulings: rulings.length - dated.length,
    deadlines: own.flatMap(({ kind, entry }) =>
      kind === "deadline" && entry.case === "" ? [{ at: entry.due, deadline: entry.deadline, body: entry.body }] : [],
    ),
    errata: own.flatMap(({ kind, entry, header }) =>
      kind === "erratum" ? [{ at: entry.at ?? header.recordedAt, of: entry.of }] : [],
    ),
    certifications: own.flatMap(({ kind, entry }) =>
      kind === "certification" && entry.at !== null
        ? [{ at: entry.at, body: entry.body, resolution: entry.resolution }]
        : [],
    ),
  };
}

/** Length of the part of a moment that says its day, and its hour (ISO 8601, UTC). */
const [DAY, HOUR] = [10, 13];

function byMoment(rulings: readonly { readonly at: string; readonly sheets: number }[]): Json {
  const grouped = (length: number): Map<string, { at: string; rulings: number; sheets: number }> => {
    const groups = new Map<string, { at: string; rulings: number; sheets: number }>();
    for (const { at, sheets } of rulings) {
      const key = at.slice(0, length);
      const group = groups.get(key) ?? { at: key.length === HOUR ? `${key}:00:00Z` : key, rulings: 0, sheets: 0 };
      groups.set(key, { ...group, rulings: group.rulings + 1, sheets: group.sheets + sheets });
    }
    return groups;
  };
  const hours = grouped(HOUR);
  const groups = hours.size <= MOST_MOMENTS ? hours : grouped(DAY);
  return [...groups.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
