import type { ComponentChild } from "preact";
import { cellTitle } from "./cell-text.js";
import type { PageContext } from "./page-kind.js";
import type { StationFinding, StationRecord } from "./station-record.js";
import { findingText } from "./station-text.js";

/** What does not add up on the sheet, in words, each with its rule: notes in the margin, never a suspicion. */
export function StationNotes(props: {
  readonly context: PageContext;
  readonly record: StationRecord;
  readonly isNewest: boolean;
}): ComponentChild {
  const { context, record, isNewest } = props;
  const { say } = context.wording;
  const { findings } = record;
  return (
    <aside class="notes" aria-labelledby="notes">
      <h2 id="notes">{say("station.notesTitle")}</h2>
      {!isNewest && <p class="quiet">{say("station.notesOther")}</p>}
      {isNewest && findings.length === 0 && <p>{say("station.notesNone")}</p>}
      {isNewest && findings.map((finding) => <Note key={finding.code} context={context} finding={finding} />)}
    </aside>
  );
}

function Note({
  context,
  finding,
}: {
  readonly context: PageContext;
  readonly finding: StationFinding;
}): ComponentChild {
  const { say } = context.wording;
  const text = findingText(context, finding);
  const cells = finding.cells.filter((id) => id !== "").map((id) => cellTitle(context, id));
  return (
    <div class="note">
      <p>
        <b>{text?.title ?? finding.code}</b>
      </p>
      {text !== null && <p>{text.rule}</p>}
      {text !== null && <p class="quiet">{text.advice}</p>}
      <p class="quiet">
        {say("station.note", {
          code: finding.code,
          letter: text === null || text.letter === "" ? "none" : text.letter,
        })}
        {cells.length > 0 && ` · ${cells.join(", ")}`}
      </p>
    </div>
  );
}
