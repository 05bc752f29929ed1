/** `rescue-soap simulator`: a simulator of the Rescue API, until SIGINT or SIGTERM. */
import { once } from "node:events";
import type { Command } from "commander";
import { startSimulator } from "../../simulator/index.js";
import type { Io } from "../io.js";
import { allowHostOption } from "../options/allow-host.js";
import { portNumber } from "../options/port-number.js";

const HELP = `
It prints "listening <url>" when it is ready. It ends on SIGINT (Ctrl-C, exit code 130) or SIGTERM (exit code 0).

Accounts, all with the password "secret":
  tech@example.com       a technician
  admin@example.com      can sign in, but is not a technician
  noconsole@example.com  a technician whose console isn't running
  deleted@example.com    a deleted user
  limit@example.com, ip@example.com  sign-ins that the service rejects
With the auth code or password simulate-<Status>, every operation that has this status returns it.

Examples:
  $ rescue-soap simulator --port 8080
  $ RESCUE_PASSWORD=secret rescue-soap email --pin 123456 --email tech@example.com \\
      --endpoint http://localhost:8080/API/API.asmx`;

export function defineSimulator(command: Command, io: Io): void {
  command
    .option("--port <number>", "the port to listen on; 0 is a free one", portNumber, 0)
    .option(
      "--cors [origin]",
      "allow calls from web pages of this origin, or of all origins",
      false,
    )
    .addOption(allowHostOption())
    .addHelpText("after", HELP)
    .action((flags: SimulatorFlags) => simulate(flags, io));
}

interface SimulatorFlags {
  readonly port: number;
  readonly cors: string | boolean;
  readonly allowHost?: readonly string[];
}

async function simulate({ port, cors, allowHost = [] }: SimulatorFlags, io: Io): Promise<void> {
  const simulator = await startSimulator({ port, cors, allowedHosts: allowHost });
  io.stdout.write(`listening ${simulator.url}\n`);
  if (!io.signal.aborted) await once(io.signal, "abort");
  await simulator.close();
}
