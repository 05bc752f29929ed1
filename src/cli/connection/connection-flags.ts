/** The options that all commands share which call the service. */
import { type Command, InvalidArgumentError, Option } from "commander";

export interface ConnectionFlags {
  readonly endpoint?: string;
  readonly email?: string;
  readonly protocol?: "soap12" | "soap11" | "post" | "get";
  readonly timeout?: number;
  readonly passwordStdin?: true;
  readonly authCodeStdin?: true;
  readonly verbose?: true;
  readonly record?: string;
  readonly replay?: string;
}

const GROUP = "Connection:";

const CONNECTION_HELP = `
The password is taken from RESCUE_PASSWORD, from standard input (--password-stdin), or asked for without echo at a
terminal. An auth code, from RESCUE_AUTH_CODE or --auth-code-stdin, takes the place of email and password unless
--email or --password-stdin is given. Neither has a flag: flags show in the process list.

Exit codes: 0 OK, 1 the service said no, 2 usage, 3 the call failed.`;

/** Adds the shared flags to a command. */
export function withConnection(command: Command): Command {
  return command
    .optionsGroup(GROUP)
    .option("--endpoint <url>", "the service's URL (env: RESCUE_ENDPOINT)")
    .option("--email <address>", "the account to sign in with (env: RESCUE_EMAIL)")
    .addOption(new Option("--password-stdin", "read the password from standard input"))
    .addOption(
      new Option("--auth-code-stdin", "read the auth code from standard input").conflicts([
        "passwordStdin",
        "email",
      ]),
    )
    .addOption(
      new Option("--protocol <name>", "how to speak to the service")
        .choices(["soap12", "soap11", "post", "get"])
        .default("soap12"),
    )
    .option("--timeout <ms>", "how long one exchange may take (default: 30000)", milliseconds)
    .option("--verbose", "show what goes over the wire on standard error, without the secrets")
    .option("--record <file>", "write what goes over the wire to a HAR file, without the secrets")
    .addOption(
      new Option(
        "--replay <file>",
        "answer from such a file, and send nothing; no password is needed",
      ).conflicts("record"),
    )
    .addHelpText("after", CONNECTION_HELP);
}

function milliseconds(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new InvalidArgumentError("It takes a number of milliseconds.");
  }
  return Number(text);
}
