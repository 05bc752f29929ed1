/** A stand-in for the Rescue service on loopback. */
export { accounts, type DocumentedAccount, PASSWORD } from "./rescue/accounts.js";
export type { LoggedCall } from "./rescue/call-log.js";
export { type Scenario, scenarios } from "./rescue/scenarios.js";
export {
  type Simulator,
  SimulatorError,
  type SimulatorOptions,
  type SimulatorState,
  startSimulator,
} from "./simulator.js";
