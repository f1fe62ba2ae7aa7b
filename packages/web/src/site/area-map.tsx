import type { ComponentChild } from "preact";
import { Fragment } from "preact";
import { levelName } from "./area-trail.js";
import { MapDefinitions, MapKey } from "./map-key.js";
import type { MapMark, MapPicture, MapPictures, PlacedStanding } from "./map-picture.js";
import { Sign } from "./map-sign.js";
import { markText, squareNames } from "./map-text.js";
import { optionClass, optionColour, optionMark } from "./option-colour.js";
import type { PageContext } from "./page-kind.js";
import type { MapIndex } from "./published-maps.js";
import { shareSteps } from "./share-steps.js";
import type { ShareSteps } from "./share-steps.js";

/** What a map shows. */
interface ShownMap {
  readonly context: PageContext;
  readonly pictures: MapPictures;
  readonly index: MapIndex;
  /** Level of the areas that are drawn. */
  readonly level: string;
}

interface Drawn {
  readonly context: PageContext;
  readonly picture: MapPicture;
  readonly steps: ShareSteps;
  /** Options that lead somewhere, in the order of the ballot. */
  readonly leaders: readonly string[];
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
        <span class="of-circles">{circlesText(context, largest)}</span>
        <span class="of-shares">{wording.say("map.shares")}</span>
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

function Picture(
  props: Drawn & { readonly from: number; readonly label: string; readonly defines?: boolean },
): ComponentChild {
  const { context, picture, leaders, from, label, defines = false } = props;
  const names = squareNames(picture.marks.map(({ area }) => area.name));
  return (
    <div class="map-picture">
      <svg viewBox={picture.box.join(" ")} role="group" aria-label={label}>
        {defines && <MapDefinitions context={context} leaders={leaders} />}
        <g class="shapes">
          {picture.marks.map((mark, at) => (
            <Shape key={mark.area.code} mark={mark} at={from + at} look={lookOf(props, mark)} name={names[at] ?? ""} />
          ))}
        </g>
        <g class="marks">
          {picture.marks.map((mark, at) => (
            <Mark key={mark.area.code} context={context} mark={mark} at={from + at} />
          ))}
        </g>
      </svg>
      <svg viewBox={picture.box.join(" ")} class="over" aria-hidden="true" />
    </div>
  );
}

/** Classes that give an area its fill: who leads (a colour and a pattern), by how large a share, and whether sheets are open. */
function lookOf({ context, steps, leaders }: Pick<Drawn, "context" | "steps" | "leaders">, { area }: MapMark): string {
  const { home } = context;
  const step = steps.stepOf(area);
  const open = area.counted < area.stations ? " open" : "";
  if (area.first === null || step === null) return `shape none${open}`;
  const colour = optionColour(home.words, area.first.option);
  // Most areas need no pattern, and a plain colour is drawn many times faster.
  const isPlain = open === "" && optionMark(home.contest, area.first.option) === 0;
  const fill = isPlain ? `plain ${colour}` : `f${leaders.indexOf(area.first.option) % 8}`;
  return `shape ${fill} s${step}${open}`;
}

function Shape(props: {
  readonly mark: MapMark;
  readonly at: number;
  readonly look: string;
  readonly name: string;
}): ComponentChild {
  const { mark, at, look, name } = props;
  const { path, square } = mark;
  if (square === null) return path === "" ? null : <path class={look} data-at={at} d={path} />;
  return (
    <>
      <rect class={look} data-at={at} x={square.x} y={square.y} width={square.side} height={square.side} />
      <text x={square.x + 8} y={square.y + 24} aria-hidden="true">
        {name}
      </text>
    </>
  );
}

function Mark(props: { readonly context: PageContext; readonly mark: MapMark; readonly at: number }): ComponentChild {
  const { context, mark, at } = props;
  const { area, x, y, radius, path, square } = mark;
  const { home } = context;
  const first = area.first?.option ?? null;
  const look = first === null ? "none" : optionClass(home.words, first);
  const hasNoShape = path === "" && square === null;
  return (
    <a
      href={area.href}
      data-at={at}
      aria-label={markText(context, area).join("\n")}
      class={hasNoShape ? "alone" : undefined}
    >
      <circle class={look} cx={x} cy={y} r={Math.round(radius * 10) / 10} />
      {first !== null && <Sign sign={optionMark(home.contest, first)} x={x} y={y} radius={radius} />}
    </a>
  );
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
