/** The option `validate` of a service: checks the facets of requests and responses. */
import type { DecodeRun, Values } from "../../codec/index.js";
import type { MessageSchema, Operation, PartsSchema } from "../../schema/index.js";
import {
  incomingError,
  outgoingError,
  textError,
  type ValidatedMessage,
} from "../../validation/index.js";
import type { Reply, ServiceDefinition } from "../service-definition.js";
import { ServiceFault } from "../service-fault.js";

type Validating = Pick<ServiceDefinition, "validate">;

function messageOf(operation: Operation, kind: "request" | "response"): ValidatedMessage {
  const advice =
    kind === "request" ? "Correct the value in the request." : "Correct the value in the handler.";
  return { operation: operation.name, kind, advice, redact: (text) => text };
}

/** A run that also checks the texts of a request. The profile decides about all other violations. */
export function validatedRun(
  run: DecodeRun,
  operation: Operation,
  { validate }: Validating,
): DecodeRun {
  if (validate === undefined || validate === "response") return run;
  const message = messageOf(operation, "request");
  return {
    ...run,
    violationOf: (text) => textError(text, message),
    onViolation(violation, found) {
      if (violation.code === "FACET") throw requestFault(violation.message);
      run.onViolation(violation, found);
    },
  };
}

/** Checks a decoded message of a request, apart from its texts. @throws ServiceFault */
export function validateRequest(
  schema: MessageSchema | PartsSchema | undefined,
  values: Values | undefined,
  operation: Operation,
  { validate }: Validating,
): void {
  if (validate === undefined || validate === "response") return;
  if (schema === undefined || values === undefined) return;
  const error = incomingError(schema, values, messageOf(operation, "request"));
  if (error !== undefined) throw requestFault(error.message);
}

/** Checks the parameters of a form, which have no XML. @throws ServiceFault */
export function validateForm(operation: Operation, values: Values, { validate }: Validating): void {
  if (validate === undefined || validate === "response") return;
  const error = outgoingError(operation.input, values, messageOf(operation, "request"));
  if (error !== undefined) throw requestFault(error.message);
}

/** Checks the reply of a handler. @throws EncodeError */
export function validateReply(
  operation: Operation,
  { value, header, isSample }: Reply,
  { validate }: Validating,
): void {
  if (validate === undefined || validate === "request" || isSample === true) return;
  const { output, headers } = operation;
  const message = messageOf(operation, "response");
  const error =
    (output && outgoingError(output, { ...value }, message)) ??
    (headers?.output && header && outgoingError(headers.output, header, message));
  if (error !== undefined) throw error;
}

function requestFault(reason: string): ServiceFault {
  return new ServiceFault(reason, { faultCode: "Client" });
}
