/**
 * Records the messages of other vendors' programs again: `npx tsx test/protocol/recorded/record.ts [stack ...]`.
 *
 * Starts each on loopback, saves its WSDLs in `contracts/`, makes the calls of `cases.ts`, runs its client for those of
 * `requests.ts`, saves the messages in `messages/`, and writes the index.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cookies, httpTransport, SoapClient, type Transport } from "../../../src/soap/index.js";
import { run } from "../../interop/program.js";
import { CASES, type RecordedCase } from "./cases.js";
import { writeMessage } from "./message-file.js";
import { operationsOf } from "./operations.js";
import { REQUESTS, recordRequests } from "./requests.js";
import { folderOf, STACKS, type Stack, type StackName } from "./stacks.js";

const INDEX = folderOf("README.md");

/** Passes the response on and records it. */
function recording(file: string): Transport {
  const transport = cookies(httpTransport());
  return async (request) => {
    const response = await transport(request);
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.body) chunks.push(chunk);
    const type = response.headers.get("content-type");
    await writeMessage(file, {
      start: `HTTP/1.1 ${response.status}`,
      headers: type === undefined ? {} : { "content-type": type },
      body: Buffer.concat(chunks),
    });
    return {
      ...response,
      body: (async function* () {
        yield* chunks;
      })(),
    };
  };
}

async function recordContracts(base: string, contracts: Stack["contracts"]): Promise<void> {
  for (const [file, path] of Object.entries(contracts)) {
    const text = await (await fetch(new URL(path, base))).text();
    // Imported documents are in the same folder.
    const local = Object.entries(contracts).reduce(
      (wsdl, [name, each]) => wsdl.replaceAll(String(new URL(each, base)), name),
      text,
    );
    const address = local.replace(/http:\/\/[\w.]+:\d+\//g, "http://127.0.0.1/");
    await writeFile(folderOf(`contracts/${file}`), address);
  }
}

async function recordCase(base: string, each: RecordedCase): Promise<void> {
  const operation = (await operationsOf(folderOf(each.contract))).get(each.operation);
  if (operation === undefined) throw new Error(`${each.contract} has no ${each.operation}.`);
  await mkdir(folderOf(`messages/${each.stack}`), { recursive: true });
  const client = new SoapClient({
    endpoint: String(new URL(each.path, base)),
    protocol: each.version,
    transport: recording(folderOf(`messages/${each.stack}/${each.name}.http`)),
  });
  const options = each.header === undefined ? {} : { header: each.header };
  // The test has the expected result.
  await client.call(operation, each.request ?? {}, options).catch((error: unknown) => {
    if (each.error === undefined) console.log(`${each.stack}/${each.name}: ${error}`);
  });
}

const isStack = (name: string): name is StackName => name in STACKS;

async function writeIndex(recorded: ReadonlyMap<StackName, string>): Promise<void> {
  const before = await readFile(INDEX, "utf8").catch(() => "");
  const names = Object.keys(STACKS).filter(isStack);
  const rows = names.map((name) => {
    const kept = before.split("\n").find((line) => line.startsWith(`| ${name} |`));
    const version = recorded.get(name);
    return version === undefined
      ? (kept ?? "")
      : `| ${name} | ${STACKS[name].title} | ${version} |`;
  });
  const messages = [...CASES, ...REQUESTS].map(
    ({ stack, name, kind }) => `| [${stack}/${name}](messages/${stack}/${name}.http) | ${kind} |`,
  );
  const lines = [
    "# Recorded messages",
    "",
    "Responses and requests of other vendors' programs, byte for byte; none was written or changed by hand. `recorded.test.ts`",
    "decodes each and compares it with the values that the program was given, in `cases.ts` and `requests.ts`.",
    "`peers/` has what the programs ran, `contracts/` the WSDLs that they wrote.",
    "",
    "To record again: `bash test/protocol/recorded/install.sh`, then `npx tsx test/protocol/recorded/record.ts [stack ...]`, which writes",
    "this file as well.",
    "",
    "| stack | program | version |",
    "|---|---|---|",
    ...rows,
    "",
    "| message | what it shows |",
    "|---|---|",
    ...messages,
    "",
  ];
  await writeFile(INDEX, lines.join("\n"));
}

const asked = process.argv.slice(2);
const chosen = asked.length === 0 ? Object.keys(STACKS).filter(isStack) : asked.filter(isStack);
const versions = new Map<StackName, string>();
for (const name of chosen) {
  const stack: Stack = STACKS[name];
  const service = await stack.start();
  try {
    const base = String(new URL("/", service.url));
    await recordContracts(base, stack.contracts);
    for (const each of CASES) if (each.stack === name) await recordCase(base, each);
    const sender = REQUESTS.find(({ stack: each }) => each === name)?.stack;
    if (sender !== undefined) await recordRequests(sender);
    versions.set(name, (await run(stack.version)).trim().replace(/,$/, ""));
  } finally {
    await service.close();
  }
}
await writeIndex(versions);
