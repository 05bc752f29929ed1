/** The program: which commands there are, and what all of them have in common. */
import { Command } from "commander";
import { createColors } from "picocolors";
import { VERSION } from "../package/index.js";
import { type Io, wantsColor } from "./io.js";

/** Gives a command its arguments, help and action. */
export type DefineCommand = (command: Command, io: Io, argv: readonly string[]) => void;

/** Each command lies in a file of its own, which only that command loads: most need no compiler, some no network. */
const commands: Readonly<Record<string, { summary: string; load: () => Promise<DefineCommand> }>> =
  {
    generate: {
      summary: "write TypeScript for a WSDL, or check that written code is what it gives",
      load: async () => (await import("./commands/generate.js")).defineGenerate,
    },
    inspect: {
      summary: "show what a WSDL offers: services, operations and types",
      load: async () => (await import("./commands/inspect.js")).defineInspect,
    },
    diff: {
      summary: "tell what changed from one WSDL to another, and whom it breaks",
      load: async () => (await import("./commands/diff.js")).defineDiff,
    },
    email: {
      summary: "get the connection email for a PIN",
      load: async () => (await import("./commands/email.js")).defineEmail,
    },
    call: {
      summary: "call any operation of the API",
      load: async () => (await import("./commands/call.js")).defineCall,
    },
    simulator: {
      summary: "run a stand-in for the service on this machine",
      load: async () => (await import("./commands/simulator.js")).defineSimulator,
    },
    serve: {
      summary: "run a stand-in for the service of any WSDL on this machine",
      load: async () => (await import("./commands/serve.js")).defineServe,
    },
    demo: {
      summary: "see all of it work against the simulator",
      load: async () => (await import("./commands/demo.js")).defineDemo,
    },
  };

const HELP = `
Examples:
  $ export RESCUE_EMAIL=me@example.com
  $ rescue-soap email --pin 123456
  $ rescue-soap call requestPINCode --sCField0 ACME --json
  $ rescue-soap generate https://secure.logmeinrescue.com/API/API.asmx?wsdl --out src/generated
  $ rescue-soap simulator --port 8080
  $ rescue-soap help email

Exit codes: 0 OK, 1 the service said no, 2 usage, 3 the call failed (network, fault, broken answer).`;

/** The program with the one command defined that `argv` names; the others are only listed. */
export async function createProgram(argv: readonly string[], io: Io): Promise<Command> {
  const program = new Command("rescue-soap")
    .description("The LogMeIn Rescue API from the command line.")
    .version(VERSION, "-V, --version", "show the version")
    .addHelpText("after", HELP)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHasColors: () => wantsColor(io.stdout, io.env),
      getErrHasColors: () => wantsColor(io.stderr, io.env),
    })
    .configureHelp({ styleTitle: createColors(true).bold });
  const selected = argv.find((word) => Object.hasOwn(commands, word));
  for (const [name, { summary, load }] of Object.entries(commands)) {
    const command = program.command(name).description(summary);
    if (name === selected) (await load())(command, io, argv);
  }
  return program;
}
