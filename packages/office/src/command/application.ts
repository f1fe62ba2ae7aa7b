import { buildApplication, buildRouteMap, run } from "@stricli/core";
import { instantAt, languageCode, makeLanguage } from "../language/index.js";
import type { Language } from "../language/index.js";
import { backupCommand } from "./backup.js";
import { catalogOf } from "./catalog.js";
import { calendarCommand } from "./calendar.js";
import { checkCommand } from "./check.js";
import { copiesRoutes } from "./copies.js";
import { demoCommand } from "./demo.js";
import { EXIT } from "./desk.js";
import { enterCommand } from "./enter.js";
import { erratumCommand } from "./erratum.js";
import { rulingRoutes } from "./ruling.js";
import { sealCommand } from "./seal.js";
import type { Desk } from "./desk.js";
import { diffCommand } from "./diff.js";
import { disputesCommand } from "./disputes.js";
import { doctorCommand } from "./doctor.js";
import { editionsCommand } from "./editions.js";
import { exportCommand } from "./export.js";
import { followCommand } from "./follow.js";
import { frameText } from "./frame-text.js";
import { historyCommand } from "./history.js";
import { importCommand } from "./import.js";
import { joinCommand } from "./join.js";
import { keysRoutes } from "./keys.js";
import { lawRoutes } from "./law.js";
import { petitionRoutes } from "./petition.js";
import { publishCommand } from "./publish.js";
import { reconcileCommand } from "./reconcile.js";
import { restoreCommand } from "./restore.js";
import { resultsCommand } from "./results.js";
import { seatsCommand } from "./seats.js";
import { serveCommand } from "./serve.js";
import { simulateCommand } from "./simulate.js";
import { stationCommand } from "./station.js";
import { verifyProofCommand } from "./verify-proof.js";
import { verifyCommand } from "./verify.js";
import { VERSION } from "./version.js";
import { voteCommand } from "./vote.js";
import { whatifCommand } from "./whatif.js";
import { witnessCommand } from "./witness.js";

function applicationFor(language: Language) {
  const routes = buildRouteMap({
    routes: {
      demo: demoCommand(language),
      import: importCommand(language),
      follow: followCommand(language),
      results: resultsCommand(language),
      station: stationCommand(language),
      history: historyCommand(language),
      check: checkCommand(language),
      editions: editionsCommand(language),
      diff: diffCommand(language),
      reconcile: reconcileCommand(language),
      seats: seatsCommand(language),
      vote: voteCommand(language),
      disputes: disputesCommand(language),
      whatif: whatifCommand(language),
      petition: petitionRoutes(language),
      calendar: calendarCommand(language),
      export: exportCommand(language),
      copies: copiesRoutes(language),
      law: lawRoutes(language),
      ruling: rulingRoutes(language),
      enter: enterCommand(language),
      erratum: erratumCommand(language),
      seal: sealCommand(language),
      publish: publishCommand(language),
      serve: serveCommand(language),
      verify: verifyCommand(language),
      verifyProof: verifyProofCommand(language),
      witness: witnessCommand(language),
      keys: keysRoutes(language),
      simulate: simulateCommand(language),
      doctor: doctorCommand(language),
      backup: backupCommand(language),
      restore: restoreCommand(language),
      join: joinCommand(language),
    },
    docs: { brief: language.say("acta.brief"), fullDescription: language.say("acta.full") },
  });
  return buildApplication(routes, {
    name: "acta",
    versionInfo: { currentVersion: VERSION },
    scanner: { caseStyle: "allow-kebab-for-camel" },
    documentation: { caseStyle: "convert-camel-to-kebab", disableAnsiColor: true },
    localization: { text: frameText(language), defaultLocale: language.code },
  });
}

/** What the process gives to the command. */
export interface Surroundings {
  readonly process: Desk["process"];
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly isTerminal: boolean;
  /** Milliseconds since 1970, UTC. */
  readonly clock: () => number;
}

/** Runs one command to its end. @returns the exit code: 0 done, 1 a problem that was told, 2 wrong usage. */
export async function runActa(surroundings: Surroundings): Promise<number> {
  const { arguments: given, language: asked } = withoutLanguage(surroundings.arguments);
  const code = languageCode(asked, surroundings.environment);
  const language = makeLanguage(code, catalogOf(code));
  await run(applicationFor(language), given, deskOf(surroundings, language));
  // The frame reports wrong usage with codes of its own, from 251 on or negative ones.
  const exit = Number(surroundings.process.exitCode ?? 0);
  return exit < 0 || exit > 250 ? EXIT.usage : exit;
}

/** `--lang` holds for every command and decides in which language its flags are explained, so it is taken out first. */
function withoutLanguage(given: readonly string[]): {
  readonly arguments: readonly string[];
  readonly language: string | undefined;
} {
  const rest: string[] = [];
  let language: string | undefined;
  for (let at = 0; at < given.length; at++) {
    const text = given[at] ?? "";
    if (text === "--lang") language = given[++at];
    else if (text.startsWith("--lang=")) language = text.slice("--lang=".length);
    else rest.push(text);
  }
  return { arguments: rest, language };
}

function deskOf(surroundings: Surroundings, language: Language): Desk {
  const { process } = surroundings;
  let shown = 0;
  return {
    process,
    language,
    print: (text) => process.stdout.write(`${text}\n`),
    warn: (text) => process.stderr.write(`${text}\n`),
    progress: (text) => {
      if (!surroundings.isTerminal || (text === "" && shown === 0)) return;
      process.stderr.write(`\r${text.padEnd(shown)}${text === "" ? "\r" : ""}`);
      shown = text.length;
    },
    now: () => instantAt(surroundings.clock()),
    cwd: surroundings.cwd,
    environment: surroundings.environment,
    exit: (code) => {
      process.exitCode = code;
    },
  };
}
