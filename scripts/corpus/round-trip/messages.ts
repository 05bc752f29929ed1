/** The messages of the generated code, with their wire schemas and their definitions in the raw WSDL. */

import {
  looseParts,
  type MessageForm,
  type PartsMessage,
} from "../../../src/codegen/model/messages.js";
import type { Model } from "../../../src/codegen/model/model.js";
import type { HeaderModel, OperationModel } from "../../../src/codegen/model/operation-model.js";
import type { WireSchema } from "../../../src/codegen/wire/wire-schema.js";
import type { MessageSchema, Operation, PartsSchema } from "../../../src/schema/index.js";
import type { SoapVersion } from "../../../src/schema/soap-version.js";
import type { RawMessage, RawOperation } from "../raw/operations.js";

export interface GeneratedMessage {
  /** The name in reports. */
  readonly title: string;
  /** The type in types.ts; details of faults are members of one type. */
  readonly type: string | undefined;
  readonly version: SoapVersion;
  readonly form: MessageForm;
  readonly wire: MessageSchema | PartsSchema;
  readonly header: { readonly form: PartsMessage; readonly wire: PartsSchema } | undefined;
  /** `undefined` if the raw WSDL does not contain the message. */
  readonly raw: RawBound | undefined;
}

export interface RawBound {
  readonly operation: RawOperation;
  readonly message: RawMessage;
}

/** @param wire the wire schema of the model */
export function generatedMessages(
  model: Model,
  wire: WireSchema,
  raw: readonly RawOperation[],
): readonly GeneratedMessage[] {
  return model.clients.flatMap(({ operations, ports }) => {
    const protocol = ports[0]?.protocol;
    if (protocol !== "soap11" && protocol !== "soap12") return [];
    return operations.flatMap((operation) => {
      return messagesOf(operation, wire.operation(operation), protocol, raw);
    });
  });
}

function messagesOf(
  model: OperationModel,
  wire: Operation,
  version: SoapVersion,
  raw: readonly RawOperation[],
): readonly GeneratedMessage[] {
  const { operation, request, response, requestHeader, responseHeader } = model;
  const messages: GeneratedMessage[] = [];
  const { input, output } = operation;
  if (request !== undefined && input !== undefined) {
    messages.push({
      title: `the request of ${model.name}`,
      type: request.name,
      version,
      form: request.form,
      wire: wire.input,
      header: headerOf(requestHeader, wire.headers?.input),
      raw: find(raw, operation.name, "input", input.name.key, input.namespace),
    });
  }
  if (response !== undefined && output !== undefined && wire.output !== undefined) {
    messages.push({
      title: `the response of ${model.name}`,
      type: response.name,
      version,
      form: response.form,
      wire: wire.output,
      header: headerOf(responseHeader, wire.headers?.output),
      raw: find(raw, operation.name, "output", output.name.key, output.namespace),
    });
  }
  for (const fault of operation.faults) {
    const schema = wire.faults?.[fault.name];
    if (schema === undefined) continue;
    messages.push({
      title: `the fault ${fault.name} of ${model.name}`,
      type: undefined,
      version,
      form: looseParts(
        fault.parts.map((part) => ({ part, namespace: "" })),
        fault.use === "encoded",
      ),
      wire: schema,
      header: undefined,
      raw: find(raw, operation.name, "fault", fault.name),
    });
  }
  return messages;
}

function headerOf(
  model: HeaderModel | undefined,
  wire: PartsSchema | undefined,
): GeneratedMessage["header"] {
  return model === undefined || wire === undefined ? undefined : { form: model.form, wire };
}

function find(
  operations: readonly RawOperation[],
  name: string,
  direction: RawMessage["direction"],
  message: string,
  namespace?: string,
): RawBound | undefined {
  for (const operation of operations) {
    if (operation.name !== name || !operation.isSoap) continue;
    const found = operation.messages.find(
      (each) =>
        each.direction === direction &&
        each.name === message &&
        (namespace === undefined || each.namespace === namespace),
    );
    if (found !== undefined) return { operation, message: found };
  }
  return undefined;
}
