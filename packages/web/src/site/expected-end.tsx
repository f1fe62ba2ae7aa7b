import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { chanceText } from "./chance-text.js";
import { headlineName } from "./headline.js";
import type { PageContext } from "./page-kind.js";
import { projectedEnds } from "./projected-ends.js";
import { PROJECTING_PAGE } from "./projected-file.js";
import type { ProjectedEnds } from "./projected-file.js";
import type { AreaFigures } from "./published-forms.js";

/** What the edition that is shown lets expect of the end; `projected` is null where no honest number could be given of it. */
type ExpectedEnd = ProjectedEnds["editions"][number];

/** Reads it, where the count is open and somebody has published projections; one that only our source lacks sheets of is done, and nothing is asked for. */
export async function expectedEnd(
  context: PageContext,
  { stations }: AreaFigures,
): Promise<Result<ExpectedEnd | null>> {
  if (stations.total - stations.counted <= stations.notCollected) return succeed(null);
  const published = await projectedEnds(context);
  if (!published.ok) return published;
  const { number } = context.edition;
  return succeed(published.value?.editions.find((each) => each.number === number) ?? null);
}

/** The projection in one sentence, with its edition and its base: what it is comes before what it says, and nobody has won. */
export function ExpectedEndView(props: { readonly context: PageContext; readonly end: ExpectedEnd }): ComponentChild {
  const { context, end } = props;
  const { wording, links } = context;
  const { say } = wording;
  return (
    <section class="expected-end" id="expected">
      <h2>{say("expected.title")}</h2>
      <p>{end.projected === null ? say("expected.none") : sentence(context, end.projected)}</p>
      <p class="quiet">
        {end.projected !== null && (
          <>
            <a href={`${links.shell("timeline.html")}#projected`}>{say("expected.timeline")}</a> ·{" "}
          </>
        )}
        <a href={links.top(PROJECTING_PAGE)}>{say("projecting.title")}</a>
      </p>
    </section>
  );
}

function sentence(
  { wording, home, edition }: PageContext,
  { of, over, expected, interval50, interval90, pLead, base }: NonNullable<ExpectedEnd["projected"]>,
): string {
  const { say, signed, percent } = wording;
  const [low50, high50] = interval50.map((bound) => signed(bound));
  const [low90, high90] = interval90.map((bound) => signed(bound));
  const name = headlineName(wording, home.words, of);
  return [
    say("expected.base", {
      number: edition.number,
      share: percent({ numerator: base.counted, denominator: base.stations }, 1),
      registered: percent({ numerator: base.registeredCounted, denominator: base.registered }, 1),
    }),
    say("expected.margin", {
      name,
      rival: headlineName(wording, home.words, over),
      expected: signed(expected),
      low50: low50 ?? "",
      high50: high50 ?? "",
      low90: low90 ?? "",
      high90: high90 ?? "",
    }),
    pLead === null ? say("expected.range") : say("expected.chance", { name, chance: chanceText(wording, pLead) }),
  ].join(" ");
}
