/** `rescue-soap simulator`: a stand-in for the service, until it is told to end. */
import { once } from "node:events";
import type { Command } from "commander";
import { startSimulator } from "../../simulator/index.js";
import type { Io } from "../io.js";
import { portNumber } from "../options/port-number.js";

const HELP = `
It prints "listening <url>" when it is ready, and ends on SIGINT or SIGTERM.

Accounts, all with the password "secret":
  tech@example.com       a technician
  admin@example.com      signed in, but no technician
  noconsole@example.com  a technician whose console isn't running
  deleted@example.com    a deleted user
  limit@example.com, ip@example.com  sign-ins that are refused
An auth code or password simulate-<Status> is answered with that status by every operation that has it.

Examples:
  $ rescue-soap simulator --port 8080
  $ RESCUE_PASSWORD=secret rescue-soap email --pin 123456 --email tech@example.com \\
      --endpoint http://localhost:8080/API/API.asmx`;

export function defineSimulator(command: Command, io: Io): void {
  command
    .option("--port <number>", "the port to listen at; 0 is any that is free", portNumber, 0)
    .option(
      "--cors [origin]",
      "let pages in a browser call it: those of this origin, or all",
      false,
    )
    .addHelpText("after", HELP)
    .action((flags: SimulatorFlags) => simulate(flags, io));
}

interface SimulatorFlags {
  readonly port: number;
  readonly cors: string | boolean;
}

async function simulate({ port, cors }: SimulatorFlags, io: Io): Promise<void> {
  const simulator = await startSimulator({ port, cors });
  io.stdout.write(`listening ${simulator.url}\n`);
  if (!io.signal.aborted) await once(io.signal, "abort");
  await simulator.close();
}
