/** Serves any contract over HTTP, with handlers for its operations: a replacement of a SOAP service in tests. */

import { createDescribedService, type ServiceOptions } from "./create-service.js";
import type { Description } from "./description/description.js";
import { readDescription } from "./description/read-description.js";
import type { Operations } from "./handlers/handlers.js";
import { type ListenOptions, listen, type RunningService } from "./listen.js";

/** Options of `serve`: those of the service, and those of its address. */
export interface ServeOptions<Served extends Operations>
  extends ServiceOptions<Served>,
    ListenOptions {}

/**
 * Serves the operations of a contract: SOAP 1.1 and 1.2, the HTTP GET and POST bindings of the WSDL, `?wsdl` with the
 * address of the request, help pages, and at `/` a list of these.
 *
 * @example
 * const service = await serve(operations, { handlers: { getQuote: ({ symbol }) => ({ price: "12.50" }) } });
 * @param operations `operations` of the generated schema.ts
 * @throws ServerError if a handler is not for one of the operations, or the server cannot listen: `PORT_IN_USE` and others
 * @throws WsdlError if the WSDL cannot be read
 */
export async function serve<Served extends Operations>(
  operations: Served,
  options: ServeOptions<Served>,
): Promise<RunningService> {
  const { wsdl, wsdlReading } = options;
  const description = wsdl === undefined ? undefined : await readDescription(wsdl, wsdlReading);
  return serveDescribed(operations, options, description);
}

/** The same with a WSDL that has been read. */
export async function serveDescribed<Served extends Operations>(
  operations: Served,
  options: ServeOptions<Served>,
  description: Description | undefined,
): Promise<RunningService> {
  return listen(createDescribedService(operations, options, description), options);
}
