/** The memory of calls that wait for their turn. Needs `--expose-gc`. */
import { createRescueClient, type RescueAuth, type Transport } from "../../src/index.js";

const COUNT = 10_000;

/** MB for 10,000 calls that wait. */
export async function memoryOfQueue(auth: RescueAuth, signal?: AbortSignal): Promise<number> {
  const rescue = createRescueClient({ auth, transport: silent });
  const options = signal === undefined ? {} : { signal };
  const call = () => rescue.generateEmailText({ iPINCode: 123_456 }, options);
  const calls: unknown[] = [call()];
  await settled();
  const before = heapUsed();
  for (let index = 0; index < COUNT; index++) calls.push(call());
  await settled();
  const used = heapUsed() - before;
  return calls.length > COUNT ? used : Number.NaN;
}

/** Signs in; other calls get no response, so that all but the first wait. */
const silent: Transport = async ({ body }) => {
  if (!String(body).includes("<login ")) return new Promise(() => {});
  const ns = "https://secure.logmeinrescue.com/API/API.asmx";
  const xml = `<Envelope xmlns="http://www.w3.org/2003/05/soap-envelope"><Body><loginResponse xmlns="${ns}"><loginResult>login_OK</loginResult></loginResponse></Body></Envelope>`;
  return {
    status: 200,
    headers: { get: () => "application/soap+xml; charset=utf-8", setCookie: [] },
    body: (async function* () {
      yield new TextEncoder().encode(xml);
    })(),
  };
};

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}

/** The heap in use after a garbage collection, in MB. */
function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}
