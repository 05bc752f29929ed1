/** `rescue-soap serve`: a stand-in for any SOAP service, until it is told to end. */
import { once } from "node:events";
import { type Command, Option } from "commander";
import { contractOperations } from "../../codegen/index.js";
import { describeTexts, serveDescribed } from "../../server/index.js";
import type { Operations, ServeOptions } from "../../simulator/index.js";
import { type Download, readContractTexts } from "../../wsdl/index.js";
import type { Io } from "../io.js";
import { portNumber } from "../options/port-number.js";

const HELP = `
Every operation is answered with sample values, and every call is told in one line. It prints "listening <url>" when it
is ready, and ends on SIGINT or SIGTERM. For answers of your own there is serve() in rescue-soap/simulator.

Examples:
  $ rescue-soap serve API.wsdl --port 8080
  $ rescue-soap serve https://example.com/Service.asmx?wsdl --profile asmx`;

interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly path?: string;
  readonly profile: "standard" | "asmx";
  readonly strict?: true;
}

export function defineServe(command: Command, io: Io): void {
  command
    .argument("<file|url>", "the WSDL")
    .option("--port <number>", "the port to listen at; 0 is any that is free", portNumber, 0)
    .option("--host <address>", "the address to listen at", "127.0.0.1")
    .option("--path <path>", "where the service is; that of the WSDL's address unless it is said")
    .addOption(
      new Option("--profile <name>", "by which rules requests are read")
        .choices(["standard", "asmx"])
        .default("standard"),
    )
    .option("--strict", "answer whatever is not as the WSDL says with a fault")
    .addHelpText("after", HELP)
    .action((source: string, flags: ServeFlags) => serveWsdl(source, flags, io));
}

/** A file needs no network. */
const download: Download = async (url) => (await import("../wsdl/download.js")).download(url);

async function serveWsdl(source: string, flags: ServeFlags, io: Io): Promise<void> {
  const texts = await readContractTexts(source, download);
  const operations = contractOperations(texts.contract);
  const options: ServeOptions<Operations> = {
    ...flags,
    handlers: {},
    unhandled: "sample",
    onCall: ({ operation, protocol }) => io.stdout.write(`${operation} over ${protocol}\n`),
  };
  const service = await serveDescribed(operations, options, describeTexts(texts));
  io.stdout.write(`listening ${service.url}\n`);
  if (!io.signal.aborted) await once(io.signal, "abort");
  await service.close();
}
