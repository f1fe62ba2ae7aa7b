import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { cellText, cellTitle } from "./cell-text.js";
import { optionClass } from "./option-colour.js";
import type { FindingNote } from "./finding-notes.js";
import type { PageContext } from "./page-kind.js";
import { StationNotes } from "./station-notes.js";
import type { StationRecord, StationVersion } from "./station-record.js";
import { VersionFacts } from "./station-version.js";

/** Cells whose sum is the ballots: options are the rest of them. */
const PARTS = new Set(["blank", "null", "challenged"]);

/** The sheet as it is known from paper, with all its versions as a stack that can be leafed through. */
export function StationSheet({
  context,
  record,
  notes,
}: {
  readonly context: PageContext;
  readonly record: StationRecord;
  readonly notes: readonly FindingNote[];
}): ComponentChild {
  const { wording } = context;
  const { versions } = record;
  // The one in force unless another was asked for: an edition that arrives meanwhile may bring a further one.
  const [asked, show] = useState<number | null>(null);
  const at = asked ?? versions.length - 1;
  const version = versions[at];
  if (version === undefined) return <p class="notice">{wording.say("station.none")}</p>;
  const isNewest = at === versions.length - 1;
  return (
    <>
      {versions.length > 1 && <VersionStack context={context} count={versions.length} at={at} show={show} />}
      <article class={versions.length > 1 ? "paper stacked" : "paper"} aria-live="polite">
        <PaperHead context={context} record={record} />
        <PaperTable context={context} record={record} version={version} at={at} />
        <p class="quiet">{wording.say("station.signatures")}</p>
      </article>
      <VersionFacts context={context} record={record} version={version} at={at} />
      <StationNotes context={context} notes={notes} isNewest={isNewest} />
    </>
  );
}

/** Buttons for each version; arrow keys lead from one to the next. */
function VersionStack(props: {
  readonly context: PageContext;
  readonly count: number;
  readonly at: number;
  readonly show: (at: number) => void;
}): ComponentChild {
  const { context, count, at, show } = props;
  const { say } = context.wording;
  const step = (by: number): void => show(Math.min(count - 1, Math.max(0, at + by)));
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === "ArrowLeft") step(-1);
    if (key === "ArrowRight") step(1);
  };
  return (
    <nav class="versions" aria-label={say("station.versionsNav")} onKeyDown={onKeyDown}>
      <p>
        <b>{say("station.versionsTitle", { count })}</b> <span class="quiet">{say("station.versionsHint")}</span>
      </p>
      <div class="leaves">
        <button type="button" disabled={at === 0} onClick={() => step(-1)} aria-label={say("station.earlierVersion")}>
          ‹
        </button>
        {Array.from({ length: count }, (_, each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === at}
            aria-label={say("station.version", { at: each + 1 })}
            onClick={() => show(each)}
          >
            {each + 1}
          </button>
        ))}
        <button
          type="button"
          disabled={at === count - 1}
          onClick={() => step(1)}
          aria-label={say("station.laterVersion")}
        >
          ›
        </button>
      </div>
    </nav>
  );
}

function PaperHead({
  context,
  record,
}: {
  readonly context: PageContext;
  readonly record: StationRecord;
}): ComponentChild {
  const { wording, home } = context;
  return (
    <header>
      <p class="authority">{home.words.authority.name}</p>
      <p>
        <b>{wording.say("station.paper")}</b> · {wording.pick(home.contest.name)}
      </p>
      <p class="code">{wording.say("station.title", { code: record.code })}</p>
    </header>
  );
}

function PaperTable(props: {
  readonly context: PageContext;
  readonly record: StationRecord;
  readonly version: StationVersion;
  readonly at: number;
}): ComponentChild {
  const { context, record, version, at } = props;
  const { wording, home } = context;
  const { contest } = home;
  const ids = [...version.cells.keys()];
  const isOption = (id: string): boolean => contest.options.includes(id) || !(PARTS.has(id) || isTotal(id));
  const parts = ids.filter((id) => contest.options.includes(id) || PARTS.has(id));
  const totals = ids.filter(isTotal);
  const sum = sumOf(version, parts);
  const { registeredVoters } = record;
  const row = (id: string): ComponentChild => <CellRow key={id} context={context} version={version} id={id} />;
  return (
    <table class="plain written">
      <caption class="unseen">{wording.say("station.caption", { at: at + 1, count: record.versions.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{wording.say("station.option")}</th>
          <th scope="col">{wording.say("station.votes")}</th>
        </tr>
      </thead>
      <tbody>
        {ids.filter(isOption).map(row)}
        {ids.filter((id) => PARTS.has(id)).map(row)}
      </tbody>
      <tbody class="totals">
        <tr class="computed">
          <th scope="row">{wording.say("station.sum")}</th>
          <td>{sum === null ? wording.say("station.noSum") : wording.number(sum)}</td>
        </tr>
        {totals.map(row)}
        <tr class="computed">
          <th scope="row">{wording.say("station.registered")}</th>
          <td>
            {registeredVoters === null ? wording.say("station.registeredUnknown") : wording.number(registeredVoters)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function isTotal(id: string): boolean {
  return id === "voters" || id === "ballotsCast" || id === "unusedBallots";
}

function sumOf({ cells }: StationVersion, ids: readonly string[]): number | null {
  let sum = 0;
  for (const id of ids) {
    const value = cells.get(id);
    if (typeof value !== "number") return null;
    sum += value;
  }
  return sum;
}

/** One box of the form: a figure as it is written; what is no number says so in a word; what another version wrote stands beside it. */
function CellRow(props: {
  readonly context: PageContext;
  readonly version: StationVersion;
  readonly id: string;
}): ComponentChild {
  const { context, version, id } = props;
  const { wording, home } = context;
  const value = version.cells.get(id) ?? null;
  const before = version.changed.get(id);
  const text = cellText(wording, value);
  const mark = typeof value === "number" ? "figure" : "figure mark";
  return (
    <tr>
      <th scope="row">
        {home.contest.options.includes(id) && <span class={`swatch ${optionClass(home.words, id)}`} />}
        {cellTitle(context, id)}
      </th>
      <td>
        {before !== undefined && (
          <span class="was">{wording.say("station.before", { value: cellText(wording, before) })}</span>
        )}{" "}
        {before === undefined ? <span class={mark}>{text}</span> : <mark class={mark}>{text}</mark>}
      </td>
    </tr>
  );
}
