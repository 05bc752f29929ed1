/** Services of any contract, with handlers for their operations. */
import type { Deviation } from "../codec/index.js";
import type { MtomOption } from "../mime/index.js";
import type { SoapVersion } from "../schema/index.js";
import type { ImportOptions, WsdlLimits } from "../wsdl/index.js";
import { asmxProfile } from "./asmx/asmx-profile.js";
import { defineService } from "./define-service.js";
import type { Description } from "./description/description.js";
import { readDescription } from "./description/read-description.js";
import type { Handlers, Operations } from "./handlers/handlers.js";
import { invokerOf, type ReceivedCall } from "./handlers/invoker.js";
import { standardProfile } from "./profile/standard-profile.js";
import { type Service, serviceOf } from "./service.js";
import { ServiceFault } from "./service-fault.js";

/** Options of `createService`. */
export interface ServiceOptions<Served extends Operations> {
  /** The functions that process the calls, by the names of their operations. */
  readonly handlers: Handlers<Served>;
  /**
   * The response of an operation without a handler: a `fault` that reports it, or `sample` values that fit the contract.
   * Default `fault`.
   */
  readonly unhandled?: "fault" | "sample";
  /** Called with each call before its handler. The request contains secrets: do not log it. Default: nothing is called. */
  readonly onCall?: (call: ReceivedCall) => void;
  /**
   * The WSDL for `?wsdl`, the help pages and the HTTP bindings: a file, which may import others beside it, or the text of
   * one document. Default: none of these are available.
   */
  readonly wsdl?: string | URL;
  /** Limits of reading `wsdl`, and further folders that it may import from. Default: those of `readContract`. */
  readonly wsdlReading?: WsdlLimits & Pick<ImportOptions, "allowImportFolders">;
  /**
   * The rules for reading requests and writing responses. `standard`: SOAP 1.1, SOAP 1.2 and WS-I Basic Profile 1.1.
   * `asmx`: as lenient as ASP.NET's ASMX, with its messages and its bytes. Default `standard`.
   */
  readonly profile?: "standard" | "asmx";
  /** The supported versions of SOAP. Default: those with a port in the WSDL; without a WSDL both. */
  readonly versions?: readonly SoapVersion[];
  /** The path of the service, such as `/Quotes.asmx`. Default: the path of the WSDL's address; without a WSDL `/`. */
  readonly path?: string;
  /**
   * Blocks of the Header, `{namespace}local`, that requests may mark as mustUnderstand, in addition to those of the
   * contract. The handlers have to process them. Default: none.
   */
  readonly understood?: readonly string[];
  /** Whether a deviation of a request from the contract is a fault. Only in the profile `standard`. Default `false`. */
  readonly strict?: boolean;
  /** Called with each deviation of a request from the contract. Only in the profile `standard`. Default: nothing is called. */
  readonly onDeviation?: (deviation: Deviation) => void;
  /**
   * Whether characters that XML does not allow, such as `&#x1;`, are replaced by U+FFFD in requests. Each element with one is
   * a deviation (`forbidden-character`). Only in the profile `standard`. Default `false`: the response is a fault. Risk: the
   * characters are lost.
   */
  readonly replaceForbiddenCharacters?: boolean;
  /**
   * Checks values against the facets of their types: lengths, patterns, ranges, digits, listed and fixed values, numbers of
   * occurrences. A request that violates one is a Client fault, a response a Server fault. The code must be generated with
   * `facets`. Sample values are not checked. Default: nothing is checked.
   */
  readonly validate?: "request" | "response" | "both";
  /**
   * Whether binary content of responses is sent as parts beside the envelope (MTOM). Only in the profile `standard`.
   * Default: as in the request.
   */
  readonly mtom?: MtomOption;
  /**
   * The largest request, in bytes; default 4 MiB. A larger one gets the status 413. Attachments may be larger if their
   * handler reads them as they arrive.
   */
  readonly maxRequestBytes?: number;
  /**
   * The most elements, attributes, declarations of namespaces and items of lists in a request; default 250,000. A request
   * with more gets a fault. Without a limit, small elements could take many times the memory of their characters.
   */
  readonly maxRequestElements?: number;
}

/**
 * Makes a service of a contract, for a client with the transport `inMemory`. `serve` does the same and listens.
 *
 * @example
 * const service = await createService(operations, { handlers: { getQuote: () => ({ price: "12.50" }) } });
 * const client = new StockClient({ endpoint: service.url, transport: inMemory(service) });
 * @param operations `operations` of the generated schema.ts
 * @throws ServerError if a handler is not for one of the operations
 * @throws OptionsError if messages are to be validated, and the operations have no facets
 * @throws WsdlError if the WSDL cannot be read
 */
export async function createService<Served extends Operations>(
  operations: Served,
  options: ServiceOptions<Served>,
): Promise<Service> {
  const { wsdl, wsdlReading } = options;
  const description = wsdl === undefined ? undefined : await readDescription(wsdl, wsdlReading);
  return createDescribedService(operations, options, description);
}

/** The same with a WSDL that has been read. */
export function createDescribedService<Served extends Operations>(
  operations: Served,
  options: ServiceOptions<Served>,
  description: Description | undefined,
): Service {
  const { path, versions, understood, mtom, maxRequestBytes, maxRequestElements } = options;
  const { replaceForbiddenCharacters = false } = options;
  const definition = defineService({
    operations,
    description,
    profile:
      options.profile === "asmx"
        ? asmxProfile
        : standardProfile(deviationHandler(options), replaceForbiddenCharacters),
    path,
    versions,
    understood,
    mtom,
    maxRequestBytes,
    maxRequestElements,
    validate: options.validate,
    invoke: invokerOf(operations, options),
  });
  return serviceOf(definition);
}

function deviationHandler({
  strict = false,
  onDeviation,
}: Pick<ServiceOptions<Operations>, "strict" | "onDeviation">): (deviation: Deviation) => void {
  return (deviation) => {
    onDeviation?.(deviation);
    if (!strict) return;
    throw new ServiceFault(
      `The request differs from the contract: ${deviation.kind} at ${deviation.path}.`,
      { faultCode: "Client" },
    );
  };
}
