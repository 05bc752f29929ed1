/** Services on loopback: a stand-in for the Rescue service, and for any other that there is generated code for. */
export type { CookieAccess } from "./engine/service.js";
export { ServiceFault, type ServiceFaultOptions } from "./engine/service-fault.js";
export type {
  Answer,
  Handler,
  Handlers,
  NamedFaultOptions,
  Operations,
  ServedCall,
} from "./handlers.js";
export { accounts, type DocumentedAccount, PASSWORD } from "./rescue/accounts.js";
export type { LoggedCall } from "./rescue/call-log.js";
export { type Scenario, scenarios } from "./rescue/scenarios.js";
export { type ReceivedCall, type RunningService, type ServeOptions, serve } from "./serve.js";
export {
  type Simulator,
  type SimulatorOptions,
  type SimulatorState,
  startSimulator,
} from "./simulator.js";
export { SimulatorError } from "./simulator-error.js";
