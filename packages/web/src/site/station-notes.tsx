import type { ComponentChild } from "preact";
import { cellTitle } from "./cell-text.js";
import type { FindingNote } from "./finding-notes.js";
import type { PageContext } from "./page-kind.js";

/** What does not add up on the sheet, in words, each with its rule: notes in the margin, never a suspicion. */
export function StationNotes(props: {
  readonly context: PageContext;
  readonly notes: readonly FindingNote[];
  readonly isNewest: boolean;
}): ComponentChild {
  const { context, notes, isNewest } = props;
  const { say } = context.wording;
  return (
    <aside class="notes" aria-labelledby="notes">
      <h2 id="notes">{say("station.notesTitle")}</h2>
      {!isNewest && <p class="quiet">{say("station.notesOther")}</p>}
      {isNewest && notes.length === 0 && <p>{say("station.notesNone")}</p>}
      {isNewest && notes.map((note) => <Note key={note.finding.code} context={context} note={note} />)}
    </aside>
  );
}

function Note({
  context,
  note: { finding, text },
}: {
  readonly context: PageContext;
  readonly note: FindingNote;
}): ComponentChild {
  const { say } = context.wording;
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
