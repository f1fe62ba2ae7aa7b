import type { ComponentChild } from "preact";
import { wordsIn } from "./history-file.js";
import type { WrittenCase, WrittenFinding } from "./history-file.js";
import { Sources } from "./office-holdings.js";
import { momentText } from "./office-strips.js";
import type { PageContext } from "./page-kind.js";

/** A sign for whoever looks; the word beside it says the same. */
const SIGNS: Readonly<Record<WrittenFinding["verdict"], string>> = {
  met: "✓",
  unmet: "✗",
  undetermined: "?",
  notReached: "·",
};

/** A case: where it stands, and below that its steps and what may happen next; of one that is over they open by its name. */
export function OfficeCase(props: { readonly context: PageContext; readonly of: WrittenCase }): ComponentChild {
  const { context, of } = props;
  const { name, state } = wordsIn(context.wording, of);
  const title = (
    <h3>
      {name}: {state}
    </h3>
  );
  if (of.next.length === 0)
    return (
      <details class="case-over" id={`case-${of.case}`}>
        <summary>
          {title} <span class="quiet">{daysOfCase(context, of)}</span>
        </summary>
        <CaseSteps context={context} of={of} />
      </details>
    );
  return (
    <article id={`case-${of.case}`}>
      {title}
      <CaseSteps context={context} of={of} />
    </article>
  );
}

/** The days of its last step: cases of one name are told apart by them. */
function daysOfCase(context: PageContext, { steps }: WrittenCase): string {
  const last = steps.at(-1);
  return last === undefined ? "" : momentText(context, last.at);
}

function CaseSteps(props: { readonly context: PageContext; readonly of: WrittenCase }): ComponentChild {
  const { context, of } = props;
  const { wording } = context;
  return (
    <>
      <p class="quiet">
        {wording.say("officeCase.rule", { id: of.case, article: of.article === "" ? "–" : of.article })}
      </p>
      <ol>
        {of.steps.map((step) => (
          <li key={step.event}>
            <Step context={context} step={step} />
          </li>
        ))}
      </ol>
      {of.next.length > 0 && <h4>{wording.say("officeCase.next")}</h4>}
      {of.next.map((step) => (
        <NextStep key={step.step} context={context} step={step} />
      ))}
    </>
  );
}

function Step(props: { readonly context: PageContext; readonly step: WrittenCase["steps"][number] }): ComponentChild {
  const { context, step } = props;
  const { what, text, findings } = wordsIn(context.wording, step);
  return (
    <>
      <p>
        {momentText(context, step.at)}: {what}
        {step.article !== "" && ` (${step.article})`}
      </p>
      {text !== "" && <p>{text}</p>}
      <Findings context={context} findings={findings} />
      <p>
        <Sources context={context} sources={step.sources} />
      </p>
    </>
  );
}

function NextStep(props: {
  readonly context: PageContext;
  readonly step: WrittenCase["next"][number];
}): ComponentChild {
  const { context, step } = props;
  const { wording } = context;
  const { name, by, needs, findings, leadsTo } = wordsIn(wording, step);
  return (
    <div class="next-step">
      <p>
        <strong>{name}</strong> · {wording.say(`officeWhen.${step.when}`)} · {by}
        {step.article !== "" && ` (${step.article})`}
      </p>
      {needs.length > 0 && (
        <ul>
          {needs.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
      )}
      <Findings context={context} findings={findings} />
      {leadsTo.length > 0 && <p class="quiet">{wording.say("officeCase.leadsTo", { list: leadsTo.join("; ") })}</p>}
    </div>
  );
}

function Findings(props: {
  readonly context: PageContext;
  readonly findings: readonly WrittenFinding[];
}): ComponentChild {
  const { context, findings } = props;
  if (findings.length === 0) return null;
  return (
    <ul class="findings">
      {findings.map(({ verdict, text, below }) => (
        <li key={text} class={verdict}>
          <strong>
            <span aria-hidden="true">{SIGNS[verdict]}</span> {context.wording.say(`officeFinding.${verdict}`)}
          </strong>
          {`: ${text}`}
          {below.length > 0 && (
            <ul>
              {below.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
