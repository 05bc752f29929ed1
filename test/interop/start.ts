/**
 * Starts a server of another maker and prints its URL, so that its messages can be looked at; ends with Ctrl-C.
 *
 *   npx tsx test/interop/start.ts mono
 */
import { startMono } from "./mono/service.js";

const SERVERS = { mono: startMono };

const [name = ""] = process.argv.slice(2);
const start = Object.entries(SERVERS).find(([known]) => known === name)?.[1];
if (start === undefined) {
  console.error(`Which of ${Object.keys(SERVERS).join(", ")}?`);
  process.exitCode = 2;
} else {
  const service = await start();
  console.log(`listening ${service.url}`);
  process.once("SIGINT", () => service.close());
}
