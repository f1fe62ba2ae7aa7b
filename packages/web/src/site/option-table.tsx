import type { ComponentChild } from "preact";
import { inOrder } from "./area-result.js";
import { optionOf } from "./election-words.js";
import type { ElectionWords } from "./election-words.js";
import { headlineName } from "./headline.js";
import { optionClass } from "./option-colour.js";
import type { PageContext } from "./page-kind.js";
import type { AreaFigures } from "./published-forms.js";

/** Where the figures of an option stand on a page, for addresses: an id may hold what an address may not. */
export function optionAnchor(words: ElectionWords, id: string): string {
  return `votes-${words.options.some((option) => option.id === id) ? id.replace(/[^\w-]/g, "_") : ""}`;
}

/** Options with their votes and shares, the first one first, and what the shares are shares of. */
export function OptionTable({
  context,
  figures,
}: {
  readonly context: PageContext;
  readonly figures: AreaFigures;
}): ComponentChild {
  const { wording, home } = context;
  const most = Math.max(1, ...figures.options.map(({ votes }) => votes));
  return (
    <table class="options">
      <caption class="unseen">{wording.say("options.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{wording.say("options.option")}</th>
          <th scope="col">{wording.say("options.share")}</th>
          <th scope="col">{wording.say("options.votes")}</th>
        </tr>
      </thead>
      <tbody>
        {inOrder(figures).map(({ id, votes, shareOfValid }) => {
          const option = optionOf(home.words, id);
          const label = wording.pick(option.label ?? option.name);
          const name = headlineName(wording, home.words, id);
          return (
            <tr key={id} id={optionAnchor(home.words, id)}>
              <th scope="row">
                <span class="option-name">{name}</span>
                {name !== label && <span class="quiet">{label}</span>}
                <svg class="bar thin" viewBox="0 0 1000 6" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="bar-ground" x="0" y="0" width="1000" height="6" />
                  <rect class={optionClass(home.words, id)} x="0" y="0" width={(votes / most) * 1000} height="6" />
                </svg>
              </th>
              <td class="share">{wording.percent(shareOfValid)}</td>
              <td>{wording.number(votes)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={3} class="quiet">
            {wording.say("options.base", { base: figures.validVotes })}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
