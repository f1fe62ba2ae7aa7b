import { join, resolve } from "node:path";
import { fail, parseCount, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { disputeEn, disputeEs } from "acta/dispute";
import { ledgerEn, ledgerEs } from "acta/ledger";
import type { Language, LanguageCode } from "../../language/index.js";
import { makeLanguage } from "../../language/index.js";
import { publishEn, publishEs } from "../../publish/index.js";
import { SERVE_LIMITS, serveEn, serveEs, serveFolder } from "../../serve/index.js";
import type { RunningServer, ServeRequest } from "../../serve/index.js";
import { learnBulletins } from "../count/bulletin-text.js";
import { catalogOf } from "../catalog.js";
import type { Desk } from "../desk/desk.js";
import { learnDisputes } from "../dispute/disputes-run.js";
import { stopOnSignal } from "../record/follow-frame.js";
import { freshen } from "../desk/fresh-copy.js";
import { growthEvent } from "./growth-event.js";
import { publishApart } from "./publish-apart.js";
import { publishedPointer } from "./published-hold.js";
import { answersFrom, ledgerMark } from "./serve-answers.js";
import { VERSION } from "../desk/version.js";

/** Flags of `acta serve`. */
export interface ServeFlags {
  readonly data?: string;
  readonly folder?: string;
  readonly host: string;
  readonly port: string;
  readonly json: boolean;
}

/** Where a data folder is looked for when nobody says. */
const DATA = "acta-data";
const MOST_PORT = 65_535;
/** As many ports are tried where the next one is as good. */
const PORTS_TRIED = 20;
/** Milliseconds between looks at the ledger. */
const LOOK = 150;

/**
 * Runs `acta serve` until it is told to end.
 * @param nextPort where the port is taken, one of the next is as good.
 */
export async function runServe(desk: Desk, flags: ServeFlags, nextPort = false): Promise<Result<null>> {
  learnServe(desk);
  const port = parseCount(flags.port);
  if (port === undefined || port > MOST_PORT)
    return fail({ code: "serve.badPort", context: { text: flags.port.slice(0, 40) } });
  const source = sourceOf(desk, flags);
  const published = await publishFirst(desk, source, flags);
  if (!published.ok) return published;
  const pointer = publishedPointer(source.folder, desk.now());
  if (!pointer.ok) return pointer;
  const told = new Telling(desk, flags.json);
  const stop = stopOnSignal();
  try {
    const server = await serveNear(nextPort ? PORTS_TRIED : 1, {
      folder: source.folder,
      host: flags.host,
      port,
      desk: source.data === null ? null : answersFrom(desk, source.data),
      languages: { es: reader(desk, "es"), en: reader(desk, "en") },
      version: VERSION,
      limits: SERVE_LIMITS,
      published: (size) => told.renewed(size),
    });
    if (!server.ok) return server;
    told.listening(server.value, source.folder, pointer.value.size, pointer.value.editions.length);
    await keepPublished(desk, source, server.value, stop.signal);
    const readers = server.value.readers();
    await server.value.close();
    told.ended(readers);
    return succeed(null);
  } finally {
    stop.forget();
  }
}

/** Serves at the port, or where others have it at one of the next. */
async function serveNear(tries: number, request: ServeRequest): Promise<Result<RunningServer>> {
  const server = await serveFolder(request);
  const isTaken = !server.ok && server.problem.code === "serve.portTaken";
  if (!isTaken || tries <= 1 || request.port >= MOST_PORT) return server;
  return await serveNear(tries - 1, { ...request, port: request.port + 1 });
}

interface ServeSource {
  /** Null when a published folder is served as it is. */
  readonly data: string | null;
  readonly folder: string;
}

function sourceOf(desk: Desk, { data, folder }: ServeFlags): ServeSource {
  if (folder !== undefined && data === undefined) return { data: null, folder: resolve(desk.cwd, folder) };
  const path = resolve(desk.cwd, data ?? DATA);
  return { data: path, folder: folder === undefined ? join(path, "published") : resolve(desk.cwd, folder) };
}

function learnServe(desk: Desk): void {
  desk.language.learn({ es: { ...ledgerEs, ...publishEs, ...serveEs }, en: { ...ledgerEn, ...publishEn, ...serveEn } });
}

/** What a reader is told in a language: everything that may be refused. */
function reader(desk: Desk, code: LanguageCode): Language {
  const language = makeLanguage(code, catalogOf(code));
  const mine = { ...desk, language };
  learnServe(mine);
  learnDisputes(mine);
  learnBulletins(mine);
  language.learn({ es: disputeEs, en: disputeEn });
  return language;
}

async function publishFirst(desk: Desk, { data, folder }: ServeSource, flags: ServeFlags): Promise<Result<null>> {
  if (data === null) return succeed(null);
  const given = flags.data ?? DATA;
  const fresh = await freshen(desk, data);
  if (!fresh.ok) return fresh;
  // Asked here, so that the reason stands alone on its line.
  const state = growthEvent(desk, data);
  if (!state.ok)
    return fail(state.problem.code === "store.noData" ? { ...state.problem, where: given } : state.problem);
  desk.progress(desk.language.say("serve.publishing", { data: given }));
  const done = await publishApart(desk, data, folder, true);
  desk.progress("");
  if (!done.ok) return done;
  if (!flags.json) desk.print(desk.language.say("serve.published", { ...done.value }));
  return succeed(null);
}

/** Publishes again whenever the ledger has grown. What does not go through is told once, and tried again with the next entries. */
async function keepPublished(
  desk: Desk,
  { data, folder }: ServeSource,
  server: RunningServer,
  signal: AbortSignal,
): Promise<void> {
  let mark = data === null ? "" : ledgerMark(data);
  let failed = "";
  while (await waited(LOOK, signal)) {
    if (data === null) continue;
    const fresh = await freshen({ ...desk, warn: () => undefined }, data);
    const now = ledgerMark(data);
    if (!fresh.ok || now === mark) continue;
    mark = now;
    // A country takes seconds to publish; the API answers from now on.
    const grown = growthEvent(desk, data);
    if (grown.ok) server.tell("ledger", grown.value);
    // The news goes out before the machine turns to the files.
    if (!(await waited(LOOK, signal))) return;
    const done = await publishApart(desk, data, folder);
    const said = done.ok ? "" : desk.language.problem(done.problem);
    if (said !== "" && said !== failed) desk.warn(said);
    failed = said;
  }
}

/** @returns false when the wait was ended. */
function waited(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((end) => {
    if (signal.aborted) return end(false);
    const ended = (): void => {
      clearTimeout(timer);
      end(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", ended);
      end(true);
    }, milliseconds);
    signal.addEventListener("abort", ended, { once: true });
  });
}

/** Says what happens, in words or as a line of JSON each (`acta-serve/1`). */
class Telling {
  readonly #desk: Desk;
  readonly #json: boolean;
  #readers: () => number = () => 0;

  constructor(desk: Desk, json: boolean) {
    this.#desk = desk;
    this.#json = json;
  }

  listening({ address, readers }: RunningServer, folder: string, size: number, editions: number): void {
    this.#readers = readers;
    this.#say("listening", { address, folder, size, editions });
  }

  renewed(size: number): void {
    this.#say("renewed", { size, readers: this.#readers() });
  }

  ended(readers: number): void {
    this.#say("ended", { readers });
  }

  #say(event: string, values: Readonly<Record<string, string | number>>): void {
    const { print, language, now } = this.#desk;
    if (this.#json) print(JSON.stringify({ schema: "acta-serve/1", event, at: now(), ...values }));
    else print(language.say(`serve.${event}`, values));
  }
}
