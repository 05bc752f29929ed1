/** `rescue-soap demo`: all the steps from a WSDL to an email, against the simulator. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import type { GenerateEmailTextOutcome } from "../../generated/index.js";
import { createRescueClient } from "../../rescue/client.js";
import { startSimulator } from "../../simulator/index.js";
import type { Io } from "../io.js";
import { requireOk } from "../output/outcome.js";
import { Steps } from "../output/steps.js";
import { toJsonLine } from "../output/values.js";
import { emailBody } from "./email.js";

const HELP = `
It starts the simulator, generates TypeScript from its WSDL in a temporary folder, type-checks it, signs in, requests a
PIN, gets the email for it over each of the four protocols, and shows a call that the service rejects. Nothing is sent to
another machine.

Examples:
  $ npm run demo
  $ rescue-soap demo --json | jq -r .sLink`;

const PROTOCOLS = ["soap12", "soap11", "post", "get"] as const;
const TECHNICIAN = "tech@example.com";
const ADMIN = "admin@example.com";
/** The password of all accounts of the simulator. */
const PASSWORD = "secret";

export function defineDemo(command: Command, io: Io): void {
  command
    .option(
      "--json",
      "print the last OK outcome as one line of JSON, and the steps to standard error",
    )
    .addHelpText("after", HELP)
    .action((flags: { json?: true }) => demo(flags.json === true, io));
}

/** What the steps share. */
interface Demo {
  /** The URL of the simulator. */
  readonly endpoint: string;
  readonly steps: Steps;
  readonly io: Io;
}

async function demo(json: boolean, io: Io): Promise<void> {
  const steps = new Steps(json ? io.stderr : io.stdout, io.env);
  const simulator = await startSimulator();
  const folder = await mkdtemp(join(tmpdir(), "rescue-soap-demo-"));
  try {
    const { url } = simulator;
    steps.done(`the simulator listens on ${url}`);
    const run: Demo = { endpoint: url, steps, io };
    await generated(folder, run);
    const pin = await pinCode(run);
    const email = await emails(pin, run);
    await rejectedCall(pin, run);
    steps.end();
    if (json) io.stdout.write(toJsonLine(email));
  } finally {
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Generates code from the WSDL of the simulator and type-checks it. */
async function generated(folder: string, { endpoint, steps, io }: Demo): Promise<void> {
  const [{ generate }, { readWsdl }, { findCompiler, MissingCompilerError }] = await Promise.all([
    import("../../codegen/index.js"),
    import("../wsdl/read-wsdl.js"),
    import("../type-check/find-compiler.js"),
  ]);
  const url = `${endpoint}?WSDL`;
  const contract = await readWsdl(url, {}, io);
  const out = join(folder, "generated");
  const files = await generate(contract, { out });
  const [port] = contract.services.flatMap((service) => service.ports);
  steps.done(
    `${port?.operations.length} operations of ${url} became ${files.length} files in ${out}`,
  );
  const compiler = await findCompiler([process.cwd()]).catch((error: unknown) => {
    if (error instanceof MissingCompilerError) return undefined;
    throw error;
  });
  if (compiler === undefined) {
    steps.done("the generated code is not type-checked: the package typescript is not installed");
    return;
  }
  const { files: checked, problems } = await compiler.check(out, io.signal);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new DemoError(`The generated code has ${problems.length} type errors: ${problem}`);
  }
  steps.done(`${compiler.name} reports no error in the ${checked} files`);
}

/** Signs in as the technician and requests a PIN. */
async function pinCode({ endpoint, steps, io: { signal } }: Demo): Promise<number> {
  const rescue = createRescueClient({ endpoint, auth: { email: TECHNICIAN, password: PASSWORD } });
  const request = { sCField0: "ACME", bNoTechConsole: true };
  const outcome = requireOk("requestPINCode", await rescue.requestPINCode(request, { signal }));
  const pin = String(outcome.iPINCode).padStart(6, "0");
  steps.done(`${TECHNICIAN} signed in and got the PIN ${pin}`);
  return outcome.iPINCode;
}

/** Gets the email over each protocol, and returns the last outcome. */
async function emails(iPINCode: number, { endpoint, steps, io: { signal } }: Demo): Promise<Email> {
  const outcomes: Email[] = [];
  for (const protocol of PROTOCOLS) {
    const auth = { email: TECHNICIAN, password: PASSWORD };
    const rescue = createRescueClient({ endpoint, protocol, auth });
    const outcome = await rescue.generateEmailText({ iPINCode }, { signal });
    const email = requireOk("generateEmailText", outcome);
    steps.done(`generateEmailText over ${protocol} returned ${email.status}`);
    steps.show(`Subject: ${email.sSubject}\n\n${emailBody(email)}`);
    outcomes.push(email);
  }
  const [first, ...others] = outcomes;
  if (first === undefined || others.some((other) => emailBody(other) !== emailBody(first))) {
    throw new DemoError("The four protocols returned different emails.");
  }
  return outcomes.at(-1) ?? first;
}

type Email = Extract<GenerateEmailTextOutcome, { status: "OK" }>;

/** Requests the email with an account that is not a technician. */
async function rejectedCall(
  iPINCode: number,
  { endpoint, steps, io: { signal } }: Demo,
): Promise<void> {
  const rescue = createRescueClient({ endpoint, auth: { email: ADMIN, password: PASSWORD } });
  const outcome = await rescue.generateEmailText({ iPINCode }, { signal });
  if (outcome.status !== "NotTechnician") {
    throw new DemoError(`${ADMIN} is not a technician, but the call returned ${outcome.status}.`);
  }
  steps.done(`${ADMIN}, who is not a technician, got ${outcome.status} (${outcome.ret})`);
}

/** A step had another result than expected. */
class DemoError extends Error {
  readonly code = "DEMO";
}
