/** The option `validate` of clients: checks the facets of requests and responses. Its code is loaded with the first call. */
import type { TypedText, Values } from "../codec/index.js";
import { type DecodeError, OptionsError } from "../errors/index.js";
import type { ExchangeSecrets } from "../http/index.js";
import type { Call } from "../protocol/index.js";
import type { ValidatedMessage } from "../validation/index.js";

/** The messages that are validated. */
export type Validate = "request" | "response" | "both";

/** Checks the messages of one call. */
export interface CallValidation {
  /** @throws EncodeError */
  request(): void;
  /** The error of a text of the response; absent if responses are not validated. */
  readonly violationOf?: (text: TypedText) => DecodeError | undefined;
  /** The error of a decoded response; `undefined` if it fits its schema. */
  response(value: Values | undefined): DecodeError | undefined;
}

const REQUEST_ADVICE =
  "Nothing was sent. Correct the value; without the option validate it would be sent.";
const RESPONSE_ADVICE =
  "The service does not follow its contract; without the option validate the response would be accepted.";

/** @throws OptionsError if the operation has no facets */
export async function callValidation(
  call: Call,
  validate: Validate,
  secrets: ExchangeSecrets,
): Promise<CallValidation> {
  const { operation } = call;
  assertFacets(operation.facets, `The operation ${operation.name}`);
  const { incomingError, outgoingError, textError } = await import("../validation/index.js");
  const redact = (text: string) => secrets.remove(text);
  const { name } = operation;
  const request: ValidatedMessage = {
    operation: name,
    kind: "request",
    advice: REQUEST_ADVICE,
    redact,
  };
  const response: ValidatedMessage = {
    operation: name,
    kind: "response",
    advice: RESPONSE_ADVICE,
    redact,
  };
  const { input, output, headers } = operation;
  return {
    request() {
      if (validate === "response") return;
      const header = call.header === undefined ? undefined : headers?.input;
      const error =
        outgoingError(input, call.request, request) ??
        (header && outgoingError(header, call.header, request));
      if (error !== undefined) throw error;
    },
    ...(validate !== "request" && { violationOf: (text) => textError(text, response) }),
    response(value) {
      if (validate === "request" || output === undefined || value === undefined) return undefined;
      return incomingError(output, value, response);
    },
  };
}

/** @param subject the subject of the sentence */
export function assertFacets(facets: boolean | undefined, subject: string): void {
  if (facets === true) return;
  throw new OptionsError(
    `${subject} has no facets, which the option validate needs: generate the code again with --facets ` +
      "(rescue-soap generate <wsdl> --out <folder> --facets), or leave out validate.",
  );
}
