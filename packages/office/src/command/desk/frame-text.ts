import { ArgumentScannerError, formatMessageForArgumentScannerError, text_en } from "@stricli/core";
import type { ApplicationText } from "@stricli/core";
import type { Language } from "../../language/index.js";

/** The words of the frame that reads commands and flags, in the reader's language. */
export function frameText(language: Language): ApplicationText {
  const { say } = language;
  const bug = (error: unknown): string => `${say("frame.bug")}\n${detailsOf(error)}`;
  return {
    ...text_en,
    keywords: { default: `${say("frame.default")} =`, separator: `${say("frame.separator")} =` },
    headers: {
      usage: say("frame.usage"),
      aliases: say("frame.aliases"),
      commands: say("frame.commands"),
      flags: say("frame.flags"),
      arguments: say("frame.arguments"),
    },
    briefs: {
      ...text_en.briefs,
      help: say("frame.help"),
      helpAll: say("frame.helpAll"),
      version: say("frame.version"),
      argumentEscapeSequence: say("frame.escape"),
    },
    noCommandRegisteredForInput: ({ input, corrections }) =>
      say("frame.noCommand", { input, corrections: corrections.join(", "), some: corrections.length }),
    noTextAvailableForLocale: ({ requestedLocale }) => requestedLocale,
    exceptionWhileParsingArguments: (error) => argumentText(language, error),
    exceptionWhileLoadingCommandFunction: bug,
    exceptionWhileLoadingCommandContext: bug,
    exceptionWhileRunningCommand: bug,
  };
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What is wrong with the arguments, in one line. */
function argumentText({ say }: Language, error: unknown): string {
  if (!(error instanceof ArgumentScannerError)) return say("frame.badArguments", { reason: detailsOf(error) });
  const noFlag = (input: string, corrections: readonly string[]): string =>
    say("frame.noFlag", { input, corrections: corrections.join(", "), some: corrections.length });
  const badValue = (name: string, input: string): string => say("frame.badValue", { name, input });
  return formatMessageForArgumentScannerError(error, {
    FlagNotFoundError: ({ input, corrections }) =>
      noFlag(
        `--${input}`,
        corrections.map((each) => `--${each}`),
      ),
    AliasNotFoundError: ({ input }) => noFlag(`-${input}`, []),
    ArgumentParseError: ({ externalFlagNameOrPlaceholder, input }) => badValue(externalFlagNameOrPlaceholder, input),
    EnumValidationError: ({ externalFlagName, input }) => badValue(`--${externalFlagName}`, input),
    InvalidNegatedFlagSyntaxError: ({ externalFlagName, valueText }) => badValue(`--${externalFlagName}`, valueText),
    UnsatisfiedFlagError: ({ externalFlagName }) => say("frame.missingValue", { name: `--${externalFlagName}` }),
    UnsatisfiedPositionalError: ({ placeholder }) => say("frame.missingArgument", { name: placeholder }),
    UnexpectedPositionalError: ({ input }) => say("frame.tooMany", { input }),
    UnexpectedFlagError: ({ externalFlagName, input }) => say("frame.twice", { name: `--${externalFlagName}`, input }),
  });
}
