import { succeed } from "../basics/index.js";
import type { Instant, Result } from "../basics/index.js";
import { civilDateOf } from "../dispute/index.js";
import { advance, endTerms } from "./advance.js";
import type { ReplayedEvent } from "./advance.js";
import { emptyState } from "./case-state.js";
import type { InstitutionState } from "./case-state.js";
import type { HistoryEvent } from "./history.js";
import type { Laws } from "./step-judgement.js";

/** Until when events are replayed, and with which knowledge. */
export interface ReplayMoment {
  /** Events up to here; null for all, with the terms that end after them. */
  readonly until: Instant | null;
  /** Rulings up to here are known, also about earlier events; null for all. */
  readonly known: Instant | null;
}

/** A history replayed: every event with what the law says, and the state at its end. */
export interface ReplayedHistory {
  readonly events: readonly ReplayedEvent[];
  readonly state: InstitutionState;
}

/** Everything that is known today about everything that happened. */
export const ALL: ReplayMoment = { until: null, known: null };

/** Replays dated events by the law of their days. @returns the first problem of `advance`: what cannot have happened so is not replayed. */
export function replayEvents(
  laws: Laws,
  events: readonly HistoryEvent[],
  { until, known }: ReplayMoment,
): Result<ReplayedHistory> {
  const rulings = new Map(
    events.flatMap((event) =>
      event.kind === "ruling" && (known === null || event.at.earliest <= known)
        ? event.about.map((about) => [about, event] as const)
        : [],
    ),
  );
  let state = emptyState(rulings);
  const replayed: ReplayedEvent[] = [];
  for (const event of events) {
    if (until !== null && event.at.earliest > until) continue;
    const next = advance(laws, state, event);
    if (!next.ok) return next;
    ({ state } = next.value);
    replayed.push(next.value.replayed);
  }
  const { procedures } = laws;
  const day = until === null ? null : civilDateOf(procedures.calendar, until);
  return succeed({ events: replayed, state: endTerms(procedures, state, day) });
}
