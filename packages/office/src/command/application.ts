import { buildApplication, buildRouteMap, run } from "@stricli/core";
import { instantAt, languageCode, makeLanguage } from "../language/index.js";
import type { Language } from "../language/index.js";
import { backupCommand } from "./record/backup.js";
import { catalogOf } from "./catalog.js";
import { calendarCommand } from "./dispute/calendar.js";
import { checkCommand } from "./count/check.js";
import { claimsRoutes } from "./claim/claims.js";
import { copiesRoutes } from "./dispute/copies.js";
import { demoCommand } from "./count/demo.js";
import { EXIT } from "./desk/desk.js";
import { enterCommand } from "./record/enter.js";
import { erratumCommand } from "./record/erratum.js";
import { rulingRoutes } from "./dispute/ruling.js";
import { sealCommand } from "./record/seal.js";
import type { Desk } from "./desk/desk.js";
import { diffCommand } from "./count/diff.js";
import { disputesCommand } from "./dispute/disputes.js";
import { doctorCommand } from "./record/doctor.js";
import { editionsCommand } from "./count/editions.js";
import { exportCommand } from "./count/export.js";
import { followCommand } from "./record/follow.js";
import { frameText } from "./desk/frame-text.js";
import { historyCommand } from "./count/history.js";
import { importCommand } from "./record/import.js";
import { joinCommand } from "./record/join.js";
import { keysRoutes } from "./record/keys.js";
import { lawRoutes } from "./dispute/law.js";
import { petitionRoutes } from "./dispute/petition.js";
import { geographyCommand } from "./site/geography.js";
import { exitPollCommand } from "./sampling/exit-poll.js";
import { quickCountRoutes } from "./sampling/quick-count.js";
import { projectCommand } from "./projection/project.js";
import { publishCommand } from "./site/publish.js";
import { reconcileCommand } from "./count/reconcile.js";
import { restoreCommand } from "./record/restore.js";
import { resultsCommand } from "./count/results.js";
import { officeHoldersCommand } from "./institution/office-holders.js";
import { procedureRoutes } from "./institution/procedure.js";
import { roundCommand } from "./institution/round.js";
import { seatsCommand } from "./institution/seats.js";
import { serveCommand } from "./site/serve.js";
import { simulateCommand } from "./count/simulate.js";
import { stationCommand } from "./count/station.js";
import { verifyProofCommand } from "./trust/verify-proof.js";
import { verifyCommand } from "./trust/verify.js";
import { VERSION } from "./desk/version.js";
import { voteCommand } from "./institution/vote.js";
import { whatifCommand } from "./dispute/whatif.js";
import { witnessCommand } from "./trust/witness.js";

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
      quickCount: quickCountRoutes(language),
      exitPoll: exitPollCommand(language),
      project: projectCommand(language),
      seats: seatsCommand(language),
      round: roundCommand(language),
      vote: voteCommand(language),
      procedure: procedureRoutes(language),
      officeHolders: officeHoldersCommand(language),
      claims: claimsRoutes(language),
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
      geography: geographyCommand(language),
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
    else rest.push(spelledOut(text));
  }
  return { arguments: rest, language };
}

/** The frame knows no long flag of one letter; polls are always quoted with their n. */
function spelledOut(text: string): string {
  return text === "--n" || text.startsWith("--n=") ? text.replace("--n", "--interviews") : text;
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
