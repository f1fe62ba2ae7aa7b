import type { ComponentChild } from "preact";
import { renderToString } from "preact-render-to-string";
import { languageOf } from "./wording.js";
import type { LanguageCode } from "./wording.js";

/** What stands around the body of a page: enough to be shown, shared and brought to life. */
export interface PageDocument {
  readonly language: LanguageCode;
  readonly title: string;
  readonly description: string;
  /** What the whole site is about: the name of the election. */
  readonly site: string;
  /** Address and title of the feed of corrections. */
  readonly feed: string;
  readonly feedTitle: string;
  /** From the page up to the folder. */
  readonly root: string;
  /** Style sheets of the elections, beside the site's own. */
  readonly styles: readonly string[];
  /** What its script is made of, and files that it reads whatever it is asked for: a browser asks for all at once. Paths in the folder. */
  readonly modules: readonly string[];
  readonly files: readonly string[];
  /** What the script finds on the body. */
  readonly data: Readonly<Record<`data-${string}`, string>>;
  readonly body: ComponentChild;
}

/**
 * Nothing from anybody else, no script or style inside a page: a name from a hostile file that got past escaping still could not run.
 * `img-src data:` is for the icon in the page's head.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src 'self'; base-uri 'none'; form-action 'self'";

/** A square in the ink of the page: browsers ask for an icon where none is named. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath d='M1 1h6v6H1z'/%3E%3C/svg%3E";

/** The bytes of a page. */
export function pageBytes(page: PageDocument): Uint8Array {
  const { language, title, description, root, styles, data, body } = page;
  const html = renderToString(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <meta name="description" content={description} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:type" content="article" />
        <meta property="og:site_name" content={page.site} />
        <meta property="og:locale" content={languageOf(language).locale.replace("-", "_")} />
        <meta name="twitter:card" content="summary" />
        <link rel="alternate" type="application/atom+xml" title={page.feedTitle} href={page.feed} />
        <link rel="icon" href={ICON} />
        <link rel="stylesheet" href={`${root}assets/style.css`} />
        {styles.map((path) => (
          <link key={path} rel="stylesheet" href={`${root}${path}`} />
        ))}
        <script type="module" src={`${root}assets/alive.js`} />
        {page.modules.map((path) => (
          <link key={path} rel="modulepreload" href={`${root}${path}`} />
        ))}
        {page.files.map((path) => (
          <link key={path} rel="preload" as="fetch" crossOrigin="anonymous" href={`${root}${path}`} />
        ))}
      </head>
      <body {...data}>{body}</body>
    </html>,
  );
  return new TextEncoder().encode(`<!doctype html>\n${html}\n`);
}
