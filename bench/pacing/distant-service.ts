/** A service with a rate limit behind a simulated network. It counts what a service notices. */
import type { Transport } from "../../src/index.js";
import type { Network } from "./networks.js";

/** The interval of the service, in ms. */
const INTERVAL = 1000;
/** The tick of its clock, in ms: that of Windows. */
const TICK = 1000 / 64;

export interface Counts {
  /** Calls that arrived less than one interval after the call before, at the clock of the service. */
  readonly violations: number;
  /** Calls per interval, after the first ten calls. 1 is the permitted rate. */
  readonly rate: number;
}

/** @param errorEvery the service also rejects each so many calls for no reason; 0: it does not */
export function distantService(network: Network, errorEvery = 0) {
  const legsOf = network();
  const arrivals: number[] = [];
  let [calls, violations, rejections, earlySince] = [0, 0, 0, 0];
  let respondedAt = Number.NEGATIVE_INFINITY;

  const transport: Transport = async () => {
    const isEarly = performance.now() < respondedAt + INTERVAL;
    if (isEarly) earlySince += 1;
    const legs = legsOf(calls, { isEarly, earlySince, rejections });
    calls += 1;
    await sleep(legs.out);
    const now = Math.floor(performance.now() / TICK) * TICK;
    const isTooEarly = now - (arrivals.at(-1) ?? Number.NEGATIVE_INFINITY) < INTERVAL;
    arrivals.push(now);
    if (isTooEarly) {
      violations += 1;
      rejections += 1;
      earlySince = 0;
    }
    await sleep(legs.back);
    respondedAt = performance.now();
    return response(isTooEarly || (errorEvery > 0 && calls % errorEvery === 0));
  };

  const counts = (): Counts => {
    const [first = 0, last = 0] = [arrivals[10], arrivals.at(-1)];
    return { violations, rate: ((arrivals.length - 11) * INTERVAL) / (last - first) };
  };
  return { transport, counts };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function response(isError: boolean) {
  const outs = "<sSubject>S</sSubject><sText>T</sText><sLink>L</sLink><sSignature>G</sSignature>";
  const content = `<generateEmailTextResult>generateEmailText_${isError ? "Error" : "OK"}</generateEmailTextResult>${isError ? "" : outs}`;
  const xml = `<Envelope xmlns="http://www.w3.org/2003/05/soap-envelope"><Body><generateEmailTextResponse xmlns="https://secure.logmeinrescue.com/API/API.asmx">${content}</generateEmailTextResponse></Body></Envelope>`;
  return {
    status: 200,
    headers: { get: () => "application/soap+xml; charset=utf-8", setCookie: [] },
    body: (async function* () {
      yield new TextEncoder().encode(xml);
    })(),
  };
}
