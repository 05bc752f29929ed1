/** Serves any contract over HTTP, with handlers for its operations: a stand-in for a SOAP service in a test. */
import type { Server } from "node:http";
import type { Deviation } from "../codec/index.js";
import type { Attachment, MtomOption } from "../mime/index.js";
import { isOutcomeOperation } from "../protocol/index.js";
import type { Operation, SoapVersion } from "../schema/index.js";
import { asmxProfile } from "./asmx/asmx-profile.js";
import { createService } from "./create-service.js";
import type { Description } from "./description/description.js";
import { readDescription } from "./description/read-description.js";
import type { Cors } from "./endpoint/cors.js";
import { serveAt } from "./endpoint/endpoint.js";
import type { Handlers, Operations, ServedCall } from "./handlers.js";
import { standardProfile } from "./profile/standard-profile.js";
import { sampleMessage, sampleResponse } from "./sample-values.js";
import { SimulatorError } from "./server-error.js";
import type { Invocation, Reply } from "./service.js";
import { ServiceFault } from "./service-fault.js";
import { wireValue } from "./statuses.js";
import type { Values } from "./values.js";

export interface ServeOptions<Served extends Operations> {
  /** By the operations' names. */
  readonly handlers: Handlers<Served>;
  /** What an operation without a handler is answered with: a fault that says so, the default, or sample values. */
  readonly unhandled?: "fault" | "sample";
  /** Told of each call before it is answered. */
  readonly onCall?: (call: ReceivedCall) => void;
  /** The WSDL for `?wsdl`, the help pages and the HTTP bindings: a file with what it imports, or a text. */
  readonly wsdl?: string | URL;
  /** By which rules; default `standard`. `asmx` is as lenient as ASP.NET, and in its words. */
  readonly profile?: "standard" | "asmx";
  /** Default: what the WSDL has ports for; both without a WSDL. */
  readonly versions?: readonly SoapVersion[];
  /** Where the service is; default that of the WSDL's address, else `/`. */
  readonly path?: string;
  /** Default: one that is free. */
  readonly port?: number;
  /** Default `127.0.0.1`, which nobody else can reach. */
  readonly host?: string;
  /** Blocks of the Header, `{namespace}local`, that requests may say mustUnderstand of, beside those of the contract. */
  readonly understands?: readonly string[];
  /** Whatever a request does otherwise than the contract is a fault; default false. Of the `standard` profile. */
  readonly strict?: boolean;
  /** Told what a request does otherwise than the contract, and was taken all the same. Of the `standard` profile. */
  readonly onDeviation?: (deviation: Deviation) => void;
  /** Pages of which origins may call from a browser: `true` for all, or one such as `http://localhost:5173`; default none. */
  readonly cors?: Cors;
  /** Whether answers have binary content in parts (MTOM); default: as their requests have. Of the `standard` profile. */
  readonly mtom?: MtomOption;
  /**
   * A larger request is refused with status 413, in bytes; default 4 MiB. Attachments may be larger where their handler
   * reads them as they come.
   */
  readonly maxRequestBytes?: number;
}

/** A call as it came in. Its request has whatever secrets the client sent. */
export interface ReceivedCall {
  /** The operation's name in `operations`. */
  readonly operation: string;
  readonly protocol: ServedCall["protocol"];
  readonly request: Readonly<Record<string, unknown>>;
}

export interface RunningService {
  readonly url: string;
  /** Stops listening and ends the connections. */
  close(): Promise<void>;
}

/** In bytes. */
export const MAX_REQUEST_BYTES = 4 * 1024 * 1024;

/**
 * Answers the operations of a contract: SOAP 1.1 and 1.2, HTTP GET and POST where the WSDL has these, `?wsdl` with the
 * address that was asked, and help pages.
 *
 * @example
 * const service = await serve(operations, { handlers: { getQuote: ({ symbol }) => ({ price: "12.50" }) } });
 * @param operations those of generated code, in its schema.ts
 * @throws SimulatorError where a handler is none of an operation's
 * @throws WsdlError where the WSDL can't be read
 * @throws Error what listening throws, with `code` EADDRINUSE where the port is taken
 */
export async function serve<Served extends Operations>(
  operations: Served,
  options: ServeOptions<Served>,
): Promise<RunningService> {
  const { wsdl } = options;
  return serveDescribed(
    operations,
    options,
    wsdl === undefined ? undefined : await readDescription(wsdl),
  );
}

/** The same with a WSDL that has been read. */
export async function serveDescribed<Served extends Operations>(
  operations: Served,
  options: ServeOptions<Served>,
  description: Description | undefined,
): Promise<RunningService> {
  const { port = 0, host = "127.0.0.1", cors = false, unhandled = "fault" } = options;
  const { maxRequestBytes = MAX_REQUEST_BYTES } = options;
  const handlers = checkedHandlers(operations, options.handlers);
  const otherwise = unhandled === "sample" ? sampleReply : refuse;
  const service = createService({
    operations,
    description,
    profile: options.profile === "asmx" ? asmxProfile : standardProfile(onDeviation(options)),
    versions: options.versions,
    understands: options.understands,
    mtom: options.mtom,
    invoke(invocation) {
      const { key, protocol, request } = invocation;
      options.onCall?.({ operation: key, protocol, request });
      const handler = handlers.get(key);
      return handler === undefined ? otherwise(invocation) : answer(handler, invocation);
    },
  });
  const path = options.path ?? pathOf(description?.contract.services[0]?.ports[0]?.address);
  const server = await serveAt(service, path, { port, host, cors, maxRequestBytes });
  return running(server, host, path);
}

function sampleReply({ operation }: Invocation): Reply {
  const header = operation.headers?.output;
  return {
    value: sampleResponse(operation),
    header: header === undefined ? undefined : sampleMessage(header),
  };
}

function refuse({ key }: Invocation): Reply {
  throw new ServiceFault(
    `${key} has no handler here: give serve() one, handlers: { ${key}: (request) => … }.`,
  );
}

/** @param path where the service is */
export function running(server: Server, host: string, path: string): RunningService {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        // A second call finds nothing to close, and that is all right.
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pathOf(address: string | undefined): string {
  return address !== undefined && URL.canParse(address) ? new URL(address).pathname : "/";
}

function onDeviation({
  strict = false,
  onDeviation: tell,
}: Pick<ServeOptions<Operations>, "strict" | "onDeviation">): (deviation: Deviation) => void {
  return (deviation) => {
    tell?.(deviation);
    if (!strict) return;
    throw new ServiceFault(
      `The request isn't what the contract says: ${deviation.kind} at ${deviation.path}.`,
      { faultCode: "Client" },
    );
  };
}

/** A handler whose types were its operation's. */
type AnyHandler = (request: never, call: ServedCall<unknown, never>) => unknown;

function checkedHandlers(
  operations: Operations,
  handlers: Readonly<Record<string, AnyHandler | undefined>>,
): ReadonlyMap<string, AnyHandler> {
  const checked = new Map<string, AnyHandler>();
  for (const [key, handler] of Object.entries(handlers)) {
    if (!Object.hasOwn(operations, key)) {
      const known = Object.keys(operations).join(", ");
      throw new SimulatorError(
        "UNKNOWN_OPERATION",
        `There is a handler for ${key}, which is no operation of the contract; it has ${known}.`,
      );
    }
    if (handler !== undefined) checked.set(key, handler);
  }
  return checked;
}

const NO_ATTACHMENTS: AsyncIterable<Attachment> = {
  async *[Symbol.asyncIterator]() {},
};

async function answer(handler: AnyHandler, invocation: Invocation): Promise<Reply> {
  const { operation, request, http, key: _, ...rest } = invocation;
  let header: Values | undefined;
  const attachments: Attachment[] = [];
  const call: ServedCall<unknown, object, Readonly<Record<string, unknown>>> = {
    attachments: NO_ATTACHMENTS,
    ...rest,
    operation,
    attach: (attachment) => void attachments.push(attachment),
    headers: http.headers,
    cookies: http.cookies,
    answerHeader(given) {
      header = { ...given };
    },
    fault: (name, detail, { reason = name, ...options } = {}) =>
      new ServiceFault(reason, { ...options, name, detail }),
  };
  // The decoder made the request by the operation's schema, which is what the handler's type was made of.
  const given = await handler(request as never, call);
  return { value: responseOf(operation, given), header, attachments };
}

function responseOf(operation: Operation, given: unknown): Values | undefined {
  if (given === undefined || given === null) return undefined;
  const value: Values = { ...Object(given) };
  if (!isOutcomeOperation(operation) || Object.hasOwn(value, operation.result)) return value;
  const { status, ...outs } = value;
  const wire = wireValue(operation, String(status));
  if (wire !== undefined) return { ...outs, [operation.result]: wire };
  throw new Error(
    `${operation.name} has no value for the status ${String(status)} in the contract.`,
  );
}
