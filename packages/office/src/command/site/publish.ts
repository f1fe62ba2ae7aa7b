import { resolve } from "node:path";
import { buildCommand } from "@stricli/core";
import { isAddress, optionalText, severalTexts, switchFlag, textFlag } from "../desk/flags.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { freshen } from "../desk/fresh-copy.js";
import type { Language } from "../../language/index.js";
import type { Published } from "./publish-run.js";
import { provenanceText } from "../count/result-text.js";

interface Flags {
  readonly data: string;
  readonly withSources: boolean;
  readonly site: boolean;
  readonly claims?: string;
  readonly claimsMapping?: string;
  readonly history?: string;
  readonly projection: boolean;
  readonly cosignatures?: readonly string[];
  readonly witness?: readonly string[];
  readonly json: boolean;
}

/** `acta publish`: writes what anybody can verify, as static files. */
export function publishCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("publish.brief"), fullDescription: language.say("publish.full") },
    parameters: {
      flags: {
        data: textFlag(language, "data", "DIR", "acta-data"),
        withSources: switchFlag(language, "withSources"),
        site: { kind: "boolean", brief: language.say("flag.site"), default: true },
        claims: optionalText(language, "publishClaims", "FILE"),
        claimsMapping: optionalText(language, "claimsMapping", "FILE"),
        history: optionalText(language, "publishHistory", "FILE"),
        projection: switchFlag(language, "publishProjection"),
        cosignatures: severalTexts(language, "cosignatures", "FILE"),
        witness: severalTexts(language, "witness", "KEY"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.publishTo"), parse: String, placeholder: "DIR" }],
      },
    },
    async func(this: Desk, flags: Flags, to: string) {
      const { runPublish } = await import("./publish-run.js");
      const { data, withSources, site: withSite, cosignatures = [], witness = [] } = flags;
      const { claims, claimsMapping, history } = flags;
      const request = {
        data,
        to: resolve(this.cwd, to),
        withSources,
        withSite,
        withProjection: flags.projection,
        cosignatures,
        witness,
        ...(claims === undefined ? {} : { claims }),
        ...(claimsMapping === undefined ? {} : { claimsMapping }),
        ...(history === undefined ? {} : { history }),
      };
      if (isAddress(to)) return tell(this, { code: "command.publishAddress", where: to });
      const fresh = await freshen(this, resolve(this.cwd, data));
      if (!fresh.ok) return tell(this, fresh.problem);
      const done = await runPublish(this, request);
      if (!done.ok) return tell(this, done.problem);
      if (flags.json) printJson(this, { schema: "acta-publish/1", folder: to, ...done.value });
      else this.print(publishText(language, done.value, to));
      // A map that could not be drawn keeps nothing from being published, and is told.
      for (const { problems } of done.value.site?.maps ?? [])
        for (const problem of problems) this.warn(language.problem(problem));
    },
  });
}

function publishText(language: Language, report: Published, folder: string): string {
  const mark = provenanceText(language, report.provenance);
  const done = language.say("publish.done", {
    folder,
    key: report.key,
    size: report.size,
    editions: report.editions,
    files: report.all.files,
    megabytes: report.all.bytes / 1_000_000,
    written: report.written.files,
    writtenMegabytes: report.written.bytes / 1_000_000,
    removed: report.removed,
  });
  const site = report.site === null ? [] : [siteText(language, report.site)];
  return [...(mark === "" ? [] : [mark]), ...site, done].join("\n");
}

function siteText(language: Language, { pages, seconds, maps }: NonNullable<Published["site"]>): string {
  const drawn = maps.flatMap(({ election, levels }) =>
    levels.map(({ level, areas, apart, outlined, placed }) =>
      language.say("publish.map", { election, level, areas, apart, drawn: outlined + placed }),
    ),
  );
  return [language.say("publish.site", { pages, seconds }), ...drawn].join("\n");
}
