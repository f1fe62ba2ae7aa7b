import type { ComponentChild } from "preact";
import { Fragment } from "preact";
import { levelName } from "./area-trail.js";
import { Picture } from "./map-drawing.js";
import { MapKey } from "./map-key.js";
import type { MapMark, MapPictures, PlacedStanding } from "./map-picture.js";
import { markText } from "./map-text.js";
import type { PageContext } from "./page-kind.js";
import type { MapIndex } from "./published-maps.js";
import { shareSteps } from "./share-steps.js";

/** What a map shows. */
interface ShownMap {
  readonly context: PageContext;
  readonly pictures: MapPictures;
  readonly index: MapIndex;
  /** Level of the areas that are drawn. */
  readonly level: string;
}

/**
 * The map of an area's parts: circles of votes first, shares as the second view, switched without script. Colour, pattern and card say the same; the
 * table beside it has every figure.
 */
export function AreaMap({ context, pictures, index, level }: ShownMap): ComponentChild {
  const { wording, home, edition } = context;
  const { main, panels, unplaced } = pictures;
  const all = [main, ...panels.map(({ picture }) => picture)].flatMap(({ marks }) => marks);
  const steps = shareSteps(all.map(({ area }) => area));
  const leading = new Set(all.map(({ area }) => area.first?.option));
  const leaders = home.contest.options.filter((id) => leading.has(id));
  const largest = all.reduce<MapMark | null>(
    (best, mark) => (mark.area.margin > (best?.area.margin ?? 0) ? mark : best),
    null,
  );
  const drawn = { context, steps, leaders };
  const [card = []] = all.slice(0, 1).map(({ area }) => markText(context, area));
  return (
    <figure class="map" aria-label={wording.say("map.title", { level: levelName(context, level) })}>
      <input type="radio" name="map-view" id="map-circles" class="unseen" defaultChecked />
      <label for="map-circles">{wording.say("map.viewCircles")}</label>
      <input type="radio" name="map-view" id="map-shares" class="unseen" />
      <label for="map-shares">{wording.say("map.viewShares")}</label>
      <p class="map-says">
        <span class="views">
          <span class="of-circles">{circlesText(context, largest)}</span>
          <span class="of-shares">{wording.say("map.shares")}</span>
        </span>
        {main.isTiled && ` ${wording.say("map.tiles")}`}
      </p>
      <MapKey context={context} leaders={leaders} steps={steps} areas={all.map(({ area }) => area)} />
      <div class="map-drawing">
        <Picture {...drawn} picture={main} from={0} label={wording.say("map.arrows", { count: all.length })} defines />
        {panels.map(({ group, picture }, at) => (
          <Fragment key={group}>
            <p class="map-panel">{groupName(context, group)}</p>
            <Picture {...drawn} picture={picture} from={startOf(pictures, at)} label={groupName(context, group)} />
          </Fragment>
        ))}
      </div>
      <div class="map-card" aria-hidden="true">
        <p>{card.map((line, at) => (at === 0 ? <b key={line}>{line}</b> : <span key={line}>{line}</span>))}</p>
      </div>
      {unplaced.length > 0 && <Unplaced context={context} areas={unplaced} />}
      <figcaption class="quiet">
        {wording.say("map.foot", { number: edition.number })}
        {index.credit !== "" && !main.isTiled && ` ${wording.say("map.credit", { credit: index.credit })}.`}
      </figcaption>
    </figure>
  );
}

function circlesText({ wording }: PageContext, largest: MapMark | null): string {
  if (largest === null) return wording.say("map.noCircles");
  return wording.say("map.circles", { name: largest.area.name, votes: largest.area.margin });
}

function groupName({ wording, home }: PageContext, group: string): string {
  const found = home.words.groups.find(({ id }) => id === group);
  return found === undefined ? group : wording.pick(found.name);
}

/** Marks are numbered through all pictures of a map. */
function startOf({ main, panels }: MapPictures, at: number): number {
  return panels.slice(0, at).reduce((sum, { picture }) => sum + picture.marks.length, main.marks.length);
}

/** As many names as are read in a line; more are opened. */
const MOST_NAMES = 12;

/** Areas without a place on the map are listed, never dropped. */
function Unplaced({
  context,
  areas,
}: {
  readonly context: PageContext;
  readonly areas: readonly PlacedStanding[];
}): ComponentChild {
  const { wording } = context;
  const names = areas.map(({ code, name, href }, at) => (
    <Fragment key={code}>
      {at > 0 && ", "}
      <a href={href}>{name}</a>
    </Fragment>
  ));
  const title = wording.say("map.unplaced", { count: areas.length });
  if (areas.length <= MOST_NAMES)
    return (
      <p class="quiet">
        {title}: {names}.
      </p>
    );
  return (
    <details class="quiet">
      <summary>{title}</summary>
      <p>{names}.</p>
    </details>
  );
}
