export { asmxProfile } from "./asmx/asmx-profile.js";
export { createService } from "./create-service.js";
export { describeText, describeTexts } from "./description/read-description.js";
export type { Cors } from "./endpoint/cors.js";
export { serveAt } from "./endpoint/endpoint.js";
export type {
  Answer,
  Handler,
  Handlers,
  NamedFaultOptions,
  Operations,
  ServedCall,
} from "./handlers.js";
export type { CookieAccess } from "./http-exchange.js";
export {
  MAX_REQUEST_BYTES,
  type ReceivedCall,
  type RunningService,
  running,
  type ServeOptions,
  serve,
  serveDescribed,
} from "./serve.js";
export { SimulatorError } from "./server-error.js";
export type { Invocation, Reply, Service } from "./service.js";
export { ServiceFault, type ServiceFaultOptions } from "./service-fault.js";
export { statusesOf, wireValue } from "./statuses.js";
export type { Values } from "./values.js";
