/** A fault of the matrix. */
import type { Behaviour, FaultServer } from "./server.js";
import type { Subject } from "./subjects.js";

export interface Fault {
  /** The group under which it is counted. */
  readonly group: string;
  /** Distinguishes it from other faults of the group. */
  readonly name: string;
  /** @param isWarm whether a call over the same connection has succeeded before */
  readonly behaviour: (subject: Subject, isWarm?: boolean) => Behaviour;
  /** The result: the right outcome, any error of the package, one of some codes, or either of outcome and error. */
  readonly expected: "outcome" | "error" | "any" | readonly string[];
  /** The delivery of the error, if it is certain. */
  readonly delivery?: "not-sent" | "unknown";
  /** The timeout of the call, in ms. */
  readonly timeout?: number;
  /** The number of successful calls before, whose connection is used again. */
  readonly warmUps?: number;
  /** Waits after each of these calls. */
  readonly pause?: (server: FaultServer) => Promise<void>;
  /** Replaces the address of the server. */
  readonly endpoint?: string;
  /** Whether text pages cannot have the fault. */
  readonly onlySoap?: boolean;
  /** Whether the server asks for more requests. */
  readonly mayRedirect?: boolean;
}

/** Responds with bytes. */
export function respond(
  bytes: (subject: Subject, request: string) => Buffer | string,
  end = false,
) {
  return (subject: Subject): Behaviour => ({
    onRequest: ({ socket, text }) => {
      const response = bytes(subject, text);
      if (end) socket.end(response);
      else socket.write(response);
    },
  });
}

/** A response with its head. */
export function message(
  body: Buffer | string,
  type: string,
  {
    status = 200,
    headers = [],
  }: { readonly status?: number; readonly headers?: readonly string[] } = {},
): Buffer {
  const bytes = Buffer.from(body);
  const hasLength = headers.some((line) => /^(?:content-length|transfer-encoding):/i.test(line));
  const lines = [
    `HTTP/1.1 ${status} Status`,
    `Content-Type: ${type}`,
    ...(hasLength ? [] : [`Content-Length: ${bytes.byteLength}`]),
    ...headers,
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), bytes]);
}

/** The right response. */
export function right(subject: Subject, ...headers: string[]): Buffer {
  return message(subject.body, subject.type, { headers });
}
