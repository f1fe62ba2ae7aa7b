import type { ComponentChild } from "preact";
import type { CountCourse } from "./count-course.js";
import { movesOf } from "./course-lead.js";
import type { EditionChange } from "./edition-change.js";
import { labelOf } from "./headline.js";
import type { PageContext } from "./page-kind.js";

/** Areas that are named. */
const MOST_AREAS = 10;

/** What moved the lead between the shown edition and the one before it: by what happened to sheets, and by area. */
export function MovedTable(props: {
  readonly context: PageContext;
  readonly course: CountCourse;
  readonly change: EditionChange;
}): ComponentChild {
  const { context, course, change } = props;
  const { wording, home, edition } = context;
  const { say, number, signed } = wording;
  const { before, was, now } = change;
  const steps = course.steps.filter(({ from, to }) => from === before.number && to === edition.number);
  const [option, rival] = [steps[0]?.option ?? change.first, steps[0]?.rival ?? change.second];
  const votes = (figures: EditionChange["was"], id: string): number =>
    figures.options.find((each) => each.id === id)?.votes ?? 0;
  const [then, today] = [was, now].map((figures) => votes(figures, option) - votes(figures, rival));
  const [from = 0, to = 0] = [then, today];
  const names = { name: labelOf(wording, home.words, option), rival: labelOf(wording, home.words, rival) };
  const moves = movesOf(steps);
  return (
    <section class="moved">
      <h2>{say("moved.title", { number: before.number, now: edition.number })}</h2>
      <p>{say("moved.lead", { ...names, from: signed(from), to: signed(to), change: signed(to - from) })}</p>
      {moves.length === 0 ? (
        <p class="quiet">{say(from === to ? "moved.nothing" : "moved.otherOrder")}</p>
      ) : (
        <table class="moved-table plain">
          <caption>{say("moved.caption", names)}</caption>
          <thead>
            <tr>
              <th scope="col">{say("moved.kind")}</th>
              <th scope="col">{say("moved.sheets")}</th>
              <th scope="col">{say("moved.votes")}</th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ kind, sheets, change: by }) => (
              <tr key={kind}>
                <th scope="row">{say(`moved.${kind}`)}</th>
                <td>{number(sheets)}</td>
                <td>{by === 0 ? "=" : signed(by)}</td>
              </tr>
            ))}
            <tr class="sum">
              <th scope="row">{say("moved.sum")}</th>
              <td>{number(moves.reduce((sum, { sheets }) => sum + sheets, 0))}</td>
              <td>{signed(to - from)}</td>
            </tr>
          </tbody>
        </table>
      )}
      {change.areas.length > 0 && <MovedAreas context={context} change={change} />}
    </section>
  );
}

function MovedAreas({
  context,
  change,
}: {
  readonly context: PageContext;
  readonly change: EditionChange;
}): ComponentChild {
  const { wording, home } = context;
  const { areas, first, second } = change;
  const names = { name: labelOf(wording, home.words, first), rival: labelOf(wording, home.words, second) };
  const rest = areas.slice(MOST_AREAS);
  const sum = rest.reduce((total, { moved }) => total + moved, 0);
  return (
    <table class="moved-table plain">
      <caption>{wording.say("moved.areas", names)}</caption>
      <thead>
        <tr>
          <th scope="col">{wording.say("moved.area")}</th>
          <th scope="col">{wording.say("moved.votes")}</th>
        </tr>
      </thead>
      <tbody>
        {areas.slice(0, MOST_AREAS).map(({ name, moved }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{wording.signed(moved)}</td>
          </tr>
        ))}
        {rest.length > 0 && (
          <tr>
            <th scope="row">{wording.say("moved.otherAreas", { count: rest.length })}</th>
            <td>{wording.signed(sum)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
