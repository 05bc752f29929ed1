/** The checks of one call with the option `validate`. Loaded with the first of these calls. */
import type { TypedText, Values } from "../codec/index.js";
import type { DecodeError } from "../errors/index.js";
import type { ExchangeSecrets } from "../http/index.js";
import type { Call } from "../protocol/index.js";
import {
  incomingError,
  outgoingError,
  textError,
  type ValidatedMessage,
} from "../validation/index.js";

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

export function validationOf(
  call: Call,
  validate: Validate,
  secrets: ExchangeSecrets,
): CallValidation {
  const { operation } = call;
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
