/** The simulated Rescue service: runs the method of an operation and returns its status over SOAP or a text page. */
import { operations } from "../generated/index.js";
import {
  authCodeOf,
  CREDENTIAL_MEMBERS,
  pageStatuses,
  SESSION_COOKIE,
} from "../rescue/facts/index.js";
import { messageType, type OutcomeOperation } from "../schema/index.js";
import {
  asmxProfile,
  type CookieAccess,
  defineService,
  describeText,
  type Invocation,
  type Reply,
  type Service,
  serviceOf,
  statusesOf,
  type Values,
  wireValue,
} from "../server/index.js";
import type { MethodResult } from "./methods/method.js";
import { isOperationName, methods } from "./methods/methods.js";
import { contractValues } from "./methods/response-values.js";
import { ServiceCall } from "./methods/service-call.js";
import { StatusError } from "./methods/status-error.js";
import { simulatedStatus } from "./scenarios.js";
import type { ServiceState } from "./state/state.js";
import { pageNames, pageOperation, readParameters } from "./text-pages/text-request.js";
import { pageText } from "./text-pages/text-response.js";

const OPERATIONS: Readonly<Record<string, OutcomeOperation>> = operations;

/**
 * @param wsdl the text of the WSDL
 * @throws WsdlError if it is not a WSDL
 */
export function rescueService(wsdl: string, state: ServiceState): Service {
  const rescue = new RescueService(state);
  const definition = defineService({
    operations,
    description: describeText(wsdl, "API.wsdl"),
    profile: asmxProfile,
    invoke: (invocation) => rescue.invoke(invocation),
    pages: {
      names: pageNames(OPERATIONS),
      text: (name, parameters, cookies) => rescue.page(name, parameters, cookies),
    },
  });
  return serviceOf(definition);
}

/** A call of an operation over SOAP or a text page. */
interface OperationCall {
  readonly operation: OutcomeOperation;
  readonly request: Values;
  readonly cookies: CookieAccess;
  /** The statuses that the operation may return over this protocol. */
  readonly statuses: readonly string[];
}

class RescueService {
  constructor(private readonly state: ServiceState) {}

  invoke({ key, request, http: { cookies } }: Invocation): Reply {
    const operation = OPERATIONS[key];
    if (operation === undefined) throw new Error(`The contract has no operation ${key}.`);
    const statuses = statusesOf(operation);
    const { status, outs } = this.#execute({ operation, request, cookies, statuses });
    const value = wireValue(operation, status);
    if (value === undefined) {
      throw new Error(`The contract has no value of ${operation.name} for the status ${status}.`);
    }
    const response = { ...outs, [operation.result]: value };
    return { value: contractValues(messageType(operation.output), response) };
  }

  page(name: string, form: URLSearchParams, cookies: CookieAccess): string | undefined {
    const operation = pageOperation(OPERATIONS, name);
    if (operation === undefined) return undefined;
    const request = readParameters(operation, form);
    const statuses = [...statusesOf(operation), ...pageStatuses(operation.name)];
    const result = this.#execute({ operation, request, cookies, statuses });
    return pageText(operation, request, result, this.state.organization);
  }

  /** Returns the status that a credential names, or runs the method. Both are logged. */
  #execute(call: OperationCall): MethodResult {
    const { operation, request } = call;
    const status = requestedStatus(call);
    const result = status === undefined ? this.#run(call) : { status, outs: {} };
    this.state.calls.add(operation.name, messageType(operation.input), request, result.status);
    return result;
  }

  #run({ operation: { name }, request, cookies, statuses }: OperationCall): MethodResult {
    if (!isOperationName(name)) throw new Error(`The simulator has no method ${name}.`);
    const method: (request: never, call: ServiceCall) => { readonly status: string } =
      methods[name];
    const call = new ServiceCall(this.state, cookies, authCodeOf(request));
    try {
      // The request was decoded by the schema from which its type is generated.
      const { status, ...outs } = method(request as never, call);
      return { status, outs };
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      const status = error.statuses.find((each) => statuses.includes(each));
      return { status: status ?? "Error", outs: {} };
    }
  }
}

function requestedStatus({ request, cookies, statuses }: OperationCall): string | undefined {
  const credentials = CREDENTIAL_MEMBERS.map((member) => request[member]);
  return [...credentials, cookies.get(SESSION_COOKIE)]
    .map(simulatedStatus)
    .find((status) => status !== undefined && statuses.includes(status));
}
