/** The program: its commands, and what all of them have in common. */
import { Command } from "commander";
import { createColors } from "picocolors";
import { VERSION } from "../package/index.js";
import { type Io, wantsColor } from "./io.js";

/** Adds the arguments, options, help and action of a command. */
export type DefineCommand = (
  command: Command,
  io: Io,
  argv: readonly string[],
) => void | Promise<void>;

interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<DefineCommand>;
}

/** Each command is a file that only this command loads: most need no compiler, some no network. */
const commands: Readonly<Record<string, CommandEntry>> = {
  generate: {
    summary: "write TypeScript for a WSDL, or check that existing code matches it",
    load: async () => (await import("./commands/generate.js")).defineGenerate,
  },
  inspect: {
    summary: "show the services, operations and types of a WSDL",
    load: async () => (await import("./commands/inspect.js")).defineInspect,
  },
  diff: {
    summary: "show the changes between two WSDLs, and whether they break clients or servers",
    load: async () => (await import("./commands/diff.js")).defineDiff,
  },
  email: {
    summary: "get the connection email for a PIN",
    load: async () => (await import("./commands/email.js")).defineEmail,
  },
  call: {
    summary: "call an operation of the Rescue API, or of any WSDL",
    load: async () => (await import("./commands/call.js")).defineCall,
  },
  simulator: {
    summary: "run a simulator of the Rescue API on this machine",
    load: async () => (await import("./commands/simulator.js")).defineSimulator,
  },
  serve: {
    summary: "run a test server for any WSDL on this machine",
    load: async () => (await import("./commands/serve.js")).defineServe,
  },
  demo: {
    summary: "run all the steps from the WSDL to an email against the simulator",
    load: async () => (await import("./commands/demo.js")).defineDemo,
  },
};

const HELP = `
Examples:
  $ export RESCUE_EMAIL=me@example.com
  $ rescue-soap email --pin 123456
  $ rescue-soap call requestPINCode --sCField0 ACME --json
  $ rescue-soap call --wsdl https://example.com/Quotes.svc?wsdl getQuote --symbol ACME
  $ rescue-soap generate https://secure.logmeinrescue.com/API/API.asmx?wsdl --out src/generated
  $ rescue-soap simulator --port 8080
  $ rescue-soap help email

A WSDL is a file, a file: or http(s) URL, or - for standard input.

Exit codes:
  0    OK
  1    the service rejected the call, or a check found a difference
  2    the command line is wrong; nothing was sent
  3    the command failed: network, SOAP fault, invalid response, a file that can't be read or written
  130  interrupted (Ctrl-C)
  143  ended by SIGTERM; serve and simulator end with 0 then

With --json, a failure is one line of JSON on standard error: {"code", "message", "details"}.
RESCUE_SOAP_DEBUG=1 adds the stack trace of every failure.`;

/** The program with the one command defined that `argv` names; the others are only listed. */
export async function createProgram(argv: readonly string[], io: Io): Promise<Command> {
  const program = new Command("rescue-soap")
    .description(
      "Generate, call, inspect and simulate SOAP services, the LogMeIn Rescue API first.",
    )
    .version(VERSION, "-V, --version", "show the version")
    .addHelpText("after", HELP)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      // Commander writes the help there if the command is missing; with --json there is only the failure.
      writeErr: (text) => argv.includes("--json") || io.stderr.write(text),
      outputError: () => {},
      getOutHasColors: () => wantsColor(io.stdout, io.env),
      getErrHasColors: () => wantsColor(io.stderr, io.env),
    })
    .configureHelp({ styleTitle: createColors(true).bold });
  const selected = argv.find((word) => Object.hasOwn(commands, word));
  for (const [name, { summary, load }] of Object.entries(commands)) {
    const command = program.command(name).description(summary);
    if (name === selected) await (await load())(command, io, argv);
  }
  return program;
}
