import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { registryOn } from "acta/procedure";
import type { RegisteredBody } from "acta/procedure";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dayGiven, readProcedures } from "./procedure-file.js";
import { articleOf } from "./procedure-words.js";
import type { Reader } from "./procedure-words.js";

/** Flags of `acta procedure registry`. */
export interface RegistryFlags {
  readonly law?: string;
  readonly history?: string;
  readonly on?: string;
  readonly json: boolean;
}

/** Runs `acta procedure registry`: which body may do what on a day. */
export function runProcedureRegistry(
  desk: Desk,
  flags: RegistryFlags,
  asked: string | undefined,
): Result<null, readonly Problem[]> {
  const loaded = readProcedures(desk, flags);
  if (!loaded.ok) return loaded;
  const on = dayGiven(desk, flags.on);
  if (!on.ok) return fail([on.problem]);
  const { laws, sha256 } = loaded.value;
  const all = registryOn(laws, on.value);
  const wanted = asked?.trim().toLowerCase();
  const bodies = all.filter(
    ({ body, name }) => wanted === undefined || [body, name.es, name.en].some((each) => each.toLowerCase() === wanted),
  );
  if (bodies.length === 0 && asked !== undefined) {
    const known = all.map(({ body }) => body).join(", ");
    return fail([{ code: "procedures.unknownBody", context: { body: asked.slice(0, 60), day: on.value, known } }]);
  }
  const { id, provenance } = laws.procedures;
  if (flags.json)
    printJson(desk, {
      schema: "acta-registry/1",
      provenance,
      law: { id, sha256 },
      on: on.value,
      bodies: bodies.map(({ body, name, powers, steps }) => ({
        body,
        name,
        powers: powers.map(({ id: rule, article, text, confidence }) => ({ rule, article, text, confidence })),
        steps: steps.map(({ rule, step }) => ({
          procedure: rule.procedure,
          rule: rule.id,
          step: step.id,
          article: step.article,
          name: step.name,
        })),
      })),
    });
  else {
    const reader = { language: desk.language, laws };
    const head = `${desk.language.pick(laws.procedures.name)} · ${desk.language.day(on.value)}`;
    desk.print([head, ...bodies.flatMap((each) => bodyLines(reader, each))].join("\n"));
  }
  return succeed(null);
}

function bodyLines(reader: Reader, { body, name, powers, steps }: RegisteredBody): readonly string[] {
  const { language } = reader;
  return [
    "",
    `${language.pick(name)} (${body})`,
    ...powers.map(({ article, text }) => `  ${language.pick(text)} (${articleOf(reader, article)})`),
    ...steps.map(
      ({ rule, step }) =>
        `  ${language.pick(rule.name)}: ${language.pick(step.name)} (${articleOf(reader, step.article)})`,
    ),
    ...(powers.length + steps.length === 0 ? [`  ${language.say("procedures.nothingRead")}`] : []),
  ];
}
