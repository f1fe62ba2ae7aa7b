import type { ComponentChild } from "preact";
import { labelOf } from "./headline.js";
import type { PageContext } from "./page-kind.js";
import type { OpenFile, OpenGate } from "./published-forms.js";

/** The least and the most that a lead can become; null where nothing bounds it, or it is not known. */
interface LeadCase {
  readonly id: "byArithmetic" | "asFiled" | "withPetitions";
  readonly range: { readonly least: number; readonly most: number } | null;
  /** Why there is none. */
  readonly why: "unbounded" | "notLoaded";
}

/** Drawing units over the whole width, and the height of a bar. */
const WIDTH = 1000;
const BAR = 18;

/** The lead today, and how far all that is open could move it, at worst and at best: hatched where contested. */
export function DisputeRange({
  context,
  open,
}: {
  readonly context: PageContext;
  readonly open: OpenFile;
}): ComponentChild {
  const { wording, home } = context;
  const closest = open.gates.find(({ gate }) => gate.kind === "ahead");
  if (closest === undefined || closest.gate.kind !== "ahead") return <p>{wording.say("disputes.noLead")}</p>;
  const { option, rival } = closest.gate;
  const cases = casesOf(closest, open);
  const names = { name: labelOf(wording, home.words, option), rival: labelOf(wording, home.words, rival) };
  const ends = [0, closest.slack, ...cases.flatMap(({ range }) => (range === null ? [] : [range.least, range.most]))];
  const [low, high] = [Math.min(...ends), Math.max(...ends, 1)];
  const x = (votes: number): number => ((votes - low) * WIDTH) / (high - low);
  return (
    <figure class="range">
      <figcaption>
        <h2>{wording.say("disputes.range")}</h2>
        <p class="quiet">{wording.say("disputes.rangeSubtitle", names)}</p>
      </figcaption>
      <svg class="range-drawing" viewBox={`0 0 ${WIDTH} ${(cases.length + 1) * 2 * BAR}`} aria-hidden="true">
        <defs>
          <pattern id="range-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="hatch-ground" width="6" height="6" />
            <rect class="hatch-line" width="2.4" height="6" />
          </pattern>
        </defs>
        <line class="zero" x1={x(0)} x2={x(0)} y1="0" y2={(cases.length + 1) * 2 * BAR} />
        <rect
          class="today"
          x={x(Math.min(0, closest.slack))}
          y="4"
          width={Math.abs(x(closest.slack) - x(0))}
          height={BAR}
        />
        {cases.map(({ id, range }, at) => (
          <rect
            key={id}
            class={range === null ? "unknown" : "contested"}
            x={range === null ? 2 : x(range.least)}
            y={(at + 1) * 2 * BAR + 4}
            width={range === null ? WIDTH - 4 : Math.max(3, x(range.most) - x(range.least))}
            height={BAR}
          />
        ))}
      </svg>
      <RangeTable context={context} slack={closest.slack} cases={cases} />
    </figure>
  );
}

function RangeTable(props: {
  readonly context: PageContext;
  readonly slack: number;
  readonly cases: readonly LeadCase[];
}): ComponentChild {
  const { context, slack, cases } = props;
  const { wording } = context;
  return (
    <table class="plain">
      <thead>
        <tr>
          {["case", "worst", "best"].map((column) => (
            <th key={column} scope="col">
              {wording.say(`disputes.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{wording.say("disputes.today")}</th>
          <td colSpan={2}>{wording.signed(slack)}</td>
        </tr>
        {cases.map(({ id, range, why }) => (
          <tr key={id}>
            <th scope="row">{wording.say(`disputes.${id}`)}</th>
            {range === null ? (
              <td colSpan={2}>{wording.say(`disputes.${why}`)}</td>
            ) : (
              <>
                <td>{wording.signed(range.least)}</td>
                <td>{wording.signed(range.most)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Open sheets by arithmetic, and as filed or annulled; then with all that petitions could take as well. */
function casesOf(gate: OpenGate, open: OpenFile): readonly LeadCase[] {
  const { arithmetic, asFiledOrAnnulled } = gate.bounds;
  const isBounded = open.petitions.kind === "loaded" && open.petitions.wider === 0 && gate.petitions !== null;
  const takes = gate.petitions?.takes ?? 0;
  return [
    { id: "byArithmetic", range: arithmetic, why: "unbounded" },
    { id: "asFiled", range: asFiledOrAnnulled, why: "unbounded" },
    {
      id: "withPetitions",
      range:
        isBounded && asFiledOrAnnulled !== null
          ? { least: asFiledOrAnnulled.least - takes, most: asFiledOrAnnulled.most }
          : null,
      why: open.petitions.kind === "notLoaded" ? "notLoaded" : "unbounded",
    },
  ];
}
