import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("large-service.ts", import.meta.url));

/** In bytes. */
const SIZE = 200 * 1024 * 1024;
/** In MiB. */
const MOST = 150;

function run(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", SCRIPT, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return { child, line: async () => String((await lines.next()).value) };
}

it("an attachment of 200 MB is sent and received in constant memory, at both ends", async () => {
  const server = run("serve");
  try {
    const client = run("call", await server.line(), String(SIZE));
    const calling = JSON.parse(await client.line());
    server.child.stdin.end();
    const serving = JSON.parse(await server.line());
    console.info(
      `200 MB there and back in ${calling.seconds.toFixed(1)} s; memory grew by ${calling.grown.toFixed()} MiB at the client, ${serving.grown.toFixed()} MiB at the server`,
    );
    expect(calling.received).toBe(SIZE);
    expect(calling.grown).toBeLessThan(MOST);
    expect(serving.grown).toBeLessThan(MOST);
  } finally {
    server.child.kill();
  }
}, 120_000);
