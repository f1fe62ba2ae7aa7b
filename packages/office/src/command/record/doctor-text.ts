import type { Language } from "../../language/index.js";
import type { FolderHealth } from "../../store/index.js";

/** How many checks failed. */
export function failures(health: FolderHealth): number {
  return health.checks.filter(({ result }) => result === "failed").length;
}

/** The documented JSON shape `acta-doctor/1`. */
export function doctorDocument(health: FolderHealth): Readonly<Record<string, unknown>> {
  const { origin, drill, size, checks } = health;
  return {
    schema: "acta-doctor/1",
    origin,
    drill,
    size,
    sound: failures(health) === 0,
    checks: checks.map(({ check, result, problem }) => ({
      check,
      result,
      code: problem.code,
      where: problem.where ?? null,
      context: problem.context ?? {},
    })),
  };
}

/** What was looked at, a line each. */
export function doctorText(language: Language, health: FolderHealth): string {
  const lines = health.checks.map(
    ({ check, result, problem }) =>
      `  ${language.say(`doctor.result.${result}`)} · ${language.say(`doctor.name.${check}`)}: ${language.problem(problem)}`,
  );
  const failed = failures(health);
  return [
    ...(health.drill ? [language.say("doctor.drill")] : []),
    language.say("doctor.head", { origin: health.origin === "" ? "?" : health.origin, size: health.size }),
    "",
    ...lines,
    "",
    failed === 0 ? language.say("doctor.sound") : language.say("doctor.failed", { count: failed }),
  ].join("\n");
}
