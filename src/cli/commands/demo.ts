/** `rescue-soap demo`: the way from a WSDL to an email, step by step, against the simulator. */
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
It starts the simulator, generates TypeScript from its WSDL into a temporary folder, type-checks that, signs in,
requests a PIN, gets the email for it over each of the four protocols, and shows one answer that is no. Nothing is
sent to any other machine.

Examples:
  $ npm run demo
  $ rescue-soap demo --json | jq -r .sLink`;

const PROTOCOLS = ["soap12", "soap11", "post", "get"] as const;
const TECHNICIAN = "tech@example.com";
const ADMIN = "admin@example.com";
/** That of the simulator's accounts. */
const PASSWORD = "secret";

export function defineDemo(command: Command, io: Io): void {
  command
    .option(
      "--json",
      "print the last OK outcome as one line of JSON, and the steps on standard error",
    )
    .addHelpText("after", HELP)
    .action((flags: { json?: true }) => demo(flags.json === true, io));
}

async function demo(json: boolean, io: Io): Promise<void> {
  const steps = new Steps(json ? io.stderr : io.stdout, io.env);
  const folder = await mkdtemp(join(tmpdir(), "rescue-soap-demo-"));
  const simulator = await startSimulator();
  try {
    steps.done(`the simulator listens at ${simulator.url}`);
    await generated(`${simulator.url}?WSDL`, folder, steps);
    const pin = await pinCode(simulator.url, steps, io.signal);
    const email = await emails(simulator.url, pin, steps, io.signal);
    await refusal(simulator.url, pin, steps, io.signal);
    steps.end();
    if (json) io.stdout.write(toJsonLine(email));
  } finally {
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Generates code from the WSDL at `url` and type-checks it. */
async function generated(url: string, folder: string, steps: Steps): Promise<void> {
  const [{ generate, readContract }, { download }, { findCompiler, MissingCompilerError }] =
    await Promise.all([
      import("../../codegen/index.js"),
      import("../wsdl/download.js"),
      import("../type-check/compiler.js"),
    ]);
  const contract = await readContract(url, download);
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
  const { files: checked, problems } = await compiler.check(out);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new DemoError(`The generated code has ${problems.length} type errors: ${problem}`);
  }
  steps.done(`${compiler.name} finds no error in the ${checked} files`);
}

/** Signs in as the technician and requests a PIN. */
async function pinCode(endpoint: string, steps: Steps, signal: AbortSignal): Promise<number> {
  const rescue = createRescueClient({ endpoint, auth: { email: TECHNICIAN, password: PASSWORD } });
  const request = { sCField0: "ACME", bNoTechConsole: true };
  const outcome = requireOk("requestPINCode", await rescue.requestPINCode(request, { signal }));
  const pin = String(outcome.iPINCode).padStart(6, "0");
  steps.done(`${TECHNICIAN} signed in and got the PIN ${pin}`);
  return outcome.iPINCode;
}

/** Gets the email over each protocol, and gives the last outcome. */
async function emails(
  endpoint: string,
  iPINCode: number,
  steps: Steps,
  signal: AbortSignal,
): Promise<Email> {
  const outcomes: Email[] = [];
  for (const protocol of PROTOCOLS) {
    const auth = { email: TECHNICIAN, password: PASSWORD };
    const rescue = createRescueClient({ endpoint, protocol, auth });
    const outcome = await rescue.generateEmailText({ iPINCode }, { signal });
    const email = requireOk("generateEmailText", outcome);
    steps.done(`generateEmailText over ${protocol} answered ${email.status}`);
    steps.show(`Subject: ${email.sSubject}\n\n${emailBody(email)}`);
    outcomes.push(email);
  }
  const [first, ...others] = outcomes;
  if (first === undefined || others.some((other) => emailBody(other) !== emailBody(first))) {
    throw new DemoError("The four protocols gave different emails.");
  }
  return outcomes.at(-1) ?? first;
}

type Email = Extract<GenerateEmailTextOutcome, { status: "OK" }>;

/** Asks for the email as one who may not have it. */
async function refusal(
  endpoint: string,
  iPINCode: number,
  steps: Steps,
  signal: AbortSignal,
): Promise<void> {
  const rescue = createRescueClient({ endpoint, auth: { email: ADMIN, password: PASSWORD } });
  const outcome = await rescue.generateEmailText({ iPINCode }, { signal });
  if (outcome.status !== "NotTechnician") {
    throw new DemoError(`${ADMIN} is no technician, and still was answered ${outcome.status}.`);
  }
  steps.done(`${ADMIN}, who is no technician, was answered ${outcome.status} (${outcome.ret})`);
}

/** A step went otherwise than it should. */
class DemoError extends Error {
  readonly code = "DEMO";
}
