import type { ComponentChild } from "preact";
import { CLAIMS_PAGE } from "./claims-file.js";
import { OFFICES_PAGE } from "./history-file.js";
import { CorrectionNotice } from "./correction-notice.js";
import type { PageContext, LoadedPage } from "./page-kind.js";
import { PAGE_KINDS, pageKindOf } from "./page-kinds.js";
import { languageFolder, queryText } from "./page-links.js";
import type { PageAddress, PageLinks } from "./page-links.js";
import { Meanings } from "./terms.js";
import { LANGUAGES, languageOf } from "./wording.js";
import type { LanguageCode, Wording } from "./wording.js";

/** A page inside its frame. */
export interface FramedPage {
  readonly context: PageContext;
  readonly kind: string;
  readonly address: PageAddress;
  readonly page: LoadedPage;
}

/** The whole body: the way to the content first, then who, where and when; the foot says where the figures come from. */
export function PageBody({ context, kind, address, page }: FramedPage): ComponentChild {
  const { wording, links } = context;
  if (pageKindOf(kind)?.bare === true)
    return (
      <main id="content" class="bare" tabIndex={-1}>
        <EditionNotice context={context} address={address} />
        <CorrectionNotice context={context} about={page.about} address={address} />
        {page.content}
      </main>
    );
  return (
    <>
      <a class="skip" href="#content">
        {wording.say("frame.skip")}
      </a>
      <PageHeader context={context} address={address} kind={kind} />
      <main id="content" tabIndex={-1}>
        <EditionNotice context={context} address={address} />
        <CorrectionNotice context={context} about={page.about} address={address} />
        {page.trail.length > 0 && <Trail wording={wording} trail={page.trail} />}
        {page.content}
      </main>
      <PageFoot context={context} links={links} />
      <Meanings wording={wording} />
    </>
  );
}

function PageHeader(props: {
  readonly context: PageContext;
  readonly address: PageAddress;
  readonly kind: string;
}): ComponentChild {
  const { wording, home, links } = props.context;
  return (
    <header class="masthead">
      <div class="name">
        <a href={links.front()}>{wording.pick(home.words.name)}</a>
        {home.words.contests.length > 1 && <span> · {wording.pick(home.contest.name)}</span>}
      </div>
      <nav aria-label={wording.say("frame.menu")}>
        <ul class="menu">
          {PAGE_KINDS.map(({ id, shell, menu }) =>
            menu === null ? null : (
              <li key={id}>
                <a
                  href={shell === null ? links.front() : links.shell(shell)}
                  aria-current={id === props.kind ? "page" : undefined}
                >
                  {wording.say(menu)}
                </a>
              </li>
            ),
          )}
          {props.context.claims !== null && (
            <li>
              <a href={links.top(CLAIMS_PAGE)} aria-current={props.kind === "claims" ? "page" : undefined}>
                {wording.say("menu.claims")}
              </a>
            </li>
          )}
          {props.context.history !== null && (
            <li>
              <a href={links.top(OFFICES_PAGE)} aria-current={props.kind === "offices" ? "page" : undefined}>
                {wording.say("menu.offices")}
              </a>
            </li>
          )}
        </ul>
      </nav>
      <Languages links={links} current={wording.code} address={props.address} />
    </header>
  );
}

/** The same page in the other languages, each named in itself. */
export function Languages(props: {
  readonly links: PageLinks;
  readonly current: LanguageCode;
  readonly address: PageAddress;
}): ComponentChild {
  const { root } = props.links.place;
  return (
    <p class="languages">
      {LANGUAGES.filter((code) => code !== props.current).map((code) => (
        <a
          key={code}
          href={`${root}${languageFolder(code)}${props.address.path}${queryText(props.address.query)}`}
          lang={code}
          hreflang={code}
        >
          {languageOf(code).name}
        </a>
      ))}
    </p>
  );
}

/** What must be known before any figure: that nothing of it happened, or that it is an earlier moment. */
function EditionNotice(props: { readonly context: PageContext; readonly address: PageAddress }): ComponentChild {
  const { wording, home, edition, links, editionFile } = props.context;
  const newest = home.editions.at(-1);
  const isOld = newest !== undefined && newest.number !== edition.number;
  const { provenance } = editionFile;
  const { edition: _, ...query } = props.address.query;
  const here = `${links.place.root}${links.folder}${props.address.path}`;
  return (
    <>
      {provenance !== "real" && <p class="notice made-up">{wording.say(`site.${provenance}`)}</p>}
      {isOld && (
        <p class="notice earlier">
          {wording.say("frame.earlier", {
            number: edition.number,
            moment: wording.moment(edition.asOf, home.words.timeZone),
          })}{" "}
          <a href={`${here}${queryText(query)}`}>{wording.say("frame.toNewest")}</a>
        </p>
      )}
    </>
  );
}

function Trail(props: { readonly wording: Wording; readonly trail: LoadedPage["trail"] }): ComponentChild {
  return (
    <nav aria-label={props.wording.say("frame.trail")}>
      <ol class="trail">
        {props.trail.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function PageFoot({ context, links }: { readonly context: PageContext; readonly links: PageLinks }): ComponentChild {
  const { wording, home, edition, editionFile } = context;
  const authority = home.words.authority.name;
  return (
    <footer class="foot">
      <p>
        {wording.say("foot.edition", {
          number: edition.number,
          id: edition.id,
          moment: wording.moment(edition.asOf, home.words.timeZone),
        })}
      </p>
      <p>{wording.say(editionFile.mode === "reported" ? "foot.reported" : "foot.ofRecord", { authority })}</p>
      <p>
        {wording.say("foot.check")} <a href={links.shell("check.html")}>{wording.say("foot.checkLink")}</a> ·{" "}
        <a href={links.file(`data/${edition.root}.json`)}>{wording.say("foot.data")}</a> ·{" "}
        <a href={links.shell("corrections.html")}>{wording.say("foot.corrections")}</a>
      </p>
      {home.editions.length > 1 && <Editions context={context} />}
    </footer>
  );
}

function Editions({ context }: { readonly context: PageContext }): ComponentChild {
  const { wording, home, edition, links } = context;
  const newest = home.editions.at(-1);
  return (
    <details class="editions">
      <summary>{wording.say("foot.editions", { count: home.editions.length })}</summary>
      <ul>
        {home.editions.toReversed().map((each) => (
          <li key={each.id}>
            <a
              href={links.at(each === newest ? null : each.number).front()}
              aria-current={each.number === edition.number ? "true" : undefined}
            >
              {wording.say("foot.editionLink", {
                number: each.number,
                moment: wording.shortMoment(each.asOf, home.words.timeZone),
              })}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
