import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { parseInstant } from "acta/basics";
import type { Instant } from "acta/basics";
import type { FollowEvent } from "./follow-event.js";
import type { Pace } from "./pace.js";

// What the tests of this room share: an invented election of a few stations, a server on the loopback, and a pace that never waits.

/** A definition with two options; `clock` names the column of the source's clock, or none. */
export function sampleDefinition(clock: string, extra = ""): string {
  return `format: acta-election/1
id: sample
name: { es: Elección de prueba, en: Sample election }
country: XX
date: 2030-01-06
timeZone: America/Lima
provenance: drill
authority: { name: Nobody }
options:
  - { id: sun, name: { es: Sol, en: Sun } }
  - { id: moon, name: { es: Luna, en: Moon } }
contests:
  - id: mayor
    name: { es: Alcaldía, en: Mayor }
    options: [sun, moon]
    cells: [blank, "null", voters]
    outcome: { rule: plurality, winners: 1, article: "Art. 1" }
trees:
  - id: geographic
    name: { es: Geografía, en: Geography }
    codes: sample
    root: { code: XX, level: country, name: { es: País, en: Country } }
    levels: [{ id: district, name: { es: distrito, en: district } }]
statuses:
  - { id: counted, name: { es: contabilizada, en: counted }, state: counted, words: [[C]] }
  - { id: annulled, name: { es: anulada, en: annulled }, state: annulled, resolved: true, words: [[A]] }
  - { id: referred, name: { es: al jurado, en: referred }, state: referred, flags: [other], words: [[J]] }
  - { id: pending, name: { es: pendiente, en: pending }, state: pending, words: [[P]] }
annulledFigures: asDecided
sources:
  - id: feed
    title: { es: Fuente, en: Feed }
    delivers: full
    parts:
      - id: sheets
        station: station
        ${clock === "" ? "" : `asOf: ${clock}`}
        roll:
          registered: registered
          trees: { geographic: { district: { code: district } } }
        sheets:
          - contest: mayor
            status: [status]
            cells: { sun: sun, moon: moon, blank: blank, "null": "null", voters: voters }
${extra}`;
}

/** A row: station, status, sun, moon. */
export type SampleRow = readonly [station: string, status: "C" | "A" | "J" | "P", sun: number, moon: number];

/** A file of the sample; the moment stands in every row, or is another for the rows from `tornFrom` on. */
export function sampleFile(
  moment: string,
  rows: readonly SampleRow[],
  tornFrom = rows.length,
  tornMoment = "",
): string {
  const lines = rows.map(([station, status, sun, moon], at) =>
    [station, "d1", 300, status, sun, moon, 0, 0, sun + moon, at < tornFrom ? moment : tornMoment].join(","),
  );
  return ["station,district,registered,status,sun,moon,blank,null,voters,moment", ...lines, ""].join("\n");
}

/** Answers one request; `asked` counts the requests before this one. */
export type Answer = (request: IncomingMessage, response: ServerResponse, asked: number) => void;

/** A server on the loopback. */
export interface LoopbackServer {
  readonly address: string;
  readonly asked: IncomingMessage[];
  readonly close: () => Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1. */
export async function serve(answer: Answer): Promise<LoopbackServer> {
  const asked: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request);
    answer(request, response, asked.length - 1);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sends bytes as a good server does: with an ETag, a length, and 304 for those who have them. */
export function sendBytes(request: IncomingMessage, response: ServerResponse, bytes: Uint8Array): void {
  const etag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;
  if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
  else response.writeHead(200, { etag, "content-length": bytes.length }).end(bytes);
}

/** A pace whose waits take no time: it only moves its clock on, and writes the waits down. */
export interface SamplePace extends Pace {
  readonly waits: number[];
}

/** Makes a pace that begins at a moment; its chance is always one half. */
export function samplePace(begin = "2030-01-06T22:00:00Z"): SamplePace {
  let clock = Date.parse(begin);
  const waits: number[] = [];
  return {
    waits,
    now: () => instantAt(clock),
    random: () => 0.5,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      clock += milliseconds;
      return Promise.resolve();
    },
  };
}

function instantAt(milliseconds: number): Instant {
  const instant = parseInstant(new Date(milliseconds).toISOString());
  if (instant === undefined) throw new Error("not a time");
  return instant;
}

/** The kinds of events, in order. */
export function kindsOf(events: readonly FollowEvent[]): readonly string[] {
  return events.map((event) => event.kind);
}
