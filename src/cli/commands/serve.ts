/** `rescue-soap serve`: a test server for any WSDL, until SIGINT or SIGTERM. */
import { once } from "node:events";
import { type Command, Option } from "commander";
import { contractOperations } from "../../codegen/index.js";
import { describeTexts, serveDescribed } from "../../server/index.js";
import type { Operations, ServeOptions } from "../../simulator/index.js";
import type { Io } from "../io.js";
import { allowHostOption } from "../options/allow-host.js";
import { portNumber } from "../options/port-number.js";
import { type ReadFlags, withReadFlags } from "../wsdl/read-flags.js";
import { readWsdlTexts, WSDL_HELP } from "../wsdl/read-wsdl.js";

const HELP = `
Every operation returns sample values, and every call is printed in one line. It prints "listening <url>" when it is
ready. It ends on SIGINT (Ctrl-C, exit code 130) or SIGTERM (exit code 0). To return other values, use serve() of
rescue-soap/simulator.

Examples:
  $ rescue-soap serve API.wsdl --port 8080
  $ rescue-soap serve https://example.com/Service.asmx?wsdl --profile asmx
  $ rescue-soap call --wsdl http://127.0.0.1:8080/Service.svc?wsdl getQuote --symbol ACME`;

interface ServeFlags extends ReadFlags {
  readonly port: number;
  readonly host: string;
  readonly allowHost?: readonly string[];
  readonly path?: string;
  readonly profile: "standard" | "asmx";
  readonly strict?: true;
  readonly validate?: true;
}

export function defineServe(command: Command, io: Io): void {
  command
    .argument("<wsdl>", WSDL_HELP)
    .option("--port <number>", "the port to listen on; 0 is a free one", portNumber, 0)
    .option("--host <address>", "the address to listen on", "127.0.0.1")
    .addOption(allowHostOption())
    .option("--path <path>", "the path of the service (default: that of the address in the WSDL)")
    .addOption(
      new Option("--profile <name>", "the rules for requests: the standards, or those of ASP.NET")
        .choices(["standard", "asmx"])
        .default("standard"),
    )
    .option("--strict", "return a fault for every deviation from the WSDL")
    .option("--validate", "return a fault for every request that violates facets of its types");
  withReadFlags(command)
    .addHelpText("after", HELP)
    .action((source: string, flags: ServeFlags) => serveWsdl(source, flags, io));
}

async function serveWsdl(source: string, flags: ServeFlags, io: Io): Promise<void> {
  const texts = await readWsdlTexts(source, flags, io);
  const { validate, ...others } = flags;
  const operations = contractOperations(texts.contract, { facets: validate === true });
  const options: ServeOptions<Operations> = {
    ...others,
    ...(validate === true && { validate: "request" }),
    ...(flags.allowHost !== undefined && { allowedHosts: flags.allowHost }),
    handlers: {},
    unhandled: "sample",
    onCall: ({ operation, protocol }) => io.stdout.write(`${operation} over ${protocol}\n`),
  };
  const service = await serveDescribed(operations, options, describeTexts(texts));
  io.stdout.write(`listening ${service.url}\n`);
  if (!io.signal.aborted) await once(io.signal, "abort");
  await service.close();
}
