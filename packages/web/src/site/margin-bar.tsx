import type { ComponentChild } from "preact";
import { labelOf } from "./headline.js";
import { optionClass } from "./option-colour.js";
import type { PageContext } from "./page-kind.js";
import type { OpenFile, OpenGate } from "./published-forms.js";
import type { Wording } from "./wording.js";

/** What could be taken from a margin, for one reason. */
interface Reason {
  readonly id: "flagged" | "pending" | "petitions";
  /** Votes of the lead at most; null where nothing bounds it, or nothing is known. */
  readonly takes: number | null;
  readonly stations: number;
}

/** Width of the drawing in its own units; it is stretched to the column. */
const WIDTH = 1000;
const BAR = 20;
/** Width of the frame for what is not known. */
const UNKNOWN = 60;

/**
 * The margin on one line, and under it on the same scale the most that each kind of open item could take away. Where the lower line is longer the
 * winner is not certain, and everyone sees it. Drawn for the closest condition of the outcome that is a lead.
 */
export function MarginBar({
  context,
  open,
}: {
  readonly context: PageContext;
  readonly open: OpenFile;
}): ComponentChild {
  const { wording, home } = context;
  const closest = open.gates.find((each) => each.gate.kind === "ahead");
  if (closest === undefined || closest.gate.kind !== "ahead" || closest.slack <= 0) return null;
  const { option, rival } = closest.gate;
  const reasons = reasonsOf(closest, open);
  const known = reasons.reduce((sum, { takes }) => sum + (takes ?? 0), 0);
  // What is not known has no length: it stands as an open frame behind what is.
  const isKnown = reasons.every(({ takes }) => takes !== null);
  const scale = (isKnown ? WIDTH : WIDTH - UNKNOWN) / Math.max(closest.slack, known);
  const names = { name: labelOf(wording, home.words, option), rival: labelOf(wording, home.words, rival) };
  return (
    <figure class="margin-bar">
      <figcaption>
        <h2>{wording.say("margin.title")}</h2>
        <p class="quiet">{wording.say("margin.subtitle", names)}</p>
      </figcaption>
      <div class="line">
        <p class="label">
          <span>{wording.say("margin.margin")}</span> <b>{wording.number(closest.slack)}</b>
        </p>
        <Bar>
          <rect class={optionClass(home.words, option)} x="0" y="0" width={closest.slack * scale} height={BAR} />
        </Bar>
      </div>
      <div class="line">
        <p class="label">
          <span>{wording.say("margin.atMost")}</span> <b>{atMostText(wording, reasons)}</b>
        </p>
        <Stack reasons={reasons} scale={scale} />
      </div>
      <ul class="reasons">
        {reasons.map((reason) => (
          <li key={reason.id}>
            <svg class="key" viewBox="0 0 16 16" aria-hidden="true">
              <rect class={keyClass(reason)} x="0.5" y="0.5" width="15" height="15" />
            </svg>
            <span>{wording.say(`margin.${reason.id}`, { stations: reason.stations })}</span>{" "}
            <b>{takesText(wording, reason)}</b>
          </li>
        ))}
      </ul>
      {closest.flip.kind === "possible" && (
        <p class="quiet">
          {wording.say("margin.flip", {
            stations: closest.flip.stations,
            takes: closest.flip.takes,
            fewer: closest.flip.stations - 1,
          })}
        </p>
      )}
    </figure>
  );
}

/** Nothing that is not known is drawn as nothing: petitions that are not loaded stand as an open frame at the end. */
function Stack(props: { readonly reasons: readonly Reason[]; readonly scale: number }): ComponentChild {
  let from = 0;
  const parts = props.reasons.map((reason) => {
    const width = (reason.takes ?? 0) * props.scale;
    const part = { reason, from, width };
    from += width;
    return part;
  });
  const unknown = props.reasons.some(({ takes }) => takes === null);
  return (
    <Bar>
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-ground" width="6" height="6" />
          <rect class="hatch-line" width="2.4" height="6" />
        </pattern>
      </defs>
      {parts.map(({ reason, from: x, width }) => (
        <rect key={reason.id} class={keyClass(reason)} x={x} y="0" width={width} height={BAR} />
      ))}
      {unknown && <rect class="unknown" x={from + 4} y="1" width={UNKNOWN - 8} height={BAR - 2} />}
    </Bar>
  );
}

function Bar(props: { readonly children: ComponentChild }): ComponentChild {
  return (
    <svg class="bar" viewBox={`0 0 ${WIDTH} ${BAR}`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-ground" x="0" y={BAR - 1} width={WIDTH} height="1" />
      {props.children}
    </svg>
  );
}

function keyClass({ id, takes }: Reason): string {
  return takes === null ? "unknown" : `reason ${id}`;
}

function takesText(wording: Wording, { id, takes, stations }: Reason): string {
  if (takes === null) return wording.say(id === "petitions" ? "margin.notLoaded" : "margin.unbounded");
  return stations === 0 && takes === 0 ? wording.say("margin.none") : wording.number(takes);
}

function atMostText(wording: Wording, reasons: readonly Reason[]): string {
  const known = reasons.reduce((sum, { takes }) => sum + (takes ?? 0), 0);
  const isWhole = reasons.every(({ takes }) => takes !== null);
  if (isWhole) return wording.number(known);
  return known === 0 ? wording.say("margin.notKnown") : wording.say("margin.atLeastKnown", { known });
}

/** The most that each kind can take from a lead: what open sheets can make of it at worst, and petitions if all are upheld. */
function reasonsOf(gate: OpenGate, open: OpenFile): readonly Reason[] {
  const most = (working: OpenGate["flagged"]): number | null =>
    working.arithmetic === null ? null : Math.max(0, -working.arithmetic.least);
  const { petitions } = open;
  return [
    { id: "flagged", takes: most(gate.flagged), stations: gate.flagged.stations },
    { id: "pending", takes: most(gate.pending), stations: gate.pending.stations },
    {
      id: "petitions",
      takes: petitions.kind === "notLoaded" || petitions.wider > 0 ? null : (gate.petitions?.takes ?? null),
      stations: petitions.kind === "notLoaded" ? 0 : petitions.located + petitions.unlocated,
    },
  ];
}
