/** Services on loopback: a stand-in for the Rescue service, and for any other that there is generated code for. */

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
