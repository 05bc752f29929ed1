export type { Values } from "../codec/index.js";
export { asmxProfile } from "./asmx/asmx-profile.js";
export type { Cors } from "./cors.js";
export { createService, type ServiceOptions } from "./create-service.js";
export { defineService } from "./define-service.js";
export { describeText, describeTexts } from "./description/read-description.js";
export type {
  Handler,
  HandlerResult,
  Handlers,
  NamedFaultOptions,
  Operations,
  ServedCall,
} from "./handlers/handlers.js";
export type { ReceivedCall } from "./handlers/invoker.js";
export { statusesOf, wireValue } from "./handlers/statuses.js";
export type { CookieAccess } from "./http-exchange.js";
export { type ListenOptions, listen, type RunningService } from "./listen.js";
export { type ServeOptions, serve, serveDescribed } from "./serve.js";
export { ServerError, type ServerErrorCode } from "./server-error.js";
export { type Service, serviceOf } from "./service.js";
export type { Invocation, Pages, Reply } from "./service-definition.js";
export { ServiceFault, type ServiceFaultOptions } from "./service-fault.js";
