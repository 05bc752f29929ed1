/** Messages and operations as wire schema (WSDL 1.1 §2.4, §3.5). */

import { type MessageSchema, type PartsSchema, VERSION } from "../../schema/index.js";
import type { ContentMessage, MessageForm, PartsMessage } from "../model/messages.js";
import type { OperationModel } from "../model/operation-model.js";
import type { Node } from "../shape/node.js";
import { complexWire, namespaceOf } from "./complex-type.js";
import type { ContractOperation } from "./contract-operation.js";
import { Declarations } from "./declarations.js";
import { elementWire, partElement } from "./element.js";
import type { WireTypes } from "./wire-types.js";

export function operationWire(model: OperationModel, types: WireTypes): ContractOperation {
  const { operation, request, response, faults, outcome } = model;
  const { name, action, addressingAction } = operation;
  const headers = headersWire(model, types);
  return {
    generator: VERSION,
    name,
    soapAction: action,
    ...(addressingAction !== undefined &&
      addressingAction !== action && { action: addressingAction }),
    ...(types.model.hasFacets && { facets: true }),
    input: request === undefined ? { parts: [] } : messageWire(request.form, types),
    ...(response !== undefined && {
      output: messageWire(response.form, types, outcome?.result),
    }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(faults !== undefined && {
      faults: Object.fromEntries(
        faults.faults.map(({ name, form, inHeader }) => [
          name,
          { ...partsWire(form, types), ...(inHeader && { inHeader }) },
        ]),
      ),
    }),
    ...(outcome !== undefined && { result: outcome.result.element.name.local }),
  };
}

function headersWire(
  { requestHeader, responseHeader }: OperationModel,
  types: WireTypes,
): NonNullable<ContractOperation["headers"]> {
  return {
    ...(requestHeader !== undefined && { input: partsWire(requestHeader.form, types) }),
    ...(responseHeader !== undefined && { output: partsWire(responseHeader.form, types) }),
  };
}

function messageWire(
  form: MessageForm,
  types: WireTypes,
  open?: Node,
): MessageSchema | PartsSchema {
  if (form.kind === "content") {
    return { ...documentWire(form, types, open), ...packaging(form) };
  }
  return form.wrapper === undefined
    ? partsWire(form, types)
    : {
        ...wrapperWire(form, form.wrapper, types),
        ...(!form.encoded && { rpc: true }),
        ...packaging(form),
      };
}

/** Elements side by side: the Body of several parts, a Header, the detail of a fault. */
function partsWire(form: PartsMessage, types: WireTypes): PartsSchema {
  return {
    parts: form.members.map((member) => elementWire(partElement(member, types.model), "", types)),
    ...packaging(form),
  };
}

/** The wrapper of the rpc style, whose elements are unqualified (WSDL 1.1 §3.5). */
function wrapperWire(
  { members }: PartsMessage,
  { local, namespace }: NonNullable<PartsMessage["wrapper"]>,
  types: WireTypes,
): MessageSchema {
  const declarations = new Declarations(types, "");
  const sequence = members.map((member) => declarations.element(partElement(member, types.model)));
  const type = { namespace: "", sequence, ...declarations.references() };
  return { element: local, namespace, type };
}

/** The one element of the document style. */
function documentWire(
  { element, type }: ContentMessage,
  types: WireTypes,
  open: Node | undefined,
): MessageSchema {
  const { local, namespace } = element.name;
  if (types.model.isDeclared(type) && open === undefined) {
    return { element: local, namespace, type: types.structure(type) };
  }
  const options = { outer: namespace, open };
  const wire = complexWire(type, types, options);
  return namespaceOf(type, namespace) === namespace
    ? { element: local, ...wire }
    : { element: local, namespace, type: wire };
}

function packaging({
  encoded,
  attachments,
}: MessageForm): Pick<PartsSchema, "encoded" | "attachments"> {
  return {
    ...(encoded && { encoded }),
    ...(attachments.length > 0 && { attachments: attachments.map(({ local }) => local) }),
  };
}
