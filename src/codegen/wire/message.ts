/** Messages and operations as wire schema (WSDL 1.1 §2.4, §3.5). */

import type { Operation } from "../../wsdl/index.js";
import { arrayLiteral, behind, type Doc, objectLiteral } from "../layout.js";
import type { MessageForm, PartMember } from "../messages.js";
import { entryName, stringLiteral } from "../names.js";
import type { OperationModel } from "../operation-model.js";
import type { Node } from "../shape/node.js";
import { complexWire } from "./complex-type.js";
import type { WireWriter } from "./wire-writer.js";

export function operationWire(model: OperationModel, writer: WireWriter): Doc {
  const { operation, request, response, requestHeader, responseHeader, faults, outcome } = model;
  const entries: Doc[] = [
    `name: ${stringLiteral(operation.name)}`,
    behind("soapAction:", stringLiteral(operation.action)),
    ...actionWire(operation),
    ["input: ", request === undefined ? "{ parts: [] }" : messageWire(request.form, writer)],
  ];
  if (response !== undefined) {
    entries.push(["output: ", messageWire(response.form, writer, outcome?.result)]);
  }
  const headers: Doc[] = [];
  if (requestHeader !== undefined)
    headers.push(["input: ", messageWire(requestHeader.form, writer)]);
  if (responseHeader !== undefined)
    headers.push(["output: ", messageWire(responseHeader.form, writer)]);
  if (headers.length > 0) entries.push(["headers: ", objectLiteral(headers)]);
  if (faults !== undefined) {
    const list = faults.faults.map(({ name, form, inHeader }): Doc => {
      const more = inHeader ? ["inHeader: true"] : [];
      return [`${entryName(name)}: `, messageWire(form, writer, undefined, more)];
    });
    entries.push(["faults: ", objectLiteral(list)]);
  }
  if (outcome !== undefined) {
    entries.push(behind("result:", stringLiteral(outcome.result.element.name.local)));
  }
  return objectLiteral(entries, true);
}

/** Left out where it is the SOAPAction. */
function actionWire({ action, addressingAction }: Operation): Doc[] {
  if (addressingAction === undefined || addressingAction === action) return [];
  return [behind("action:", stringLiteral(addressingAction))];
}

function messageWire(
  form: MessageForm,
  writer: WireWriter,
  open?: Node,
  more: readonly Doc[] = [],
): Doc {
  const entries: Doc[] = [];
  if (form.kind === "content") {
    const { name } = form.element;
    const isDeclared = writer.model.isDeclared(form.type) && open === undefined;
    entries.push(
      behind("element:", stringLiteral(name.local)),
      behind("namespace:", writer.namespace(name.namespace)),
      isDeclared
        ? behind("type:", writer.model.variableOf(form.type))
        : ["type: ", complexWire(form.type, writer, { outer: name.namespace, open })],
    );
  } else if (form.wrapper === undefined) {
    entries.push(["parts: ", partsWire(form.members, writer)]);
  } else {
    const { local, namespace } = form.wrapper;
    const type = objectLiteral(
      ['namespace: ""', ["sequence: ", partsWire(form.members, writer)]],
      true,
    );
    entries.push(
      behind("element:", stringLiteral(local)),
      behind("namespace:", writer.namespace(namespace)),
      ["type: ", type],
    );
  }
  if (form.encoded) entries.push("encoded: true");
  if (form.attachments.length > 0) {
    const names = form.attachments.map(({ local }) => stringLiteral(local));
    entries.push(["attachments: ", arrayLiteral(names, false)]);
  }
  entries.push(...more);
  return objectLiteral(entries, form.kind === "content" || form.wrapper !== undefined);
}

function partsWire(members: readonly PartMember[], writer: WireWriter): Doc {
  return arrayLiteral(members.map((member) => writer.part(member)));
}
