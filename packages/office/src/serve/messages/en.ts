/** Texts of this room in English, by key (ICU MessageFormat). */
export const serveEn = {
  "serve.notFound": "there is nothing at this address: the front page lists what is published",
  "serve.noData": "this server has only the published folder: its data files and pointer.json say the same",
  "serve.badAddress": "this address cannot be read: it has a percent sign that encodes nothing",
  "serve.badRequest": "this is not a request that can be read",
  "serve.badParameter":
    "the parameter {parameter} is not what it should be: /api/v1/openapi.json says what each one takes",
  "serve.badUnknown": "there is no parameter {parameter} here; known: {known}",
  "serve.badRepeated": "the parameter {parameter} was given more than once",
  "serve.tooLong": "this address or its headers are too long",
  "serve.method": "this site can only be read: use GET or HEAD",
  "serve.broken": "this answer could not be made: the fault is ours. Please try again later",
  "serve.busy": "too many questions are being worked out: ask again in a few seconds",
  "serve.fullHouse": "no more readers can be told at once: ask pointer.json now and then instead",
  "serve.portTaken":
    "port {port, number, ::group-off} of {host} is taken or not allowed: choose another one with --port, or 0 for a free one",
  "serve.badHost": "this machine has no address {host}: 127.0.0.1 is this machine only, 0.0.0.0 all of its addresses",
  "serve.badPort": "{text} is not a port: a whole number from 0 to 65535",
  "serve.noFolder": "there is no such folder",
  "serve.notPublished":
    "nothing is published in this folder: acta publish makes one, or give a data folder with --data",
  "serve.toFront": "To the front page",
  "serve.edition": "edition {number, number}",
  "serve.plainTitle": "Published editions of {origin}",
  "serve.plainVerify": "Verify it yourself",
  "serve.synthetic": "Made up: this did not happen.",
  "serve.drill": "Drill: this did not happen.",
};
