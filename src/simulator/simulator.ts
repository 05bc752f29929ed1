/** Starts the simulated service. */
import { readFile } from "node:fs/promises";
import { packageFile } from "../package/package-file.js";
import { ENDPOINT_PATH } from "../rescue/facts/index.js";
import { type Cors, MAX_REQUEST_BYTES, running, SimulatorError, serveAt } from "../server/index.js";
import { rescueService } from "./rescue-service.js";
import type { LoggedCall } from "./state/call-log.js";
import type { OrganizationNode } from "./state/organization-node.js";
import { ServiceState } from "./state/state.js";
import type { SupportSession } from "./state/support-sessions.js";

/** Options of `startSimulator`. */
export interface SimulatorOptions {
  /** The TCP port. Default: a free port. */
  readonly port?: number;
  /** A loopback address or `localhost`. Default: `127.0.0.1`. Other hosts are rejected, because the accounts are public. */
  readonly host?: string;
  /** The base clock; returns ms since 1970. Default: `Date.now`. A fixed clock makes tests repeatable. */
  readonly now?: () => number;
  /**
   * The origin, for example `http://localhost:5173`, whose pages may call the simulator from a browser; `true` allows all
   * origins. Default: `false`, none. Risk of `true`: every page that is open in a browser on the machine can call it.
   */
  readonly cors?: Cors;
}

/**
 * The state of a simulator, for assertions in tests. Each property returns the state at the time at which it is read.
 * It contains no passwords or auth codes.
 */
export interface SimulatorState {
  /** The email addresses of the open sessions. */
  readonly sessions: readonly string[];
  /** The email addresses of the accounts that have an auth code. */
  readonly authCodes: readonly string[];
  /** The issued PIN codes, the oldest first. */
  readonly pinCodes: readonly number[];
  /** The latest 1000 calls, the oldest first. */
  readonly calls: readonly LoggedCall[];
  /** The users, groups and channels of the organization. */
  readonly nodes: readonly Omit<OrganizationNode, "password">[];
  /** The support sessions of customers with technicians. */
  readonly supportSessions: readonly SupportSession[];
}

/** A running simulator of the Rescue service. */
export interface Simulator {
  /** The URL of API.asmx: the `endpoint` of a client. The text pages are in the same folder. */
  readonly url: string;
  /** The current state. */
  readonly state: SimulatorState;
  /** Moves the time of the service forward by `ms`, so that sessions and rate limits expire. */
  advance(ms: number): void;
  /** Sets the time of the service to `time`, in ms since 1970. It continues from there. */
  setTime(time: number): void;
  /** Stops listening and closes the connections. */
  close(): Promise<void>;
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/;

/**
 * Starts a simulator of the Rescue service on a loopback address. Each simulator has a separate state, which is lost when
 * it is closed.
 *
 * @throws SimulatorError if the host is not a loopback address
 * @throws Error if the simulator cannot listen, with `code` EADDRINUSE if the port is in use
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, host = "127.0.0.1", now = Date.now, cors = false } = options;
  if (!LOOPBACK.test(host)) {
    throw new SimulatorError(
      "NOT_LOOPBACK",
      `The simulator listens on loopback addresses only, and ${host} is not one. Use 127.0.0.1 or ::1.`,
    );
  }
  const wsdl = await readFile(packageFile("wsdl/API.wsdl"), "utf8");
  const state = new ServiceState(now);
  const listening = { port, host, cors, maxRequestBytes: MAX_REQUEST_BYTES };
  const server = await serveAt(rescueService(wsdl, state), ENDPOINT_PATH, listening);
  return {
    ...running(server, host, ENDPOINT_PATH),
    state: view(state),
    advance: (ms) => state.clock.advance(ms),
    setTime: (time) => state.clock.set(time),
  };
}

function view(state: ServiceState): SimulatorState {
  return {
    get sessions() {
      return state.credentials.sessions;
    },
    get authCodes() {
      return state.credentials.authCodes;
    },
    get pinCodes() {
      return state.pinCodes.issued;
    },
    get calls() {
      return state.calls.calls;
    },
    get nodes() {
      return state.organization.nodes.map(({ password, ...node }) => node);
    },
    get supportSessions() {
      return state.supportSessions.all;
    },
  };
}
