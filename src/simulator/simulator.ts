/** Starts the simulated service. */
import { readFile } from "node:fs/promises";
import { type Cors, MAX_REQUEST_BYTES, running, SimulatorError, serveAt } from "../server/index.js";
import { rescueService } from "./rescue-service.js";
import type { LoggedCall } from "./state/call-log.js";
import type { OrganizationNode } from "./state/organization-node.js";
import { ServiceState } from "./state/state.js";
import type { SupportSession } from "./state/support-sessions.js";

export interface SimulatorOptions {
  /** Default: one that is free. */
  readonly port?: number;
  /** A loopback address; default `127.0.0.1`. */
  readonly host?: string;
  /** The clock, in ms since 1970; default the machine's. */
  readonly now?: () => number;
  /** Lets pages in a browser call the service: those of this origin, or all with `true`. Default: none. */
  readonly cors?: Cors;
}

/** What a test may look at: it is as it stands when it is read, and has no secret in it. */
export interface SimulatorState {
  /** The emails of the live sign-in sessions. */
  readonly sessions: readonly string[];
  /** The emails of the accounts with an auth code. */
  readonly authCodes: readonly string[];
  /** The PIN codes that were given out, the oldest first. */
  readonly pinCodes: readonly number[];
  /** The latest thousand calls, the oldest first. */
  readonly calls: readonly LoggedCall[];
  readonly nodes: readonly Omit<OrganizationNode, "password">[];
  readonly supportSessions: readonly SupportSession[];
}

export interface Simulator {
  /** The URL of API.asmx. */
  readonly url: string;
  readonly state: SimulatorState;
  /** Moves the service's time on, by ms: sessions end, limits pass. */
  advance(ms: number): void;
  /** Sets the service's time, in ms since 1970; it goes on from there. */
  setTime(time: number): void;
  /** Stops listening and ends the connections. */
  close(): Promise<void>;
}

const PATH = "/API/API.asmx";
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/;

/**
 * Listens on loopback, with a state of its own.
 *
 * @throws SimulatorError when the host is no loopback address
 * @throws Error what listening throws, with `code` EADDRINUSE where the port is taken
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, host = "127.0.0.1", now = Date.now, cors = false } = options;
  if (!LOOPBACK.test(host)) {
    throw new SimulatorError(
      "NOT_LOOPBACK",
      `The simulator listens on loopback only, not on ${host}; use 127.0.0.1 or ::1.`,
    );
  }
  // At the root of the package, from src as from dist.
  const wsdl = await readFile(new URL("../../wsdl/API.wsdl", import.meta.url), "utf8");
  const state = new ServiceState(now);
  const listening = { port, host, cors, maxRequestBytes: MAX_REQUEST_BYTES };
  const server = await serveAt(rescueService(wsdl, state), PATH, listening);
  return {
    ...running(server, host, PATH),
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
