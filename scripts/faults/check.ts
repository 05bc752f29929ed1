/** Runs one case of the matrix and checks it. */
import { getEventListeners } from "node:events";
import { inspect, isDeepStrictEqual } from "node:util";
import { createRescueClient, SoapError, UndeliveredError } from "../../src/index.js";
import { httpTransport } from "../../src/soap/index.js";
import type { Fault } from "./fault.js";
import type { FaultServer } from "./server.js";
import { SECRETS, type Subject } from "./subjects.js";

/** The most attempts of a call, the first one included. */
const ATTEMPTS = 2;

/** The time that a call may need in addition to its timeouts, in ms: a loaded machine is slow. */
const PATIENCE = 10_000;

/** @returns what is wrong; empty if all is right */
export async function checkCase(
  server: FaultServer,
  subject: Subject,
  fault: Fault,
): Promise<readonly string[]> {
  server.start(fault.behaviour(subject));
  const network = httpTransport({ proxy: false });
  const client = createRescueClient({
    endpoint: fault.endpoint ?? server.url,
    protocol: subject.protocol,
    auth: { authCode: SECRETS.authCode },
    throttle: false,
    retry: { attempts: ATTEMPTS, baseDelay: 0, deadline: PATIENCE },
    // A function of its own: the client then counts the sign-ins of each case alone.
    transport: (request) => network(request),
  });
  const { signal } = new AbortController();
  const options = { signal, timeout: fault.timeout ?? PATIENCE };
  const call = async () => {
    for (let warmUps = fault.warmUps ?? 0; warmUps > 0; warmUps--) {
      await subject.run(client, options);
      server.start(fault.behaviour(subject, true));
      await fault.pause?.(server);
    }
    return subject.run(client, options);
  };
  const result = await within(ATTEMPTS * PATIENCE, call());
  const problems = [...judge(result, subject, fault), ...judgeSent(result, server, subject, fault)];
  if (getEventListeners(signal, "abort").length > 0)
    problems.push("A listener of the signal is left.");
  return problems;
}

type Result = { readonly value: unknown } | { readonly error: unknown } | undefined;

/** `undefined` if the promise is still pending after `ms`. */
async function within(ms: number, promise: Promise<unknown>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  const settled = promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  const result = await Promise.race([settled, late]);
  clearTimeout(timer);
  return result;
}

function judge(result: Result, subject: Subject, { expected }: Fault): string[] {
  if (result === undefined) return ["The call does not end."];
  if ("value" in result) {
    if (!isDeepStrictEqual(result.value, subject.outcome)) {
      return [`The outcome is wrong: ${inspect(result.value)}`];
    }
    return expected === "outcome" || expected === "any" ? [] : ["There is an outcome."];
  }
  const { error } = result;
  if (!(error instanceof SoapError)) return [`The error is not of the package: ${inspect(error)}`];
  const shown = `${inspect(error, { depth: 9, showHidden: true })}${JSON.stringify(error)}${error.message}${error.stack}`;
  const leaked = Object.values(SECRETS).some((secret) => shown.includes(secret));
  const isExpected = expected === "any" || expected === "error" || expected.includes(error.code);
  return [
    ...(leaked ? ["The error shows a secret."] : []),
    ...(isExpected ? [] : [`The error is ${error.code}: ${error.message}`]),
  ];
}

/** `delivery`, and how often the server got the request. */
function judgeSent(
  result: Result,
  server: FaultServer,
  { isRepeatable }: Subject,
  fault: Fault,
): string[] {
  const problems: string[] = [];
  const most = fault.mayRedirect ? Number.POSITIVE_INFINITY : isRepeatable ? ATTEMPTS * 2 : 1;
  if (server.requests > most) problems.push(`The server got the request ${server.requests} times.`);
  if (result === undefined || "value" in result) return problems;
  const { error } = result;
  if (!(error instanceof UndeliveredError)) return problems;
  if (error.delivery === "not-sent" && server.bytes > 0) {
    problems.push(`delivery is not-sent, but the server got ${server.bytes} bytes.`);
  }
  if (fault.delivery !== undefined && error.delivery !== fault.delivery) {
    problems.push(`delivery is ${error.delivery}.`);
  }
  return problems;
}
