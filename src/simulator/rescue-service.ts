/** The Rescue service behind the engine: lets the method answer, and puts its status on the wire. */
import { operations } from "../generated/index.js";
import type { OutcomeOperation } from "../schema/index.js";
import { messageType } from "../schema/index.js";
import {
  asmxProfile,
  type CookieAccess,
  createService,
  describeText,
  type Invocation,
  type Reply,
  type Service,
  statusesOf,
  type Values,
  wireValue,
} from "../server/index.js";
import { isOperationName, methods } from "./methods/methods.js";
import { contractValues } from "./methods/response-values.js";
import { ServiceCall } from "./methods/service-call.js";
import { StatusError } from "./methods/status-error.js";
import { CREDENTIALS, simulatedStatus } from "./scenarios.js";
import { SESSION_COOKIE } from "./state/credentials.js";
import type { ServiceState } from "./state/state.js";
import { pageAnswer } from "./text-pages/text-answer.js";
import { pageOperation, pageStatuses, readParameters } from "./text-pages/text-pages.js";

interface StatusAnswer {
  readonly status: string;
  /** The out parameters. */
  readonly outs: Values;
}

const ALL: Readonly<Record<string, OutcomeOperation>> = operations;

/**
 * @param wsdl the text of the WSDL
 * @throws WsdlError when that is none
 */
export function rescueService(wsdl: string, state: ServiceState): Service {
  const rescue = new RescueService(state);
  return createService({
    operations,
    description: describeText(wsdl, "API.wsdl"),
    profile: asmxProfile,
    invoke: (invocation) => rescue.invoke(invocation),
    page: (name, parameters, cookies) => rescue.page(name, parameters, cookies),
  });
}

class RescueService {
  constructor(private readonly state: ServiceState) {}

  invoke({ key, request, http }: Invocation): Reply {
    const schema = ALL[key];
    if (schema === undefined) throw new Error(`There is no operation ${key}.`);
    const { status, outs } = this.#answer(schema, request, http.cookies, statusesOf(schema));
    const value = wireValue(schema, status);
    if (value === undefined) {
      throw new Error(`${schema.name} has no value for ${status} in the contract.`);
    }
    return {
      value: contractValues(messageType(schema.output), { ...outs, [schema.result]: value }),
    };
  }

  page(name: string, form: URLSearchParams, cookies: CookieAccess): string | undefined {
    const schema = pageOperation(ALL, name);
    if (schema === undefined) return undefined;
    const parameters = readParameters(schema, form);
    const answer = this.#answer(schema, parameters, cookies, pageStatuses(schema));
    return pageAnswer(schema, answer.status, answer.outs, parameters, this.state.organization);
  }

  #answer(
    schema: OutcomeOperation,
    parameters: Values,
    cookies: CookieAccess,
    statuses: readonly string[],
  ): StatusAnswer {
    const credentials = CREDENTIALS.map((member) => parameters[member]);
    const simulated = [...credentials, cookies.get(SESSION_COOKIE)].map(simulatedStatus);
    const wanted = simulated.find((status) => status !== undefined && statuses.includes(status));
    const answer =
      wanted === undefined
        ? this.#run(schema.name, parameters, cookies, statuses)
        : { status: wanted, outs: {} };
    this.state.calls.add(schema.name, messageType(schema.input), parameters, answer.status);
    return answer;
  }

  #run(
    name: string,
    parameters: Values,
    cookies: CookieAccess,
    statuses: readonly string[],
  ): StatusAnswer {
    if (!isOperationName(name)) throw new Error(`There is no method ${name}.`);
    const method: (request: never, call: ServiceCall) => { readonly status: string } =
      methods[name];
    try {
      // The parameters were read by the schema that the method's request type was made of.
      const request = parameters as never;
      const call = new ServiceCall(this.state, cookies, parameters.sAuthCode);
      const { status, ...outs } = method(request, call);
      return { status, outs };
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      const status = error.statuses.find((each) => statuses.includes(each));
      return { status: status ?? "Error", outs: {} };
    }
  }
}
