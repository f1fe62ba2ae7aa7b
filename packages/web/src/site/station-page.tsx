import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { shownName, trailOf } from "./area-trail.js";
import { EditionTime } from "./edition-time.js";
import { findingNotes } from "./finding-notes.js";
import type { FindingNote } from "./finding-notes.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import { StationImages } from "./station-images.js";
import { StationLegal } from "./station-legal.js";
import { StationNeighbours } from "./station-neighbours.js";
import { StationProofView } from "./station-proof.js";
import { readStation } from "./station-record.js";
import type { StationRecord } from "./station-record.js";
import { StationSheet } from "./station-sheet.js";

/** The page of a polling station (`?code=`, with or without its zeros). Problems: those of reading it. */
export async function loadStationPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home, links } = context;
  const record = await readStation(context);
  if (!record.ok) return record;
  const notes = await findingNotes(context, record.value.findings);
  const { code, place, state } = record.value;
  const title = wording.say("station.title", { code });
  const name = placeName(context, record.value);
  return succeed({
    title: `${title} · ${wording.pick(home.words.name)}`,
    description: `${title}. ${wording.say("station.description", { state: wording.say(`state.${state}`), place: name })}`,
    trail: [...trailOf(context, place.within), { name, href: links.area(place.area.code, false) }],
    content: <StationView context={context} record={record.value} notes={notes} />,
  });
}

/** A name comes from anybody: as much of it is shown as a name has. */
const MOST_NAME = 200;

function bounded(text: string): string {
  return text.length > MOST_NAME ? `${text.slice(0, MOST_NAME)}…` : text;
}

function placeName(context: PageContext, { place }: StationRecord): string {
  const { name, code } = place.area;
  if (name !== "") return bounded(name);
  return context.wording.say("area.unnamedPlace", { code: bounded(code.split("/").at(-1) ?? code) });
}

function StationView({
  context,
  record,
  notes,
}: {
  readonly context: PageContext;
  readonly record: StationRecord;
  readonly notes: readonly FindingNote[];
}): ComponentChild {
  const { wording } = context;
  const { code, place } = record;
  const where = [placeName(context, record), bounded(place.address), ...areasOf(context, place)].filter(
    (text) => text !== "",
  );
  return (
    <div class="front area station">
      <section class="story">
        <EditionTime context={context} />
        <h1>{wording.say("station.title", { code })}</h1>
        <p class="quiet">{where.join(", ")}</p>
        <StationSheet context={context} record={record} notes={notes} />
      </section>
      <section class="places">
        <StationLegal context={context} record={record} />
        <StationProofView context={context} record={record} />
        <StationImages context={context} record={record} />
        <StationNeighbours context={context} record={record} />
      </section>
    </div>
  );
}

function areasOf(context: PageContext, { within }: StationRecord["place"]): readonly string[] {
  return within
    .slice(1)
    .map(([, , name]) => bounded(shownName(context, name)))
    .toReversed();
}
