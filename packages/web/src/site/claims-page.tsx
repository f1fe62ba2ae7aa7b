import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { claimsForm, claimsPath } from "./claims-file.js";
import type { ClaimsFile, PublishedClaim } from "./claims-file.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import { textsIn } from "./wording.js";
import type { Wording } from "./wording.js";

/** The order in which verdicts are summed up, from the best to the worst. */
const VERDICTS = ["exact", "rounding", "rightAtTheTime", "partly", "wrong", "notCheckable"] as const;

/** Published claims, each with its verdict in words, the right value, what it rests on and whom it contradicts. */
export async function loadClaimsPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home, links, data, claims } = context;
  const empty: ClaimsFile = { facts: 0, editions: 0, moments: 0, claims: [] };
  const read = claims === null ? succeed(empty) : await data.json(claimsPath(claims), claimsForm);
  if (!read.ok) return read;
  const title = wording.say("claims.title");
  const description = wording.say("claims.count", { count: read.value.claims.length });
  return succeed({
    title: `${title} · ${wording.pick(home.words.name)}`,
    description,
    trail: [{ name: wording.pick(home.words.name), href: links.front() }],
    about: null,
    content: (
      <section class="claims">
        <h1>{title}</h1>
        <p>{wording.say("claims.intro", { ...against(read.value), count: read.value.claims.length })}</p>
        {read.value.claims.length > 0 && <Sums wording={wording} claims={read.value.claims} />}
        <ol class="claims-list">
          {read.value.claims.map((claim) => (
            <li key={claim.id} id={`claim-${claim.id}`}>
              <Claim wording={wording} claim={claim} />
            </li>
          ))}
        </ol>
        {claims !== null && (
          <p class="quiet">
            <a href={links.file(claimsPath(claims))}>{wording.say("claims.file")}</a>
          </p>
        )}
      </section>
    ),
  });
}

function against({ facts, editions, moments }: ClaimsFile) {
  return { facts, editions, moments };
}

function Sums(props: { readonly wording: Wording; readonly claims: readonly PublishedClaim[] }): ComponentChild {
  const { wording, claims } = props;
  return (
    <table class="claims-sums">
      <caption>{wording.say("claims.sums")}</caption>
      <tbody>
        {VERDICTS.map((verdict) => (
          <tr key={verdict}>
            <th scope="row">{wording.say(`verdict.${verdict}`)}</th>
            <td>{wording.number(claims.filter((each) => each.verdict === verdict).length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Claim(props: { readonly wording: Wording; readonly claim: PublishedClaim }): ComponentChild {
  const { wording, claim } = props;
  const { reason, parts } = textsIn({ es: claim.es, en: claim.en }, wording.code) ?? claim.es;
  const { id, statement, claimed, unit, asOf, source, rule, contradicts } = claim;
  return (
    <>
      <h2>
        {id} · {wording.say(`verdict.${claim.verdict}`)}
      </h2>
      <blockquote>{statement}</blockquote>
      <p class="quiet">{wording.say("claims.said", { claimed, unit, asOf: asOf === "" ? "–" : asOf, source })}</p>
      {parts.map(({ value, at, working }, index) => (
        <div key={index}>
          {value !== "" && (
            <p>
              {wording.say(at === "" ? "claims.found" : "claims.last", { at })} <strong>{value}</strong>
            </p>
          )}
          {working.length > 0 && (
            <ul class="quiet">
              {working.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
      {reason !== "" && <p>{wording.say("claims.reason", { reason })}</p>}
      {rule !== null && (
        <p class="quiet">
          {wording.say("claims.rule", { rule: rule.id, article: rule.article === "" ? "–" : rule.article })}
        </p>
      )}
      {contradicts.length > 0 && (
        <p>
          {wording.say("claims.contradicts")}{" "}
          {contradicts.map((other, index) => (
            <>
              {index > 0 && ", "}
              <a href={`#claim-${other}`}>{other}</a>
            </>
          ))}
        </p>
      )}
    </>
  );
}
