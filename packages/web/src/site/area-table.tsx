import type { ComponentChild } from "preact";
import type { ChildArea } from "./area-children.js";
import { labelOf } from "./headline.js";
import { optionClass } from "./option-colour.js";
import type { PageContext } from "./page-kind.js";
import type { AreaFigures } from "./published-forms.js";

/** A row of a table of areas. */
export interface AreaRow extends ChildArea {
  readonly href: string;
  readonly shownName: string;
}

/** Options that have a column of their own: those that lead in the whole. */
const MOST_COLUMNS = 3;

/** Areas side by side: share of the first options, margin, and how far the count has come. Any column sorts. */
export function AreaTable(props: {
  readonly context: PageContext;
  readonly caption: string;
  readonly rows: readonly AreaRow[];
  /** Whose first options have columns: the area that the rows are parts of. */
  readonly figures: AreaFigures;
  /** What the first column is called. */
  readonly what: string;
}): ComponentChild {
  const { context, caption, rows, figures, what } = props;
  const { wording, home } = context;
  const { say } = wording;
  const shown = figures.options.toSorted((a, b) => b.votes - a.votes).slice(0, MOST_COLUMNS);
  return (
    <table class="areas sortable">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          {shown.map(({ id }, at) => (
            <th key={id} scope="col" class={at < 2 ? undefined : "wide"}>
              <span class={`swatch ${optionClass(home.words, id)}`} />
              {labelOf(wording, home.words, id)}
            </th>
          ))}
          <th scope="col">{say("areas.margin")}</th>
          <th scope="col" class="wide">
            {say("areas.valid")}
          </th>
          <th scope="col" class="wide">
            {say("areas.counted")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.code} context={context} row={row} options={shown.map(({ id }) => id)} />
        ))}
      </tbody>
    </table>
  );
}

/** On a phone only the first two options have a column. */
function classOf(leads: boolean, at: number): string | undefined {
  return [leads ? "leads" : "", at < 2 ? "" : "wide"].join(" ").trim() || undefined;
}

function Row(props: {
  readonly context: PageContext;
  readonly row: AreaRow;
  readonly options: readonly string[];
}): ComponentChild {
  const { context, row, options } = props;
  const { wording, home } = context;
  const [first, second] = row.votes.toSorted((a, b) => b.votes - a.votes);
  const margin = (first?.votes ?? 0) - (second?.votes ?? 0);
  const leader = margin > 0 && first !== undefined ? first.option : null;
  return (
    <tr>
      <th scope="row">
        <a href={row.href}>{row.shownName}</a>
      </th>
      {options.map((id, at) => {
        const votes = row.votes.find(({ option }) => option === id)?.votes ?? 0;
        return (
          <td
            key={id}
            class={classOf(id === leader, at)}
            data-sort={row.validVotes === 0 ? -1 : votes / row.validVotes}
          >
            {wording.points({ numerator: votes, denominator: row.validVotes }, 1)}
          </td>
        );
      })}
      <td data-sort={margin}>
        {leader !== null && (
          <span class={`swatch ${optionClass(home.words, leader)}`} title={labelOf(wording, home.words, leader)} />
        )}
        {leader === null && row.validVotes > 0 ? wording.say("areas.tied") : wording.number(margin)}
      </td>
      <td class="wide" data-sort={row.validVotes}>
        {wording.number(row.validVotes)}
      </td>
      <td class="wide" data-sort={row.stations === 0 ? -1 : row.counted / row.stations}>
        {wording.points({ numerator: row.counted, denominator: row.stations }, 1)}
      </td>
    </tr>
  );
}
