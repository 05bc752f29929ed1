/** Local SOAP services for tests: a simulator of the Rescue service, and a server for any generated code. */

export { type HttpHandler, inMemory } from "../http/index.js";
export type {
  CookieAccess,
  Handler,
  HandlerResult,
  Handlers,
  NamedFaultOptions,
  Operations,
  ServedCall,
} from "../server/index.js";
export {
  type Cors,
  createService,
  type ListenOptions,
  type ReceivedCall,
  type RunningService,
  type ServeOptions,
  ServerError,
  type ServerErrorCode,
  type Service,
  ServiceFault,
  type ServiceFaultOptions,
  type ServiceOptions,
  serve,
} from "../server/index.js";
export { type Scenario, scenarios } from "./scenarios.js";
export {
  createSimulator,
  type SimulatedService,
  type SimulatedServiceOptions,
  type Simulator,
  type SimulatorOptions,
  type SimulatorState,
  startSimulator,
} from "./simulator.js";
export type { LoggedCall } from "./state/call-log.js";
export { accounts, type DocumentedAccount, PASSWORD } from "./state/documented-accounts.js";
export type { OrganizationNode } from "./state/organization-node.js";
export type { SupportSession } from "./state/support-sessions.js";
