/** The options that all commands share which call the service. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { WireFlags } from "./wire-transport.js";

export interface ConnectionFlags extends WireFlags {
  readonly endpoint?: string;
  readonly email?: string;
  readonly protocol?: "soap12" | "soap11" | "post" | "get";
  readonly timeout?: number;
  readonly passwordStdin?: true;
  readonly authCodeStdin?: true;
}

const GROUP = "Connection:";

const CONNECTION_HELP = `
The password comes from RESCUE_PASSWORD, from standard input (--password-stdin), or from a prompt at the terminal. An
auth code, from RESCUE_AUTH_CODE or --auth-code-stdin, replaces email and password unless --email or --password-stdin is
given. There are no options for their values, because other users can see options in the process list.

Exit codes: 0 OK, 1 the service rejected the call, 2 usage, 3 failure (network, SOAP fault, invalid response).`;

/** Adds the shared options to a command. */
export function withConnection(command: Command): Command {
  command
    .optionsGroup(GROUP)
    .option(
      "--endpoint <url>",
      "the URL of the service (env: RESCUE_ENDPOINT; default: the public one)",
    )
    .option("--email <address>", "the account for the sign-in (env: RESCUE_EMAIL)")
    .addOption(new Option("--password-stdin", "read the password from standard input"))
    .addOption(
      new Option("--auth-code-stdin", "read the auth code from standard input").conflicts([
        "passwordStdin",
        "email",
      ]),
    )
    .addOption(
      new Option("--protocol <name>", "SOAP 1.2, SOAP 1.1, or the text pages by POST or GET")
        .choices(["soap12", "soap11", "post", "get"])
        .default("soap12"),
    );
  for (const option of exchangeOptions()) command.addOption(option);
  return command.addHelpText("after", CONNECTION_HELP);
}

/** Options about single requests. */
export function exchangeOptions(): readonly Option[] {
  return [
    new Option("--timeout <ms>", "the time limit of each request (default: 30000)").argParser(
      milliseconds,
    ),
    new Option("--verbose", "print requests and responses to standard error, without secrets"),
    new Option("--record <file>", "write requests and responses to a HAR file, without secrets"),
    new Option("--force", "replace the file of --record if it exists"),
    new Option(
      "--replay <file>",
      "read the responses from a HAR file and send nothing; no password is needed",
    ).conflicts("record"),
  ];
}

function milliseconds(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new InvalidArgumentError("Expected a number of milliseconds, for example 30000.");
  }
  return Number(text);
}
