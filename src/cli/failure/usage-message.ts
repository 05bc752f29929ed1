/** Messages for a command line that commander rejects. */

const SECRET_FLAG =
  /^unknown option '--?(?:p|\w*(?:pass|pwd|password|secret|auth-?code|token)\w*)(?:=.*)?'/is;
/** The message for a secret of the Rescue API that is given as an option. */
export const SECRET_HINT =
  "Passwords and auth codes are not accepted as options, because other users can see them in the process list: set " +
  "RESCUE_PASSWORD or RESCUE_AUTH_CODE, or use --password-stdin or --auth-code-stdin.";

/** Commander's message as one sentence, without the value of an unknown option, which may be a mistyped secret. */
export function usageMessage(message: string): string {
  if (message === "(outputHelp)") return "A command is missing; --help lists the commands.";
  const plain = message.replace(/^error: /, "").trim();
  if (SECRET_FLAG.test(plain)) return SECRET_HINT;
  const sentence = plain
    .replace(/^(unknown option '[^'=]*)=.*?'/s, "$1'")
    .replace(/\.?\s?\(Did you mean (?:one of )?([^?]*)\?\)/, "; did you mean $1?")
    .replace(/^(unknown (?:option|command) '[^']*')$/s, "$1; --help lists what there is")
    .split("\n")
    .map((line) => line.trim())
    .join(" ")
    .replace(/\. ([A-Z])(?=[A-Za-z ])/g, (_, letter: string) => `: ${letter.toLowerCase()}`);
  return withFullStop(sentence.charAt(0).toUpperCase() + sentence.slice(1));
}

/** The text with a full stop, unless it ends with a punctuation mark. */
export function withFullStop(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
