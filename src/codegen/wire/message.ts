/** Messages and operations as wire schema (WSDL 1.1 §2.4, §3.5). */

import type { Operation } from "../../contract/index.js";
import type { MessageForm, PartMember } from "../model/messages.js";
import { entryName, stringLiteral } from "../model/names.js";
import type { OperationModel } from "../model/operation-model.js";
import { arrayLiteral, behind, type Doc, objectLiteral } from "../print/layout.js";
import type { Node } from "../shape/node.js";
import { complexEntries, complexWire, namespaceOf } from "./complex-type.js";
import { Declarations } from "./declarations.js";
import { partElement, type WireWriter } from "./wire-writer.js";

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
    entries.push(...documentEntries(form, writer, open));
  } else if (form.wrapper === undefined) {
    entries.push(["parts: ", partsWire(form.members, writer)]);
  } else {
    const { local, namespace } = form.wrapper;
    const declarations = new Declarations(writer, "");
    const members = form.members.map((member) => declarations.element(partElement(member)));
    const type = objectLiteral(
      ['namespace: ""', ["sequence: ", arrayLiteral(members)], ...declarations.references()],
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

function documentEntries(
  { element, type }: MessageForm & { readonly kind: "content" },
  writer: WireWriter,
  open: Node | undefined,
): readonly Doc[] {
  const { local, namespace } = element.name;
  const name = behind("element:", stringLiteral(local));
  const ownNamespace = behind("namespace:", writer.namespace(namespace));
  const options = { outer: namespace, open };
  if (writer.model.isDeclared(type) && open === undefined) {
    return [name, ownNamespace, behind("type:", writer.model.variableOf(type))];
  }
  return namespaceOf(type, namespace) === namespace
    ? [name, ...complexEntries(type, writer, options)]
    : [name, ownNamespace, ["type: ", complexWire(type, writer, options)]];
}

function partsWire(members: readonly PartMember[], writer: WireWriter): Doc {
  return arrayLiteral(members.map((member) => writer.element(partElement(member), "")));
}
