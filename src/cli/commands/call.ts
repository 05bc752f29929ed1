/** `rescue-soap call`: an operation of the Rescue API, or of any WSDL. */
import type { Command } from "commander";
import { suggestion } from "../../contract/index.js";
import { UsageError } from "../failure/errors.js";
import type { Io } from "../io.js";
import { WSDL_HELP } from "../wsdl/read-wsdl.js";

const HELP = `
The parameters of an operation are options: --name value. A dot leads to a member of a member, and a repeated option adds
an item to an array. --input gives any request as JSON; an option replaces its value there. In JSON, 64-bit integers,
decimals and bytes (base64) are strings, and any XML is a string.
The help of an operation lists its parameters: rescue-soap call requestPINCode --help

The response is printed to standard output, with --json as one line of JSON, also if the service rejects the call. With
--json, a failure is one line of JSON on standard error, {"code", "message", "details"}, and nothing else is printed there
(except for --verbose).

Examples:
  $ rescue-soap call requestPINCode --sCField0 ACME --bNoTechConsole true
  $ rescue-soap call generateEmailText --iPINCode 123456 --json | jq -r .sLink
  $ rescue-soap call setUser --input @user.json
  $ rescue-soap call --wsdl Quotes.wsdl getQuote --symbol ACME --endpoint http://localhost:8080/
  $ rescue-soap call --wsdl Orders.wsdl addOrder --customer.name Jo --tag new --tag urgent
  $ rescue-soap call --wsdl Orders.wsdl addOrder --help`;

export async function defineCall(command: Command, io: Io, argv: readonly string[]): Promise<void> {
  command
    .commandsGroup("Operations:")
    .usage("[--wsdl <wsdl>] <operation> [parameters] [options]")
    .option("--wsdl <wsdl>", `${WSDL_HELP} (default: the Rescue API)`)
    .option("--input <json>", "the request as JSON, @<file>, or - for standard input")
    .option("--json", "print the response as one line of JSON, and failures as JSON")
    .addHelpText("after", HELP)
    .on("command:*", ([word = ""]: readonly string[]) => {
      const names = command.commands.map((each) => each.name());
      throw new UsageError(`There is no operation ${word} ${suggestion(word, names)}.`);
    });
  const source = wsdlOption(argv);
  if (source === undefined) {
    const { defineRescueCall } = await import("../call/rescue-call.js");
    defineRescueCall(command, io);
  } else {
    const { defineWsdlCall } = await import("../call/wsdl-call.js");
    await defineWsdlCall(command, io, { source, argv });
  }
}

/** The value of --wsdl: it decides which operations there are. */
function wsdlOption(argv: readonly string[]): string | undefined {
  const assigned = argv.find((word) => word.startsWith("--wsdl="));
  if (assigned !== undefined) return assigned.slice("--wsdl=".length);
  const index = argv.indexOf("--wsdl");
  return index < 0 ? undefined : argv[index + 1];
}
