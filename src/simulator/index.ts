/** Local SOAP services for tests: a simulator of the Rescue service, and a server for any generated code. */

export type {
  Answer,
  CookieAccess,
  Handler,
  Handlers,
  NamedFaultOptions,
  Operations,
  ServedCall,
} from "../server/index.js";
export {
  type ReceivedCall,
  type RunningService,
  type ServeOptions,
  ServiceFault,
  type ServiceFaultOptions,
  SimulatorError,
  serve,
} from "../server/index.js";
export { type Scenario, scenarios } from "./scenarios.js";
export {
  type Simulator,
  type SimulatorOptions,
  type SimulatorState,
  startSimulator,
} from "./simulator.js";
export type { LoggedCall } from "./state/call-log.js";
export { accounts, type DocumentedAccount, PASSWORD } from "./state/documented-accounts.js";
