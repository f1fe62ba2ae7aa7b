/** Texts of `acta serve` in English, by key (ICU MessageFormat). */
export const serveCommandEn = {
  "demo.serveNext": "The pages for readers, served here: npx acta serve --data {data}",
  "flag.demoServe": "serves the pages at the end, until Ctrl-C; without it only where CI is not set",
  "flag.host": "address of this machine to listen at; 0.0.0.0 for all of them",
  "flag.port": "port to listen at; 0 for one that is free",
  "flag.publishedFolder": "published folder to serve; with --data, where that data folder is published to",
  "serve.brief": "Serves the published record, its API and live news",
  "serve.ended":
    "Ended. {readers, plural, =0 {Nobody was waiting for news.} one {One reader was waiting for news.} other {# readers were waiting for news.}}",
  "serve.full":
    "The same files as acta publish, for readers; /api/v1 answers the questions of the commands in the same JSON, /api/v1/events tells of each new edition. It needs no configuration, changes nothing in the ledger, and publishes again when that grows. Ctrl-C ends it.",
  "serve.listening":
    "{address}\n{editions, plural, one {One edition} other {# editions}} of {size, number} entries, from {folder}. The API: {address}api/v1/openapi.json. Ctrl-C ends it.",
  "serve.publishFailed": "publishing did not go through: {why}",
  "serve.published":
    "Published: {size, number} entries, {editions, plural, one {one edition} other {# editions}}; {written, plural, =0 {nothing had changed} one {one file written} other {# files written}}.",
  "serve.publishing": "Publishing {data}...",
  "serve.renewed":
    "New publication: {size, number} entries; {readers, plural, =0 {no reader} one {one reader} other {# readers}} told.",
};
