/**
 * A process that serves or calls an operation with a large attachment, and reports the peak memory:
 * `large-service.ts serve` prints its URL, and its figure when its input ends; `large-service.ts call URL BYTES` prints
 * its figures.
 */
import { serve } from "../../src/simulator/index.js";
import { attachment, SoapClient } from "../../src/soap/index.js";
import { stream } from "./operations.js";

const CHUNK = new Uint8Array(64 * 1024).map((_, index) => index * 31);

async function* filled(bytes: number): AsyncGenerator<Uint8Array> {
  for (let left = bytes; left > 0; left -= CHUNK.length)
    yield CHUNK.subarray(0, Math.min(left, CHUNK.length));
}

async function lengthOf(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0;
  for await (const chunk of chunks) length += chunk.byteLength;
  return length;
}

/** In MiB, the most that the process has had so far. */
const peak = () => process.resourceUsage().maxRSS / 1024;

async function serveIt(): Promise<void> {
  const service = await serve(
    { stream },
    {
      handlers: {
        stream: async ({ scan }) => {
          const length = await lengthOf(scan.$value);
          return { scan: { $value: attachment(filled(length)) } };
        },
      },
    },
  );
  console.log(service.url);
  const before = peak();
  for await (const _ of process.stdin);
  console.log(JSON.stringify({ grown: peak() - before }));
  await service.close();
}

async function call(endpoint: string, bytes: number): Promise<void> {
  const client = new SoapClient({ endpoint, mtom: true, timeout: 100_000 });
  const send = async (length: number) => {
    const { scan } = await client.call(stream, { scan: { $value: attachment(filled(length)) } });
    return lengthOf(scan.$value);
  };
  await send(1000);
  const before = peak();
  const startedAt = performance.now();
  const received = await send(bytes);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(JSON.stringify({ received, seconds, grown: peak() - before }));
}

const [command, endpoint = "", bytes = "0"] = process.argv.slice(2);
if (command === "serve") await serveIt();
else await call(endpoint, Number(bytes));
