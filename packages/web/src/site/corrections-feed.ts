import { utf8 } from "acta/basics";
import type { ContestHome } from "./contest-home.js";
import type { Correction } from "./published-forms.js";
import type { Wording } from "./wording.js";

/** Name of the feed in the folder of each language. */
export const FEED_NAME = "corrections.xml";

/** What a feed is written from. */
export interface FeedRequest {
  readonly wording: Wording;
  /** Name of the ledger: it makes what the feed names the same for all who publish it. */
  readonly origin: string;
  readonly home: ContestHome;
  readonly corrections: readonly Correction[];
  /** When the newest edition was sealed: the time of a feed without entries. */
  readonly sealedAt: string;
}

/**
 * The corrections as an Atom feed (RFC 4287), the newest first. All times are the ledger's, so the same ledger gives the same bytes; its addresses are
 * relative to its own (RFC 3987, section 6.5), because nobody knows where it will stand.
 */
export function correctionsFeed({ wording, origin, home, corrections, sealedAt }: FeedRequest): Uint8Array {
  const { say } = wording;
  const newest = corrections.toReversed();
  const id = `urn:acta:${encodeURIComponent(origin)}`;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${wording.code}">`,
    `<title>${text(`${say("shell.corrections")} · ${wording.pick(home.words.name)}`)}</title>`,
    `<id>${text(`${id}:corrections`)}</id>`,
    `<updated>${text(newest[0]?.recordedAt ?? sealedAt)}</updated>`,
    `<author><name>${text(origin)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${FEED_NAME}"/>`,
    '<link rel="alternate" type="text/html" href="corrections.html"/>',
    ...newest.map((each) => entryOf(wording, id, each)),
    "</feed>",
    "",
  ];
  return utf8(lines.join("\n"));
}

function entryOf(
  wording: Wording,
  id: string,
  { entry, recordedAt, text: said, editions, sheets, election }: Correction,
): string {
  const stations = sheets.map(({ station }) => wording.say("search.station", { code: station }));
  const title = stations.length === 0 ? wording.say("correction.entry", { entry }) : wording.list(stations);
  const numbers = wording.list(editions.map((number) => wording.number(number)));
  const editionsText = wording.say("correction.editions", { count: editions.length, numbers });
  return [
    "<entry>",
    `<title>${text(title)}</title>`,
    `<id>${text(`${id}:${encodeURIComponent(election)}:${entry}`)}</id>`,
    `<updated>${text(recordedAt)}</updated>`,
    `<link rel="alternate" type="text/html" href="corrections.html#entry-${entry}"/>`,
    `<summary>${text(`${said} ${editionsText}`)}</summary>`,
    "</entry>",
  ].join("\n");
}

/** Text in XML: what a stranger wrote stays text, and what XML cannot hold at all is left out (XML 1.0, 2.2). */
function text(given: string): string {
  const allowed = [...given].filter((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return (
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 32 && (code < 0xd800 || code > 0xdfff) && code < 0xfffe) ||
      code > 0xffff
    );
  });
  return allowed.join("").replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}
