import type { ComponentChild } from "preact";
import { wordsIn } from "./history-file.js";
import type { WrittenOffice, WrittenSpan } from "./history-file.js";
import { momentText, spanSentence } from "./office-strips.js";
import type { PageContext } from "./page-kind.js";

/** The times of an office, numbered as in the picture, each with the chain of reasons, the articles and the sources. */
export function OfficeHoldings(props: {
  readonly context: PageContext;
  readonly office: WrittenOffice;
}): ComponentChild {
  const { context, office } = props;
  return (
    <section>
      <h3>{wordsIn(context.wording, office)}</h3>
      <ol class="office-spans">
        {office.spans.map((span) => (
          <li key={`${span.begins} ${span.holder}`} class={span.kind}>
            <p>{spanSentence(context, span)}</p>
            {span.reasons.length > 0 && <Reasons context={context} span={span} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Reasons({ context, span }: { readonly context: PageContext; readonly span: WrittenSpan }): ComponentChild {
  const { wording } = context;
  return (
    <details>
      <summary>{wording.say("offices.reasons", { count: span.reasons.length })}</summary>
      <ul>
        {span.reasons.map((reason) => (
          <li key={reason.event}>
            {momentText(context, reason.at)}: {wordsIn(wording, reason)}
            {reason.article !== "" && ` (${reason.article})`} <Sources context={context} sources={reason.sources} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Where something is read. */
export function Sources(props: { readonly context: PageContext; readonly sources: readonly string[] }): ComponentChild {
  const { context, sources } = props;
  if (sources.length === 0) return null;
  return <span class="quiet">{context.wording.say("offices.sources", { sources: sources.join("; ") })}</span>;
}
