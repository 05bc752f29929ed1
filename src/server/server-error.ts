/** Errors of services that cannot start. */
import { CLASS_NAME, hasInstance } from "../errors/index.js";

/** The reason why a service cannot start. */
export type ServerErrorCode =
  /** There is a handler for an operation that the contract does not have. */
  | "UNKNOWN_OPERATION"
  /** The simulator was to listen at an address that other machines can reach. */
  | "NOT_LOOPBACK"
  /** Another program listens at the port. */
  | "PORT_IN_USE"
  /** The operating system does not allow the user to listen at the port. */
  | "PORT_NOT_ALLOWED"
  /** The host is not an address of this machine. */
  | "HOST_NOT_FOUND"
  /** Listening failed for another reason; `cause` is the error of Node. */
  | "LISTEN_FAILED";

/** A service or the simulator cannot start. */
export class ServerError extends Error {
  /** @private */
  static readonly [CLASS_NAME]: string = "ServerError";

  /** `ServerError` */
  override readonly name = "ServerError";

  constructor(
    /** The reason. */
    readonly code: ServerErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** Whether a value is a ServerError, also of another copy of the package. */
  static override readonly [Symbol.hasInstance]: (value: unknown) => boolean = hasInstance;
}

/** The error of a server that cannot listen: what failed, and what to do. */
export function listenError(error: unknown, host: string, port: number): ServerError {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const options = { cause: error };
  if (code === "EADDRINUSE") {
    const message = `Port ${port} of ${host} is in use: end the program that listens there, or choose another port; 0 selects a free one.`;
    return new ServerError("PORT_IN_USE", message, options);
  }
  if (code === "EACCES") {
    const message = `You are not allowed to listen at port ${port} of ${host}: choose a port from 1024 on; 0 selects a free one.`;
    return new ServerError("PORT_NOT_ALLOWED", message, options);
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    const message = `${host} is not an address of this machine: choose 127.0.0.1 or another of its addresses as the host.`;
    return new ServerError("HOST_NOT_FOUND", message, options);
  }
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The server cannot listen at port ${port} of ${host}: ${reason}.`;
  return new ServerError("LISTEN_FAILED", message, options);
}
