/**
 * Starts a server of another stack and prints the address of each contract, so that its messages can be inspected. Ends with
 * Ctrl-C. With `--record` it writes the server's WSDLs to `contracts/` and ends.
 *
 *   npx tsx test/interop/start.ts mono
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { download } from "../../src/cli/wsdl/download.js";
import { readText } from "../../src/wsdl/index.js";
import { CONTRACTS, type EchoServer, SERVERS } from "./echo/servers.js";

async function record({ urls }: EchoServer): Promise<void> {
  for (const contract of CONTRACTS) {
    const read = await readText(`${urls[contract]}?wsdl`, download);
    // The port changes with each run.
    const text = read.text.replace(/(127\.0\.0\.1):\d+/g, "$1");
    await writeFile(new URL(`contracts/${contract}.wsdl`, import.meta.url), text);
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { record: { type: "boolean", default: false } },
});
const stack = Object.entries(SERVERS).find(([name]) => name === positionals[0])?.[1];
if (stack === undefined) {
  console.error(`Which of ${Object.keys(SERVERS).join(", ")}?`);
  process.exitCode = 2;
} else {
  const server = await stack.start("soap11");
  if (values.record) await record(server);
  else {
    for (const [contract, url] of Object.entries(server.urls)) console.log(`${contract} ${url}`);
    await new Promise((resolve) =>
      process.once("SIGINT", resolve).stdin.on("end", resolve).resume(),
    );
  }
  await server.close();
}
