import { succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { actsOfStations, disputeEn, disputeEs, legalFrame, legalPosition, openActsOn } from "acta/dispute";
import type { LegalPosition, OpenAct } from "acta/dispute";
import { heldLaws, legalRecordOf, recordedLaws } from "../../act/index.js";
import type { RecordedLaw } from "../../act/index.js";
import type { Language } from "../../language/index.js";
import type { OpenedContest } from "../desk/opened.js";

/** What the law has decided about a sheet, beside what is written on it. */
export interface LegalView {
  readonly position: LegalPosition;
  /** What the law still allows; empty without a law set in the record. */
  readonly open: readonly OpenAct[];
  readonly recorded: RecordedLaw | null;
}

/**
 * The legal state of a station's sheet.
 * @param upTo size of the ledger that is looked at. @param now the moment at which terms are asked for.
 */
export function legalView(
  language: Language,
  opened: OpenedContest,
  station: string,
  upTo: number,
  now: Instant,
): Result<LegalView> {
  language.learn({ es: disputeEs, en: disputeEn });
  const { election } = opened.open;
  const scope = { election: election.id, contest: opened.contest.id, stations: new Set([station]) };
  const record = legalRecordOf(opened.folder, scope, upTo);
  if (!record.ok) return record;
  const { acts, sheets } = record.value;
  const recorded = recordedLaws(opened.folder, acts, election.id);
  if (!recorded.ok) return recorded;
  const frame = legalFrame(heldLaws(recorded.value), election);
  if (!frame.ok) return frame;
  const its = actsOfStations(acts, scope).get(station) ?? [];
  const position = legalPosition(station, sheets.get(station) ?? [], its, frame.value);
  return succeed({ position, open: openActsOn(position, frame.value, now), recorded: recorded.value.at(-1) ?? null });
}

/** The part `legal` of `acta-station/1` and `acta-history/1`. */
export function legalDocument({ position, open, recorded }: LegalView): Readonly<Record<string, unknown>> {
  const { basis, state, before, ruling, reported, events } = position;
  return {
    basis,
    state,
    before,
    case: position.case,
    ruling,
    reported: reported === null ? null : { status: reported.status.id, entry: reported.entry, asOf: reported.asOf },
    lawSet: recorded === null ? null : { sha256: recorded.set.blob.sha256, entry: recorded.set.index },
    events,
    open,
  };
}
