/** The simulated service, in memory or over a socket. */
import { readFile } from "node:fs/promises";
import { packageFile } from "../package/package-file.js";
import { type ListenOptions, listen, ServerError, type Service } from "../server/index.js";
import { rescueService } from "./rescue-service.js";
import type { LoggedCall } from "./state/call-log.js";
import type { OrganizationNode } from "./state/organization-node.js";
import { ServiceState } from "./state/state.js";
import type { SupportSession } from "./state/support-sessions.js";

/** Options of `createSimulator`. */
export interface SimulatedServiceOptions {
  /** The base clock; returns ms since 1970. Default: `Date.now`. A fixed clock makes tests repeatable. */
  readonly now?: () => number;
}

/** Options of `startSimulator`. */
export interface SimulatorOptions extends SimulatedServiceOptions, Omit<ListenOptions, "host"> {
  /** A loopback address or `localhost`. Default: `127.0.0.1`. Other hosts are rejected, because the accounts are public. */
  readonly host?: string;
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

/** A simulator of the Rescue service, in memory. */
export interface SimulatedService {
  /** The service, for the transport `inMemory`. */
  readonly service: Service;
  /** The current state. */
  readonly state: SimulatorState;
  /** Moves the time of the service forward by `ms`, so that sessions and rate limits expire. */
  advance(ms: number): void;
  /** Sets the time of the service to `time`, in ms since 1970. It continues from there. */
  setTime(time: number): void;
}

/** A simulator of the Rescue service that listens. */
export interface Simulator extends SimulatedService {
  /** The URL of API.asmx: the `endpoint` of a client. The text pages are in the same folder. */
  readonly url: string;
  /** Stops listening and closes the connections. */
  close(): Promise<void>;
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/;

/**
 * Starts a simulator of the Rescue service on a loopback address. Each simulator has a separate state, which is lost when
 * it is closed.
 *
 * @throws ServerError if the host is not a loopback address, or the simulator cannot listen: `PORT_IN_USE` and others
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { host = "127.0.0.1" } = options;
  if (!LOOPBACK.test(host)) {
    throw new ServerError(
      "NOT_LOOPBACK",
      `The simulator listens on loopback addresses only, and ${host} is not one. Use 127.0.0.1 or ::1.`,
    );
  }
  const simulated = await createSimulator(options);
  return { ...simulated, ...(await listen(simulated.service, options)) };
}

/**
 * Creates a simulator of the Rescue service in memory. Each simulator has a separate state.
 *
 * @example
 * const simulator = await createSimulator();
 * const auth = { email: "tech@example.com", password: PASSWORD };
 * const rescue = createRescueClient({ auth, transport: inMemory(simulator.service) });
 */
export async function createSimulator(
  options: SimulatedServiceOptions = {},
): Promise<SimulatedService> {
  const wsdl = await readFile(packageFile("wsdl/API.wsdl"), "utf8");
  const state = new ServiceState(options.now ?? Date.now);
  return {
    service: rescueService(wsdl, state),
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
