import type { ComponentChild } from "preact";
import { MapDefinitions } from "./map-key.js";
import type { MapMark, MapPicture } from "./map-picture.js";
import { Sign } from "./map-sign.js";
import { markText, squareNames } from "./map-text.js";
import { optionClass, optionColour, optionMark } from "./option-colour.js";
import type { PageContext } from "./page-kind.js";
import type { ShareSteps } from "./share-steps.js";

/** A drawing of areas and how it is labelled. */
interface DrawnPicture {
  readonly context: PageContext;
  readonly picture: MapPicture;
  readonly steps: ShareSteps;
  /** Options that lead somewhere, in the order of the ballot. */
  readonly leaders: readonly string[];
  /** Number of its first mark: marks are numbered through all pictures of a map. */
  readonly from: number;
  readonly label: string;
  /** Holds the fills of all pictures of the map. */
  readonly defines?: boolean;
}

/** More outlines than this are drawn as layers. */
const MANY = 300;

/** Outlines or squares under circles of votes; style sheets show the second view by giving the outlines other fills. */
export function Picture(props: DrawnPicture): ComponentChild {
  const { picture, label, from, context } = props;
  const { box, marks, isTiled } = picture;
  if (!isTiled && marks.length > MANY) return <LayeredPicture {...props} />;
  const names = squareNames(marks.map(({ area }) => area.name));
  return (
    <div class="map-picture">
      <svg viewBox={box.join(" ")} role="group" aria-label={label}>
        <Fills {...props} />
        <g class="shapes">
          {marks.map((mark, at) => (
            <Shape
              key={mark.area.code}
              mark={mark}
              at={from + at}
              look={`flat ${lookOf(props, mark, FLAT)}`}
              name={names[at] ?? ""}
            />
          ))}
        </g>
        <Marks context={context} marks={marks} from={from} />
      </svg>
      <svg viewBox={box.join(" ")} class="over" aria-hidden="true" />
    </div>
  );
}

/**
 * Both views at once, one above the other: to show the other one a browser changes how far two layers are seen through, and computes no style and
 * paints no outline anew. With the fills of two thousand outlines changed one by one that took half a second.
 */
function LayeredPicture(props: DrawnPicture): ComponentChild {
  const { context, picture, label, from } = props;
  const { marks } = picture;
  const box = picture.box.join(" ");
  const outlines = (of: readonly MapMark[]): string => of.map(({ path }) => path).join("");
  return (
    <div class="map-picture layered">
      <svg viewBox={box} class="land" aria-hidden="true">
        <Fills {...props} />
        <path class="shape" d={outlines(marks)} />
        <path class="shape open" d={outlines(marks.filter(({ area }) => area.counted < area.stations))} />
      </svg>
      <svg viewBox={box} class="shares" aria-hidden="true">
        <g class="shapes">
          {marks.map((mark, at) => (
            <Shape key={mark.area.code} mark={mark} at={from + at} look={lookOf(props, mark, TINT)} name="" />
          ))}
        </g>
      </svg>
      <svg viewBox={box} class="circles" role="group" aria-label={label}>
        <Marks context={context} marks={marks} from={from} />
      </svg>
      <svg viewBox={box} class="over" aria-hidden="true" />
    </div>
  );
}

function Fills({ context, leaders, defines = false }: DrawnPicture): ComponentChild {
  return defines ? <MapDefinitions context={context} leaders={leaders} /> : null;
}

function Marks(props: {
  readonly context: PageContext;
  readonly marks: readonly MapMark[];
  readonly from: number;
}): ComponentChild {
  const { context, marks, from } = props;
  return (
    <g class="marks">
      {marks.map((mark, at) => (
        <Mark key={mark.area.code} context={context} mark={mark} at={from + at} />
      ))}
    </g>
  );
}

/** Names of fills: those that only the second view shows, and those of a layer that is the second view. */
interface FillNames {
  readonly plain: string;
  readonly blank: string;
  readonly pattern: string;
}

const FLAT: FillNames = { plain: "plain", blank: "blank", pattern: "f" };
const TINT: FillNames = { plain: "own", blank: "t-blank", pattern: "t" };

/** Classes that give an area its fill: who leads (a colour and a pattern), by how large a share, and whether sheets are open. */
function lookOf({ context, steps, leaders }: DrawnPicture, { area }: MapMark, names: FillNames): string {
  const { home } = context;
  const step = steps.stepOf(area);
  const open = area.counted < area.stations ? " open" : "";
  if (area.first === null || step === null) return `${names.blank}${open}`;
  const colour = optionColour(home.words, area.first.option);
  // Most areas need no pattern, and a plain colour is drawn many times faster.
  const isPlain = open === "" && optionMark(home.contest, area.first.option) === 0;
  const at = leaders.indexOf(area.first.option) % 8;
  const fill = isPlain ? `${names.plain} ${colour}` : `${names.pattern}${at}`;
  return `${fill} s${step}${open}`;
}

/** Radius of a place without an outline: it has no margin to show in the second view. */
const SPOT = 5;

function Shape(props: {
  readonly mark: MapMark;
  readonly at: number;
  readonly look: string;
  readonly name: string;
}): ComponentChild {
  const { mark, at, look, name } = props;
  const { path, square, x, y } = mark;
  if (square === null && path === "")
    return <circle class={`shape spot ${look}`} data-at={at} cx={x} cy={y} r={SPOT} />;
  if (square === null) return <path class={`shape ${look}`} data-at={at} d={path} />;
  return (
    <>
      <rect class={`shape ${look}`} data-at={at} x={square.x} y={square.y} width={square.side} height={square.side} />
      <text x={square.x + 8} y={square.y + 24} aria-hidden="true">
        {name}
      </text>
    </>
  );
}

function Mark(props: { readonly context: PageContext; readonly mark: MapMark; readonly at: number }): ComponentChild {
  const { context, mark, at } = props;
  const { area, x, y, radius } = mark;
  const { home } = context;
  const first = area.first?.option ?? null;
  const look = first === null ? "none" : optionClass(home.words, first);
  return (
    <a href={area.href} data-at={at} aria-label={markText(context, area).join("\n")}>
      <circle class={look} cx={x} cy={y} r={Math.round(radius * 10) / 10} />
      {first !== null && <Sign sign={optionMark(home.contest, first)} x={x} y={y} radius={radius} />}
    </a>
  );
}
